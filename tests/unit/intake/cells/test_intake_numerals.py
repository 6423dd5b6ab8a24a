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


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("2,5 mln", 2_500_000.0),
        ("€ 2,5 mln", 2_500_000.0),
        ("2,5 mln. euro", 2_500_000.0),
        ("12k", 12_000.0),
        ("-3 K", -3_000.0),
        ("1,2M", 1_200_000.0),
        ("3 Mio.", 3_000_000.0),
        ("2 miljoen", 2_000_000.0),
        ("1,25 Mrd. €", 1_250_000_000.0),
        ("850 tsd", 850_000.0),
        ("12,5 тыс.", 12_500.0),
        ("1,5万", 15_000.0),
        ("3 crore", 30_000_000.0),
        ("3.1M", 3_100_000.0),
    ],
)
def test_a_word_for_zeros_counts_them(text, worth):
    assert numerals.number_in(text, ",") == worth


@pytest.mark.parametrize(
    "text",
    ["5 m", "5m", "12 km", "3 min", "k", "M", "4 mm", "2 mil", "1.2.3k", "k12", "3kk", "1e5k", "12 k/s"],
)
def test_other_words_behind_a_number_stay_words(text):
    assert numerals.number_in(text, ",") is None
    assert numerals.number_in(text, ".") is None


def test_words_for_zeros_say_which_mark_is_used():
    assert numerals.evidence(["2,5 mln", "12k", "1.2M", "3,75 Mio"]) == numerals.Evidence(comma=2, point=1)
