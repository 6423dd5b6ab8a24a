"""Whatever people type: a number written by the program reads back, and nothing raises."""

import math

from hypothesis import given
from hypothesis import strategies as st

from cx.text import number, typed_number, whole

LANGUAGES = st.sampled_from(["en", "nl"])
NUMBERS = st.integers(-(10**11), 10**11).map(lambda cents: cents / 100)


@given(value=NUMBERS, lang=LANGUAGES)
def test_two_decimals_in_the_format_of_either_language_read_back(value, lang):
    assert typed_number(number(value, lang, 2)).values == (value,)


@given(value=st.integers(-(10**14), 10**14), lang=LANGUAGES)
def test_counts_read_back_as_one_of_what_they_can_mean(value, lang):
    found = typed_number(whole(value, lang), whole=True)
    assert found.values == (float(value),)


@given(value=st.integers(0, 10**9), mark=st.sampled_from([".", ",", " ", "'", "\N{NO-BREAK SPACE}"]))
def test_every_grouping_is_read(value, mark):
    assert float(value) in typed_number(f"{value:,}".replace(",", mark)).values


@given(value=NUMBERS.filter(lambda value: abs(value) < 1e6))
def test_a_word_for_thousands_multiplies_what_stands_before_it(value):
    found = typed_number(f"{value:.2f} k".replace(".", ","))
    assert found.value == float(f"{value * 1000:.15g}")


@given(typed=st.text(max_size=80), low=st.floats(-10, 0), high=st.floats(1, 10))
def test_nothing_raises_and_what_is_read_lies_within_the_bounds(typed, low, high):
    found = typed_number(typed, low=low, high=high)
    assert len(found.values) <= 2
    assert all(math.isfinite(value) and low <= value <= high for value in found.values)
    assert not (found.values and found.problem)


@given(typed=st.text("0123456789.,' -k%m€", max_size=20))
def test_two_meanings_are_a_thousand_apart(typed):
    found = typed_number(typed).values
    if len(found) == 2:
        assert abs(found[0]) == float(f"{abs(found[1]) * 1000:.12g}")
