"""What survives: each change takes the conclusions that it should, and no others."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from cx import impact
from cx import matrix as building
from cx.deliver.told import method_text
from cx.intake.join import aliases
from cx.matrix.comparison import stress as told
from cx.records import Scale, Settings, Strain, TouchpointName, Trial
from tests.made.responses import names
from tests.made.tables import row, touchpoints

NAMES = [f"t{j + 1}" for j in range(6)]


def answers(rows=3_000, seed=2, mood=0.0, twin=0.0, together=0.0):
    """Return ratings of six touchpoints, the first three of which work."""
    random = np.random.default_rng(seed)
    feeling = random.normal(size=rows)
    ratings = random.normal(size=(rows, 6)) + mood * feeling[:, None]
    if twin:
        ratings[:, 5] = twin * ratings[:, 0] + (1 - twin**2) ** 0.5 * ratings[:, 5]
    pull = ratings @ np.array([0.9, 0.8, 0.7, 0.05, 0.05, 0.05])
    active = random.random(rows)
    met = random.random((rows, 6)) < np.where(together, 0.25 + 0.6 * active[:, None], 1.1)
    table = pd.DataFrame(np.where(met, ratings, np.nan), columns=[f"t{j + 1}" for j in range(6)])
    table += 5.75 + np.array([-1.5, 1.5, -1.5, 1.5, -1.5, 1.5])
    table["outcome"] = pull + together * 3 * active + mood * feeling + random.normal(size=rows)
    return table


def stress_of(table, **settings):
    result = impact.drivers(table, "outcome", names(table), scales=Scale(0, 10), draws=200)
    rows = impact.touchpoints(result)
    matrix = building.build(rows, Settings(**settings))
    return building.stressed(matrix, rows), matrix


def lost(stress, kind):
    return next((one.lost for one in stress.strains if one.kind == kind), None)


def test_clear_results_survive_everything_and_it_is_said():
    stress, matrix = stress_of(answers())
    assert stress.conclusions == ("t1", "t2", "t3", "t4", "t5", "t6")
    assert stress.surviving == 6
    assert told.verdict(stress, "en") == "6 of 6 conclusions survive."
    assert told.verdict(stress, "nl") == "6 van de 6 conclusies blijven staan."
    assert {one.kind for one in stress.strains} == {"median", "midpoint", "pmvd"}
    assert [one.lost for one in stress.strains] == [(), (), ()]
    titles = [section.title for section in method_text.method(matrix, "en", stress)]
    assert titles[-1] == "What survives"


def test_the_rule_of_the_lines_that_is_drawn_is_not_changed():
    stress, _ = stress_of(answers(), crosshair_rule="median")
    assert [one.kind for one in stress.strains[:2]] == ["mean", "midpoint"]


def test_lines_elsewhere_take_those_between_them():
    table = answers()
    table["t1"] += 1.0
    stress, matrix = stress_of(table)
    moved = building.build(
        impact.touchpoints(impact.drivers(table, "outcome", names(table), scales=Scale(0, 10), draws=200)),
        Settings(crosshair_rule="midpoint"),
    )
    there = {bubble.label: bubble.quadrant for bubble in moved.bubbles}
    expected = tuple(
        b.label for b in matrix.bubbles if b.claim.quadrant_claim and b.quadrant != there[b.label]
    )
    assert expected == ("t1",)
    assert lost(stress, "midpoint") == expected
    assert stress.surviving == len(stress.conclusions) - len(stress.lost)


def test_a_twin_that_does_nothing_does_not_survive_by_itself():
    table = answers(twin=0.93)
    stress, _ = stress_of(table)
    assert lost(stress, "twins") is not None
    assert "t6" in {*lost(stress, "pmvd"), *lost(stress, "twins")} or "t6" not in stress.conclusions


def test_exposure_effects_that_all_point_one_way_take_only_more_reach():
    stress, matrix = stress_of(answers(together=1.0, rows=6_000))
    taken = lost(stress, "activity")
    assert taken is not None
    assert taken
    reached = {b.label for b in matrix.bubbles if b.quadrant == "expand_reach" and b.evidence.backs_reach}
    assert set(taken) <= reached


def test_a_mood_is_told_with_how_much_of_the_ratings_it_is():
    stress, _ = stress_of(answers(mood=1.0))
    (strain,) = [one for one in stress.strains if one.kind == "mood"]
    assert strain.amount == pytest.approx(0.5, abs=0.05)
    assert re.search(r"\(\d+% of", " ".join(told.strain_words(stress, "en")))


def test_noise_has_no_conclusion():
    table = answers()
    table["outcome"] = np.random.default_rng(5).permutation(table["outcome"])
    stress, _ = stress_of(table)
    assert stress is None


def test_with_whole_clusters_only_what_stays_certain_survives():
    result = impact.drivers(answers(rows=400), "outcome", NAMES, scales=Scale(0, 10), draws=200)
    rows = impact.touchpoints(result)
    matrix = building.build(rows)
    wide = replace(rows.draws, satisfaction=rows.draws.satisfaction.copy())
    wide.satisfaction[::3, 0] += 4.0  # in a third of the draws t1 lies on the other side
    trial = Trial("clusters", draws=wide, about="Store", amount=20)
    stress = building.stressed(matrix, replace(rows, trials=(trial,)))
    assert "t1" in stress.conclusions
    assert lost(stress, "clusters") == ("t1",)
    silent = replace(trial, draws=replace(wide, impact=None), impact_claim="none")
    assert lost(building.stressed(matrix, replace(rows, trials=(silent,))), "clusters") == stress.conclusions


def test_trials_are_found_under_the_names_that_a_table_gave_since():
    result = impact.drivers(answers(rows=400), "outcome", NAMES, scales=Scale(0, 10), draws=200)
    rows = impact.touchpoints(result)
    renamed = aliases.moved(replace(rows, trials=()), {"t1": "Invoice"})
    known = replace(renamed, called={"Invoice": TouchpointName("t1", "t1", "Invoice")})
    trial = Trial("straight_liners", shares={name: 1 / 6 + (name == "t1") * -0.1 for name in NAMES}, amount=9)
    stress = building.stressed(building.build(known), replace(known, trials=(trial,)))
    assert lost(stress, "straight_liners")[0] == "Invoice"


def test_a_table_with_segments_is_drawn_without_the_largest():
    sizes = {"big": 90, "small": 10}
    scores = {"A": (9.0, 3.0, 8.0), "B": (5.0, 5.0, 2.0), "C": (7.0, 7.0, 5.0)}
    table = touchpoints(
        [
            row(name, of_all[at], of_all[2], segment=segment, n=sizes[segment])
            for name, of_all in scores.items()
            for at, segment in enumerate(sizes)
        ]
    )
    stress = building.stressed(building.build(table), table)
    assert [(one.about, one.lost) for one in stress.strains if one.kind == "segment_rows"] == [
        ("big", ("A", "B"))
    ]


def test_lines_of_all_respondents_stay_for_one_segment():
    table = answers(rows=800)
    result = impact.drivers(table[:400], "outcome", NAMES, scales=Scale(0, 10), draws=200)
    part = impact.touchpoints(result)
    shifted = part.rows.assign(satisfaction=part.rows["satisfaction"] + 3)
    whole = replace(part, rows=shifted)
    matrix = building.build(part, whole=whole)
    stress = building.stressed(matrix, part, whole=whole)
    assert lost(stress, "pmvd") == ()


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_kind_has_words(lang):
    for kind in (
        "mood",
        "pmvd",
        "twins",
        "activity",
        "straight_liners",
        "segment",
        "segment_rows",
        "clusters",
        "mean",
        "median",
        "midpoint",
    ):
        words = told.strain_name(Strain(kind, (), "Region: North", 3.0 if kind != "mood" else 0.4), lang)
        assert words
        assert "{" not in words
