"""What-if: the sum of effects, cut at the ends, with an interval from the groups."""

import pytest

from cx import impact
from cx.errors import ArgumentError
from cx.impact import Change
from cx.records import Scale
from tests.made.responses import journey, names

COLUMNS = names(journey())


def result():
    return impact.drivers(journey(), "outcome", COLUMNS, scales=Scale(1, 10), draws=0)


def test_one_point_is_the_effect_times_exposure():
    found = result()
    driver = found.driver("t1")
    answer = impact.what_if(found, {"t1": 1.0})
    assert answer.change.value == pytest.approx(driver.effect * driver.exposure)


def test_where_everybody_met_it_the_interval_is_that_of_the_effect():
    found = impact.drivers(journey(missing=0.0), "outcome", COLUMNS, scales=Scale(1, 10), draws=0)
    driver = found.driver("t1")
    change = impact.what_if(found, {"t1": 1.0}).change
    assert (change.low, change.high) == pytest.approx((driver.effect_low, driver.effect_high))


def test_exposure_counts_its_exposure_effect():
    found = result()
    driver = found.driver("t2")
    answer = impact.what_if(found, {"t2": Change(exposure=0.1)})
    assert answer.change.value == pytest.approx(0.1 * driver.exposure_effect)
    assert (answer.change.low, answer.change.high) == pytest.approx(
        (0.1 * driver.exposure_effect_low, 0.1 * driver.exposure_effect_high)
    )


def test_parts_add_up_and_a_factor_gives_money():
    found = result()
    answer = impact.what_if(found, {"t1": 0.5, "t3": Change(0.3, 0.05)}, factor=1_000)
    assert sum(answer.parts.values()) == pytest.approx(answer.change.value)
    assert answer.value.value == pytest.approx(1_000 * answer.change.value)
    assert answer.value.low == pytest.approx(1_000 * answer.change.low)


def test_satisfaction_and_exposure_are_cut_at_their_ends():
    found = result()
    driver = found.driver("t1")
    answer = impact.what_if(found, {"t1": Change(50, 3)})
    assert answer.applied["t1"].satisfaction == pytest.approx(10 - driver.satisfaction)
    assert answer.applied["t1"].exposure == pytest.approx(1 - driver.exposure)
    assert [f.code for f in answer.findings] == ["satisfaction_cut", "exposure_cut"]


def test_a_touchpoint_that_everybody_met_has_no_exposure_to_change():
    found = impact.drivers(journey(missing=0.0), "outcome", COLUMNS, draws=0)
    answer = impact.what_if(found, {"t1": Change(exposure=-0.2)})
    assert answer.change.value == 0.0
    assert [f.code for f in answer.findings] == ["exposure_effect_unknown"]


def test_no_change_changes_nothing():
    answer = impact.what_if(result(), {})
    assert (answer.change.value, answer.parts) == (0.0, {})


def test_an_unknown_touchpoint_is_refused():
    with pytest.raises(ArgumentError) as caught:
        impact.what_if(result(), {"t9": 1.0})
    assert caught.value.values["value"] == "t9"
