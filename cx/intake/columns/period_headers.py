"""Headers that name a period: ``2025-Q4 volume``, ``Tevredenheid juli 2026`` ..."""

from __future__ import annotations

import re

from cx.intake.cells import latest_year, within_year
from cx.intake.words import plain

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PART = re.compile(
    r"\b(?:[qktwh]|kwartaal|quarter|quartal|week|wk|month|maand|wave|meting)\s?\d{1,2}\b"
    r"|\b\d(?:e|st|nd|rd|th)\s?(?:kwartaal|quarter)\b"
)
_MONTH = re.compile(
    r"\b(?:jan|feb|maa?r|apr|mei|may|jun|jul|aug|sep|o[ck]t|nov|dec)"
    r"(?:t|uari|uary|ruari|ruary|ch|il|i|y|e|ustus|ust|tember|ober|ember)?\b"
)


def measure(header: str) -> str:
    """Return the words of a header without its period.

    Examples
    --------
    >>> measure("2013-Q1 Vol."), measure("Vol. Q4 2012"), measure("Score juli 2026"), measure("Volume")
    ('vol', 'vol', 'score', 'volume')
    """
    words = plain(header)
    if not _YEAR.search(words) and not _PART.search(words):
        return words
    return " ".join(_MONTH.sub(" ", _PART.sub(" ", _YEAR.sub(" ", words))).split())


def moment(header: str) -> tuple[float, float, float]:
    """Return the year, month and day at which the period begins that a header names; zeros without a year.

    Examples
    --------
    >>> moment("2013-Q3 Vol."), moment("CSAT 2025-2026"), moment("Volume")
    ((2013.0, 7.0, 0.0), (2026.0, 0.0, 0.0), (0.0, 0.0, 0.0))
    """
    words = plain(header)
    year = latest_year(words)
    if not year:
        return 0.0, 0.0, 0.0
    return float(year), *(within_year(_YEAR.sub(" ", words)) or (0.0, 0.0))
