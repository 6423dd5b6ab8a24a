"""What is loaded and set, as one record."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cx.records import Choices, Direction, Method, Settings, Touchpoints
from cx.records.file import CellEdit, Workbook
from cx.records.lenses import Assessment, LensSettings

NO_IMPACT = ""
"""Said of what impact is on: none is derived."""


@dataclass(frozen=True)
class LoadedFile:
    """A file that was read, with what was set and changed by hand."""

    workbook: Workbook
    """As read; the edits are not in it."""
    choices: Choices = field(default_factory=Choices)
    edits: tuple[CellEdit, ...] = ()

    @cached_property
    def identity(self) -> str:
        """A fingerprint of the content, the choices and the edits: the same for the same table."""
        parts = repr((self.workbook.sha256, self.workbook.name, self.choices, self.edits))
        return hashlib.sha256(parts.encode()).hexdigest()


@dataclass(frozen=True)
class Question:
    """What is asked of responses: the impact of which touchpoints on what, among whom."""

    file: str = ""
    """The fingerprint of the file's content; empty: the first one that holds responses."""
    outcome: str | None = None
    """``None``: the likeliest."""
    left_out: tuple[str, ...] = ()
    """Touchpoints that are no drivers."""
    segments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Column to the values that are left in; without values all of them."""
    method: Method = "shapley"
    weighted: bool = True
    direction: Direction | None = None
    """Which end of the outcome is good; ``None``: guessed from its name."""
    straight_liners: bool = True
    """Whether respondents who gave every touchpoint the same rating count."""


@dataclass(frozen=True)
class SavedData:
    """The touchpoints of a saved session, which take the place of the files that they came from."""

    touchpoints: Touchpoints = field(repr=False)
    fingerprint: str
    """The same for the same touchpoints."""


@dataclass(frozen=True)
class Workspace:
    """Everything that a person loaded and set."""

    files: tuple[LoadedFile, ...] = ()
    settings: Settings = field(default_factory=Settings)
    question: Question = field(default_factory=Question)
    """What the page of drivers shows."""
    derived: Question | None = None
    """Where the impact on the matrix comes from, when it is derived; ``None``: from the files."""
    impact_on: str | None = None
    """The outcome that impact is derived on without the drivers' page; ``None``: the likeliest, by itself."""
    saved: SavedData | None = None
    """What a session brought along; files come beside it."""
    assessments: tuple[Assessment, ...] = field(default=(), repr=False)
    """What people said of touchpoints by hand and in the room, the latest last; a session keeps it."""
    lens_settings: LensSettings = field(default_factory=LensSettings)

    @property
    def loaded(self) -> bool:
        """Whether there is any data."""
        return bool(self.files or self.saved)

    @property
    def names(self) -> str:
        """The names of the files that the data come from."""
        saved = self.saved.touchpoints.sources if self.saved else ()
        found = (*(one.file for one in saved), *(file.workbook.name for file in self.files))
        return ", ".join(dict.fromkeys(found))

    @property
    def matches(self) -> dict[str, str]:
        """The names that were matched by hand, of all files."""
        return {name: other for file in self.files for name, other in file.choices.matches.items()}

    @cached_property
    def identity(self) -> str:
        """A fingerprint of all files together, and of where impact comes from."""
        saved = self.saved.fingerprint if self.saved else ""
        parts = ("".join(file.identity for file in self.files), repr((self.derived, self.impact_on)), saved)
        return hashlib.sha256("".join(parts).encode()).hexdigest()
