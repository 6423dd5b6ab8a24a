"""Periods in order of time, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cx.intake.cells.days import days_of
from cx.intake.words import MONTHS, month_otherwise, plain

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_QUARTERS = r"(?:q|k|kwartaal|quarter|quartal|trimestre)"
_QUARTER = re.compile(rf"\b(?:{_QUARTERS}|t)\s*([1-4])\b|\b([1-4])\s*(?:e|de|st|nd|rd|th)?\s*{_QUARTERS}\b")
_HALF = re.compile(
    r"\b(?:h|half|halfjaar|s|semester|hj)\s*([12])\b|\b([12])\s*(?:e|st|nd)?\s*(?:h|half|halfjaar|hj)\b"
)
_WEEK = re.compile(r"\b(?:w|wk|week|kw)\s*(\d{1,2})\b")
_PARTS = (
    (r"\b(?:semest\w*|half|halfjaar|halbjahr|semestre)\b", 2), (r"\btrimest\w*\b", 4),
    (r"\b(?:quarter|kwartaal|quartal)\b", 4), (r"\b(?:month|maand|monat|mois|mes)\b", 12),
    (r"\b(?:week|woche|semaine|semana)\b", 53), (r"\b(?:year|jaar|jahr|annee|ano)\b", 0),
)  # fmt: skip
"""What headers call parts of a year to how many it has at most; 0 for the year itself."""
_FIRST_YEAR = 1_000
_SURVEYS = ((r"\b(?:nul|0)\s?meting\b", 0.0), (r"\bvoormeting\b", 0.0), (r"\bnameting\b", 2.0))
"""Surveys by name: the one before comes before the first."""
_DAYS = 31
_LAST_MONTH = 12
_WEEK_DAYS, _YEAR_WEEKS = 7, 365.25 / 7
_PART = re.compile(r"(\d+)")

Key = tuple[int, float, float, float, str]


def in_order(periods: Iterable[str]) -> tuple[str, ...]:
    """Return the different periods in order of time, the latest last.

    Examples
    --------
    >>> in_order(["Q1 2027", "Q3 2026", "K4 2026"])
    ('Q3 2026', 'K4 2026', 'Q1 2027')
    >>> in_order(["juli 2026", "12_2015", "2026-02"])
    ('12_2015', '2026-02', 'juli 2026')
    >>> in_order(["wave 10", "wave 9"])
    ('wave 9', 'wave 10')
    >>> in_order(["31-12-2025", "01-03-2026", "30-09-2025"])
    ('30-09-2025', '31-12-2025', '01-03-2026')
    """
    found = tuple(dict.fromkeys(period for period in periods if period))
    days = dict(zip(found, days_of(found).moments, strict=True))
    known = {period: day for period, day in days.items() if day is not None}
    return tuple(sorted(found, key=known.__getitem__ if len(known) == len(found) else _key))


def are_periods(names: Iterable[str]) -> bool:
    """Return whether every name says a year, or a part of one.

    Examples
    --------
    >>> are_periods(["Q1", "Q2"]), are_periods(["2025", "2026"]), are_periods(["North", "South"])
    (True, True, False)
    """
    return all(_key(name)[0] == 0 for name in set(names))


def beyond_calendar(header: str, numbers: Iterable[float]) -> bool:
    """Return whether bare numbers are more than the calendar has of what a header names.

    Semester 7 is one that somebody is in, and year 3 one of a study: neither is when people were asked.

    Examples
    --------
    >>> beyond_calendar("Semester", [1.0, 7.0]), beyond_calendar("Quarter", [1.0, 4.0])
    (True, False)
    >>> beyond_calendar("Year", [2025.0])
    False
    >>> beyond_calendar("Year", [1.0, 2.0, 3.0]), beyond_calendar("Wave", [1.0, 12.0])
    (True, False)
    """
    held = list(numbers)
    words = plain(header)
    parts = next((most for unit, most in _PARTS if re.search(unit, words)), None)
    if parts is None or not held:
        return False
    return max(held) < _FIRST_YEAR if parts == 0 else max(held) > parts and max(held) < _FIRST_YEAR


def weeks_in(period: str) -> float | None:
    """Return how many weeks a period has, as its name says; ``None`` where it says no length.

    Examples
    --------
    >>> [round(weeks_in(name), 2) for name in ("2026", "Q3 2026", "H1 26", "juli 2026", "2026-07", "wk 12")]
    [52.18, 13.04, 26.09, 4.35, 4.35, 1.0]
    >>> weeks_in("31-12-2025") == 1 / 7, weeks_in("wave 2"), weeks_in("2025-2026"), weeks_in("nulmeting")
    (True, None, None, None)
    """
    words = plain(period)
    years = _YEAR.findall(words)
    if days_of([period]).moments[0] is not None:
        return 1 / _WEEK_DAYS
    if len(years) > 1 or any(re.search(name, words) for name, _ in _SURVEYS):
        return None
    rest = _YEAR.sub(" ", words, count=1).strip()
    for pattern, parts in ((_QUARTER, 4), (_HALF, 2)):
        if pattern.search(rest):
            return _YEAR_WEEKS / parts
    if _WEEK.search(rest):
        return 1.0
    named = any(word in MONTHS for word in rest.split()) or month_otherwise(period) is not None
    numbers = [int(number) for number in _PART.findall(rest)]
    if named or (years and len(numbers) == 1 and 1 <= numbers[0] <= _LAST_MONTH):
        return _YEAR_WEEKS / _LAST_MONTH
    return _YEAR_WEEKS if years and not rest.strip(" -_./") else None


def latest_year(text: str) -> int:
    """Return the latest year that a text names; 0 where it names none.

    Examples
    --------
    >>> latest_year("Tevredenheid 2025-2026"), latest_year("CSAT")
    (2026, 0)
    """
    return max((int(year) for year in _YEAR.findall(text)), default=0)


def _key(period: str) -> Key:
    words = plain(period)
    year = _YEAR.search(words)
    within = within_year(_YEAR.sub(" ", words, count=1)) if year else within_year(words)
    if within is None and (month := month_otherwise(period)) is not None:
        within = float(month), 0.0
    if year:
        return 0, float(year.group()), *(within or (0.0, 0.0)), period
    if within:
        return 0, _short_year(words), *within, period
    numbers = _PART.findall(words)
    return (
        1,
        float(numbers[0]) if numbers else 0.0,
        float(numbers[1]) if len(numbers) > 1 else 0.0,
        0.0,
        words,
    )


def _short_year(words: str) -> float:
    """``Q3 26`` and ``jul 26``: two digits at the end."""
    found = re.search(r"\b(\d\d)$", words)
    return 2000.0 + float(found.group(1)) if found and " " in words else 0.0


def within_year(words: str) -> tuple[float, float] | None:
    """Return the month and day at which a period inside a year begins; ``None`` where none is named."""
    survey = next((place for name, place in _SURVEYS if re.search(name, words)), None)
    if survey is not None:
        return survey, 0.0
    for pattern, months in ((_QUARTER, 3), (_HALF, 6)):
        found = pattern.search(words)
        if found:
            return (int(found.group(1) or found.group(2)) - 1) * months + 1.0, 0.0
    week = _WEEK.search(words)
    if week:
        return 1.0 + int(week.group(1)) * 7 / 30.5, 0.0
    month = next((MONTHS[word] for word in words.split() if word in MONTHS), None)
    numbers = [int(number) for number in _PART.findall(words)]
    if month is not None:
        return float(month), float(next((number for number in numbers if number <= _DAYS), 0))
    return _numbered(numbers)


def _numbered(numbers: list[int]) -> tuple[float, float] | None:
    """``2026-07``, ``07_2015``, ``2026-07-31`` and ``31-07-2026`` with the year taken out."""
    if len(numbers) > 1 and numbers[0] > _LAST_MONTH:
        numbers = [numbers[1], numbers[0], *numbers[2:]]
    if not numbers or not 1 <= numbers[0] <= _LAST_MONTH:
        return None
    return float(numbers[0]), float(numbers[1]) if len(numbers) > 1 else 0.0
