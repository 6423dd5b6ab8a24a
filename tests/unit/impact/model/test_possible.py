"""What an outcome can become: within its scale, and a share within 0 and 100%."""

import numpy as np
import pandas as pd
import pytest

from cx import impact
from cx.impact import Change, Possible
from cx.records import Scale
from tests.made.responses import journey, names


def expit(x):
    return 1 / (1 + np.exp(-x))


def logit(p):
    return np.log(p / (1 - p))


def churned(share, labels=("no", "yes"), rows=2_000):
    """Return a result on an outcome that a share of customers has, the likelier the lower their ratings."""
    table = journey(rows, 3, missing=0.0)
    pull = -0.8 * (table["t1"] - table["t1"].mean())
    chance = expit(pull + logit(share) - 0.3)
    hit = np.random.default_rng(6).random(rows) < chance
    table["Churned"] = pd.Series(np.where(hit, labels[1], labels[0]))
    return impact.drivers(table, "Churned", names(table), scales=Scale(1, 10), draws=0)


SHARE = Possible(0.3, (0.0, 1.0), share=True)


def test_a_share_follows_the_line_between_2_and_98_percent():
    steps = np.linspace(-0.28, 0.68, 25)
    assert SHARE.change(steps) == pytest.approx(steps)


def test_beyond_it_follows_the_logit_from_there():
    assert 0.3 + SHARE.change(-0.4) == pytest.approx(expit(logit(0.02) - 0.12 / 0.21))
    assert 0.3 + SHARE.change(0.9) == pytest.approx(expit(logit(0.98) + 0.22 / 0.21))


def test_a_share_that_is_small_already_follows_the_logit():
    assert 0.01 + Possible(0.01, (0.0, 1.0), share=True).change(-0.05) == pytest.approx(
        expit(logit(0.01) - 0.05 / 0.0099)
    )


@pytest.mark.parametrize("now", [0.001, 0.02, 0.04, 0.5, 0.97, 0.999])
def test_a_share_never_leaves_0_and_1_nor_goes_back(now):
    steps = np.linspace(-3, 3, 2_001)
    reached = now + Possible(now, (0.0, 1.0), share=True).change(steps)
    assert reached.min() >= 0
    assert reached.max() <= 1
    assert (np.diff(reached) >= 0).all()
    assert now + Possible(now, (0.0, 1.0), share=True).change(0.0) == pytest.approx(now)


def test_two_values_that_are_not_0_and_1_are_a_share_between_them():
    assert Possible(1.3, (1.0, 2.0), share=True).change(-0.4) == pytest.approx(SHARE.change(-0.4))


def test_a_score_stops_at_the_end_of_its_scale():
    found = Possible(8.0, (0.0, 10.0), share=False)
    assert found.change(np.array([-9.0, -8.0, 1.0, 2.0, 2.5])).tolist() == [-8.0, -8.0, 1.0, 2.0, 2.0]
    assert [found.within(2.0), found.within(2.1)] == [True, False]
    assert Possible(8.0, (0.0, None), share=False).change(500.0) == 500.0
    assert Possible(8.0, (None, None), share=False).change(-500.0) == -500.0


@pytest.mark.parametrize("share", [0.04, 0.12, 0.5, 0.96])
@pytest.mark.parametrize("labels", [("no", "yes"), (0, 1), (1, 2)])
def test_no_what_if_leads_a_share_beyond_0_and_100_percent(share, labels):
    result = churned(share, labels)
    low = 1.0 if labels == (1, 2) else 0.0
    for points in (-9.0, 9.0):
        answer = impact.what_if(result, dict.fromkeys(("t1", "t2", "t3"), points), factor=-100)
        ends = [result.outcome_mean + end for end in (answer.change.low, answer.change.high)]
        assert low <= min(ends) <= result.outcome_mean + answer.change.value <= max(ends) <= low + 1
        assert sum(answer.parts.values()) == pytest.approx(answer.change.value)
        assert answer.value.value == pytest.approx(-100 * answer.change.value)
        assert answer.value.low < answer.value.high
        assert answer.at_most == ("outcome_on_logit" in [one.code for one in answer.findings])


def test_a_what_if_beyond_the_scale_is_cut_and_told_as_at_most():
    table = journey(rows=600, touchpoints=3, missing=0.0)
    table["outcome"] = np.clip(table["outcome"].round(), 0, 10)
    result = impact.drivers(table, "outcome", names(table), scales=Scale(1, 10), draws=0)
    assert result.outcome_ends == (1.0, 10.0)
    answer = impact.what_if(result, dict.fromkeys(("t1", "t2", "t3"), 4.0))
    assert answer.change.value == pytest.approx(10 - result.outcome_mean)
    assert answer.straight > answer.change.value
    (said,) = [one for one in answer.findings if one.code == "outcome_cut"]
    assert (said.severity, said.details["end"]) == ("warning", 10.0)
    for lang, words in (("en", "at most"), ("nl", "hoogstens")):
        assert words in " ".join(impact.change_words(answer, result, lang))
        assert words in said.message(lang)
    small = impact.what_if(result, {"t1": 0.1})
    assert (small.at_most, small.findings) == (False, ())


def test_a_share_is_told_as_at_most_too():
    result = churned(0.04)
    answer = impact.what_if(result, {"t1": Change(3.0)})
    assert result.outcome_mean + answer.straight < 0 < result.outcome_mean + answer.change.value < 0.02
    assert "at most" in impact.change_words(answer, result, "en")[0]


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        (np.arange(11) % 11, (0.0, 10.0)),
        (np.arange(10) % 5 + 1, (1.0, 5.0)),
        (np.arange(10) % 5 + 2.5, (0.0, None)),
        (np.arange(10) * 37.5, (0.0, None)),
        (np.arange(10) * 37.5 - 100, (None, None)),
        (np.linspace(2.3, 10, 10), (1.0, 10.0)),
        (np.arange(100) % 101, (0.0, 100.0)),
    ],
)
def test_the_ends_of_an_outcome_are_those_of_its_usual_scale(values, ends):
    table = journey(rows=400, touchpoints=2, missing=0.0)
    table["outcome"] = np.resize(np.asarray(values, dtype=float), 400)
    assert impact.drivers(table, "outcome", names(table), draws=0).outcome_ends == ends
