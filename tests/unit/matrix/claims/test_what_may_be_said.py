"""What passes the gate: nothing of impact that is noise, negative drivers below 0, no borderline title."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from cx import impact, matrix, picture
from cx.cli.output import drivers_as_text
from cx.deliver.chart import numbers
from cx.deliver.told import touchpoints as told
from cx.records import AxisDraws, Estimate, Evidence, Filters, Scale, Settings, Source
from tests.made.tables import row, touchpoints

NAMES = ["Signs", "Shops", "Wifi", "Roads", "Parking", "Rental cars"]
DAY = dt.date(2026, 11, 30)


def answers(outcome, n=400, seed=1):
    """Six ratings 1 to 10 with one mood behind them, and an outcome made of them."""
    random = np.random.default_rng(seed)
    mood = random.normal(size=(n, 1))
    ratings = np.array([6, 7.2, 7.4, 7.6, 6.4, 7]) + 1.6 * (0.55 * mood + 0.84 * random.normal(size=(n, 6)))
    table = pd.DataFrame(np.clip(np.round(ratings), 1, 10), columns=NAMES)
    return table.assign(Overall=outcome(table, random))


def noise(table, random):
    return random.permutation(np.clip(np.round(table.mean(axis=1) + random.normal(size=len(table))), 0, 10))


def turned(table, random):
    """Signs go down with the outcome, Shops, Wifi and Roads up; the others do nothing."""
    made = 7 - 0.45 * (table["Signs"] - 6) + 0.2 * (table["Shops"] - 7) + 0.2 * (table["Wifi"] - 7)
    return made + 0.3 * (table["Roads"] - 7) + random.normal(size=len(table))


def result(outcome, draws=200):
    return impact.drivers(answers(outcome), "Overall", NAMES, scales=Scale(1, 10), missing={}, draws=draws)


@pytest.fixture(scope="module")
def of_noise():
    return result(noise)


@pytest.fixture(scope="module")
def of_turned():
    return result(turned)


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


def test_a_chart_of_which_nothing_lies_on_top_has_the_line_of_zero_as_dots(of_turned):
    built = matrix.build(impact.touchpoints(of_turned))
    drawn = picture.compute(built, lang="en", day=DAY)
    data = numbers.of(built, drawn, "en", alone=True)
    across, up = np.array(data.zero).T
    assert up == pytest.approx(0.0)
    assert drawn.x_axis.minimum < across.min() < across.max() < drawn.x_axis.maximum
    assert (data.zero_row, data.reference_row) == (data.marks[-1].row + 2, data.zero_row + len(data.zero))
    assert numbers.of(built, drawn, "en").zero == ()


def test_nothing_comes_first_of_which_no_effect_and_no_rank_is_shown(of_turned):
    built = matrix.build(impact.touchpoints(of_turned))
    parking = built.by_priority[0]
    assert (parking.name, parking.claim.direction, parking.priority.score > 0) == ("Parking", "unclear", True)
    assert matrix.first_of(built, 3) == ()
    assert matrix.pareto_told(built) is None
    title = (
        "No touchpoint with high impact scores below 6.8, save Signs: more of that goes with a worse outcome"
    )
    assert told.strategies_title(built, "en") == told.priorities_title(built, "en") == title


def test_without_a_negative_driver_there_is_no_line_of_zero():
    drawn = picture.compute(matrix.build(touchpoints([row("a", 6, 4), row("b", 8, 2)])), lang="en", day=DAY)
    assert drawn.zero is None


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
    assert matrix.headline(built, "en") == "One touchpoint holds 44% of the impact and scores below 7"


def test_where_all_are_borderline_the_headline_says_may():
    rows = [row("Hardly", 6.99, 4, n=30, sd=3.0), row("x", 9, 1, n=400, sd=1.0)]
    built = matrix.build(touchpoints(rows), Settings(crosshair_rule="fixed", fixed=(7.0, 2.0)))
    assert matrix.headline(built, "en") == (
        "One touchpoint may have high impact and score below 7; it is not certain"
    )


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
    built = matrix.build(replace(table, draws=draws))
    assert built.claims.noise > 0.6
    assert "impacts_hardly_differ" in {finding.code for finding in built.findings}


# --- several bubbles of one touchpoint ---


def apart(spread, **settings):
    """Two touchpoints, each in two segments; the impact of the first is .6 on average, give or take."""
    random = np.random.default_rng(5)
    first = 0.6 + spread * random.standard_normal(1000)
    draws = AxisDraws(("A", "B"), np.full((1000, 2), 7.0), np.column_stack([first, 1 - first]))
    scores = {"A": (6.0, 6.1), "B": (8.0, 8.1)}
    rows = [
        row(name, score, share, n=400, sd=1.0, segment=segment)
        for name, share in (("A", 0.6), ("B", 0.4))
        for segment, score in zip(("North", "South"), scores[name], strict=True)
    ]
    table = replace(touchpoints(rows), impact_kind="derived", draws=draws)
    fixed = Settings(unit="segment", crosshair_rule="fixed", fixed=(7.0, 0.5), **settings)
    return matrix.build(table, fixed)


def test_bubbles_of_segments_are_as_sure_as_the_impact_of_their_touchpoint():
    exact, vague = apart(0.001), apart(0.2)
    assert {bubble.certainty_axis for bubble in (*exact.bubbles, *vague.bubbles)} == {"both"}
    assert min(bubble.certainty for bubble in exact.bubbles) > 0.99
    # normal: .6 lies above .5 in .69 of the draws, and what is noise takes some of that back
    assert {0.5 < bubble.certainty < 0.69 for bubble in vague.bubbles} == {True}
    assert exact.claims.noise < vague.claims.noise


def test_their_ranks_count_the_error_of_impact_in():
    tied = {bubble.label: bubble.claim for bubble in apart(0.2, target=9.0).bubbles}
    told = {bubble.label: bubble.claim for bubble in apart(0.001, target=9.0).bubbles}
    assert [(c.rank_low, c.rank_high) for c in told.values()] == [(1, 2), (1, 2), (3, 4), (3, 4)]
    assert {(c.rank_low, c.rank_high) for c in tied.values()} == {(1, 4)}


def test_a_bubble_without_a_known_error_claims_nothing_of_certainty_or_rank():
    draws = AxisDraws(
        ("A", "B"), np.full((4, 2), 7.0), np.array([[0.6, 0.4], [0.7, 0.3], [0.5, 0.5], [0.6, 0.4]])
    )
    rows = [row("A", 6.0, 0.6, segment="North"), row("B", 8.0, 0.4, segment="North", n=50, sd=1.0)]
    table = replace(touchpoints(rows), impact_kind="derived", draws=draws)
    first, second = matrix.build(table, Settings(unit="segment")).bubbles
    assert (first.certainty, second.certainty_axis) == (None, "both")
    assert {first.claim.rank_low, second.claim.rank_low} == {None}


# --- what would prove it wrong ---


def test_what_would_prove_it_wrong_names_interval_cause_ranks_and_trial(of_turned):
    built = matrix.build(impact.touchpoints(of_turned))
    roads, parking = (next(one for one in built.bubbles if one.name == name) for name in ("Roads", "Parking"))
    clear = matrix.proof(roads, built, "en")
    assert clear[0].startswith(
        "If one point more of it turned out to do nothing: the interval of its effect runs"
    )
    assert clear[1].startswith("A cause that nobody measured would have to explain ")
    doubted = matrix.proof(parking, built, "nl")
    assert doubted[0].startswith("Meer is niet nodig om te twijfelen")
    assert doubted[-1].startswith("Een proef geeft uitsluitsel: ")
    assert not any("gemeten" in one for one in doubted)


def test_the_trial_is_as_large_as_its_power_asks():
    rows = [row("a", 6.0, 4, n=100, sd=2.0), row("b", 9, 1, n=100, sd=1.0)]
    built = matrix.build(touchpoints(rows), Settings(crosshair_rule="fixed", fixed=(7.0, 2.0)))
    # 2 (1.95996 + 0.84162)² (2 / 1)² = 62.8 answers in each group
    assert "63 answers where it is changed" in matrix.proof(built.bubbles[0], built, "en")[-1]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "en",
            "No practical trial settles it: to show whether satisfaction rises by 0.0100 takes more ",
        ),
        (
            "nl",
            "Geen haalbare proef geeft uitsluitsel: om te tonen of de tevredenheid 0,0100 stijgt, zijn meer ",
        ),
    ],
)
def test_where_no_trial_is_large_enough_that_is_said(lang, words):
    rows = [row("a", 6.99, 4, n=100, sd=2.0), row("b", 9, 1, n=100, sd=1.0)]
    built = matrix.build(touchpoints(rows), Settings(crosshair_rule="fixed", fixed=(7.0, 2.0)))
    assert matrix.proof(built.bubbles[0], built, lang)[-1].startswith(words)


def test_on_the_line_there_is_nothing_to_try():
    rows = [row("a", 7.0 - 1e-7, 4, n=100, sd=2.0), row("b", 9, 1, n=100, sd=1.0)]
    built = matrix.build(touchpoints(rows), Settings(crosshair_rule="fixed", fixed=(7.0, 2.0)))
    assert not any("trial" in said for said in matrix.proof(built.bubbles[0], built, "en"))


def trial(lang="en", period="", sources=(), **more):
    rows = [
        row("a", 6.0, 4, n=100, sd=2.0, period=period, **more),
        row("b", 9, 1, n=100, sd=1.0, period=period),
    ]
    table = replace(touchpoints(rows), sources=sources)
    built = matrix.build(table, Settings(crosshair_rule="fixed", fixed=(7.0, 2.0)))
    return matrix.proof(built.bubbles[0], built, lang)[-1]


def test_how_long_the_trial_takes_follows_from_the_volume_of_the_period_in_view():
    # 2 x 63 answers at 520 / 13.04 = 39.9 a week
    assert trial(period="Q3 2026", volume=520).endswith(
        "At its 40 a week that takes 4 weeks if everybody is asked and answers; if one in ten does, "
        "ten times as long."
    )
    assert "duurt dat 1 week als" in trial("nl", period="week 12", volume=200)
    assert "Bij 200 per week" in trial("nl", period="week 12", volume=200)


@pytest.mark.parametrize(
    "more", [{"period": "wave 2", "volume": 520}, {"period": "Q3 2026"}, {"volume": 520}]
)
def test_where_no_period_has_a_length_it_says_what_volume_would_do(more):
    assert trial(**more).endswith("That is 126 answers in all: 4 weeks at 32 a week.")


def test_days_of_contacts_or_answers_tell_how_long_their_volume_took():
    log = Source("log.csv", (), "contacts", (1,), {}, {}, days={"Day": ("2026-01-05", "2026-03-15")})
    assert "At its 52 a week that takes 3 weeks" in trial(sources=(log,), volume=520)
    counted = Source("v.csv", (), "touchpoints", (1,), {"Contacts": "volume"}, {})
    assert "4 weeks at 32 a week" in trial(sources=(log, counted), volume=520)


def test_the_spread_of_a_score_without_one_comes_from_its_error(of_turned):
    table = replace(impact.touchpoints(of_turned))
    without = replace(table, rows=table.rows.assign(sd=np.nan))
    built, other = matrix.build(table), matrix.build(without)
    words = [matrix.proof(one.bubble(one.by_priority[0].id), one, "en")[-1] for one in (built, other)]
    assert words[0] == words[1]


def test_of_noise_there_is_nothing_to_prove_wrong(of_noise):
    built = matrix.build(impact.touchpoints(of_noise))
    assert {matrix.proof(bubble, built, "en") for bubble in built.bubbles} == {()}


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


def test_the_interval_of_an_effect_on_a_share_is_in_points_as_the_advice_has_it():
    effect = Estimate(-0.04, -0.06, -0.02)
    evidence = {"A": Evidence(effect, None, -1, outcome="Churned = yes", share=True)}
    table = touchpoints([row("A", 6.0, 0.6, n=50), row("B", 8.0, 0.4, n=50)], impact_kind="derived")
    built = matrix.build(replace(table, evidence=evidence))
    assert (
        "runs from −6.00 to −2.00 percentage points (95%)" in matrix.proof(built.bubbles[0], built, "en")[0]
    )


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
