"""Tables that call a touchpoint by its short name, its whole question, or as it was before it was renamed."""

import numpy as np
import pytest

from cx import intake
from cx.intake import combined, joins
from cx.matrix import build
from cx.records import Choices
from tests.made.intake_files import csv
from tests.made.odd import questions

QUOTE, CLAIM, VISIT = questions.HEADERS


def survey(names=None):
    return intake.touchpoints(csv(questions.answers()), Choices(names=names or {}), partial=True)


def volumes(*names, choices=None):
    return intake.touchpoints(csv(questions.volumes(*names)), choices, partial=True)


@pytest.mark.parametrize(
    "called",
    [
        ("quote", "claim", "visit"),
        ("Quote", "Claim", "Visit"),
        (QUOTE, CLAIM, VISIT),
        (QUOTE, "claim", VISIT.upper()),
    ],
)
@pytest.mark.parametrize("names", [{}, {QUOTE: "Offer", VISIT: "Call"}])
def test_volumes_find_their_touchpoint_under_each_of_its_names(called, names):
    parts = [survey(names), volumes(*called)]
    found = combined(parts)
    assert found.rows["volume"].tolist() == [1000, 2000, 3000]
    assert found.rows["touchpoint"].tolist() == [
        names.get(QUOTE, "quote"),
        "claim",
        names.get(VISIT, "visit"),
    ]
    assert not [one for one in found.findings if one.code.startswith("join_")]
    (told,) = joins(parts)
    assert (len(told.exact), told.missing, told.unmatched, told.proposed) == (3, (), (), ())


def test_a_name_goes_before_what_another_touchpoint_was_called():
    found = combined([survey({QUOTE: "claim", CLAIM: "quote"}), volumes("quote", "claim", "visit")])
    assert dict(zip(found.rows["touchpoint"], found.rows["volume"], strict=True)) == {
        "claim": 2000,
        "quote": 1000,
        "visit": 3000,
    }


def test_what_a_person_called_a_touchpoint_in_the_further_table_holds_in_both():
    renamed = volumes("quote", "claim", "visit", choices=Choices(names={"claim": "Settling a claim"}))
    found = combined([survey(), renamed])
    assert found.rows["touchpoint"].tolist() == ["quote", "Settling a claim", "visit"]
    assert found.rows["volume"].tolist() == [1000, 2000, 3000]
    bubbles = {one.name: one.id for one in build(found).bubbles}
    before = {one.name: one.id for one in build(survey()).bubbles}
    assert bubbles["Settling a claim"] == before["claim"]


def test_a_match_by_hand_follows_a_touchpoint_that_is_renamed_afterwards():
    parts = [survey({QUOTE: "Offer"}), volumes("Prices asked", "claim", "visit")]
    found = combined(parts, {"Prices asked": "quote"})
    assert found.rows["volume"].tolist() == [1000, 2000, 3000]
    (told,) = joins(parts, {"Prices asked": "quote"})
    assert [(one.name, one.other) for one in told.confirmed] == [("Prices asked", "Offer")]
    assert not [one for one in found.findings if one.code == "join_unknown"]


def test_a_year_under_names_and_a_year_under_questions_are_the_same_touchpoints():
    table = csv("Touchpoint;Satisfaction;Period\nquote;3;2024\nClaim;4;2024\nvisit;2;2024\n")
    first = intake.touchpoints(table, Choices(scale=survey().scale), partial=True)
    found = combined([survey({CLAIM: "Settling a claim"}), first])
    assert sorted(set(found.rows["touchpoint"])) == ["Settling a claim", "quote", "visit"]
    assert len(build(found).bubbles) == 3
    assert np.isfinite(found.rows["satisfaction"]).all()


def test_a_renamed_touchpoint_keeps_its_id_and_no_two_have_one():
    before = {one.name: one.id for one in build(survey()).bubbles}
    after = {one.name: one.id for one in build(survey({QUOTE: "claim", CLAIM: "quote"})).bubbles}
    assert after == {"claim": before["quote"], "quote": before["claim"], "visit": before["visit"]}
