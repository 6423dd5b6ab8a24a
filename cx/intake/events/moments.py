"""Times of events: instants where an offset is stated, else as they stand; in microseconds since 1970."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.intake.cells import days_of
from cx.records.file import DATE, NUMBER, TEXT, Column

Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
_ISO = re.compile(
    r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?"
    r"\s*(?:(Z|z|UTC|GMT)|([+-])(\d\d):?(\d\d)?)?\s*"
)
_OFFSET = re.compile(
    r"\d[:.]\d\d(?:[:.]\d\d(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:(Z|z|UTC|GMT)|([+-])(\d\d):?(\d\d)?)\s*$"
)
_CLOCK = re.compile(
    r"\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d*)?)?\s*([ap]\.?m\.?)?\s*", re.IGNORECASE
)
_HAS_CLOCK = re.compile(r"\d{1,2}[:.uh]\d{2}|[T ]\d{2}:")
_FRACTION = re.compile(r"\d{1,2}:\d{2}:\d{2}[.,](\d{1,6})")
_COUNTED = re.compile(r"\s*\d{9,10}(?:\.\d+)?\s*|\s*\d{12,13}\s*|\s*\d{15,16}\s*")
_SECONDS, _MILLISECONDS, _MICROSECONDS = (3e8, 4e9), (3e11, 4e12), (3e14, 4e15)
"""Whole numbers that count from 1970, between 1979 and 2096."""
_SERIAL, _EPOCH = (20_000, 80_000), 25_569
"""Days since 1900, as spreadsheets count, and the one of 1970."""
SECOND, MINUTE, DAY = 1_000_000, 60_000_000, 86_400_000_000
_NOON = 12
NONE = np.iinfo(np.int64).min


@dataclass(frozen=True)
class Moments:
    """A column read as times."""

    local: Whole
    """Per row as the clock says; ``NONE`` where there is no time."""
    offset: Whole
    """Per row what the clock is ahead of UTC; ``NONE`` where it is not stated."""
    day_only: Flags
    """Whether a row has a day without a time of the day."""

    @property
    def known(self) -> Flags:
        """Whether a row has a time."""
        return np.asarray(self.local != NONE)


def moments_of(column: Column) -> Moments:
    """Return the times that a column's cells hold: dates, texts, and numbers that count from 1970 or 1900."""
    read = _texts(column.texts)
    height = len(column.kinds)
    local, offset = np.full(height, NONE), np.full(height, NONE)
    day_only = np.zeros(height, dtype=bool)
    typed = (column.codes >= 0) & np.isin(column.kinds, (TEXT, DATE))
    if len(column.texts):
        codes = column.codes[typed]
        local[typed], offset[typed], day_only[typed] = (part[codes] for part in read)
    counted = column.kinds == NUMBER
    if counted.any():
        local[counted], offset[counted] = _counted(column.numbers[counted])
    return Moments(local, offset, day_only)


def _texts(texts: Sequence[str]) -> tuple[Whole, Whole, Flags]:
    """Per different text its clock, its offset and whether it is a day alone; ISO forms at once."""
    local, offset = np.full(len(texts), NONE), np.full(len(texts), NONE)
    day_only = np.zeros(len(texts), dtype=bool)
    rest: list[int] = []
    counted: list[int] = []
    plain: list[tuple[int, str]] = []
    for at, text in enumerate(texts):
        found = _ISO.fullmatch(text)
        if found is None:
            (counted if _COUNTED.fullmatch(text) else rest).append(at)
            continue
        year, month, day, hour, minute, second, part, zulu, sign, hours, minutes = found.groups()
        clock = f"T{hour}:{minute}:{second or '00'}.{(part or '0')[:6]:0<6}" if hour else "T00:00:00.000000"
        plain.append((at, f"{year}-{month}-{day}{clock}"))
        day_only[at] = hour is None
        if zulu or sign:
            offset[at] = _ahead(zulu, sign, hours, minutes)
    _put(local, plain)
    if counted:
        local[counted], offset[counted] = _counted(np.array([float(texts[at]) for at in counted]))
    _other_forms(texts, rest, local, offset, day_only)
    return local, offset, day_only


def _put(local: Whole, plain: Sequence[tuple[int, str]]) -> None:
    """Write down ISO texts as moments; a day that no calendar has stays unknown."""
    places = [at for at, _ in plain]
    try:
        local[places] = np.array([text for _, text in plain], dtype="datetime64[us]").astype(np.int64)
    except ValueError:
        for at, text in plain:
            try:
                local[at] = np.datetime64(text, "us").astype(np.int64)
            except ValueError:
                continue


