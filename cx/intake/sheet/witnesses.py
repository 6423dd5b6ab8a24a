"""What speaks for a row being the header: above all what stands below it, and never how long its texts are.

Below a header other kinds of cells begin, or answers that come back; its own texts come back nowhere, and
differ from one another. Known names are one witness among several.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from cx.intake.sheet.head import Counts, Flags, Head
from cx.intake.words import named
from cx.process import steps

_VAGUE = 0.65
_ONE_NAME, _ALONE = 3.0, 4.0
_CARRIED, _ANSWERS, _ONCE, _OFTEN, _SHARED, _ALIKE = 0.3, 0.7, 1.5, 3.0, 1.0, 2.0
"""What a text above anything weighs, one above answers that come back; one that comes back once in its own
column or more often, one that comes back in other columns, and one that is made like the cells below it."""
_LATE, _LATEST = 0.25, 3.0
_FEWEST, _FEWEST_DATES, _FEWEST_STEPS = 3, 2, 4
_TWO, _SEVERAL, _MOST = 2, 4, 0.5


def scores(head: Head) -> npt.NDArray[np.float64]:
    """Return how much each row looks like a header; 0 or less: not at all. Shape (rows,)."""
    runs = in_runs(head)
    contrast = above_numbers(head) & (head.words | runs)
    carried = head.words & (head.filled_below > 0)
    others = head.filled & ~head.words & ~runs
    back = come_back(head)
    found = (
        contrast.sum(axis=1)
        + _CARRIED * carried.sum(axis=1)
        + _ANSWERS * (above_answers(head) & ~contrast & (back == 0)).sum(axis=1)
        - others.sum(axis=1)
        - back.sum(axis=1)
        - _ALIKE * made_alike(head).sum(axis=1)
        - _ALONE * (_alone(head) & ~runs.any(axis=1))
        - np.minimum(_LATE * np.arange(len(head.places)), _LATEST)
    )
    known = np.array([weight_of(_texts(head, row)) for row in steps(range(len(head.places)))])
    last = np.arange(len(head.places)) == len(head.places) - 1
    bare = last | ~(head.words | runs).any(axis=1)
    whole = np.where(bare, np.maximum(0.0, known - _ONE_NAME), known + found)
    whole[~contrast.any(axis=1) & _answered(head, back)] = 0.0
    return whole


def weight_of(texts: Iterable[str]) -> float:
    """Return what the known names in a row weigh: sure ones much, vague ones little, each role once."""
    found: dict[str, float] = {}
    for text in texts:
        role, confidence, _ = named(text)
        if role:
            found[role] = max(found.get(role, 0.0), 3 * confidence if confidence > _VAGUE else 1.0)
    return sum(found.values())


def _answered(head: Head, back: npt.NDArray[np.float64]) -> Flags:
    """Whether a row holds as many answers as names: texts that come back, or are made like those below."""
    answers = ((back > 0) | made_alike(head)).sum(axis=1)
    mostly: Flags = (answers > 0) & (_SEVERAL * answers >= head.filled.sum(axis=1))
    return mostly


def _texts(head: Head, row: int) -> list[str]:
    return [head.texts[one] for one in head.ids[row][head.words[row]]]


def _alone(head: Head) -> Flags:
    """Whether a row holds one text only, above wider ones: a title."""
    width = head.filled.sum(axis=1)
    wider = [bool((width[row + 1 : row + 9] > 1).any()) for row in range(len(width))]
    found: Flags = (head.words.sum(axis=1) == 1) & np.array(wider)
    return found


def above_numbers(head: Head) -> Flags:
    """Return whether the next cells below each cell are mostly numbers or dates."""
    numbers, filled = head.numbers_below, head.filled_below
    mostly: Flags = _TWO * numbers >= np.maximum(filled, 1)
    return mostly


def above_answers(head: Head) -> Flags:
    """Return whether below a text mostly texts stand that come back, here or in other columns."""
    found = np.zeros(head.ids.shape, dtype=bool)
    for row in np.flatnonzero(head.words.any(axis=1)):
        ids, words = head.ids[row + 1 :], head.words[row + 1 :]
        often = np.bincount(ids[words], minlength=len(head.texts))
        again = (words & (often[ids] > 1)).sum(axis=0)
        count = words.sum(axis=0)
        found[row] = head.words[row] & (count >= _TWO) & (again > _MOST * count)
    return found


def come_back(head: Head) -> npt.NDArray[np.float64]:
    """Return per text what it weighs that it stands elsewhere too, as answers do and names of columns do not.

    A row that comes back whole, as a header does on each printed page, is counted once; so is a column that
    holds nothing but its own name, as ticked choices do.
    """
    own, shared = np.zeros(head.ids.shape), np.zeros(head.ids.shape)
    copies = head.copies
    total = np.bincount(head.ids[head.words], minlength=len(head.texts))
    for row in np.flatnonzero(head.words.any(axis=1)):
        ids = head.ids[row]
        here = np.bincount(ids[head.words[row]], minlength=len(head.texts))
        own[row] = (head.ids == ids).sum(axis=0) - copies[row]
        shared[row] = total[ids] - copies[row] * here[ids]
    weight = np.select([own > 1, own > 0, shared > 1], [_OFTEN, _ONCE, _SHARED], 0.0)
    return np.where(head.words & ~_ticked(head), weight, 0.0)


def _ticked(head: Head) -> Flags:
    """Whether a column holds one text only, again and again."""
    ids = np.where(head.words, head.ids, 0)
    top = ids.max(axis=0)
    one = ((ids == top) | (ids == 0)).all(axis=0) & (top > 0)
    return np.broadcast_to(one, head.ids.shape)


def made_alike(head: Head) -> Flags:
    """Return whether a text is made like most cells below it: an address above addresses."""
    found = np.zeros(head.ids.shape, dtype=bool)
    patterns, filled = head.patterns, head.filled_below
    for row in np.flatnonzero(patterns.any(axis=1)):
        alike = (patterns[row + 1 : row + 9] == patterns[row]).sum(axis=0)
        found[row] = (patterns[row] > 0) & (alike > _MOST * filled[row])
    return found


def in_runs(head: Head) -> Flags:
    """Return whether a cell belongs to a row's run of years, digits or dates that name columns."""
    found = np.zeros(head.ids.shape, dtype=bool)
    told = (head.years, ~np.isnan(head.values), head.dates)
    for flags, fewest, marked in zip(
        told, (_FEWEST, _FEWEST, _FEWEST_DATES), (_years, _digits, _dates), strict=True
    ):
        for row in np.flatnonzero(flags.sum(axis=1) >= fewest):
            found[row] |= marked(head, int(row))
    return found


