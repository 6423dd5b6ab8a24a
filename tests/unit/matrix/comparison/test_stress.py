"""What survives: each change takes the conclusions that it should, and no others."""

import re

import numpy as np
import pandas as pd
import pytest

from cx import impact
from cx import matrix as building
from cx.deliver.told import method_text
from cx.matrix.comparison import stress as told
from cx.records import Scale, Settings, Strain
from tests.made.responses import names


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


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_kind_has_words(lang):
    for kind in (
        "mood",
        "pmvd",
        "twins",
        "activity",
        "straight_liners",
        "segment",
        "mean",
        "median",
        "midpoint",
    ):
        words = told.strain_name(Strain(kind, (), "Region: North", 3.0 if kind != "mood" else 0.4), lang)
        assert words
        assert "{" not in words
