"""Witnesses of what lenses read: the cells of one column, its neighbours, its header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.intake.tables import Seen
from cx.intake.words import answer_phrases as phrases
from cx.intake.words import plain
from cx.intake.words.headers import guessed_figure, lens_named
from cx.records.file import BOOL, TEXT, Role

Said = tuple[int, str, float]
"""Position of a column, name of the witness, strength."""
_NEARLY_ALL, _MOSTLY = 0.9, 0.8
_STEPS = 5
_LOST = "other_column"
"""Its header names what another column holds."""
_EFFECTS = "other_impact"
"""Its numbers may be effects on what its header names, as another column of impact is there."""
_NUMBERED = re.compile(r"(?:^|[^\d])([1-5])(?!\d)")
_LEVEL = re.compile(r"\b(?:level|niveau|l|pyramid|piramide|pyramide|stufe|trede|step)\s?\d?\b")
YES, NO, UNSAID = 1.0, 0.0, float("nan")


@dataclass(frozen=True)
class Scores:
    """The satisfaction of the table: what guesses lie beside."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """How far apart its lowest and highest score lie; at least 1."""
        return max(self.high - self.low, 1.0)


def flags(one: Seen) -> npt.NDArray[np.float64]:
    """Return (rows,) 1 where a cell says yes, 0 where it says no, NaN where it says neither.

    Numbers say it where the column has no others than 0 and 1.
    """
    found = np.full(one.table.height, UNSAID)
    column, numbers = one.column, one.numbers
    known = {code: _flag(column.texts[code]) for code in column.different(column.kinds == TEXT)}
    for row in np.flatnonzero(column.kinds == TEXT):
        found[row] = known[column.codes[row]]
    truths = column.kinds == BOOL
    found[truths] = column.numbers[truths]
    there = np.isfinite(numbers.values)
    if there.any() and np.isin(numbers.values[there], (NO, YES)).all():
        found[there] = numbers.values[there]
    return found


def _flag(text: str) -> float:
    words = plain(text) or text.strip().casefold()
    if words in phrases.YES or text.strip().casefold() in _TICKS:
        return YES
    return NO if words in phrases.NO else UNSAID


_TICKS = frozenset({"x", "\N{CHECK MARK}", "\N{HEAVY CHECK MARK}", "v"})


@dataclass(frozen=True)
class Column:
    """One column with what its cells say as yes and no."""

    seen: Seen

    @cached_property
    def flags(self) -> npt.NDArray[np.float64]:
        """(rows,) as :func:`flags` gives them."""
        return flags(self.seen)

    @property
    def place(self) -> int:
        """Its position, from 0."""
        return self.seen.place

    @cached_property
    def is_yes_no(self) -> bool:
        """Whether nearly all cells that hold anything say yes or no."""
        said = int(np.count_nonzero(~np.isnan(self.flags)))
        return bool(self.seen.filled) and said >= _NEARLY_ALL * self.seen.filled

    @cached_property
    def found(self) -> npt.NDArray[np.float64]:
        """Its numbers alone, where nearly all of its cells are numbers."""
        enough = self.seen.numbers.share >= _MOSTLY
        return self.seen.found if enough else np.empty(0)

    @cached_property
    def is_tally(self) -> bool:
        """Whether it counts contacts by its header and its cells, while another column is the volume."""
        named = self.seen.named
        found = self.found
        counts = bool(len(found)) and bool(np.all(found == np.rint(found))) and found.min() >= 0
        return counts and named.reason == _LOST and named.rival == "volume"


def heard(columns: Sequence[Seen], scores: Scores | None) -> Iterator[Said]:
    """Yield what is said of each of the columns that are left over."""
    each = [Column(one) for one in columns]
    for one in each:
        role, sure = lens_named(one.seen.header)
        if role is not None:
            yield one.place, f"lens_named:{role}", sure
            yield from ((one.place, name, 1.0) for name in _cells(one, scores))
    yield from _pairs(each)
    yield from ((place, "lens_five", 1.0) for place in five(each))


def _cells(one: Column, scores: Scores | None) -> Iterator[str]:
    seen = one.seen
    if seen.named.reason == _EFFECTS:
        yield "lens_effects"
    if one.is_yes_no:
        yield "lens_yes_no"
    if seen.table.days(seen.place) > _MOSTLY * seen.filled:
        yield "lens_days"
    elif len(one.found):
        yield from _numbers(one, scores)
    elif not one.is_yes_no:
        yield "lens_texts"
        yield "lens_few_names" if len(seen.names) < seen.filled else "lens_own_names"


def _numbers(one: Column, scores: Scores | None) -> Iterator[str]:
    found = one.found
    if not one.is_yes_no:
        yield "lens_numbers"
    whole = bool(np.all(found == np.rint(found)))
    yield "lens_steps" if whole and found.min() >= 0 and found.max() <= _STEPS else "lens_beyond_steps"
    yield "lens_counts" if whole and found.min() >= 0 else "lens_no_counts"
    if scores is not None and guessed_figure(one.seen.header) != "impact":
        inside = found.min() >= scores.low - scores.width and found.max() <= scores.high + scores.width
        yield "lens_like_scores" if inside else "lens_unlike_scores"
        yield "lens_small" if found.min() >= 0 and found.max() <= scores.width else "lens_large"


def _pairs(each: Sequence[Column]) -> Iterator[Said]:
    """The contacts that met a standard are no more than those that were measured, in any row.

    Of the two one may go without its name: a tally of contacts that stands in the same rows as its neighbour.
    Of several the one that lies closest.
    """
    met = [one for one in each if lens_named(one.seen.header)[0] == "met"]
    measured = [one for one in each if lens_named(one.seen.header)[0] == "measured"]
    for few in met:
        for many in measured:
            if _is_within(few, many):
                yield few.place, "lens_within", 1.0
                yield many.place, "lens_holds", 1.0
    tallies = [one for one in each if one.is_tally]
    for few in met if not measured else ():
        around = [one for one in tallies if _is_within(few, one) and _stands_beside(few, one)]
        if around:
            closest = min(around, key=lambda one: float(one.found.sum()))
            yield few.place, "lens_within", 1.0
            yield from _unnamed(closest, "measured", "lens_holds")
    for many in measured if not met else ():
        below = [one for one in tallies if _is_within(one, many) and _stands_beside(one, many)]
        if below:
            closest = max(below, key=lambda one: float(one.found.sum()))
            yield many.place, "lens_holds", 1.0
            yield from _unnamed(closest, "met", "lens_within")


def _unnamed(one: Column, role: Role, pair: str) -> Iterator[Said]:
    yield from ((one.place, name, 1.0) for name in (f"lens_beside:{role}", pair, "lens_counts"))


def _is_within(few: Column, many: Column) -> bool:
    own, whole = few.seen.numbers.values, many.seen.numbers.values
    both = np.isfinite(own) & np.isfinite(whole)
    return bool(both.any()) and bool((own[both] <= whole[both]).all())


def _stands_beside(one: Column, other: Column) -> bool:
    """Whether two columns hold numbers in the same rows, and not the same ones."""
    own, its = one.seen.numbers.values, other.seen.numbers.values
    same_rows = np.array_equal(np.isfinite(own), np.isfinite(its))
    return same_rows and not np.array_equal(own, its, equal_nan=True)


def five(each: Sequence[Column]) -> list[int]:
    """Return five columns that say yes or no of the levels 1 to 5, in that order; empty without."""
    found: dict[int, int] = {}
    for one in each:
        words = plain(one.seen.header)
        number = _NUMBERED.search(words)
        levels = bool(_LEVEL.search(words)) or words[:1].isdigit()
        if number and levels and (one.is_yes_no or not one.seen.filled):
            found.setdefault(int(number.group(1)), one.place)
    return [found[step] for step in sorted(found)] if sorted(found) == [1, 2, 3, 4, 5] else []
