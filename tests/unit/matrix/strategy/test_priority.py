"""Priority, Pareto, certainty, advice and the words of the matrix."""

import datetime as dt
import math

import numpy as np
import pytest

from cx import matrix
from cx.records import PriorityTerms, Scale, Settings
from tests.made.tables import row, touchpoints

TABLE = [
    row("Invoice", 5.5, 4, volume=100),
    row("Claims", 6.5, 3, volume=300),
    row("App", 8.5, 2, volume=500),
    row("Visit", 7.5, 1, volume=100),
]


def test_priority_is_impact_share_times_gap_times_volume_share():
    built = matrix.build(touchpoints(TABLE))
    scores = {bubble.name: bubble.priority.score for bubble in built.bubbles}
    assert scores["Invoice"] == pytest.approx(0.4 * (1.5 / 9) * 0.1)
    assert scores["Claims"] == pytest.approx(0.3 * (0.5 / 9) * 0.3)
    assert scores["App"] == scores["Visit"] == 0
    assert [bubble.name for bubble in built.by_priority] == ["Invoice", "Claims", "App", "Visit"]


def test_target_and_terms_are_the_users():
    settings = Settings(target=9, priority_terms=PriorityTerms(impact=False, volume=False))
    built = matrix.build(touchpoints(TABLE), settings)
    assert [bubble.priority.score for bubble in built.bubbles] == pytest.approx(
        [3.5 / 9, 2.5 / 9, 0.5 / 9, 1.5 / 9]
    )
    assert [bubble.priority.rank for bubble in built.bubbles] == [1, 2, 4, 3]


def test_without_any_of_its_terms_all_are_told_apart_by_name_alone():
    rows = [row(name, 5, 1, volume=10, n=100, sd=1.0) for name in ("c", "b", "a")]
    settings = Settings(priority_terms=PriorityTerms(impact=False, gap=False, volume=False))
    built = matrix.build(touchpoints(rows), settings)
    assert [(bubble.name, bubble.priority.score) for bubble in built.by_priority] == [
        ("a", 1.0),
        ("b", 1.0),
        ("c", 1.0),
    ]


def test_negative_impact_is_no_priority_and_ties_go_by_impact_then_name():
    rows = [row("b", 9, 1), row("A", 9, 1), row("c", 3, -2), row("d", 9, 5)]
    built = matrix.build(touchpoints(rows))
    assert [bubble.name for bubble in built.by_priority] == ["d", "A", "b", "c"]
    assert {bubble.priority.score for bubble in built.bubbles} == {0.0}
    assert matrix.pareto(built) is None


def test_pareto_counts_the_fewest_that_hold_the_share():
    settings = Settings(target=9, priority_terms=PriorityTerms(impact=False, volume=False))
    found = matrix.pareto(matrix.build(touchpoints(TABLE), settings), 0.7)
    assert (found.count, found.total) == (2, 4)
    assert found.share == pytest.approx(6 / 8)


def integrated(z, *others):
    """The mean of Phi(z sqrt(1 - B)) over the density of B, by many small steps of its square root."""
    k, q = 1 + len(others), 0.7 * (z * z + sum(other**2 for other in others))
    root = (np.arange(200_000) + 0.5) / 200_000
    density = root ** (k - 1) * np.exp(-q * root**2 / 2)
    high = [0.5 * math.erfc(-z * math.sqrt((1 - b * b) / 2)) for b in root]
    return float(density @ high / density.sum())


def test_certainty_from_n_and_sd_speaks_about_satisfaction_alone():
    rows = [row("a", 7.2, 5, n=100, sd=1.5), row("b", 6.8, 1)]
    built = matrix.build(touchpoints(rows), Settings(crosshair_rule="fixed", fixed=(7.0, 3.0)))
    # alone, z = 4/3: q = 1.2444; the mean of Phi(z sqrt(1 - B)) over B^-1/2 exp(-q B / 2)
    assert built.bubbles[0].certainty == pytest.approx(integrated(4 / 3), abs=1e-6)
    assert built.bubbles[0].certainty_axis == "satisfaction"
    assert sum(built.bubbles[0].probabilities.values()) == pytest.approx(1)
    assert built.bubbles[1].certainty is None and built.bubbles[1].probabilities is None


def test_certainty_of_a_share_needs_only_n():
    rows = [row("a", 80.0, 5, n=100), row("b", 60.0, 1, n=400)]
    built = matrix.build(
        touchpoints(rows, Scale(0, 100, kind="percent")), Settings(crosshair_rule="fixed", fixed=(76, 3))
    )
    # z = 1 and -6.53, which counts as -4
    assert built.bubbles[0].certainty == pytest.approx(integrated(1.0, -4.0), abs=1e-6)


def test_volume_changes_the_advice():
    rows = [row("high", 9, 5, volume=900), row("low", 9, 5, volume=1), row("x", 5, 1, volume=5)]
    built = matrix.build(touchpoints(rows), Settings(crosshair_rule="fixed", fixed=(7, 3)))
    assert "protect it" in " ".join(matrix.advice(built.bubbles[0], built, "en"))
    assert "more people" in matrix.advice(built.bubbles[1], built, "en")[1]
    assert [bubble.high_volume for bubble in built.bubbles] == [True, False, True]


def test_words_of_the_matrix():
    built = matrix.build(touchpoints(TABLE, goal="Impact on NPS", periods=()))
    assert matrix.headline(built, "en") == "Two touchpoints hold 70% of the impact and score below 7.0"
    assert matrix.headline(built, "nl") == "Twee contactmomenten hebben 70% van de impact en scoren onder 7,0"
    assert matrix.axis_title(built, "satisfaction", "en") == "Satisfaction (1–10)"
    assert matrix.axis_title(built, "impact", "nl") == "Impact op NPS"
    note = matrix.footnote(built, "nl", dt.date(2026, 10, 5))
    assert "assenkruis: gemiddelde (tevredenheid 7,0, impact 2,5)" in note and note.endswith("5 okt 2026")


def test_the_headline_of_special_tables():
    alone = matrix.build(touchpoints([row("A", 6)]))
    assert matrix.headline(alone, "en") == "No touchpoint scores below 6.0; impact is not known yet"
    without = matrix.build(touchpoints([row("A", 6), row("B", 8)]))
    assert matrix.headline(without, "en") == "One touchpoint scores below 7.0; its impact is not known yet"
    zero = matrix.build(touchpoints([row("A", 6, 0), row("B", 8, 0)]))
    assert matrix.headline(zero, "nl") == "Eén contactmoment scoort onder 7,0"


def test_strategy_is_the_users_in_the_language_it_was_written_in():
    settings = Settings(strategies={("nl", "fix_first"): ("Nu doen", "Meteen.")})
    assert matrix.strategy(settings, "fix_first", "nl").name == "Nu doen"
    assert matrix.strategy(settings, "fix_first", "en").name == "Fix first"


def test_findings_about_a_bubble_name_it_or_its_rows():
    built = matrix.build(touchpoints([row("a", 6, 2, volume=0, n=4), row("b", 7, 3, volume=5, n=100)]))
    assert {f.code for f in matrix.findings_about(built, built.bubbles[0])} == {
        "volume_zero_or_blank",
        "small_base",
    }
    assert matrix.findings_about(built, built.bubbles[1]) == ()
