"""What touchpoints of a file are called: found, by hand, on the command line's terms, and in a mapping."""

from dataclasses import replace

import pytest

from cx import intake
from cx.errors import ArgumentError
from cx.intake import mapping, naming
from cx.records import Choices, TouchpointName
from tests.made.intake_files import csv, points
from tests.made.odd import questions

QUOTE, CLAIM, VISIT = questions.HEADERS


def names(found):
    return [str(name) for name in found.rows["touchpoint"]]


def survey(**choices):
    return intake.touchpoints(csv(questions.answers()), Choices(**choices))


def test_a_rating_is_called_by_what_differs_and_keeps_its_question_as_a_note():
    found = survey()
    assert names(found) == ["quote", "claim", "visit"]
    assert found.rows["note"].tolist() == [QUOTE, CLAIM, VISIT]
    assert found.called["claim"] == TouchpointName(CLAIM, "claim", column=True)


def test_answers_keep_their_headers_and_know_the_names():
    found = intake.responses(csv(questions.answers()), Choices(names={"B": "Settling a claim"}))
    assert found.drivers == (QUOTE, CLAIM, VISIT)
    assert [found.names[one].name for one in found.drivers] == ["quote", "Settling a claim", "visit"]


@pytest.mark.parametrize("key", [CLAIM, CLAIM.upper(), "B", "b", "claim", "Claim!"])
def test_a_touchpoint_is_named_by_its_header_its_letter_or_its_short_name(key):
    assert names(survey(names={key: "  Settling \n a claim "})) == ["quote", "Settling a claim", "visit"]


@pytest.mark.parametrize(
    ("choice", "value"),
    [
        ("roles", {"claim": "ignore"}),
        ("scales", {"claim": intake.understand(csv(questions.answers())).scales[CLAIM]}),
        ("codes", {"claim": {"5": "not_met"}}),
    ],
)
def test_a_short_name_stands_for_its_column_wherever_a_header_does(choice, value):
    by_name, by_header = survey(**{choice: value}), survey(**{choice: {CLAIM: value["claim"]}})
    assert by_name.rows.equals(by_header.rows)
    assert by_name.sources[0].roles == by_header.sources[0].roles


def test_a_column_that_is_not_there_is_still_refused():
    with pytest.raises(ArgumentError) as refused:
        survey(roles={"claim": "ignore", "clam": "ignore"})
    assert (refused.value.key, refused.value.values["column"]) == ("column_unknown", "clam")


def test_who_takes_a_column_out_of_its_question_changes_no_other_name():
    assert names(survey(roles={QUOTE: "ignore", CLAIM: "ignore"})) == ["visit"]


def test_a_further_column_changes_no_name():
    assert names(intake.touchpoints(csv(questions.answers(more="Age Parking"))))[:3] == [
        "quote",
        "claim",
        "visit",
    ]


def test_a_name_that_another_touchpoint_has_is_not_taken_and_that_is_said():
    found = survey(names={QUOTE: "Claim"})
    assert names(found) == ["quote", "claim", "visit"]
    (told,) = [one for one in found.findings if one.code == "name_taken"]
    assert (told.column, told.value, dict(told.details)) == (
        QUOTE,
        "Claim",
        {"touchpoint": "quote", "other": CLAIM},
    )


def test_two_touchpoints_can_exchange_their_names():
    assert names(survey(names={QUOTE: "claim", CLAIM: "quote"})) == ["claim", "quote", "visit"]


@pytest.mark.parametrize("nothing", ["", "  ", "\u200b", "\n"])
def test_nothing_gives_back_the_name_that_was_found(nothing):
    assert names(survey(names={QUOTE: nothing})) == ["quote", "claim", "visit"]


def test_touchpoints_of_a_table_are_renamed_in_all_their_rows():
    rows = [["Touchpoint", "Satisfaction", "Period"], ["Bill", 6, "Q1"], ["bill", 7, "Q2"], ["App", 8, "Q1"]]
    found = points(rows, Choices(names={"BILL": "Invoice"}))
    assert names(found) == ["Invoice", "Invoice", "App"]
    assert found.rows["note"].tolist() == ["", "", ""]
    assert found.called["Invoice"].source == "Bill"


def test_ratings_and_contacts_are_renamed_by_what_their_cells_say():
    lines = "\n".join(f"{n};{'Bill' if n % 2 else 'App'};{1 + n % 5}" for n in range(1, 41))
    book = csv(f"Respondent;Touchpoint;Score\n{lines}\n")
    found = intake.touchpoints(book, Choices(names={"Bill": "Invoice"}))
    assert sorted(set(names(found))) == ["App", "Invoice"]
    told = intake.responses(book, Choices(names={"Bill": "Invoice"}))
    assert {one: told.names[one].name for one in told.drivers} == {"Bill": "Invoice", "App": "App"}


def test_what_a_person_types_is_sorted_into_names_refusals_and_undoings():
    known = (
        TouchpointName("Q1", "quote", "Offer"),
        TouchpointName("Q2", "claim"),
        TouchpointName("Q3", "visit"),
    )
    found = naming.renamed(known, {"Q1": "", "Q2": "Visit", "Q3": " Call  centre "})
    assert found.names == {"Q2": "Visit", "Q3": "Call centre"}
    assert (found.refused, found.emptied) == ((), ("quote",))
    again = naming.renamed(known, {"Q2": "visit", "Q3": "visit"})
    assert again.names == {"Q1": "Offer"}
    assert again.refused == (("visit", "Q3"),)


def test_names_come_along_with_a_mapping_to_a_later_file():
    book, later = csv(questions.answers()), csv(questions.answers(40, seed=8))
    choices = Choices(names={CLAIM: "Settling a claim"})
    kept = mapping.mapping_of(choices, intake.understand(book, choices))
    found = mapping.recognised([kept], later)
    assert names(intake.touchpoints(later, found)) == ["quote", "Settling a claim", "visit"]
    above = mapping.overlaid(found, Choices(names={VISIT: "Call"}))
    assert dict(above.names) == {CLAIM: "Settling a claim", VISIT: "Call"}


def test_a_table_that_a_session_kept_is_renamed_and_gets_its_names_back():
    found = survey(names={CLAIM: "Settling a claim"})
    again = naming.with_names(found, {QUOTE: "Offer"})
    assert names(again) == ["Offer", "claim", "visit"]
    assert again.rows["note"].tolist() == [QUOTE, CLAIM, VISIT]
    assert naming.with_names(again, {CLAIM: "Settling a claim"}).rows.equals(found.rows)
    plain = points([["Touchpoint", "Satisfaction"], ["Bill", 6], ["App", 8]])
    back = naming.with_names(naming.with_names(plain, {"Bill": "Invoice"}), {})
    assert back.rows.equals(plain.rows)
    assert replace(back, called={}).called == dict(plain.called)