def _years(head: Head, row: int) -> Flags:
    """At least three years, one behind the other."""
    places = np.flatnonzero(head.years[row])
    years = np.array([int(head.texts[head.ids[row, place]]) for place in places])
    return _marked(head, places) if _climbs(years, _FEWEST) else _marked(head, places[:0])


def _digits(head: Head, row: int) -> Flags:
    """Numbers in equal steps above numbers that are in none; what stands beside them names columns too."""
    places = np.flatnonzero(~np.isnan(head.values[row]))
    steps = np.diff(head.values[row, places]) if np.isfinite(head.values[row, places]).all() else np.array([])
    even = len(steps) > 0 and bool((steps == steps[0]).all()) and steps[0] != 0
    enough = len(places) >= (_FEWEST if even and abs(steps[0]) == 1 else _FEWEST_STEPS)
    others = head.filled[row] & np.isnan(head.values[row])
    if not (even and enough) or not head.words[row][others].all() or _stepped_below(head, row, places):
        return _marked(head, places[:0])
    return _marked(head, places)


def _stepped_below(head: Head, row: int, places: Counts) -> bool:
    """Whether the next rows step the same way, are no numbers, or the row above names these columns."""
    next_rows = head.values[row + 1 : row + 9][:, places]
    known = np.isfinite(next_rows).all(axis=1)
    if not known.any() or (row and head.words[row - 1][places].all()):
        return True
    steps = np.diff(next_rows[known], axis=1)
    return bool(np.mean((steps == steps[:, :1]).all(axis=1)) > _MOST)


def _dates(head: Head, row: int) -> Flags:
    """At least two dates, one behind the other, above numbers that are no dates."""
    places = np.flatnonzero(head.dates[row])
    plain = (head.numbers_below - head.dates_below)[row] >= np.maximum(head.filled_below[row], 1) * _MOST
    days = np.array([head.texts[head.ids[row, place]] for place in places])
    _, order = np.unique(days, return_inverse=True)
    rising = _climbs(order.reshape(-1), _FEWEST_DATES) and bool(plain[places].all())
    return _marked(head, places if rising else places[:0])


def _climbs(numbers: Counts, fewest: int) -> bool:
    steps = np.diff(numbers)
    return len(numbers) >= fewest and bool((steps > 0).all() or (steps < 0).all())


def _marked(head: Head, places: Counts) -> Flags:
    found = np.zeros(head.ids.shape[1], dtype=bool)
    found[places] = True
    return found
