"""Numbers as people type them, in any notation: what is meant, or what it can mean."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import Literal

from cx.text.format import decimals_for, trimmed
from cx.text.language import Language

Problem = Literal["no_number", "outside", "not_whole"]
_LONGEST = 60
_MOST_DECIMALS = 6
_MONEY = re.compile(r"[€$£¥]|(?<![a-z])(?:euros?|eur|usd|gbp|chf|dkk|sek|nok)(?![a-z])")
_TIMES = {
    1e3: ("k", "duizend", "dzd", "thousand", "tsd"),
    1e6: ("m", "mln", "mio", "miljoen", "million", "millions", "mn"),
    1e9: ("mld", "mrd", "miljard", "bn", "billion", "billions"),
}
_FACTOR = {word: factor for factor, words in _TIMES.items() for word in words}
_WHOLE = re.compile(r"(?P<body>[+-]?[\d.,' ]*\d[.,]?)(?P<cents>-+)? ?(?P<times>[a-z]+)?\.? ?(?P<percent>%)?")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:(?P<mark>[.,' ])\d{3})(?:(?P=mark)\d{3})*")
_INDIAN = re.compile(r"[1-9]\d?(?:,\d\d)+,\d{3}")
_DECIMAL = re.compile(r"\d*[.,]\d*")
_EITHER = re.compile(r"[1-9]\d{0,2}[.,](?!000$)\d{3}")
_SIGNS = str.maketrans(
    {"\N{MINUS SIGN}": "-", "\N{EN DASH}": "-", "\N{EM DASH}": "-", "\N{RIGHT SINGLE QUOTATION MARK}": "'"}
)


@dataclass(frozen=True)
class TypedNumber:
    """What somebody typed where a number is expected."""

    values: tuple[float, ...] = ()
    """What it can mean: one number, or two where thousands and decimals look alike, the larger first."""
    problem: Problem | None = None
    """Why there is none; ``None`` also where nothing was typed."""

    @property
    def value(self) -> float | None:
        """The number, where it is the only one that can be meant."""
        return self.values[0] if len(self.values) == 1 else None


@dataclass(frozen=True)
class NumberBounds:
    """What a field for numbers takes."""

    low: float = -math.inf
    high: float = math.inf
    whole: bool = False
    """Only whole numbers."""
    ends: bool = True
    """Whether the bounds themselves are taken."""
    per_cents: bool = False
    """Whether the number is a share of 1, which people type and read in per cents."""

    def read(self, typed: str) -> TypedNumber:
        """Return what was typed, as far as the field takes it."""
        low = self.low if self.ends else math.nextafter(self.low, math.inf)
        high = self.high if self.ends else math.nextafter(self.high, -math.inf)
        if not self.per_cents:
            return typed_number(typed, low=low, high=high, whole=self.whole)
        found = typed_number(typed, low=low * 100, high=high * 100, whole=self.whole)
        return replace(found, values=tuple(float(f"{value / 100:.15g}") for value in found.values))

    def shown(self, value: float | None, lang: Language) -> str:
        """Return a number as it stands in the field: with the decimals that were typed, and blank for none.

        One that nobody typed, such as a mean, has no more decimals than a screen shows.

        Examples
        --------
        >>> NumberBounds().shown(1234.125, "nl"), NumberBounds().shown(7 / 3, "en")
        ('1.234,125', '2.33')
        >>> NumberBounds(per_cents=True).shown(0.125, "nl"), NumberBounds().shown(None, "en")
        ('12,5%', '')
        """
        if value is None:
            return ""
        told = value * 100 if self.per_cents else value
        typed = math.isclose(told, round(told, _MOST_DECIMALS), rel_tol=1e-12, abs_tol=1e-12)
        return trimmed(told, lang, _MOST_DECIMALS if typed else decimals_for(told)) + "%" * self.per_cents

    def bounds(self, lang: Language) -> dict[str, str]:
        """Return both bounds in words, for the message that refuses what lies outside."""
        return {name: self.shown(bound, lang) for name, bound in (("low", self.low), ("high", self.high))}

    def refusal(self, found: TypedNumber) -> str:
        """Return the message key, without ``number.``, that says why what was typed is refused.

        Examples
        --------
        >>> NumberBounds(low=1, ends=False).refusal(TypedNumber(problem="outside"))
        'below_end'
        """
        if found.problem != "outside":
            return found.problem or ""
        bounded = [not math.isinf(bound) for bound in (self.low, self.high)]
        if all(bounded):
            return "outside"
        kind = "below" if bounded[0] else "above"
        return kind if self.ends else f"{kind}_end"


def typed_number(
    typed: str, *, low: float = -math.inf, high: float = math.inf, whole: bool = False, percent: float = 1.0
) -> TypedNumber:
    """Return what somebody means who types a number.

    Parameters
    ----------
    typed
        With either decimal mark, grouped by points, commas, blanks or apostrophes, with a currency, a per
        cent sign, or words such as ``mln`` and ``k``.
    low, high
        The bounds, both included. Of two meanings the one inside them is meant.
    whole
        Only whole numbers can be meant.
    percent
        What one per cent is worth: 1 in a field of per cents, 0.01 in one of shares.

    Examples
    --------
    >>> [typed_number(typed).value for typed in ("6,8", "6.8", "300.000", "€ 2,5 mln", "12%", "1 236 400")]
    [6.8, 6.8, 300000.0, 2500000.0, 12.0, 1236400.0]
    >>> typed_number("1.234").values, typed_number("1.234", high=10).value
    ((1234.0, 1.234), 1.234)
    >>> typed_number("eleven").problem, typed_number("11", high=10).problem
    ('no_number', 'outside')
    """
    if not typed.strip():
        return TypedNumber()
    read = _read(typed, percent)
    if not read:
        return TypedNumber(problem="no_number")
    fitting = [value for value in read if value.is_integer() or not whole]
    if not fitting:
        return TypedNumber(problem="not_whole")
    inside = tuple(value for value in fitting if low <= value <= high)
    return TypedNumber(inside) if inside else TypedNumber(problem="outside")


def _read(typed: str, percent: float) -> tuple[float, ...]:
    """All that a text can mean, the larger number first."""
    if len(typed) > _LONGEST:
        return ()
    plain = _MONEY.sub(" ", typed.casefold().translate(_SIGNS))
    found = _WHOLE.fullmatch(" ".join(plain.split()).replace("- ", "-", 1))
    if found is None or (found["times"] and found["times"] not in _FACTOR):
        return ()
    if found["cents"] and not found["body"].endswith((".", ",")):
        return ()
    worth = _FACTOR.get(found["times"] or "", 1.0) * (percent if found["percent"] else 1.0)
    body = found["body"].rstrip(".,") if found["cents"] else found["body"]
    sign = -1.0 if body.startswith("-") else 1.0
    return tuple(sign * _times(digits, worth) for digits in _digits(body.lstrip("+-")))


def _times(digits: str, worth: float) -> float:
    """A number times its unit, rounded to the digits that were typed: 2.3 million is whole."""
    value = float(digits) * worth
    return float(f"{value:.15g}")


def _digits(body: str) -> tuple[str, ...]:
    """The digits of a number with a point for decimals: in each way that they can be read."""
    if body.isascii() and body.isdecimal():
        return (body,)
    if _EITHER.fullmatch(body):
        return re.sub(r"[.,]", "", body), body.replace(",", ".")
    if _GROUPS.fullmatch(body) or _INDIAN.fullmatch(body):
        return (re.sub(r"\D", "", body),)
    whole, decimals = _parted(body)
    grouped = _GROUPS.fullmatch(whole) or _INDIAN.fullmatch(whole)
    if grouped and decimals.isdecimal() and body[len(whole)] not in whole:
        return (f"{re.sub(r'[^0-9]', '', whole)}.{decimals}",)
    if _DECIMAL.fullmatch(body) and any(sign.isdecimal() for sign in body):
        return (body.replace(",", "."),)
    return ()


def _parted(body: str) -> tuple[str, str]:
    """A text before and after its last point or comma."""
    at = max(body.rfind("."), body.rfind(","))
    return (body[:at], body[at + 1 :]) if at > 0 else (body, "")
