"""Numbers, shares and dates as a language writes them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date

from cx.text.language import Language

NOTHING = "\N{EN DASH}"
_WHOLE_FROM = 0.1
"""Shares below it need a decimal to be told apart."""
MINUS = "\N{MINUS SIGN}"
"""What stands before a negative number that people read; files that programs read have the hyphen."""
_PLAIN = 0.05
_FINEST, _SAME = 5, 1e-9
_TOO_LONG = 1e21
"""From here on nobody counts the digits, and Babel cannot write them."""
_MEGABYTE = 1_000
"""Kilobytes."""
_MARKS = {"en": str.maketrans({}), "nl": str.maketrans(",.", ".,")}
_TERRITORY = {"en": "en_GB", "nl": "nl_NL"}


@cache
def _locale(lang: str) -> Locale:
    return Locale.parse(_TERRITORY[lang])


def number(value: float | None, lang: Language, decimals: int = 2) -> str:
    """Return a number with a fixed count of decimals; a dash where there is none.

    Examples
    --------
    >>> number(1234.5, "nl", 1), number(1234.5, "en", 1), number(None, "en"), number(-1e300, "nl")
    ('1.234,5', '1,234.5', '–', '−1,00e+300')
    """
    if value is None or _is_nan(value):
        return NOTHING
    return _written(_no_minus_zero(value, decimals), lang, decimals, trim=False)


def trimmed(value: float | None, lang: Language, decimals: int = 2) -> str:
    """Return a number with at most so many decimals, without trailing zeros.

    Examples
    --------
    >>> trimmed(7.10, "nl"), trimmed(7.0, "en")
    ('7,1', '7')
    """
    if value is None or _is_nan(value):
        return NOTHING
    return _written(_no_minus_zero(value, decimals), lang, decimals, trim=True)


def fine(value: float | None, lang: Language) -> str:
    """Return a number with two decimals, or with two digits that count where two decimals show nothing.

    Examples
    --------
    >>> fine(0.6234, "nl"), fine(0.00621, "en"), fine(0.0, "en")
    ('0,62', '0.0062', '0.00')
    """
    if value is None or _is_nan(value):
        return NOTHING
    return number(value, lang, decimals_for(value))


def decimals_for(*values: float | None) -> int:
    """Return how many decimals show the largest of some values with two digits that count, two to five.

    Examples
    --------
    >>> decimals_for(0.004, -0.0012, None), decimals_for(3.14), decimals_for(0.0)
    (4, 2, 2)
    """
    largest = max((abs(value) for value in values if value is not None and not _is_nan(value)), default=0.0)
    if largest <= 0 or largest >= _PLAIN:
        return 2
    return min(5, max(3, 1 - math.floor(math.log10(largest))))


def decimals_needed(values: Sequence[float]) -> int:
    """Return how many decimals write every value as it is, five at most.

    Examples
    --------
    >>> decimals_needed([7.1, 3.0]), decimals_needed([1200.0]), decimals_needed([1 / 3]), decimals_needed([])
    (1, 0, 5, 0)
    """
    return next((at for at in range(_FINEST) if all(abs(v - round(v, at)) < _SAME for v in values)), _FINEST)


def rounded(value: float, decimals: int = 2) -> float:
    """Return a number no more precise than a screen shows, for tables that format their own cells.

    Examples
    --------
    >>> rounded(5.97444)
    5.97
    """
    return round(value, decimals) + 0.0  # no minus zero


def whole(value: float | None, lang: Language) -> str:
    """Return a count, grouped by thousands.

    Examples
    --------
    >>> whole(2_000_000, "nl"), whole(None, "nl")
    ('2.000.000', '–')
    """
    return number(value, lang, 0)


def percent(share: float | None, lang: Language, decimals: int = 0) -> str:
    """Return a share of 1 as a percentage.

    Examples
    --------
    >>> percent(0.625, "nl", 1), percent(0.62, "en")
    ('62,5%', '62%')
    """
    if share is None or _is_nan(share):
        return NOTHING
    return number(share * 100, lang, decimals) + "%"


def percents(share: float | None) -> float | None:
    """Return a share of 1 as a number of per cents, for bars that write their own number.

    Examples
    --------
    >>> percents(0.625), percents(None)
    (62.5, None)
    """
    return None if share is None else share * 100


def percent_told(share: float | None, lang: Language) -> str:
    """Return a share of 1 as a percentage for a sentence: whole from 10% on, below with one decimal.

    Examples
    --------
    >>> percent_told(0.375, "en"), percent_told(0.034, "nl")
    ('38%', '3,4%')
    """
    return percent(share, lang, 0 if share is None or share >= _WHOLE_FROM else 1)


def cell_format(pattern: str) -> str:
    """Return a spreadsheet's number format that writes negative numbers with a minus sign.

    Examples
    --------
    >>> cell_format("0.0%")
    '0.0%;"−"0.0%'
    """
    return f'{pattern};"{MINUS}"{pattern}'


def size(count: int, lang: Language) -> str:
    """Return a number of bytes in megabytes; of less than one in kilobytes, and never as nothing.

    Examples
    --------
    >>> size(12_400_000, "nl"), size(33_600, "nl"), size(900, "en")
    ('12,4 MB', '34 kB', '1 kB')
    """
    thousands = max(1, round(count / 1_000))
    return f"{thousands} kB" if thousands < _MEGABYTE else f"{trimmed(thousands / _MEGABYTE, lang, 1)} MB"


def short_date(day: dt.date, lang: Language) -> str:
    """Return a date such as ``5 Oct 2026``.

    Examples
    --------
    >>> short_date(dt.date(2026, 3, 5), "nl")
    '5 mrt 2026'
    """
    return format_date(day, format="d MMM y", locale=_locale(lang))


def month(day: dt.date, lang: Language) -> str:
    """Return the month of a day such as ``Mar 2026``.

    Examples
    --------
    >>> month(dt.date(2026, 3, 5), "nl")
    'mrt 2026'
    """
    return format_date(day, format="MMM y", locale=_locale(lang))


def shown(value: object, lang: Language) -> str:
    """Return any value as it stands inside a message: numbers in the language's format, text as it is."""
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, int):
        return whole(value, lang)
    if isinstance(value, float):
        return trimmed(value, lang)
    if isinstance(value, dt.date):
        return short_date(value, lang)
    return str(value)


def _is_nan(value: object) -> bool:
    """Whether it is no number; a whole one of hundreds of digits, which no float holds, is one."""
    return isinstance(value, float) and math.isnan(value)


def _no_minus_zero(value: float, decimals: int) -> float:
    return 0.0 if round(value, decimals) == 0 else value


@lru_cache(maxsize=4_096, typed=True)  # a page is drawn anew for each control, with the same numbers
def _written(value: float, lang: str, decimals: int, *, trim: bool) -> str:
    """A number as Babel writes it in the language, ten times as fast: a table has thousands."""
    if abs(value) >= _TOO_LONG:
        written = f"{Decimal(value):.2e}"
    else:
        written = f"{Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN):,f}"
        written = written.rstrip("0").removesuffix(".") if trim and decimals else written
    written = written.translate(_MARKS[lang])
    return written.replace("-", MINUS, 1) if value < 0 else written
