"""Notes pinned to the plot: where they stand, what keeps off them, and who draws them."""

import pytest

from cx.picture import screen_figure, static
from cx.records import PinnedNote
from tests.unit.picture.option_cases import drawn

WORDS = "Ask again <b>in spring</b>"


def note(satisfaction=7.0, height=3.0, words=WORDS, id_="one", **more):
    return PinnedNote(id_, words, satisfaction, height, **more)


def apart(one, other):
    return (
        one.right <= other.left
        or other.right <= one.left
        or one.bottom <= other.top
        or other.bottom <= one.top
    )


def box_of(placed):
    return placed.inks[1].boxes[0]


def test_a_pin_stands_at_its_place_and_the_words_beside_it_inside_the_plot():
    picture = drawn(notes=(note(),))
    (placed,) = picture.notes
    assert (placed.pin.x, placed.pin.y) == pytest.approx(picture.at(7.0, 3.0))
    box, plot = box_of(placed), picture.plot
    assert plot.left <= box.left and box.right <= plot.right + 1e-9
    assert plot.top <= box.top and box.bottom <= plot.bottom + 1e-9
    assert apart(box, placed.pin.box)
    assert placed.block.text == WORDS


@pytest.mark.parametrize("at", [(5.0, 4.0), (9.0, 4.0), (9.0, 2.0), (5.0, 2.0)])
def test_names_keep_off_a_note_that_is_pinned_to_their_bubble(at):
    picture = drawn(notes=(note(*at, words="A rather long note about this touchpoint and what follows"),))
    box = box_of(picture.notes[0])
    assert picture.overlaps == ()
    assert all(apart(label.block.box, box) for label in picture.labels)
    assert all(apart(area.name.box, box) for area in picture.quadrants)


def test_notes_at_one_place_do_not_cover_each_other():
    picture = drawn(notes=tuple(note(id_=str(number)) for number in range(5)))
    boxes = [box_of(one) for one in picture.notes]
    assert all(apart(one, other) for one in boxes for other in boxes if one is not other)


def test_only_notes_in_view_and_about_the_same_axis_are_drawn():
    notes = (note(), note(id_="far", satisfaction=9.0), note(id_="volume", height=500.0, upwards="volume"))
    assert [one.id for one in drawn(notes=notes).notes] == ["one", "far"]
    assert [one.id for one in drawn(notes=notes, window=(4.5, 8.0, 1.5, 4.5)).notes] == ["one"]


def test_a_note_beyond_the_bubbles_widens_the_axes_within_the_scale():
    picture = drawn(notes=(note(satisfaction=1.5), note(id_="off", satisfaction=70.0)))
    assert picture.x_axis.minimum <= 1.5 < drawn().x_axis.minimum
    assert picture.x_axis.maximum < 20
    assert [one.id for one in picture.notes] == ["one"]


def test_every_renderer_writes_the_words_as_they_were_typed():
    picture = drawn(notes=(note(),))
    figure = screen_figure(picture, width=960).to_dict()
    said = [words for trace in figure["data"] for words in trace.get("text", ())]
    assert "Ask again &lt;b&gt;in spring&lt;/b&gt;" in " ".join(said)
    svg = static(picture, "svg").decode()
    assert "Ask again" in svg and "<b>" not in svg


def test_without_notes_the_picture_is_the_plain_one():
    assert drawn(notes=()) == drawn()
