"""What would prove an advice wrong: interval, unmeasured cause, ranks, and the trial that settles it."""

from dataclasses import replace

import numpy as np
import pytest

from cx import impact, matrix
from cx.records import Estimate, Evidence, Settings, Source
from tests.made.tables import row, touchpoints


def test_what_would_prove_it_wrong_names_interval_cause_ranks_and_trial(of_turned):
    built = matrix.build(impact.touchpoints(of_turned))
    roads, parking = (next(one for one in built.bubbles if one.name == name) for name in ("Roads", "Parking"))
    clear = matrix.proof(roads, built, "en")
    assert clear[0].startswith(
        "If one point more of it turned out to do nothing: the interval of its effect runs"
    )
    assert clear[1].startswith("A cause that nobody measured would have to explain ")
    doubted = matrix.proof(parking, built, "nl")
    assert doubted[0].startswith("Als een punt meer ervan meer doet dan het lijkt")  # its impact is low
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


def test_the_interval_of_an_effect_on_a_share_is_in_points_as_the_advice_has_it():
    effect = Estimate(-0.04, -0.06, -0.02)
    evidence = {"A": Evidence(effect, None, -1, outcome="Churned = yes", share=True)}
    table = touchpoints([row("A", 6.0, 0.6, n=50), row("B", 8.0, 0.4, n=50)], impact_kind="derived")
    built = matrix.build(replace(table, evidence=evidence))
    assert (
        "runs from −6.00 to −2.00 percentage points (95%)" in matrix.proof(built.bubbles[0], built, "en")[0]
    )
