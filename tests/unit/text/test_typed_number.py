"""Numbers as people type them: what each notation means, and what is refused."""

import pytest

from cx.text import typed_number


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("6,8", 6.8),
        ("6.8", 6.8),
        (",5", 0.5),
        ("7.", 7.0),
        ("-3", -3.0),
        ("\N{MINUS SIGN}3,25", -3.25),
        ("+4", 4.0),
        ("300.000", 300_000.0),
        ("300,000", 300_000.0),
        ("1 236 400", 1_236_400.0),
        ("1\N{NO-BREAK SPACE}236\N{NO-BREAK SPACE}400,5", 1_236_400.5),
        ("1\N{NARROW NO-BREAK SPACE}236,5", 1236.5),
        ("1'234.5", 1234.5),
        ("1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("12,34,567.8", 1_234_567.8),
        ("1.234.567", 1_234_567.0),
        ("€ 2,5 mln", 2_500_000.0),
        ("€ 300,-", 300.0),
        ("EUR 12.50", 12.5),
        ("2.3 million", 2_300_000.0),
        ("12k", 12_000.0),
        ("1,1 mld", 1_100_000_000.0),
        ("12%", 12.0),
        ("12,5 %", 12.5),
        ("0.125", 0.125),
        ("0,100", 0.1),
    ],
)
def test_one_number_is_meant(typed, value):
    assert typed_number(typed).values == (value,)


def test_a_per_cent_in_a_field_of_shares_is_a_share():
    assert typed_number("12%", percent=0.01).value == 0.12
    assert typed_number("12", percent=0.01).value == 12


@pytest.mark.parametrize(
    ("typed", "values"),
    [("1.234", (1234.0, 1.234)), ("12,345", (12_345.0, 12.345)), ("-1,234", (-1234.0, -1.234))],
)
def test_two_numbers_can_be_meant(typed, values):
    found = typed_number(typed)
    assert (found.values, found.value, found.problem) == (values, None, None)


def test_bounds_and_whole_numbers_tell_which_of_two_is_meant():
    assert typed_number("1.234", high=10).value == 1.234
    assert typed_number("1.234", low=10).value == 1234
    assert typed_number("1.234", whole=True).value == 1234


@pytest.mark.parametrize(
    "typed",
    [
        *("eleven", "1.2.3", "1,23,4", "1 23", "1..2", "12 parsecs", "--3", "%", "-", ".", "1e5", "\u0661x"),
        *("3-4", "1.234.56", "1,234,56", "12.34.567", "5\n6", "7" * 61, "300-", "1.234 567"),
    ],
)
def test_what_is_no_number_is_said_to_be_none(typed):
    found = typed_number(typed)
    assert (found.values, found.problem) == ((), "no_number")


def test_what_lies_outside_or_is_not_whole_has_its_own_reason():
    assert typed_number("11", low=1, high=10).problem == "outside"
    assert typed_number("1,5", whole=True).problem == "not_whole"
    assert typed_number("10", low=1, high=10).value == 10


def test_nothing_typed_is_no_problem():
    assert (typed_number("  ").values, typed_number("  ").problem) == ((), None)
