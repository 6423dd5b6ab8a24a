"""What can be taken hold of on the chart: the stops of a line, what they would change, places of notes."""

import pytest

from cx.matrix import build, line_moved
from cx.picture import handles, pinned_at
from cx.records import PinnedNote, Settings
from cx.records.file import ImpactPart
from tests.made.picture_cases import placed
from tests.made.tables import row, touchpoints
from tests.unit.picture.option_cases import ROWS, drawn

WIDTH = 1280


@pytest.fixture(scope="module")
def matrix():
    return placed(ROWS)


@pytest.fixture(scope="module")
def found(matrix):
    return handles(drawn(matrix), matrix, width=WIDTH, lang="nl")


def test_a_line_stops_at_values_that_are_written_differently_and_in_order(found):
    for line in found.lines:
        assert list(line.stops) == sorted(line.stops)
        assert len(set(line.told)) == len(line.stops) > 20
    across, up = found.lines
    assert (across.axis, across.value, across.words) == ("satisfaction", 7.0, "7,0")
    assert 7.1 in across.stops and across.told[across.stops.index(7.1)] == "7,1"
    assert list(across.places) == sorted(across.places)
    assert list(up.places) == sorted(up.places, reverse=True)


def test_a_stop_stands_where_the_line_would_be(found, matrix):
    picture, across = drawn(matrix), found.lines[0]
    place = across.stops.index(7.1)
    assert across.places[place] == pytest.approx(picture.at(7.1, 0.0)[0] * WIDTH / picture.width)


def test_the_counts_of_a_stop_are_those_of_the_matrix_with_the_line_there(found):
    order = ("fix_first", "expand_reach", "simplify", "minimise_cost")
    for line in found.lines:
        for stop, counts in zip(line.stops[::7], line.counts[::7], strict=True):
            fixed = (stop, 3.0) if line.axis == "satisfaction" else (7.0, stop)
            moved = build(touchpoints(ROWS), Settings(crosshair_rule="fixed", fixed=fixed))
            assert counts == tuple(len(moved.in_quadrant(one)) for one in order), (line.axis, stop)


def test_shares_stop_at_percentages():
    parts = {"A": (6.0, 2.0), "B": (8.0, 5.0), "C": (7.0, 3.0)}
    rows = [row(name, at, **{"impact part 0": part}) for name, (at, part) in parts.items()]
    matrix = build(
        touchpoints(rows, impact_kind="composed", impact_parts=(ImpactPart("Severity"),)), Settings()
    )
    line = handles(drawn(matrix), matrix, width=WIDTH, lang="en").lines[1]
    assert all(words.endswith("%") for words in line.told)


def test_without_impact_there_is_one_line_and_nothing_is_counted():
    matrix = build(touchpoints([row("A", 6.0, volume=3), row("B", 8.0, volume=5)]), Settings())
    found = handles(drawn(matrix), matrix, width=WIDTH, lang="en")
    assert [line.axis for line in found.lines] == ["satisfaction"]
    assert (found.lines[0].counts, found.names) == ((), ())


def test_a_line_outside_the_part_in_view_has_no_handle(matrix):
    picture = drawn(matrix, window=(4.0, 6.0, 1.0, 2.5))
    assert handles(picture, matrix, width=WIDTH, lang="en").lines == ()


def test_a_place_on_the_screen_gives_the_values_there_and_ends_at_the_plot(matrix):
    picture = drawn(matrix)
    x, y = (side * WIDTH / picture.width for side in picture.at(6.5, 3.2))
    assert pinned_at(picture, width=WIDTH, x=x, y=y) == pytest.approx((6.5, 3.2))
    edge = pinned_at(picture, width=WIDTH, x=-500, y=99_999)
    assert edge == pytest.approx((picture.x_axis.minimum, picture.y_axis.minimum))


def test_a_note_is_taken_hold_of_by_its_box_and_moved_by_its_pin(matrix):
    picture = drawn(matrix, notes=(PinnedNote("n", "Here", 6.5, 3.2),))
    (note,) = handles(picture, matrix, width=WIDTH, lang="en").notes
    scale = WIDTH / picture.width
    assert note.point == pytest.approx([side * scale for side in picture.at(6.5, 3.2)])
    assert note.box[:2] == pytest.approx([side * scale for side in picture.notes[0].ground.points[0]])
    assert (note.id, note.words) == ("n", "Here")


@pytest.mark.parametrize(
    ("axis", "value", "expected"),
    [
        ("satisfaction", 6.5, (6.5, 3.0)),
        ("impact", 2.0, (7.0, 2.0)),
        ("satisfaction", 11.0, None),
        ("satisfaction", float("nan"), None),
    ],
)
def test_a_line_moves_within_its_scale_and_leaves_the_other(matrix, axis, value, expected):
    assert line_moved(matrix, axis, value) == expected
