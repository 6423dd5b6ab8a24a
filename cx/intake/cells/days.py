"""Dates typed as text, in the order of day and month that their column shows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from cx.intake.cells.numerals import plain_numbers
from cx.intake.words import MONTHS, plain
from cx.records.file import BLANK, DATE, TEXT, Column

Order = Literal["day", "month"]
"""What comes first where the year comes last."""
_TIME = (
    r"(?:[t,\s]+(\d{1,2})[:.u](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(?:z|[+-]\d\d:?\d\d)?)?"
)
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.]?)(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.IGNORECASE)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/. ])(\d{{1,2}})\2'?(\d{{4}}|\d{{2}}){_TIME}", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:(?:ma|di|wo|do|vr|za|zo)(?:andag|nsdag|ensdag|nderdag|ijdag|terdag|ndag)?"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)[.,]{0,2}\s+",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:e|de|ste|st|nd|rd|th|er)?\.?[-/ ]+(?:of )?)?([a-zà-ÿ]{3,10})\.?[-/ ,]+"
    r"(?:(\d{1,2})(?:e|de|ste|st|nd|rd|th)?,?[-/ ]+)?'?(\d{4}|\d{2})" + _TIME,
    re.IGNORECASE,
)
_LONGEST = 80
"""No date has more signs than that, with its weekday, time and zone."""
_ISO, _ISO_LENGTH = re.compile(r"[12]\d{3}-[01]\d-[0-3]\d"), 10
_TURN = 70
"""Two-digit years from here on are of the last century."""
_LAST_MONTH, _NOON = 12, 12
_SAMPLE, _MOSTLY = 200, 0.8
_DIGITS = 8
"""Of a date that is written without a sign between its parts."""


@dataclass(frozen=True)
class Days:
    """Texts read as moments."""

    moments: tuple[dt.datetime | None, ...]
    """Per text; ``None`` where it is no date."""
    order: Order = "day"
    """How those with the year last were read."""
    unclear: bool = False
    """Nothing in the texts tells that order."""


def days_of(texts: Sequence[str]) -> Days:
    """Return texts read as moments; ``03/04/2026`` is read as the others of its column show.

    Examples
    --------
    >>> days_of(["03/04/2026", "12/31/2025"]).moments[0], days_of(["03/04/2026"]).unclear
    (datetime.datetime(2026, 3, 4, 0, 0), True)
    >>> [moment.date().isoformat() for moment in days_of(["31-12-2025", "3 mrt 2026", "1 jan. '26"]).moments]
    ['2025-12-31', '2026-03-03', '2026-01-01']
    """
    firm, pairs, slashed, halves = 0, 0, 0, 0
    for text in texts:
        found = _YEAR_LAST.fullmatch(_bare(text))
        if found:
            first, second = int(found.group(1)), int(found.group(3))
            firm += (first > _LAST_MONTH) - (second > _LAST_MONTH)
            pairs += first <= _LAST_MONTH and second <= _LAST_MONTH and first != second
            slashed += found.group(2) == "/"
            halves += bool(found.group(8))
    order: Order = "month" if firm < 0 or (firm == 0 and halves and slashed) else "day"
    unclear = bool(pairs and firm == 0 and slashed and not halves)
    return Days(tuple(_moment(_bare(text), order) for text in texts), order, unclear)


def are_days(texts: Iterable[str]) -> bool:
    """Return whether every text is a date with its day."""
    known = list(texts)
    return bool(known) and all(moment is not None for moment in days_of(known).moments)


def day_count(column: Column) -> int:
    """Return how many cells hold a date, as a date or typed as text."""
    dates = int(np.count_nonzero(column.kinds == DATE))
    typed = column.different(column.kinds == TEXT)
    some = [column.texts[code] for code in typed[:_SAMPLE]]
    if (
        not some
        or _are_numbers(some)
        or sum(day is not None for day in days_of(some).moments) < _MOSTLY * len(some)
    ):
        return dates
    days = [code for code, day in enumerate(days_of(column.texts).moments) if day is not None]
    return dates + int(np.count_nonzero(np.isin(column.codes, days) & (column.kinds == TEXT)))


def _are_numbers(texts: Sequence[str]) -> bool:
    """Whether all are digits with at most one point, and none as many as a date without its signs."""
    return all(len(text) != _DIGITS for text in texts) and plain_numbers(texts) is not None


def span_of(column: Column) -> tuple[str, str] | None:
    """Return the first and the last day of a column of days, in ISO form; ``None`` where it is none."""
    filled = int(np.count_nonzero(column.kinds != BLANK))
    if not filled or day_count(column) < _MOSTLY * filled:
        return None
    texts = {column.texts[code] for code in column.different(np.isin(column.kinds, (DATE, TEXT)))}
    days = {text[:_ISO_LENGTH] for text in texts}
    if not all(_ISO.fullmatch(day) for day in days):
        days = {day.date().isoformat() for day in days_of(list(texts)).moments if day is not None}
    return min(days), max(days)


def _bare(text: str) -> str:
    if len(text) > _LONGEST and len(text := text.strip()) > _LONGEST:
        return ""
    words = " ".join(text.split())
    weekday = _WEEKDAY.match(words)
    return words[weekday.end() :] if weekday else words


def _moment(text: str, order: Order) -> dt.datetime | None:
    for read in (_year_first, _year_last, _named):
        try:
            found = read(text, order)
        except ValueError:  # no such day: the thirtieth of February, or another order than the column's
            return None
        if found is not None:
            return found
    return None


def _year_first(text: str, _: Order) -> dt.datetime | None:
    found = _YEAR_FIRST.fullmatch(text)
    if not found or (not found.group(2) and len(found.group(3) + found.group(4)) != 4):  # noqa: PLR2004 - MMDD
        return None
    return _at(int(found.group(1)), int(found.group(3)), int(found.group(4)), found.groups()[4:])


def _year_last(text: str, order: Order) -> dt.datetime | None:
    found = _YEAR_LAST.fullmatch(text)
    if not found:
        return None
    first, second = int(found.group(1)), int(found.group(3))
    by_day = first > _LAST_MONTH or (order == "day" and second <= _LAST_MONTH)
    day, month = (first, second) if by_day else (second, first)
    return _at(_year(found.group(4)), month, day, found.groups()[4:])


def _named(text: str, _: Order) -> dt.datetime | None:
    """``3 mrt 2026`` and ``March 3, 2026``; a month without a day is no day."""
    found = _NAMED.fullmatch(text)
    if not found:
        return None
    month, day = MONTHS.get(plain(found.group(2))), found.group(1) or found.group(3)
    if month is None or not day:
        return None
    return _at(_year(found.group(4)), month, int(day), found.groups()[4:])


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - it has its century
        return year
    return year + (1900 if year >= _TURN else 2000)


def _at(year: int, month: int, day: int, clock: Sequence[str | None]) -> dt.datetime:
    hour, minute, second, half = clock
    hours = int(hour or 0)
    if half:
        hours = hours % _NOON + (_NOON if half.lower().startswith("p") else 0)
    return dt.datetime(year, month, day, hours, int(minute or 0), int(second or 0))  # noqa: DTZ001 - cells have no zone
