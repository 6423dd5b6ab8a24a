"""Marks of lenses on the bubbles of the matrix, in the picture and in what draws it."""

import pytest

from cx.matrix import build, with_lens
from cx.picture import screen_figure, static
from cx.picture.colour import GROUND, INK
from cx.records import Companions, PictureOptions, Settings
from cx.records.lenses import (
    LENSES,
    Bar,
    Coverage,
    ExpectationGap,
    KnowledgeGap,
    Lenses,
    LensResult,
    Proactivity,
    Reading,
)
from tests.made.tables import touchpoints
from tests.unit.picture.option_cases import ROWS, drawn, ids

IDS = ids()
PLAIN = drawn()
DISCS = {disc.id: disc for disc in PLAIN.discs}


def marked(lens, readings, **more):
    known = {IDS[one.name]: one for one in readings}
    return drawn(beside=Companions(lens=lens, readings=known, **more))


def of(picture, name):
    return next((ink for ink in picture.inks if ink.id == IDS[name]), None)


def disc_of(picture, name):
    return next(disc for disc in picture.discs if disc.id == IDS[name])


def test_nothing_is_drawn_where_no_lens_is_on():
    assert PLAIN.inks == ()
    assert PLAIN.arrows == ()


def test_a_tick_stands_where_customers_expect_on_the_height_of_the_bubble():
    found = marked("expectation_gap", [ExpectationGap("Website", -1.0, expectation=6.0, experience=5.0)])
    mark, disc = of(found, "Website"), disc_of(found, "Website")
    stroke, _, tick = mark.lines
    assert stroke.start == pytest.approx((disc.x + disc.radius, disc.y))
    assert tick.start[0] == pytest.approx(found.at(6.0, 2.0)[0])
    assert (tick.start[1] + tick.end[1]) / 2 == pytest.approx(disc.y)
    assert "expect" in found.size_note.text


def test_a_number_stands_in_a_bubble_with_room_and_above_one_without():
    found = marked("pyramid", [Reading("Newsletter", 4), Reading("Engineer visit", 0)])
    (large,), (small,) = of(found, "Newsletter").blocks, of(found, "Engineer visit").blocks
    newsletter, visit = disc_of(found, "Newsletter"), disc_of(found, "Engineer visit")
    assert (large.text, small.text) == ("4", "0")
    assert large.box.centre == pytest.approx((newsletter.x, newsletter.y))
    if visit.radius < large.size / 2:
        assert small.box.centre[1] < visit.y - visit.radius


@pytest.mark.parametrize(("kind", "corners"), [("moment_of_truth", 4), ("candidate", 10), ("ordinary", 0)])
def test_moments_have_their_symbol(kind, corners):
    found = marked("moments", [Reading("Newsletter", kind)])
    mark = of(found, "Newsletter")
    assert (len(mark.areas[0].points) if mark else 0) == corners


def test_what_is_there_is_full_and_what_is_missing_hollow():
    found = marked("specification", [Reading("Invoice", 1.0), Reading("Website", 0.0)])
    assert (of(found, "Invoice").areas[0].fill, of(found, "Website").areas[0].fill) == (INK, GROUND)
    found = marked("coverage", [Coverage("Invoice", 0.2)])
    assert of(found, "Invoice").areas[0].fill == GROUND


def test_a_thin_bar_is_divided_by_its_shares():
    bars = (Bar(0.5), Bar(0.25), Bar(0.25))
    found = marked("proactivity", [Proactivity("Newsletter", 0.5, None, None, 40, (), *bars)])
    _, *parts = [area.box.width for area in of(found, "Newsletter").areas]
    assert parts == pytest.approx([sum(parts) / 2, sum(parts) / 4, sum(parts) / 4])


def test_an_arrow_comes_from_where_the_room_guessed():
    reading = KnowledgeGap("Website", 1.5, guess=6.5, truth=5.0)
    found = marked("knowledge_gap", [reading], lens_figure="satisfaction")
    (arrow,) = found.arrows
    assert arrow.start == pytest.approx((found.at(6.5, 2.0)[0], disc_of(found, "Website").y))
    upward = marked(
        "knowledge_gap", [KnowledgeGap("Website", 1.0, guess=3.0, truth=2.0)], lens_figure="impact"
    )
    (arrow,) = upward.arrows
    assert arrow.start[1] == pytest.approx(upward.at(5.0, 3.0)[1])


def test_the_axes_reach_as_far_as_an_expectation():
    found = marked("expectation_gap", [ExpectationGap("Website", -4.6, expectation=9.6, experience=5.0)])
    assert len(of(found, "Website").lines) == 3
    assert found.x_axis.maximum >= 9.6


def test_no_name_stands_on_a_mark():
    readings = [ExpectationGap(row["touchpoint"], -1.0, expectation=7.0, experience=6.0) for row in ROWS]
    found = marked("expectation_gap", readings)
    boxes = [box for ink in found.inks for box in ink.boxes]
    assert len(found.labels) == len(ROWS)
    for label in found.labels:
        one = label.block.box
        assert not any(
            one.left < box.right and one.right > box.left and one.top < box.bottom and one.bottom > box.top
            for box in boxes
        )


def test_greyed_bubbles_have_no_mark():
    known = {id_: Reading(name, 3) for name, id_ in IDS.items()}
    found = drawn(beside=Companions(lens="pyramid", readings=known), highlight=(IDS["Invoice"],))
    assert [ink.id for ink in found.inks] == [IDS["Invoice"]]


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("lens", LENSES)
def test_the_legend_says_what_each_mark_means(lens, lang):
    beside = Companions(
        lens=lens,
        readings={IDS["Invoice"]: Reading("Invoice", 1.0)},
        lens_figure="satisfaction" if lens == "knowledge_gap" else "",
    )
    assert drawn(beside=beside, lang=lang).size_note.text != drawn(lang=lang).size_note.text


def test_screen_and_files_draw_the_marks():
    found = marked("moments", [Reading("Newsletter", "candidate")])
    more = len(screen_figure(found, width=960).layout.shapes) - len(
        screen_figure(PLAIN, width=960).layout.shapes
    )
    assert more == 1
    assert static(found, "svg") != static(PLAIN, "svg")


def test_only_whole_touchpoints_are_marked_and_only_by_the_lens_that_is_on():
    table = touchpoints([{**one, "channel": "Phone"} for one in ROWS])
    found = Lenses((LensResult("pyramid", (Reading("Invoice", 2), Reading("Gone", 3))),))

    def readings(**settings):
        matrix = build(table, Settings(**settings))
        return with_lens(Companions(), matrix, found).readings

    on = PictureOptions(lens="pyramid")
    assert [one.value for one in readings(look=on).values()] == [2]
    assert readings(look=on, unit="channel") == {}
    assert readings() == {}
    assert readings(look=PictureOptions(lens="moments")) == {}
