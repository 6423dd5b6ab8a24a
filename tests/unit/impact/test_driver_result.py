"""The result as a notebook, the command line and a saved session see it."""

import json

import pandas as pd
import pytest

from cx import impact
from cx.records import Responses, Scale
from tests.made.responses import journey, names

COLUMNS = names(journey())
CONTRACT = [
    "name", "impact", "share", "low", "high", "effect", "effect_low", "effect_high", "sign", "exposure",
    "exposure_effect", "exposure_effect_low", "exposure_effect_high", "satisfaction", "n",
]  # fmt: skip


def test_the_json_contract():
    result = impact.drivers(journey(), "outcome", COLUMNS, draws=100)
    found = json.loads(json.dumps(result.as_json("nl")))
    assert list(found) == ["outcome", "direction", "method", "n", "r2", "drivers", "findings"]
    assert all(list(driver) == CONTRACT for driver in found["drivers"])
    assert sum(driver["impact"] for driver in found["drivers"]) == pytest.approx(found["r2"])
    assert sum(driver["share"] for driver in found["drivers"]) == pytest.approx(1.0)
    assert found["findings"][0]["message"].startswith("Een hogere 'outcome'")


def test_the_table_has_one_row_a_touchpoint():
    result = impact.drivers(journey(), "outcome", COLUMNS, draws=0)
    table = result.table()
    assert isinstance(table, pd.DataFrame) and list(table.index) == COLUMNS
    assert table.loc["t1", "share"] == result.driver("t1").share
    assert [driver.name for driver in result.ranked] == list(
        table["impact"].sort_values(ascending=False).index
    )


def test_estimates_first_and_intervals_from_the_same_study():
    study = impact.prepare(journey(), "outcome", COLUMNS)
    first, then = impact.result(study, draws=0), impact.result(study, draws=100)
    assert [d.impact for d in first.drivers] == [d.impact for d in then.drivers]
    assert (first.draws, then.draws.count) == (None, 100)
    assert {d.low for d in first.drivers} == {None}


def test_the_shares_of_every_method_stand_side_by_side():
    study = impact.prepare(journey(), "outcome", COLUMNS)
    found = impact.result(study, draws=0).shares
    assert list(found) == ["shapley", "johnson", "correlation"]
    for method, shares in found.items():
        assert list(shares) == [d.share for d in impact.result(study, method=method, draws=0).drivers]
        assert sum(shares) == pytest.approx(1.0)


def test_responses_bring_their_own_roles():
    table = journey().fillna({"t2": 0})
    responses = Responses(
        table, tuple(COLUMNS), ("outcome",), weight="w", not_met={"t2": ("0",)}, scales={"t1": Scale(1, 10)},
        outcome_directions={"outcome": "lower"},
    )  # fmt: skip
    result = impact.drivers(responses, "outcome", draws=0)
    same = impact.drivers(journey(), "outcome", COLUMNS, weight="w", outcome_direction="lower", draws=0)
    assert result.direction == "lower"
    assert [d.impact for d in result.drivers] == pytest.approx([d.impact for d in same.drivers])


def test_kish_effective_number():
    table = journey().assign(w=[1.0, 3.0] * 200)
    assert impact.drivers(table, "outcome", COLUMNS, weight="w", draws=0).n_eff == pytest.approx(
        800**2 / 2_000
    )


def test_ratings_on_a_low_is_good_scale_are_turned():
    table = journey(missing=0.0)
    turned = table.assign(**{name: 11 - table[name] for name in COLUMNS})
    plain = impact.drivers(table, "outcome", COLUMNS, scales=Scale(1, 10), draws=0)
    other = impact.drivers(turned, "outcome", COLUMNS, scales=Scale(1, 10, "lower"), draws=0)
    for one, two in zip(plain.drivers, other.drivers, strict=True):
        assert (one.satisfaction, one.effect) == pytest.approx((two.satisfaction, two.effect))


def test_scores_come_with_their_intervals():
    table = journey()
    table["t1"] = table["t1"].mask(table["t1"] == 1, 0)
    result = impact.drivers(table, "outcome", COLUMNS, scales=Scale(0, 10), draws=0)
    scores, rated = result.driver("t1").scores, table["t1"].dropna()
    assert scores["top2"].value == pytest.approx((rated >= 9).mean())
    assert scores["nps"].value == pytest.approx(100 * ((rated >= 9).mean() - (rated <= 6).mean()))
    assert scores["mean"].value == pytest.approx(rated.mean())
    assert scores["top2"].low < scores["top2"].value < scores["top2"].high


def test_words_say_what_the_data_show():
    result = impact.drivers(journey(), "outcome", COLUMNS, draws=0)
    one = result.driver("t1")
    assert impact.effect_words(one, "en").startswith("One point more goes with 0.")
    assert "95%" in impact.exposure_words(one, "nl")
    everybody = impact.drivers(journey(missing=0.0), "outcome", COLUMNS, draws=0).driver("t1")
    assert impact.exposure_words(everybody, "en") == "What meeting it does cannot be seen in these data."
    assert impact.method_name("shapley", "nl") == "Shapley-aandelen van R²"
