"""Two periods, segments or sessions against one crosshair."""

import pytest

from cx import matrix
from cx.errors import ArgumentError
from cx.records import AlertRule, Scale, Settings
from tests.made.tables import TEN, row, touchpoints

KNOWN = {"n": 400, "sd": 2.0}
LINES = Settings(crosshair_rule="fixed", fixed=(7.0, 5.0))


def compared(before, after, scales=(TEN, TEN), **more):
    earlier, later = (
        matrix.build(touchpoints(rows, scale), LINES)
        for rows, scale in zip((before, after), scales, strict=True)
    )
    return matrix.comparison(earlier, later, kind="period", names=("Q1", "Q2"), **more)


def named(comparison):
    return {movement.name: movement for movement in comparison.movements}


def test_each_touchpoint_stayed_moved_entered_or_left():
    found = compared(
        [row("Invoice", 6.0, 8.0, **KNOWN), row("Call", 6.0, 2.0), row("Letter", 8.0, 1.0)],
        [row("Invoice", 7.3, 8.0, **KNOWN), row("Call", 6.5, 4.9), row("App", 9.0, 9.0)],
    )
    assert {one.name: one.status for one in found.movements} == {
        "Invoice": "moved",
        "Call": "stayed",
        "App": "entered",
        "Letter": "left",
    }
    invoice = named(found)["Invoice"]
    assert (invoice.before.quadrant, invoice.after.quadrant) == ("fix_first", "expand_reach")
    assert invoice.change_satisfaction == pytest.approx(1.3)
    assert invoice.probability == pytest.approx(0.99865, abs=1e-5)
    assert named(found)["Call"].change_impact == pytest.approx(2.9)
    assert named(found)["Letter"].before.quadrant == "minimise_cost"


def test_the_change_of_satisfaction_is_tested_where_n_and_sd_are_known_on_both_sides():
    known = {"n": 100, "sd": 2.0}
    found = compared(
        [row("Invoice", 6.0, 8.0, **known), row("Call", 6.0, 2.0)],
        [row("Invoice", 6.5, 8.0, n=80, sd=1.5), row("Call", 5.0, 2.0, **known)],
    )
    invoice, call = named(found)["Invoice"], named(found)["Call"]
    # R: two means, Welch: t = 1.91565 on 177.6 degrees of freedom.
    assert invoice.p == pytest.approx(0.0570184, abs=1e-6)
    assert (invoice.low < 0 < invoice.high, invoice.significant) == (True, False)
    assert (call.p, call.significant) == (None, None)


def test_names_are_joined_without_case_and_signs_and_as_a_person_confirmed():
    found = compared(
        [row("invoice ", 6.0, 8.0), row("Phone desk", 6.0, 2.0)],
        [row("Invoice", 6.0, 8.0), row("Call centre", 6.5, 2.0)],
        matches={"Call centre": "Phone desk"},
    )
    assert [one.status for one in found.movements] == ["stayed", "stayed"]
    assert [one.name_before for one in found.movements] == ["", "Phone desk"]


def test_an_earlier_scale_is_put_on_the_later_one_and_said():
    found = compared(
        [row("Invoice", 4.0, 8.0, n=100, sd=1.0)],
        [row("Invoice", 7.75, 8.0, n=100, sd=2.25)],
        (Scale(1, 5), Scale(1, 10)),
    )
    assert found.movements[0].change_satisfaction == pytest.approx(0.0)
    assert [one.code for one in found.findings] == ["compare_scales"]


def test_a_mean_is_not_compared_with_an_nps():
    with pytest.raises(ArgumentError) as caught:
        compared(
            [row("Invoice", 20.0, 8.0)],
            [row("Invoice", 7.0, 8.0)],
            (Scale(-100, 100, kind="nps"), Scale(1, 10)),
        )
    assert caught.value.key == "compare_kinds"


def test_impacts_found_in_different_ways_say_nothing_about_the_quadrant():
    earlier = matrix.build(touchpoints([row("Invoice", 6.0, 0.4)], impact_kind="derived"), LINES)
    later = matrix.build(touchpoints([row("Invoice", 8.0, 8.0)]), LINES)
    found = matrix.comparison(earlier, later, kind="session", names=("May", "today"))
    assert (found.movements[0].status, found.movements[0].before.impact) == ("stayed", None)
    assert [one.code for one in found.findings] == ["compare_impacts"]


def test_rules_speak_up_about_falls_and_about_low_levels():
    known = {"n": 400, "sd": 1.0}
    found = compared(
        [row("Invoice", 7.0, 8.0, **known), row("Call", 7.0, 2.0), row("App", 6.0, 2.0, **known)],
        [row("Invoice", 6.6, 8.0, **known), row("Call", 5.0, 2.0), row("App", 5.7, 2.0, **known)],
    )
    falls = AlertRule("falls", 0.3)
    assert [one.movement.name for one in matrix.raised([falls], found)] == ["Invoice"]
    anyhow = AlertRule("falls", 0.3, significant=False)
    assert [one.movement.name for one in matrix.raised([anyhow], found)] == ["Call", "Invoice"]
    low = AlertRule("below", 6.5)
    assert [one.movement.name for one in matrix.raised([low], found)] == ["Call", "App"]
    app = next(one.id for one in found.movements if one.name == "App")
    watched = AlertRule("below", 6.5, touchpoints=(app,))
    assert [one.movement.name for one in matrix.raised([watched], found)] == ["App"]
