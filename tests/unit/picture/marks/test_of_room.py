"""Decisions and votes on the bubbles, and what the legend says about them."""

import pytest

from cx.picture.colour import GROUND, INK, LATE
from cx.records import Companions
from tests.unit.picture.option_cases import drawn, ids

IDS = ids()
STATUSES = {"Invoice": "decided", "Engineer visit": "under_way", "Newsletter": "reached", "Website": "late"}


def legend(picture):
    return picture.size_note.text


@pytest.fixture(scope="module")
def decided():
    return drawn(beside=Companions(decided={IDS[name]: status for name, status in STATUSES.items()}))


def grounds(picture):
    return {ink.id: ink.dots[0].fill for ink in picture.inks if ink.dots}


def test_each_decision_has_the_sign_of_how_it_stands(decided):
    filled = grounds(decided)
    assert {name: filled[IDS[name]] for name in STATUSES} == {
        "Invoice": GROUND,
        "Engineer visit": GROUND,
        "Newsletter": INK,
        "Website": LATE,
    }
    corners = {ink.id: [len(area.points) for area in ink.areas] for ink in decided.inks if ink.areas}
    assert corners[IDS["Invoice"]] == corners[IDS["Newsletter"]] == [6]
    assert corners[IDS["Engineer visit"]] == [3]
    assert corners[IDS["Website"]] == [4, 4]


def test_the_legend_names_the_signs_that_are_drawn_and_no_others(decided):
    assert all(word in legend(decided) for word in ("decided", "under way", "reached", "past its date"))
    one = drawn(beside=Companions(decided={IDS["Invoice"]: "decided"}), lang="nl")
    assert "vinkje: besloten" in legend(one) and "driehoek" not in legend(one)


def test_votes_stand_as_numbers_in_the_page_s_language_with_the_ballots_in_the_legend():
    beside = Companions(voted={IDS["Invoice"]: 3.5, IDS["Website"]: 0.0}, voted_kind="urgency", ballots=12)
    english, dutch = drawn(beside=beside), drawn(beside=beside, lang="nl")
    words = [{ink.id: ink.blocks[0].text for ink in picture.inks} for picture in (english, dutch)]
    assert words == [
        {IDS["Invoice"]: "3.5", IDS["Website"]: "0"},
        {IDS["Invoice"]: "3,5", IDS["Website"]: "0"},
    ]
    assert "median of the room (12 ballots)" in legend(english)


def test_bubbles_that_are_greyed_have_no_mark():
    beside = Companions(voted=dict.fromkeys(IDS.values(), 2.0), voted_kind="points", ballots=5)
    assert [ink.id for ink in drawn(beside=beside, highlight=(IDS["Invoice"],)).inks] == [IDS["Invoice"]]


def test_names_keep_off_marks(decided):
    for ink in decided.inks:
        for box in ink.boxes:
            assert all(
                label.block.box.right <= box.left
                or box.right <= label.block.box.left
                or label.block.box.bottom <= box.top
                or box.bottom <= label.block.box.top
                for label in decided.labels
            )
