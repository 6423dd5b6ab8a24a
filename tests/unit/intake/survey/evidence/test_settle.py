"""All columns settled together: roles held once, questions that speak together, margins."""

import numpy as np
import pytest

from cx.intake.survey.evidence import KINDS, Settled, settle, settled, weights
from cx.intake.survey.evidence.settle import ONCE
from cx.records.file import ColumnReading
from tests.made.surveys import ENDLESS, profiles, ratings

ROWS = 200
NAMES = ["Shop", "Invoice", "Call", "Visit"]


def found(headers, *columns, fixed=()):
    return settled(profiles(headers, *columns), len(columns[0]), frozenset(fixed), ENDLESS)


def kinds(headers, *columns, fixed=()):
    return [one.kind for one in found(headers, *columns, fixed=fixed).values()]


def test_every_witness_speaks_of_kinds_that_there_are():
    for name, table in weights().items():
        assert name in ("rows", "overall") or table.keys() <= KINDS.keys(), name


def test_ratings_and_their_overall_item():
    rated = ratings(ROWS, 4).T
    overall = np.rint(rated.mean(axis=0))
    assert kinds([*NAMES, "Overall satisfaction"], *rated, overall) == ["rating"] * 4 + ["outcome"]


VALUES = {
    "weight": lambda seed: np.random.default_rng(seed).uniform(0.5, 1.5, ROWS).round(3),
    "segment": lambda seed: [("Home", "Office", "Shop")[(at + seed) % 3] for at in range(ROWS)],
    "note": lambda seed: [f"Words of guest {at * 7 + seed} there" for at in range(ROWS)],
}


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        (("Weight", "Weight 2"), "weight"),
        (("Segment", "Segment name"), "segment"),
        (("Remarks", "Remark"), "note"),
    ],
)
def test_one_column_keeps_a_role_that_is_held_once(headers, kind):
    assert kind in ONCE
    rated = ratings(ROWS, 4).T
    columns = [VALUES[kind](1), VALUES[kind](2)]
    taken = kinds([*NAMES, *headers], *rated, *columns)
    assert taken[:4] == ["rating"] * 4
    assert taken[4:].count(kind) == 1
    turned = kinds([*headers, *NAMES], *columns, *rated)
    assert turned[:2] == taken[4:]


def test_of_two_that_are_as_sure_the_first_keeps_it():
    texts = [("Home", "Office", "Shop")[at % 3] for at in range(ROWS)]
    taken = kinds([*NAMES, "Segment", "segment"], *ratings(ROWS, 4).T, texts, texts[1:] + texts[:1])
    assert taken[4] == "segment" != taken[5]


def test_a_column_that_a_person_has_said_is_left_alone():
    rated = ratings(ROWS, 4).T
    assert sorted(found(NAMES, *rated, fixed=(1, 3))) == [0, 2]


def test_columns_of_one_question_are_settled_alike():
    rated = ratings(ROWS, 4).T
    odd = np.random.default_rng(7).integers(1, 6, ROWS)
    asked = [
        f"How satisfied are you with the {one}?" for one in ("shop", "invoice", "call", "visit", "region")
    ]
    pooled = found(asked, *rated, odd)
    assert [one.kind for one in pooled.values()] == ["rating"] * 5
    bare = found([*NAMES, "Region"], *rated, odd)
    assert bare[4].kind == "trait"
    assert pooled[4].margin > 0


def test_what_a_question_says_together_moves_each_of_its_columns(monkeypatch):
    *rated, odd = *ratings(ROWS, 4).T, 1 + np.random.default_rng(8).permutation(ROWS) % 5
    asked = [
        f"How satisfied are you with the {one}?" for one in ("shop", "invoice", "call", "visit", "region")
    ]
    pooled = found(asked, *rated, odd)
    monkeypatch.setattr(settle, "_POOLED", 0.0)
    alone = found(asked, *rated, odd)
    towards = [one.margin if one.kind == "rating" else -one.margin for one in (pooled[4], alone[4])]
    assert towards[0] > towards[1] + 1
    assert pooled[0].margin <= alone[0].margin


def test_the_margin_is_the_sum_of_what_witnesses_say_where_no_question_pools():
    own = found([*NAMES, "Age"], *ratings(ROWS, 4).T, 20 + np.arange(ROWS) % 60)[4]
    assert own.kind == "trait"
    assert own.margin > 0.5
    if KINDS[own.rival][0] != KINDS[own.kind][0]:
        assert sum(own.said.values()) >= own.margin - 1e-9
    assert own.confidence == pytest.approx(1 / (1 + np.exp(-own.margin)))


@pytest.mark.parametrize(("margin", "confidence"), [(0.0, 0.5), (np.log(3), 0.75), (1e6, 1.0), (-1e6, 0.0)])
def test_confidence_is_the_probability_of_the_margin(margin, confidence):
    assert Settled("rating", margin, "outcome", {}).confidence == pytest.approx(confidence, abs=1e-12)


def test_a_reading_tells_the_strongest_four_on_either_side_and_no_prior():
    said = {"prior": 9.0, "a": 1.0, "b": 3.0, "c": -2.0, "d": 0.4, "e": 2.0, "f": 5.0, "g": 4.0, "h": -0.6}
    told = Settled("rating", 1.0, "outcome", said).told(
        ColumnReading("Shop", "A", "rating", 0.7, "survey_rating")
    )
    assert (told.because, told.although, told.rival) == (("f", "g", "b", "e"), ("c", "h"), "outcome")


def test_a_copy_names_the_column_that_it_repeats():
    rated = ratings(ROWS, 4).T
    last = found([*NAMES, "Visit again"], *rated, rated[3])[4]
    assert (last.kind, last.other) == ("copy", "Visit")


def test_an_item_against_the_others_is_marked():
    rated = ratings(ROWS, 4).T
    marks = found([*NAMES[:3], "Complaint handling"], *rated[:3], 6 - rated[3])
    assert [one.against for one in marks.values()] == [False, False, False, True]
