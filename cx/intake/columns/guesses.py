"""Touchpoint and satisfaction by their contents, where no name says so."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from cx.intake.columns.assignment import Assignment
from cx.intake.columns.scales import scale_of
from cx.intake.sheet import Table
from cx.process import steps
from cx.records.file import BLANK, TEXT, Column, Role

CONFIDENCE = 0.4
GROUPS: tuple[Role, ...] = ("note", "journey", "channel", "segment", "owner")
_AT_FRONT = 30
_MOMENT = re.compile(r"\s*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:\D|$)")
_UNEXPLAINED = ("unknown", "no_name", "only_numbers", "no_numbers")
_CODE = re.compile(r"(?=\D{0,20}\d)[A-Za-z0-9][A-Za-z0-9_./-]{0,19}")
_LONGEST_CODE = 21
_HALF = 0.5
_NEARLY_ALL = 0.8
_FEWEST = 2
_LONGEST_SCALE, _MOST_FREE = 10, 3


def complete(columns: Assignment) -> None:
    """Find touchpoint and satisfaction by their contents; take back periods and goals that are none."""
    if not columns.of("touchpoint"):
        _guess_touchpoint(columns)
    if columns.of("touchpoint"):
        if not columns.of("satisfaction"):
            _guess_scores(columns)
        if columns.of("satisfaction"):
            _guess_volume(columns)
    _take_back_dates(columns)
    _take_back_goals(columns)


def _guess_touchpoint(columns: Assignment) -> None:
    """Names of their own, else descriptions, channels, journeys or segments that each stand in one row.

    In a table of periods each stands in one row of a period.
    """
    places = _names(columns) or _groups(columns)
    if places:
        columns.give(places[0], "touchpoint", CONFIDENCE, "content_names")
    if len(places) > 1 and _different(columns, places[1]) >= _NEARLY_ALL * _different(columns, places[0]):
        columns.contest("touchpoint", places[0], places[1])


def _free(columns: Assignment) -> list[int]:
    return [
        place
        for place in columns.of("ignore")
        if columns.readings[place].reason in _UNEXPLAINED and place not in columns.fixed
    ]


def _names(columns: Assignment) -> list[int]:
    """Columns of texts that mostly differ, the most different first."""
    found = []
    for place in steps(_free(columns)):
        column = columns.table.columns[place]
        texts = column.codes[column.kinds == TEXT]
        filled = int(np.count_nonzero(column.kinds != BLANK))
        if columns.numbers[columns.table.letters[place]].share > _HALF or len(texts) < _FEWEST:
            continue
        if _are_moments(column, texts):
            continue
        if len(texts) >= _NEARLY_ALL * filled and filled >= _HALF * columns.table.height:
            found.append((_are_coded(column, texts), -len(np.unique(texts)), place))
    return [place for _, _, place in sorted(found)]


def holds_codes_of(table: Table, place: int, names: int) -> bool:
    """Return whether a column holds the codes of things whose names stand in another one."""
    coded = []
    for at in (place, names):
        column = table.columns[at]
        texts = column.codes[column.kinds == TEXT]
        coded.append(bool(len(texts)) and _are_coded(column, texts))
    return coded == [True, False]


def _are_coded(column: Column, texts: npt.NDArray[np.int64]) -> bool:
    """Whether most texts are one word with a digit in it, as codes of things are whose names stand beside."""
    names = [column.texts[code].strip()[:_LONGEST_CODE] for code in np.unique(texts)]
    return sum(bool(_CODE.fullmatch(name)) for name in names) > _HALF * len(names)


def _are_moments(column: Column, texts: npt.NDArray[np.int64]) -> bool:
    """Most of the texts start as dates do: ``12-03-2026 10:04``."""
    different, counts = np.unique(texts, return_counts=True)
    starts = [column.texts[code].lstrip()[:_AT_FRONT] for code in different]
    dated = sum(int(n) for start, n in zip(starts, counts, strict=True) if _MOMENT.match(start))
    return dated > _HALF * len(texts)


def _groups(columns: Assignment) -> list[int]:
    height = columns.table.height
    places = [place for role in GROUPS for place in columns.of(role) if place not in columns.fixed]
    return [place for place in steps(places) if _different(columns, place) == height > 1] or [
        place for place in steps(places) if _tells_apart(columns, place)
    ]


def _tells_apart(columns: Assignment, place: int) -> bool:
    """Whether a column names each row within its period: the same things come back in each of several."""
    periods = columns.of("period")
    if len(periods) != 1 or _different(columns, place) < _FEWEST or _different(columns, periods[0]) < _FEWEST:
        return False
    ids = np.stack([columns.table.labels(one).ids for one in (place, periods[0])], axis=1)
    return bool((ids > 0).all()) and len(np.unique(ids, axis=0)) == columns.table.height


def _different(columns: Assignment, place: int) -> int:
    return columns.table.labels(place).count


def _guess_scores(columns: Assignment) -> None:
    """The only scores among numbers that nothing explains; whole, large numbers beside them are volumes."""
    by_name = any(columns.readings[place].confidence > CONFIDENCE for place in columns.of("touchpoint"))
    if not by_name and not _only_texts(columns):
        return
    free = [place for place in steps(_free(columns)) if _has_numbers(columns, place)]
    likely = [place for place in steps(free) if _may_be_scores(columns, place)]
    broken = [place for place in steps(likely) if _are_broken(_found(columns, place))]
    one = likely if len(likely) == 1 else broken
    counts = [place for place in free if place not in likely and _are_counts(_found(columns, place))]
    others = [place for place in free if place not in one and place not in counts]
    stated = [place for place in steps(free) if _is_stated(columns, place)]
    if len(stated) == 1:  # who says what a number is out of, tells of a score
        columns.give(stated[0], "satisfaction", CONFIDENCE, "content_scores")
        return
    if len(one) != 1 or not (by_name or broken) or others or len(free) > _MOST_FREE:
        return
    columns.give(one[0], "satisfaction", CONFIDENCE, "content_scores")


def _guess_volume(columns: Assignment) -> None:
    """The only whole, large numbers that nothing explains are how often a touchpoint is met."""
    names = columns.of("touchpoint")
    if columns.of("volume") or columns.of("n") or not names:
        return
    if _different(columns, names[0]) < _NEARLY_ALL * columns.table.height and not columns.of("period"):
        return  # a row is an answer or a customer, and its number says which
    free = [place for place in steps(_free(columns)) if _has_numbers(columns, place)]
    counts = [place for place in free if _are_counts(_found(columns, place))]
    if len(counts) == 1 and len(free) <= _MOST_FREE:
        columns.give(counts[0], "volume", CONFIDENCE, "content_counts")


def _only_texts(columns: Assignment) -> bool:
    """Whether the column of names is the only one of texts."""
    table = columns.table
    filled = [
        place for place, column in enumerate(steps(table.columns)) if bool((column.kinds != BLANK).any())
    ]
    return [p for p in filled if columns.numbers[table.letters[p]].share <= _HALF] == columns.of("touchpoint")


def _has_numbers(columns: Assignment, place: int) -> bool:
    read = columns.numbers[columns.table.letters[place]]
    return read.share >= _HALF and len(read.found) >= _FEWEST


def _found(columns: Assignment, place: int) -> npt.NDArray[np.float64]:
    return columns.numbers[columns.table.letters[place]].found


def _may_be_scores(columns: Assignment, place: int) -> bool:
    """Short numbers, or numbers on the scale that the header states."""
    values = _found(columns, place)
    return _is_scores(values) or _is_stated(columns, place)


def _is_stated(columns: Assignment, place: int) -> bool:
    """Different numbers within a scale that their header states."""
    values = _found(columns, place)
    stated = scale_of(columns.table.headers[place], values)
    low, high = stated.scale.minimum, stated.scale.maximum
    return bool(
        stated.stated
        and stated.scale.kind != "percent"
        and ((values >= low) & (values <= high)).all()
        and len(np.unique(values)) > 1
    )


def _is_scores(values: npt.NDArray[np.float64]) -> bool:
    """Short, and neither one value throughout nor a count from 1 up."""
    counted = np.array_equal(values, np.arange(1, len(values) + 1))
    short = values.min() >= 0 and values.max() <= _LONGEST_SCALE
    return bool(short and len(np.unique(values)) > 1 and not counted)


def _are_broken(values: npt.NDArray[np.float64]) -> bool:
    """Mostly with decimals, as means are."""
    return bool(np.mean(values != np.rint(values)) > _HALF)


def _are_counts(values: npt.NDArray[np.float64]) -> bool:
    """Whole, not below zero, mostly beyond every scale of answers, and no running number."""
    whole = bool((values == np.rint(values)).all()) and values.min() >= 0
    running = len(np.unique(np.diff(values))) == 1
    return bool(whole and not running and np.median(values) > _LONGEST_SCALE)


def _take_back_dates(columns: Assignment) -> None:
    """Dates that differ from row to row, beside touchpoints that do too, are no periods."""
    often = _HALF * max(columns.table.height, 2 * _FEWEST)
    names = columns.of("touchpoint")
    if not names or _different(columns, names[0]) <= often:
        return
    for place in steps(columns.of("period")):
        if place not in columns.fixed and _different(columns, place) > often:
            columns.ignore(place, "no_repeats")


def _take_back_goals(columns: Assignment) -> None:
    """A column that is only named after a goal holds no effects where another is named impact."""
    impacts = [place for place in columns.of("impact") if place not in columns.fixed]
    named = [place for place in columns.of("impact") if columns.readings[place].reason != "name_goal"]
    for place in impacts if named else []:
        if columns.readings[place].reason == "name_goal":
            columns.ignore(place, "other_impact")
