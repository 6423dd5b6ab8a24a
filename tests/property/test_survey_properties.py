"""Whatever a survey holds: codes never count, words and numbers come to the same, names join both ways."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cx import intake
from cx.intake.join.matching import join_key
from cx.intake.survey.summary import groups_of, on_scale, scored, summed
from cx.intake.words.answers import spoken
from cx.intake.words.comparable import folded, plain
from cx.matrix.rows import aggregate
from cx.records import Choices, Scale
from tests.made.surveys import book, ratings, rows_of

HEADERS = ["Invoice", "Call", "Visit"]
FIVE = ["very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"]


def survey(columns):
    return book(rows_of(HEADERS, *columns))


@given(
    seed=st.integers(0, 10_000),
    high=st.sampled_from([5, 7, 10]),
    code=st.sampled_from([88, 98, 99, -99, 999]),
    share=st.floats(0.02, 0.4),
)
@settings(max_examples=40, deadline=None)
def test_a_code_apart_never_counts(seed, high, code, share):
    columns = list(ratings(120, 3, high, seed).T)
    away = np.random.default_rng(seed).random(120) < share
    away[0] = True
    found = intake.touchpoints(survey([np.where(away, code, columns[0]), *columns[1:]])).rows
    kept = columns[0][~away]
    assert found["n"].iloc[0] == len(kept)
    assert found["satisfaction"].iloc[0] == pytest.approx(kept.mean())


@given(seed=st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_words_come_to_the_same_as_numbers(seed):
    columns = ratings(80, 3, 5, seed).T
    choices = Choices(scale=Scale(1, 5))
    worded = survey([[FIVE[int(value) - 1] for value in column] for column in columns])
    numbers = intake.touchpoints(survey(columns), choices).rows
    words = intake.touchpoints(worded, choices).rows
    assert words["satisfaction"].tolist() == pytest.approx(numbers["satisfaction"].tolist())
    assert words["sd"].tolist() == pytest.approx(numbers["sd"].tolist())


@given(
    values=st.lists(st.integers(1, 10) | st.none(), min_size=1, max_size=60),
    weights=st.lists(st.integers(1, 4), min_size=60, max_size=60),
)
def test_weights_equal_repetition(values, weights):
    numbers = np.array([np.nan if value is None else value for value in values], dtype=float)
    often = np.array(weights[: len(numbers)])
    groups, met = np.zeros(len(numbers), dtype=int), np.ones(len(numbers), dtype=bool)
    one = summed(numbers, met, groups, 1, often.astype(float))
    again = np.repeat(numbers, often)
    many = summed(again, np.ones(len(again), bool), np.zeros(len(again), dtype=int), 1, None)
    np.testing.assert_allclose(one.mean, many.mean)
    assert one.n[0] == np.count_nonzero(~np.isnan(numbers))


@given(values=st.lists(st.integers(0, 10), min_size=1, max_size=50))
def test_a_low_is_good_scale_is_the_mirror(values):
    numbers = np.array(values, dtype=float)
    for score in ("mean", "top2", "nps"):
        plain, turned = (scored(v, s, score) for v, s in (
            (numbers, Scale(0, 10)), (10 - numbers, Scale(0, 10, "lower")),
        ))  # fmt: skip
        np.testing.assert_allclose(plain, turned)
    np.testing.assert_allclose(
        on_scale(on_scale(numbers, Scale(0, 10), Scale(1, 5)), Scale(1, 5), Scale(0, 10)), numbers
    )


@given(st.lists(st.text(min_size=1, max_size=12), max_size=8, unique=True))
def test_any_texts_are_a_scale_or_none(texts):
    found = spoken([texts])[0]
    assert found is None or (set(found.numbers) == set(texts) and found.low <= min(found.numbers.values()))


@given(st.text(max_size=20))
@example("\N{NEGATIVE CIRCLED LATIN CAPITAL LETTER A}")
@example("\N{SQUARED LATIN CAPITAL LETTER A}pp")
@example("\N{GREEK UPSILON WITH HOOK SYMBOL}")
@example("\N{GREEK LUNATE SIGMA SYMBOL}")
@example("\N{DIAERESIS}\N{NEGATIVE CIRCLED LATIN CAPITAL LETTER A}")
@example("\N{COMBINING GREEK YPOGEGRAMMENI}")
def test_a_join_key_is_its_own_key(name):
    assert join_key(join_key(name)) == join_key(name)


@given(st.text(max_size=20))
@example("# #")
@example("#%%#")
def test_the_other_ways_to_compare_names_are_their_own_too(name):
    for compared in (folded, plain, aggregate.folded):
        assert compared(compared(name)) == compared(name)


def test_no_groups_at_all():
    assert groups_of({}, 0).count == 0
    assert groups_of({}, 3).count == 1