def _other_forms(
    texts: Sequence[str], rest: Sequence[int], local: Whole, offset: Whole, day_only: Flags
) -> None:
    """Dates in the forms that people and spreadsheets write, in the order of day and month that they show."""
    if not rest:
        return
    known = days_of([texts[at] for at in rest]).moments
    for at, moment in zip(rest, known, strict=True):
        if moment is None:
            continue
        text = texts[at]
        part = _FRACTION.search(text)
        small = int(f"{part.group(1):0<6}") if part else 0
        local[at] = int(np.datetime64(moment, "us").astype(np.int64)) + small
        day_only[at] = not _HAS_CLOCK.search(text)
        if zone := _OFFSET.search(text):
            offset[at] = _ahead(*zone.groups())


def _ahead(zulu: str | None, sign: str | None, hours: str | None, minutes: str | None) -> int:
    if zulu or not hours:
        return 0
    ahead = (int(hours) * 60 + int(minutes or 0)) * MINUTE
    return -ahead if sign == "-" else ahead


def _counted(numbers: npt.NDArray[np.float64]) -> tuple[Whole, Whole]:
    """Numbers that count seconds, milli- or microseconds from 1970 (instants), or days from 1900."""
    local, offset = np.full(len(numbers), NONE), np.full(len(numbers), NONE)
    for (low, high), unit in ((_SECONDS, SECOND), (_MILLISECONDS, 1_000), (_MICROSECONDS, 1)):
        inside = (numbers >= low) & (numbers < high)
        local[inside], offset[inside] = np.round(numbers[inside] * unit).astype(np.int64), 0
    inside = (numbers >= _SERIAL[0]) & (numbers < _SERIAL[1])
    local[inside] = np.round((numbers[inside] - _EPOCH) * 86_400).astype(np.int64) * SECOND
    return local, offset


def with_clock(days: Moments, column: Column) -> Moments:
    """Return days with the time of the day that stands in another column; without one a day stays a day."""
    clocks = np.array([*(clock_in(text) for text in column.texts), -1])
    clock = clocks[np.where(np.isin(column.kinds, (TEXT, DATE)), column.codes, -1)]
    known = (clock >= 0) & days.known & days.day_only
    local = np.where(known, days.local + clock, days.local)
    return Moments(local, days.offset, days.day_only & ~known)


def clock_in(text: str) -> int:
    """Return a time of the day in microseconds since midnight; -1 where a text is none.

    Examples
    --------
    >>> clock_in("9:30") // 60_000_000, clock_in("12:05 am") // 60_000_000, clock_in("25:00")
    (570, 5, -1)
    """
    found = _CLOCK.fullmatch(text)
    if not found:
        return -1
    hour, minute, second = int(found.group(1)), int(found.group(2)), int(found.group(3) or 0)
    if found.group(5):
        hour = hour % _NOON + (_NOON if found.group(5).lower().startswith("p") else 0)
    if hour > 23 or minute > 59 or second > 59:  # noqa: PLR2004 - a clock's ends
        return -1
    return (hour * 3_600 + minute * 60 + second) * SECOND + int(f"{found.group(4) or 0:0<6}")


def instants(parts: Sequence[Moments]) -> tuple[list[Whole], bool]:
    """Return per source the instants of its times, and whether some were read in the zone of others.

    Where no source states an offset, times are taken as they stand. Where some do, times without one are read
    with the offset of the stated time that is nearest by the clock, so that summer stays summer.
    """
    local = np.concatenate([one.local for one in parts])
    offset = np.concatenate([one.offset for one in parts])
    stated = (local != NONE) & (offset != NONE)
    bare = (local != NONE) & (offset == NONE)
    if not stated.any() or not bare.any():
        return [np.where(one.offset == NONE, one.local, one.local - one.offset) for one in parts], False
    order = np.argsort(local[stated], kind="stable")
    clocks, ahead = local[stated][order], offset[stated][order]
    return [_in_zone(one, clocks, ahead) for one in parts], True


def _in_zone(one: Moments, clocks: Whole, ahead: Whole) -> Whole:
    after = np.searchsorted(clocks, one.local).clip(0, len(clocks) - 1)
    before = (after - 1).clip(0)
    near = np.where(one.local - clocks[before] <= clocks[after] - one.local, before, after)
    offset = np.where(one.offset == NONE, ahead[near], one.offset)
    return np.where(one.known, one.local - np.where(one.known, offset, 0), NONE)
