"""Text measured with the metrics of the font that draws it, wrapped and fitted."""

from __future__ import annotations

import importlib.resources
import importlib.util
import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cx.picture.record import Weight
from cx.picture.type.truetype import Face, face

LEADING = 1.2
"""Distance between baselines, in em."""
BASELINE = 0.32
"""How far the baseline lies below the middle of a line, in em."""
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
SCREEN_FAMILY = '"Source Sans", "Source Sans Pro", sans-serif'
"""What a screen asks for, as style sheets name fonts."""
_FOLDER = Path(__file__).parent
_UNKNOWN, _PICTOGRAM, _FIRST_PICTOGRAM = 1.15, 1.3, "\U0001f000"
"""The advances, in em, of characters whose font is not known: no font draws them much wider."""
_LONGEST_WORD = 100
"""Longer ones are broken where a line ends: they are no words, and nobody waits for them to be measured."""
_BREAKS = re.compile(r"\s+|(?<=[/\-\N{EN DASH}])(?=\w)")


@dataclass(frozen=True)
class Font:
    """A font to measure with."""

    family: str
    """The name by which slides and screens ask for it."""
    regular: Face
    semibold: Face
    slack: float = 1.0
    """What widths are multiplied by, where the font that draws may differ."""

    def width(self, text: str, size: float, weight: Weight = "regular") -> float:
        """Return the width of one line of text, in the unit of ``size``.

        Notes
        -----
        Kerning is left out: it narrows nearly every pair, so that a measured box is not too small.
        """
        advances = (self.semibold if weight == "semibold" else self.regular).advances
        try:
            total = sum([advances[character] for character in text])
        except KeyError:
            total = sum(advances[c] if c in advances else _elsewhere(c) for c in text)
        return total * size * self.slack

    def wrapped(self, text: str, width: float, size: float, weight: Weight = "regular") -> tuple[str, ...]:
        """Return the text in lines of at most ``width``, broken between words, and in longer words."""
        return tuple(self._lines(text, width, size, weight))

    def balanced(self, text: str, count: int, size: float, weight: Weight = "regular") -> tuple[str, ...]:
        """Return the text in at most ``count`` lines of about equal width, broken between words only."""
        pieces = tuple(_split(text))
        widest = max(self.width(piece, size, weight) for piece, _ in pieces)
        # as it will stand: a sign between words that has no width becomes a space, which has one
        whole = "".join(gap + piece for piece, gap in pieces)
        width = max(widest, self.width(whole, size, weight) / count)
        lines = self.wrapped(text, width, size, weight)
        while len(lines) > count:
            width *= 1.04
            lines = self.wrapped(text, width, size, weight)
        return lines

    def fitted(
        self,
        text: str,
        width: float,
        size: float,
        weight: Weight = "regular",
        *,
        lines: int = 1,
        least: float = 0.7,
    ) -> tuple[tuple[str, ...], float]:
        """Return the text in at most ``lines`` lines, and the type size that it needs.

        The type shrinks to ``least`` of its size at most; what is longer still ends in an ellipsis.
        """

        def begun(size: float) -> tuple[str, ...]:
            """As many lines as there may be and one: whether there are more, and how they begin."""
            return tuple(islice(self._lines(text, width, size, weight), lines + 1))

        smaller = size
        while smaller > size * least and len(begun(smaller)) > lines:
            smaller -= size / 20
        smaller = max(smaller, size * least)
        found = begun(smaller)
        if len(found) <= lines:
            return found, smaller
        rest = " ".join(found[lines - 1 :])  # two lines are more than what is shown of it
        return (*found[: lines - 1], self.shortened(rest, width, smaller, weight)), smaller

    def shortened(self, text: str, width: float, size: float, weight: Weight = "regular") -> str:
        """Return the text on one line, ended by an ellipsis where it is too long."""
        if self.width(text, size, weight) <= width:
            return text
        # the width grows with the end, so that halving finds the last one with room
        ends = range(1, len(text) + 1)
        end = bisect_right(
            ends, width, key=lambda end: self.width(text[:end].rstrip() + ELLIPSIS, size, weight)
        )
        return text[:end].rstrip() + ELLIPSIS

    def _lines(self, text: str, width: float, size: float, weight: Weight) -> Iterator[str]:
        """The lines one by one: of a text of any length, only those that are looked at are made."""
        line = ""
        for piece, gap in self._pieces(text, width, size, weight):
            longer = f"{line}{gap}{piece}" if line else piece
            if line and self.width(longer, size, weight) > width:
                yield line
                line = piece
            else:
                line = longer
        yield line

    def _pieces(self, text: str, width: float, size: float, weight: Weight) -> Iterator[tuple[str, str]]:
        for piece, gap in _split(text):
            if self.width(piece, size, weight) <= width:
                yield piece, gap
                continue
            for number, part in enumerate(self._broken(piece, width, size, weight)):
                yield part, "" if number else gap

    def _broken(self, word: str, width: float, size: float, weight: Weight) -> Iterator[str]:
        """The parts of a word that is wider than a line: about equal, unless it is longer than words are."""
        if len(word) > _LONGEST_WORD:
            return self._cut(word, width, size, weight)
        most = list(self._cut(word, width, size, weight))
        even = self.width(word, size, weight) / len(most)
        while 0 < even < width:
            parts = list(self._cut(word, even, size, weight))
            if len(parts) <= len(most):
                return iter(parts)
            even *= 1.04
        return iter(most)

    def _cut(self, word: str, width: float, size: float, weight: Weight) -> Iterator[str]:
        part, reached = "", 0.0
        for character in word:
            advance = self._advance(character, weight)
            if part and (reached + advance) * size * self.slack > width:
                yield part
                part, reached = "", 0.0
            part += character
            reached += advance
        yield part

    def _advance(self, character: str, weight: Weight) -> float:
        """The advance of one character, in em."""
        advances = (self.semibold if weight == "semibold" else self.regular).advances
        return advances[character] if character in advances else _elsewhere(character)


