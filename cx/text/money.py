"""Amounts of money with their currency, as a language writes them, and the currency that a text names."""

from __future__ import annotations

import re
from functools import cache

from babel.numbers import get_currency_name, get_currency_symbol

from cx.text.format import MINUS, number, whole
from cx.text.language import Language

CURRENCIES = (
    *("EUR", "GBP", "USD", "CHF", "DKK", "NOK", "SEK", "PLN", "CZK", "HUF", "RON", "BGN", "ISK", "TRY"),
    *("AUD", "CAD", "NZD", "JPY", "CNY", "INR", "SGD", "HKD", "ZAR", "AED", "BRL", "MXN"),
)
"""What is offered, by ISO 4217."""
_BY_LANGUAGE = {"en": "GBP", "nl": "EUR"}
_TERRITORY = {"en": "en_GB", "nl": "nl_NL"}
_WORDS = {
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "£": "GBP",
    "$": "USD",
    "us$": "USD",
    "¥": "JPY",
    "zł": "PLN",
}
_KNOWN = _WORDS | {code.casefold(): code for code in CURRENCIES}
_SIGN = "|".join(sorted(map(re.escape, _KNOWN), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"[-+{MINUS}]?\s*(?P<before>{_SIGN})?\s*[-+{MINUS}]?\d[\d.,'\s]*(?:-+|k|m|mln|mld|mio|bn)?\s*(?P<after>{_SIGN})?"
)
_NAMED = re.compile(
    rf"[(\[]\s*(?:in\s+)?(?P<sign>{_SIGN})\s*[)\]]|\bin\s+(?P<end>{_SIGN})\s*$|\w\s+(?P<last>[€£$¥])\s*$"
)
_LONGEST = 80
_NARROW_SPACE = "\N{NO-BREAK SPACE}"
_CENTS_BELOW = 100


def currency(chosen: str | None, lang: Language) -> str:
    """Return the currency that was chosen or found, by its code; else the one of the language's country.

    Examples
    --------
    >>> currency("CHF", "nl"), currency(None, "nl"), currency(None, "en")
    ('CHF', 'EUR', 'GBP')
    """
    return chosen or _BY_LANGUAGE[lang]


@cache
def currency_sign(code: str, lang: Language) -> str:
    """Return what stands before an amount; the code of a currency that has no sign.

    Examples
    --------
    >>> currency_sign("EUR", "nl"), currency_sign("USD", "en"), currency_sign("CHF", "nl")
    ('€', 'US$', 'CHF')
    """
    return get_currency_symbol(code, locale=_TERRITORY[lang])


@cache
def currency_name(code: str, lang: Language) -> str:
    """Return a currency's name with its sign, to choose from.

    Examples
    --------
    >>> currency_name("EUR", "nl"), currency_name("GBP", "en")
    ('Euro (€)', 'British Pound (£)')
    """
    return f"{get_currency_name(code, locale=_TERRITORY[lang])} ({currency_sign(code, lang)})"


def money(amount: float | None, lang: Language, code: str) -> str:
    r"""Return an amount with its currency: whole, but for small ones with cents; a dash where there is none.

    Examples
    --------
    >>> money(12500.4, "nl", "EUR"), money(-7.5, "en", "GBP"), money(40, "en", "CHF")
    ('€\xa012.500', '−£7.50', 'CHF\xa040')
    """
    if amount is None or amount != amount:  # noqa: PLR0124 - not a number
        return whole(None, lang)
    size = abs(amount)
    plain = size >= _CENTS_BELOW or float(size).is_integer()
    sign = currency_sign(code, lang)
    apart = _NARROW_SPACE if lang == "nl" or sign[-1].isalpha() else ""
    told = f"{sign}{apart}{number(size, lang, 0 if plain else 2)}"
    return f"{MINUS}{told}" if amount < 0 else told


def currency_said(words: str) -> str | None:
    """Return the currency that a cell names: an amount of money, or a header that ends in a currency.

    Examples
    --------
    >>> currency_said("€ 2.500,00"), currency_said("Cost (GBP)"), currency_said("Kosten in euro")
    ('EUR', 'GBP', 'EUR')
    >>> currency_said("They owe me 5 euros since May") is None
    True
    """
    if len(words) > _LONGEST:
        return None
    plain = words.strip().casefold()
    found = _AMOUNT.fullmatch(plain) or _NAMED.search(plain)
    signs = [sign for sign in found.groups() if sign] if found else []
    return _KNOWN[signs[0]] if len(set(signs)) == 1 else None
