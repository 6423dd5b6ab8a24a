"""What headers have in common: frames, remainders, twins."""

import time

import pytest

from cx.intake.survey.evidence.frames import framed

THINGS = ("Web shop", "Invoice", "Help line")


def numbered(headers):
    return dict(enumerate(headers))


def test_headers_of_one_question_are_a_frame_and_what_differs():
    found = framed(numbered(f"How satisfied are you with: [{thing}]" for thing in THINGS))
    assert set(found.frame.values()) == {(("how", "satisfied", "are", "you", "with", ":", "["), ())}
    assert found.rest == {0: "web shop", 1: "invoice", 2: "help line"}
    assert found.twins == ()


def test_two_questions_about_the_same_things_are_twins():
    headers = [f"How important is {one}?" for one in THINGS] + [f"How good was {one}?" for one in THINGS]
    found = framed(numbered(headers))
    assert found.rest == dict(enumerate(["web shop", "invoice", "help line"] * 2))
    ((one, other),) = found.twins
    assert {found.members(one), found.members(other)} == {(0, 1, 2), (3, 4, 5)}


def test_twins_may_stand_side_by_side_with_the_aspect_behind():
    found = framed(numbered(f"{one} - {aspect}" for one in THINGS for aspect in ("Importance", "Rating")))
    assert [found.rest[place] for place in range(6)] == [
        "web shop", "web shop", "invoice", "invoice", "help line", "help line",
    ]  # fmt: skip
    assert {found.members(frame) for frame in found.twins[0]} == {(0, 2, 4), (1, 3, 5)}


def test_a_frame_may_stand_on_both_sides():
    found = framed(numbered(f"How would you rate {one} on a scale from 1 to 5?" for one in THINGS))
    assert found.rest == {0: "web shop", 1: "invoice", 2: "help line"}


@pytest.mark.parametrize("number", ["Q{}. ", "Q4_{}. ", "2-{}. ", "G02Q0{}[SQ001][1]. ", "{}) "])
def test_the_number_of_a_question_is_no_part_of_it(number):
    bare = [f"How satisfied are you with {one}" for one in THINGS]
    with_numbers = [number.format(at + 1) + header for at, header in enumerate(bare)]
    assert framed(numbered(with_numbers)) == framed(numbered(bare))


def test_headers_with_nothing_in_common_have_no_frame():
    found = framed(numbered(THINGS))
    assert (found.frame, found.rest, found.twins) == ({}, {}, ())


def test_places_may_have_gaps_and_stay_theirs():
    found = framed({3: "Rate the shop", 9: "Rate the invoice"})
    assert found.rest == {3: "shop", 9: "invoice"}
    assert found.members(found.frame[3]) == (3, 9)


def seconds(count):
    words = ("delivery", "invoice", "branch", "parcel", "website", "driver", "advice")
    headers = numbered(f"Q{at}. How good was {words[at % 7]} {at}?" for at in range(count))
    start = time.process_time()
    assert len(framed(headers).frame) == count
    return time.process_time() - start


def test_the_widest_sheet_costs_in_proportion():
    small = min(seconds(2_048) for _ in range(3))
    assert any(seconds(16_384) < 2.5 * 8 * small for _ in range(5))  # and room for a busy machine


def test_of_as_many_things_as_questions_the_words_of_a_question_are_the_frame():
    headers = [f"{thing} - {said}" for thing in THINGS for said in ("Desired", "Lowest", "Now")]
    assert framed(numbered(headers)).rest[0] == "desired"
    found = framed(numbered(headers), lambda words: words == "desired")
    assert [found.rest[at] for at in range(3)] == ["web shop"] * 3
