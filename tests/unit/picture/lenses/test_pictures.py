"""The picture of each lens: which rows, where values stand, and nothing over anything else."""

from dataclasses import replace

import pytest

from cx.picture import lens_picture, placed_lens, screen_lens
from cx.picture.colour import GROUND, INK
from cx.picture.lenses.compute import PICTURED
from cx.records.lenses import LensResult, Reading
from tests.made.lenses import lens_results
from tests.unit.deliver import cases

MATRIX = cases.matrix()
LENS = {one.lens: one for one in lens_results.lenses().results}


def drawn(lens, **more):
    return lens_picture(LENS[lens], MATRIX, **{"lang": "en", "title": "The conclusion", **more})


def rows(picture):
    return [ink for ink in picture.inks if ink.id]


@pytest.mark.parametrize("phone", [{}, {"size": (390, None), "type_scale": 1.45}], ids=["wide", "phone"])
@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("lens", PICTURED)
def test_no_words_stand_on_others_and_none_beyond_the_edges(lens, lang, phone):
    found = drawn(lens, lang=lang, **phone)
    for at, one in enumerate(found.texts):
        assert one.box.left >= -1e-9 and one.box.right <= found.width + 1e-9
        assert one.box.top >= -1e-9 and one.box.bottom <= found.height + 1e-9
        for other in found.texts[at + 1 :]:
            across = min(one.box.right, other.box.right) - max(one.box.left, other.box.left)
            down = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
            assert across <= 1e-9 or down <= 1e-9, (one.text, other.text)


def test_a_name_is_whole_where_there_is_room():
    assert {"Invoice", "App"} <= {block.text for block in drawn("delivery").texts}


def test_names_that_differ_at_their_end_are_whole_on_a_phone():
    ends = ("by letter and by post", "on the website and in the app")
    result = LENS["delivery"]
    known = [one for one in result.touchpoints if one.value is not None][: len(ends)]
    long = tuple(replace(one, name=f"Meter reading ({end})") for one, end in zip(known, ends, strict=True))
    found = lens_picture(
        replace(result, touchpoints=long), MATRIX, lang="en", title="", size=(390, None), type_scale=1.45
    )
    told = {" ".join(block.lines) for block in found.texts}
    assert {one.name for one in long} <= told
    first, second = (ink.areas[0].box for ink in rows(found))
    assert second.top - first.bottom > found.texts[0].size


def test_the_order_is_by_what_strikes_most():
    assert [ink.id for ink in rows(drawn("knowledge_gap"))] == ["Invoice", "App", "Visit"]
    assert [ink.id for ink in rows(drawn("expectation_gap"))] == ["Claims", "Invoice", "App", "Meter"]
    assert [ink.id for ink in rows(drawn("pyramid"))] == ["Claims", "Invoice", "App", "Meter", "News"]
    assert [ink.id for ink in rows(drawn("delivery"))] == ["Invoice", "App"]


def test_a_gap_is_two_dots_a_line_and_its_interval():
    claims = rows(drawn("expectation_gap"))[0]
    hollow, full = claims.dots
    assert (hollow.fill, full.fill) == (GROUND, INK)
    assert hollow.x > full.x
    low, high = claims.lines[1].start[0], claims.lines[1].end[0]
    assert low < full.x < high < hollow.x
    per_point = (hollow.x - full.x) / 2.0
    assert high - low == pytest.approx(0.5 * per_point)


def test_a_guess_has_an_arrow_to_what_is_so():
    invoice = rows(drawn("knowledge_gap"))[0]
    (head,) = invoice.areas
    believed, truth = invoice.dots
    assert min(x for x, _ in head.points) - truth.x == pytest.approx(truth.radius)
    assert believed.x > truth.x


def test_bars_are_as_long_as_their_shares():
    claims = rows(drawn("proactivity"))[0]
    wide = [area.box.width for area in claims.areas[:2]]
    assert wide[0] == pytest.approx(wide[1])
    invoice = rows(drawn("delivery"))[0]
    assert invoice.areas[0].box.width == pytest.approx(invoice.areas[1].box.width)


def test_a_level_fills_the_steps_up_to_it():
    found = {ink.id: [area.fill for area in ink.areas] for ink in rows(drawn("pyramid"))}
    assert len(set(found["App"])) == 5
    empty = found["News"][-1]
    assert found["Invoice"].count(empty) == 3


def test_what_is_older_than_fresh_is_hollow_and_nothing_measured_has_no_dot():
    found = {ink.id: [dot.fill for dot in ink.dots] for ink in rows(drawn("coverage"))}
    assert found == {"Nobody asks": [], "Claims (Phone)": [GROUND], "Invoice (Letter)": [INK]}


def test_where_there_is_less_room_the_most_striking_are_drawn_and_counted():
    many = LensResult("pyramid", tuple(Reading(f"T{at}", at % 6) for at in range(60)))
    found = lens_picture(many, MATRIX, lang="en", title="", size=(924.0, 380.0))
    assert found.height == 380.0
    assert 10 < found.shown < found.count == 60
    assert max(block.box.bottom for block in found.texts) <= 380.0


def test_the_same_picture_twice_and_at_another_place():
    found = drawn("delivery")
    assert drawn("delivery") == found
    away = placed_lens(found, 10.0, 20.0)
    assert away.texts[0].box == replace(
        found.texts[0].box, left=found.texts[0].box.left + 10, top=found.texts[0].box.top + 20
    )
    invoice, moved = rows(found)[0].areas[0].box, rows(away)[0].areas[0].box
    assert (moved.left - invoice.left, moved.top - invoice.top) == pytest.approx((10.0, 20.0))


def test_on_the_screen_it_is_shapes_with_what_can_be_pointed_at():
    figure = screen_lens(drawn("delivery"), width=960).to_dict()
    (targets,) = [trace for trace in figure["data"] if trace["mode"] == "markers"]
    assert targets["customdata"] == ["Invoice", "Invoice", "App", "App"]
    assert "Standard met in 50%" in targets["hovertext"][0]
    assert "The conclusion. Invoice: 50%; App: 90%" in drawn("delivery").alt


def test_what_users_typed_is_no_markup():
    hostile = LensResult("pyramid", (Reading("<b>x</b> & y", 3),))
    figure = screen_lens(lens_picture(hostile, MATRIX, lang="en", title=""), width=900).to_dict()
    assert any(
        "&lt;b&gt;x&lt;/b&gt; &amp; y" in words for trace in figure["data"] for words in trace.get("text", ())
    )
