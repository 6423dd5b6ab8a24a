"""Which period each of several files of one survey is about: by its name, else by the days of its answers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from cx.intake.cells import are_periods, within_year

_PARTS = re.compile(r"[^\W_]+")
_VERSION = re.compile(r"v\d{1,3}", re.IGNORECASE)
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR, _MONTH = 4, 7
_A_QUARTER = 3

Span = tuple[str, str]


def from_names(stems: Sequence[str]) -> list[str] | None:
    """Return the period that each file's name says; ``None`` where the names say none.

    Parameters
    ----------
    stems
        The names without their endings. What all of them begin or end with says nothing.

    Examples
    --------
    >>> from_names(["survey_2024_final", "survey_2025_final"]), from_names(["CSAT Q1", "CSAT Q2"])
    (['2024', '2025'], ['Q1', 'Q2'])
    >>> from_names(["export 20240105", "export 20250107"]), from_names(["north 1", "north 2"])
    (None, None)
    """
    own = _own_parts(stems)
    if not all(own) or len(set(own)) < len(own):
        return None
    years = [_YEARS.findall(text) for text in own]
    alone = all(len(found) == 1 for found in years)
    if alone and not any(within_year(_YEARS.sub(" ", text).casefold().strip()) for text in own):
        named = [found[0] for found in years]
    else:
        named = own if are_periods(own) and not any(text.isdigit() for text in own) else []
    return named if len(set(named)) == len(stems) else None


def _own_parts(stems: Sequence[str]) -> list[str]:
    """What each name has of its own, between what all begin and all end with."""
    parts = [[part for part in _PARTS.findall(stem) if not _VERSION.fullmatch(part)] for stem in stems]
    first = _shared(parts)
    last = _shared([found[first:][::-1] for found in parts])
    return [" ".join(found[first : len(found) - last]) for found in parts]


def _shared(parts: Sequence[Sequence[str]]) -> int:
    """With how many words all lists begin."""
    count = 0
    for words in zip(*parts, strict=False):
        if len({word.casefold() for word in words}) > 1:
            break
        count += 1
    return count


def from_days(spans: Sequence[Mapping[str, Span]]) -> tuple[str, list[str]] | None:
    """Return the column of days that tells the files apart, and the period of each; ``None`` without one.

    Parameters
    ----------
    spans
        Per file, by the header of each column of days, its first and its last day in ISO form.

    Examples
    --------
    >>> from_days([{"Date": ("2024-03-01", "2024-05-30")}, {"Date": ("2025-03-02", "2025-06-01")}])
    ('Date', ['2024', '2025'])
    >>> from_days([{"Date": ("2025-03-01", "2025-05-30")}, {"Date": ("2025-05-02", "2025-06-01")}]) is None
    True
    """
    for header in spans[0]:
        if all(header in found for found in spans) and _apart([found[header] for found in spans]):
            named = _named([found[header] for found in spans])
            if named:
                return header, named
    return None


def _apart(spans: Sequence[Span]) -> bool:
    """Whether each file's days end before those of the next begin."""
    ordered = sorted(spans)
    return all(before[1] < after[0] for before, after in pairwise(ordered))


def _named(spans: Sequence[Span]) -> list[str] | None:
    """Years where each file lies in one of its own, else quarters, else months, else first and last month."""
    for shown in (_year, _quarter, _month):
        names = [shown(first) for first, last in spans if shown(first) == shown(last)]
        if len(set(names)) == len(spans):
            return names
    names = [f"{_month(first)} – {_month(last)}" for first, last in spans]
    return names if len(set(names)) == len(names) else None


def _year(day: str) -> str:
    return day[:_YEAR]


def _month(day: str) -> str:
    return day[:_MONTH]


def _quarter(day: str) -> str:
    return f"Q{(int(day[_YEAR + 1 : _MONTH]) + 2) // _A_QUARTER} {_year(day)}"
