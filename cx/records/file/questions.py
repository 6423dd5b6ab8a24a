"""What a person is asked about a file: codes with their evidence, and two readings that are both likely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from cx import text
from cx.records.file.choices import Choices, CodeMeaning, Shape
from cx.records.finding import Finding
from cx.records.scale import Scale
from cx.text import Language

QuestionKind = Literal[
    "role", "scale", "code", "blanks", "direction", "words", "shape", "sheet", "decimal", "tests", "changed",
    "shares", "cluster",
]  # fmt: skip


@dataclass(frozen=True)
class CodeReading:
    """What a number or a text among ratings was taken for, and what speaks for it."""

    column: str
    """The column's header."""
    letter: str
    code: str
    """As shown."""
    n: int
    """How often it stands in the column."""
    meaning: CodeMeaning
    sure: bool
    """Whether the other reading is unlikely."""
    by_hand: bool = False
    """Whether a person said so."""
    near: float | None = None
    """The rating next to it."""
    mean_with: float | None = None
    """The column's mean if it is a rating."""
    mean_without: float | None = None
    """The column's mean if it is none."""
    witness: str = ""
    """The outcome that told; empty for the mean of the other ratings."""
    group: float | None = None
    """The witness's mean among those who gave it; ``None`` where too few did."""
    near_group: float | None = None
    """The witness's mean among those who gave the rating next to it."""

    @property
    def key(self) -> str:
        """A name that stays the same while other things change."""
        return f"code:{self.letter}:{self.code}"

    def why(self, lang: Language) -> str:
        """Return the evidence in words."""
        if self.near is None:
            return text.say(f"code.words_{self.meaning}", lang, code=self.code, n=self.n)
        parts = [text.say("code.near", lang, code=self.code, n=self.n, near=self.near)]
        if self.group is not None and self.near_group is not None:
            witness = "outcome" if self.witness else "others"
            values = {"group": self.group, "near_group": self.near_group, "witness": self.witness}
            parts.append(text.say(f"code.group_{witness}", lang, **values))
        means = {"with_it": self.mean_with, "without": self.mean_without}
        return " ".join([*parts, text.say("code.means", lang, **means)])


@dataclass(frozen=True)
class Reading:
    """One of two likely readings."""

    choices: Choices
    """All choices of the file, with this reading settled."""
    chosen: bool
    """Whether the file is read so for now."""
    kind: str
    """The message key of its words, without ``reading.``."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What the words need."""

    def label(self, lang: Language) -> str:
        """Return the reading in a few words."""
        return text.say(f"reading.{self.kind}", lang, **self.values)


@dataclass(frozen=True)
class Question:
    """Something that can be read in several ways; the file is read in one until a person says which."""

    key: str
    """A name that stays the same while other things change."""
    kind: QuestionKind
    finding: Finding
    """The question in words, with its place."""
    readings: tuple[Reading, ...]
    """Two or more; one of them is chosen."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The headers of the columns that it is about: the finding's, and those that the readings part on."""
        first, *others = (reading.choices for reading in self.readings)
        parted = [
            name
            for second in others
            for field_ in ("roles", "scales", "codes", "text_scales")
            for name in (*getattr(first, field_), *getattr(second, field_))
            if getattr(first, field_).get(name) != getattr(second, field_).get(name)
        ]
        own = [self.finding.column] if self.finding.column else []
        return tuple(dict.fromkeys([*own, *parted]))


@dataclass(frozen=True)
class PreviewRow:
    """One touchpoint as a reading gives it."""

    touchpoint: str
    satisfaction: float | None
    volume: float | None
    n: float | None


@dataclass(frozen=True)
class Preview:
    """What a reading of a file comes to."""

    shape: Shape
    scale: Scale | None
    """The scale of satisfaction."""
    touchpoints: int
    """How many different ones there are."""
    rows: tuple[PreviewRow, ...]
    """The first of them."""
    problem: Finding | None = None
    """What stands in the way; ``None`` where the file can be used."""
