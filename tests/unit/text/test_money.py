"""Amounts of money: how they are written with their currency, and which currency a text names."""

import pytest

from cx import text


@pytest.mark.parametrize(
    ("amount", "lang", "code", "written"),
    [
        (12_500.4, "nl", "EUR", "€\xa012.500"),
        (12_500.6, "en", "EUR", "€12,501"),
        (7.5, "nl", "EUR", "€\xa07,50"),
        (-300, "en", "USD", "\N{MINUS SIGN}US$300"),
        (40, "en", "CHF", "CHF\xa040"),
        (0, "nl", "GBP", "£\xa00"),
        (None, "nl", "EUR", text.NOTHING),
        (float("nan"), "nl", "EUR", text.NOTHING),
    ],
)
def test_an_amount_stands_with_its_currency(amount, lang, code, written):
    assert text.money(amount, lang, code) == written


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("€ 2.500,00", "EUR"),
        ("2 500 EUR", "EUR"),
        ("-£12.50", "GBP"),
        ("$3k", "USD"),
        ("€ 300,-", "EUR"),
        ("Cost (GBP)", "GBP"),
        ("Kosten (in euro)", "EUR"),
        ("Kosten in euro's", None),
        ("Kosten €", "EUR"),
        ("Cost in CHF", "CHF"),
        ("2500", None),
        ("Kosten", None),
        ("€", None),
        ("€ 5 of $ 5", None),
        ("Euro 2024 was a good year", None),
        ("They owe me 5 euros since May", None),
        ("x" * 200 + " (EUR)", None),
    ],
)
def test_a_text_names_a_currency_only_as_an_amount_or_at_its_end(words, code):
    assert text.currency_said(words) == code


def test_every_currency_that_is_offered_has_a_name_in_both_languages():
    for code in text.CURRENCIES:
        assert all(text.currency_name(code, lang).endswith(")") for lang in text.LANGUAGES)