@cache
def source_sans() -> Font:
    """Return Source Sans, which screens and static files draw."""
    return Font("Source Sans", face(source_sans_file("regular")), face(source_sans_file("semibold")))


@cache
def arial() -> Font:
    """Return Arial as decks draw it, by the widths of Liberation Sans, which has the same metrics, and 5%."""
    table = json.loads((_FOLDER / "arial.json").read_text(encoding="utf-8"))
    faces = {weight: _from_table(table[weight]) for weight in ("regular", "semibold")}
    return Font("Arial", faces["regular"], faces["semibold"], slack=1.05)


def certain_width(words: str, size: float, weight: Weight = "regular") -> float | None:
    """Return how wide words become in Source Sans; ``None`` where another font decides it.

    Characters of East Asia are as wide as the type is high in every font.
    """
    font = source_sans()
    advances = (font.semibold if weight == "semibold" else font.regular).advances
    known = all(sign in advances or unicodedata.east_asian_width(sign) in {"W", "F"} for sign in words)
    return font.width(words, size, weight) if known else None


def source_sans_file(weight: Weight) -> Path:
    """Return the font file of a weight."""
    folder = importlib.resources.files("font_source_sans_pro") / "files"
    name = "SourceSansPro-Semibold.ttf" if weight == "semibold" else "SourceSansPro-Regular.ttf"
    return Path(str(folder / name))


@cache
def _elsewhere(character: str) -> float:
    """Return the advance, in em, of a character that the font does not have."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return _PICTOGRAM if character >= _FIRST_PICTOGRAM else 1.0
    return _fallback().advances.get(character, _UNKNOWN)


@cache
def _fallback() -> Face:
    found = importlib.util.find_spec("matplotlib")
    places = found.submodule_search_locations if found else None
    return face(Path(next(iter(places or [""]))) / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf")


def _split(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces between which a line may break, each with the gap before it."""
    for number, word in enumerate(text.split() or [""]):
        for position, piece in enumerate(_BREAKS.split(word)):
            yield piece, " " if number and not position else ""


def _from_table(table: Mapping[str, Any]) -> Face:
    widths = {
        character: int(width) / 1000
        for width, characters in table["widths"].items()
        for character in characters
    }
    return Face(MappingProxyType(widths), table["ascent"], table["descent"])
