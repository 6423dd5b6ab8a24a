"""Numbers as people and programs write them out."""

import pytest

from cx.intake.cells import numerals


@pytest.mark.parametrize(
    ("text", "mark", "worth"),
    [
        ("1.234,5", ",", 1234.5),
        ("1\u00a0234,5", ",", 1234.5),
        ("12\u202f000", ",", 12_000),
        ("1'234.5", ".", 1234.5),
        ("1\u2019234.5", ".", 1234.5),
        ("12,34,567.5", ".", 1_234_567.5),
        ("€ 3,50", ",", 3.5),
        ("3,50 EUR", ",", 3.5),
        ("12 euro", ",", 12),
        ("CHF 12.50", ".", 12.5),
        ("€ 12,-", ",", 12),
        ("€ 5,\u2013", ",", 5),
        ("12 %", ",", 12),
        ("(3,5)", ",", -3.5),
        ("3,5-", ",", -3.5),
        ("\u22123,5", ",", -3.5),
        ("'12", ",", 12),
        ("\ufeff12", ",", 12),
        ("1,2E+03", ",", 1200),
        ("7.4", ",", 7.4),
        ("\uff11\uff12", ",", 12),
    ],
)
def test_a_number_is_worth_what_it_says(text, mark, worth):
    assert numerals.number_in(text, mark) == worth


@pytest.mark.parametrize(
    "text", ["n.v.t.", "-", "(a)", "7-8", "1 km", "12 keer", ">100", "1.23.4", "()", "(7", "€", "12,3,4"]
)
def test_what_is_no_number_is_none(text):
    assert numerals.number_in(text, ",") is None
