"""What passes the gate: nothing of impact that is noise, negative drivers below 0, no borderline title."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from cx import impact, matrix, picture
from cx.cli.output import drivers_as_text, matrix_as_text
from cx.deliver import chart, deck_picture
from cx.deliver.told import touchpoints as told
from cx.deliver.told import what_to_do
from cx.deliver.told.method_text import method_title
from cx.matrix.strategy import share_of_impact
from cx.records import AxisDraws, Estimate, Evidence, Filters, Scale, Settings
from tests.made.tables import row, touchpoints
from tests.unit.matrix.claims.answered import NAMES, noise, result, turned

DAY = dt.date(2026, 11, 30)


# --- impact that the data do not show ---


def test_of_noise_nothing_speaks_of_impact(of_noise):
    built = matrix.build(impact.touchpoints(of_noise))
    assert (of_noise.claims.impact, built.claims.impact, built.claims.certainty_axis) == (
        "none",
        "none",
        None,
    )
    assert built.crosshair.impact is None
    for bubble in built.bubbles:
        assert (bubble.quadrant, bubble.certainty, bubble.priority, bubble.probabilities) == (None,) * 4
        assert matrix.advice(bubble, built, "en") == ()
        claim = bubble.claim
        assert (claim.quadrant_claim, claim.direction, claim.rank_low, claim.first) == (
            False,
            "unclear",
            None,
            None,
        )
    assert sum(bubble.impact for bubble in built.bubbles) == pytest.approx(1)
    assert {"impact_not_shown", "explains_too_little"} <= {finding.code for finding in built.findings}


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "impact is not shown by these data"), ("nl", "de impact blijkt niet uit deze gegevens")],
)
def test_its_picture_is_hollow_and_says_so(of_noise, lang, words):
    built = matrix.build(impact.touchpoints(of_noise))
    assert matrix.headline(built, lang).endswith(words)
    assert "%" not in matrix.headline(built, lang)
    assert method_title(built, lang).endswith(words)
    drawn = picture.compute(built, lang=lang, day=DAY)
    assert {disc.opacity for disc in drawn.discs} == {0.0}
    assert (drawn.y_stands_for, drawn.quadrants) == ("impact", ())
    assert [line.axis for line in drawn.crosshair] == ["satisfaction"]
    heights = {disc.name: disc.impact for disc in drawn.discs}
    assert heights == {bubble.name: bubble.impact for bubble in built.bubbles}


def test_the_headline_of_its_drivers_names_no_share(of_noise):
    assert impact.headline(of_noise, "en") == "These data do not show which touchpoints drive Overall"


def test_its_bars_are_outlines_in_the_order_of_the_file_and_say_so(of_noise):
    (bars,) = picture.driver_bars(of_noise, lang="en", width=600).to_dict()["data"]
    assert list(bars["customdata"]) == NAMES
    assert set(bars["marker"]["color"]) == {"rgba(255,255,255,0)"}
    assert picture.bars_in_words(of_noise, "en").startswith("Not shown by these data: chance alone")
    assert {impact.ranks_in_words(driver, of_noise, "en") for driver in of_noise.drivers} == {""}
    assert drivers_as_text(of_noise, "nl").startswith("Uit deze gegevens blijkt niet welke contactmomenten")


def test_an_effect_that_is_negative_by_chance_is_not_called_so(of_noise):
    assert of_noise.driver("Parking").toward == "negative"
    assert {claim.direction for claim in of_noise.claims.touchpoints} == {"unclear"}
    assert not {"negative_driver", "suppression"} & {finding.code for finding in of_noise.findings}


def test_bars_that_the_data_show_are_filled_and_ranked(of_turned):
    (bars,) = picture.driver_bars(of_turned, lang="en", width=600).to_dict()["data"]
    assert list(bars["customdata"]) == [driver.name for driver in of_turned.ranked]
    assert "rgba(255,255,255,0)" not in bars["marker"]["color"]
    assert picture.bars_not_shown(of_turned, "en") == ""
    first = of_turned.drivers[NAMES.index("Signs")]
    claim = of_turned.claims.of("Signs")
    ends = dict.fromkeys((claim.rank_low, claim.rank_high))
    assert impact.ranks_in_words(first, of_turned, "en") == "–".join(map(str, ends))


def test_a_table_that_an_earlier_version_kept_tells_by_its_draws(of_noise):
    table = replace(impact.touchpoints(of_noise), impact_claim=None)
    assert matrix.build(table).claims.impact == "none"


def test_before_the_draws_nothing_is_told_apart():
    assert result(turned, draws=0).claims.impact == "unclear"
    assert result(noise, draws=0).claims.impact in ("none", "unclear")


# --- negative drivers ---


def test_a_negative_driver_stands_below_zero_and_is_never_high(of_turned):
    built = matrix.build(impact.touchpoints(of_turned))
    signs = built.bubble(next(one.id for one in built.bubbles if one.name == "Signs"))
    assert (signs.claim.direction, signs.quadrant, signs.priority.score) == ("negative", "simplify", 0.0)
    assert signs.signed_impact == -signs.impact < -0.2
    assert built.crosshair.impact == pytest.approx(1 / 6)
    assert sum(bubble.impact for bubble in built.bubbles) == pytest.approx(1)
    assert matrix.advice(signs, built, "en")[0].startswith(
        "More of it goes with a worse outcome: look into it"
    )
    assert matrix.advice(signs, built, "nl")[0].startswith("Meer ervan gaat samen met een slechtere uitkomst")
    assert signs.probabilities["fix_first"] == signs.probabilities["expand_reach"] == 0


def test_the_picture_has_a_line_of_zero_above_it(of_turned):
    drawn = picture.compute(matrix.build(impact.touchpoints(of_turned)), lang="en", day=DAY)
    disc = next(one for one in drawn.discs if one.name == "Signs")
    (left, level), (right, _) = drawn.zero
    assert (left, right) == pytest.approx((drawn.plot.left, drawn.plot.right))
    assert disc.impact < 0
    assert disc.y > level
    assert "Negative: more of it goes with a worse outcome" in disc.hover


def test_the_native_chart_has_the_line_of_zero_as_its_axis(of_turned):
    built = matrix.build(impact.touchpoints(of_turned))
    drawn = deck_picture(built, lang="en", day=DAY)
    data = chart.numbers.of(built, drawn, "en")
    signs = next(row for row in data.rows if row.disc.name == "Signs")
    assert signs.y == signs.impact < 0
    assert (signs.quadrant, signs.colour, signs.by_lines) == (*("Look into it first",) * 2, False)
    written = chart.chart_space(data, drawn, chart.frame_of(drawn), chart.Look("Data"))
    assert written.count('<c:crossesAt val="0"/>') == 1


def test_nothing_comes_first_of_which_no_effect_and_no_rank_is_shown(of_turned):
    built = matrix.build(impact.touchpoints(of_turned))
    parking = built.by_priority[0]
    assert (parking.name, parking.claim.direction, parking.priority.score > 0) == ("Parking", "unclear", True)
    assert matrix.first_of(built, 3) == ()
    assert matrix.pareto_told(built) is None
    assert (
        told.priorities_title(built, "en") == "The ranks overlap: which touchpoints come first is not certain"
    )
    assert "Parking" not in told.strategies_title(built, "en")
    assert "improve Parking" not in " ".join(one.sentence for one in what_to_do(built, "en"))


def test_without_a_negative_driver_there_is_no_line_of_zero():
    drawn = picture.compute(matrix.build(touchpoints([row("a", 6, 4), row("b", 8, 2)])), lang="en", day=DAY)
    assert drawn.zero is None


def test_what_a_negative_driver_holds_is_impact_too_in_the_headline():
    clear = Evidence(Estimate(-1.0, -1.5, -0.5), None, 1)
    rows = [row("Worse", 6.0, 0.5, n=50), row("Better", 6.2, 0.3, n=50), row("Other", 8.0, 0.2, n=50)]
    table = replace(touchpoints(rows, impact_kind="derived"), evidence={"Worse": clear}, impact_claim="shown")
    built = matrix.build(table, Settings(crosshair_rule="fixed", fixed=(7.0, 0.25)))
    assert matrix.headline(built, "en") == "One touchpoint holds 30% of the impact and scores below 7.0"
    assert [share_of_impact(one, built) for one in built.bubbles] == pytest.approx([-0.5, 0.3, 0.2])


@pytest.mark.parametrize(
    ("impacts", "line", "cells"),
    [((0.1, 0.105), "impact 0.1025", ["0.1000", "0.1050"]), ((3, 5), "impact 4.0", ["3.0", "5.0"])],
)
def test_impacts_that_lie_close_together_are_written_apart(impacts, line, cells):
    rows = [row("a", 6.0, impacts[0]), row("b", 8.0, impacts[1])]
    built = matrix.build(touchpoints(rows))
    assert line in matrix.crosshair_words(built, "en")
    assert [matrix.impact_in_column(one.height, built, "en") for one in built.bubbles] == cells


def test_no_line_however_low_makes_a_negative_driver_high():
    clear = Evidence(Estimate(-1.0, -1.5, -0.5), None, 1)
    table = touchpoints([row("A", 6.0, 0.6, n=50), row("B", 8.0, 0.4, n=50)], impact_kind="derived")
    table = replace(table, evidence={"A": clear, "B": clear})
    built = matrix.build(table, Settings(crosshair_rule="fixed", fixed=(7.0, -1.0)))
    assert [bubble.quadrant for bubble in built.bubbles] == ["simplify", "minimise_cost"]


def test_a_negative_driver_is_named_in_the_headline_that_counts_it(of_turned):
    assert impact.headline(of_turned, "en").endswith("of the impact on Overall, Signs for the worse")
    assert impact.headline(of_turned, "nl").endswith(", Signs ten nadele")


# --- ranks and headline ---


def test_ranks_of_a_result_hold_the_estimates(of_turned):
    places = {driver.name: place for place, driver in enumerate(of_turned.ranked, start=1)}
    for claim in of_turned.claims.touchpoints:
        assert claim.rank_low <= places[claim.name] <= claim.rank_high
    assert sum(claim.first for claim in of_turned.claims.touchpoints) == pytest.approx(1)
    assert sum(claim.top3 for claim in of_turned.claims.touchpoints) == pytest.approx(3)
    assert of_turned.claims.impact == "shown"


def test_robustness_is_that_of_the_effect(of_turned):
    signs = of_turned.claims.of("Signs")
    nothing = of_turned.claims.of("Parking")
    assert 0.3 < signs.robustness_bound < signs.robustness < 0.7
    assert nothing.robustness_bound == 0.0


def test_the_headline_rests_on_what_is_not_borderline():
    rows = [
        row("Sure", 5.0, 4, n=400, sd=1.0),
        row("Hardly", 6.99, 4, n=30, sd=3.0),
        row("x", 9, 1, n=400, sd=1.0),
    ]
    built = matrix.build(touchpoints(rows), Settings(crosshair_rule="fixed", fixed=(7.0, 2.0)))
    assert built.bubbles[1].borderline
    assert built.claims.headline.names == ("Sure",)
    assert matrix.headline(built, "en") == "One touchpoint holds 44% of the impact and scores below 7.0"


def test_where_all_are_borderline_the_headline_says_may():
    rows = [row("Hardly", 6.99, 4, n=30, sd=3.0), row("x", 9, 1, n=400, sd=1.0)]
    built = matrix.build(touchpoints(rows), Settings(crosshair_rule="fixed", fixed=(7.0, 2.0)))
    assert matrix.headline(built, "en") == (
        "One touchpoint may have high impact and score below 7.0; it is not certain"
    )


@pytest.mark.parametrize(
    ("lang", "maybe", "short"),
    [("en", "Maybe: Fix first", "Borderline"), ("nl", "Misschien: Eerst verbeteren", "Grensgeval")],
)
def test_every_list_says_which_touchpoint_is_borderline(lang, maybe, short):
    rows = [row("Hardly", 6.99, 4, n=30, sd=3.0), row("Sure", 5.0, 4, n=400, sd=1.0)]
    built = matrix.build(touchpoints(rows), Settings(crosshair_rule="fixed", fixed=(7.0, 2.0)))
    hardly, sure = built.bubbles
    words = [matrix.strategy_words(one, built.settings, lang) for one in (hardly, sure)]
    assert words == [maybe, maybe.split(": ")[1]]
    assert [matrix.backed_in_short(one, lang) for one in (hardly, sure)] == [short, ""]
    cells = {cells[1]: cells[2] for cells in told.priorities(built, lang).rows}
    assert cells == {"Hardly": words[0], "Sure": words[1]}
    block = told.strategies(built, lang)[0]
    assert {one.name: one.numbers.endswith(short.lower()) for one in block.entries} == {
        "Hardly": True,
        "Sure": False,
    }
    assert maybe in matrix_as_text(built, lang)


def test_a_table_without_errors_has_ranks_but_no_ranges():
    built = matrix.build(touchpoints([row("a", 5, 4), row("b", 6, 3), row("c", 9, 1)]))
    assert [claim.rank_low for claim in built.claims.touchpoints] == [None, None, None]
    assert [matrix.rank_words(bubble, "en") for bubble in built.by_priority] == ["1", "2", "3"]


def test_ranks_that_cannot_be_told_apart_stand_as_a_range():
    rows = [row("a", 5.0, 4, n=50, sd=2.0), row("b", 5.05, 4, n=50, sd=2.0), row("c", 9, 1, n=50, sd=1.0)]
    built = matrix.build(touchpoints(rows), Settings(crosshair_rule="fixed", fixed=(7.0, 2.0)))
    assert [matrix.rank_words(bubble, "en") for bubble in built.by_priority] == ["1\u20132", "1\u20132", "3"]


def test_impacts_that_hardly_differ_are_a_finding():
    random = np.random.default_rng(3)
    table = touchpoints([row(name, 7.0, 1 / 6, n=200) for name in NAMES], impact_kind="derived")
    shares = 1 / 6 + 0.1 * random.standard_normal((500, 6))
    draws = AxisDraws(tuple(NAMES), 7 + random.standard_normal((500, 6)), shares)
    for claim, said in (("unclear", True), ("shown", False)):
        built = matrix.build(replace(table, draws=draws, impact_claim=claim))
        assert built.claims.noise > 0.6
        assert ("impacts_hardly_differ" in {finding.code for finding in built.findings}) is said


def test_touchpoints_that_only_their_names_tell_apart_share_their_ranks():
    rows = [row("a", 5, 4), row("b", 9, 3), row("c", 9, 3), row("d", 8, 1)]
    built = matrix.build(touchpoints(rows))
    assert [matrix.rank_words(bubble, "en") for bubble in built.by_priority] == ["1", "2–3", "2–3", "4"]
    alike = matrix.build(touchpoints([row(name, 7, 3) for name in "abc"]))
    assert [bubble.priority.rank for bubble in alike.by_priority] == [1, 2, 3]
    assert {matrix.rank_words(bubble, "nl") for bubble in alike.bubbles} == {"1–3"}


@pytest.mark.parametrize(
    ("lang", "start"), [("en", "Borderline: with a certainty of "), ("nl", "Grensgeval: met ")]
)
def test_advice_for_what_is_not_certain_is_to_look_into_it(lang, start):
    rows = [row("Hardly", 6.99, 4, n=30, sd=3.0, volume=9), row("x", 9, 1, n=400, sd=1.0, volume=9)]
    built = matrix.build(touchpoints(rows), Settings(crosshair_rule="fixed", fixed=(7.0, 2.0)))
    (words,) = matrix.advice(built.bubbles[0], built, lang)
    assert words.startswith(start)
    assert len(matrix.advice(built.bubbles[1], built, lang)) == 2


def test_impact_of_answers_in_segments_keeps_its_errors():
    drawn = result(turned)
    derived = impact.touchpoints(drawn)
    split = pd.concat([derived.rows.assign(segment=name, n=200.0) for name in ("A", "B")], ignore_index=True)
    table = replace(derived, rows=split, draws=None, clusters=None)
    whole = matrix.with_own_impact(table, impact.AtOnce("Overall", drawn))
    built, alone = matrix.build(whole), matrix.build(derived)
    assert built.claims.certainty_axis == alone.claims.certainty_axis == "both"
    ranks = [[(c.rank_low, c.rank_high) for c in one.claims.touchpoints] for one in (built, alone)]
    assert ranks[0] == ranks[1]
    part = matrix.build(whole, Settings(filters=Filters(segments=("A",))))
    for bubble, of_all in zip(part.bubbles, built.bubbles, strict=True):
        assert bubble.certainty <= of_all.certainty + 0.02


def test_a_score_on_another_scale_than_the_ratings_keeps_the_errors_of_impact():
    drawn = result(turned)
    derived = impact.touchpoints(drawn)
    rows = derived.rows.assign(
        satisfaction=20 * derived.rows["satisfaction"] - 110, error=20 * derived.rows["error"]
    )
    table = replace(derived, rows=rows, scale=Scale(-100, 100, kind="nps"), draws=None, clusters=None)
    built = matrix.build(matrix.with_own_impact(table, impact.AtOnce("Overall", drawn)))
    alone = matrix.build(derived)
    assert built.claims.certainty_axis == "both"
    assert [bubble.certainty for bubble in built.bubbles] == pytest.approx(
        [bubble.certainty for bubble in alone.bubbles], abs=0.03
    )
    unknown = replace(table, rows=rows.assign(error=np.nan))
    assert matrix.with_own_impact(unknown, impact.AtOnce("Overall", drawn)).draws is None
