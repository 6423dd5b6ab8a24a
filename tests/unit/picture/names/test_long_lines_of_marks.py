"""Long lines of a lens's marks: names may stand on them, in a gap."""

from dataclasses import replace

import numpy as np
import pytest

from cx.picture.names.crossing import crossed
from cx.picture.names.gaps import inks_with_gaps
from cx.picture.names.in_the_way import marks, strokes
from cx.picture.record import Box, Ink, InkLine
from cx.records import Companions
from cx.records.lenses import ExpectationGap
from tests.unit.picture.option_cases import ROWS, drawn, ids

READINGS = {one: ExpectationGap(name, 3.0, expectation=1.5, experience=5.0) for name, one in ids().items()}
"""Customers expect far less of every touchpoint: each mark has a long line to the left."""
PICTURE = drawn(beside=Companions(lens="expectation_gap", readings=READINGS))


def test_a_box_costs_what_the_strokes_through_it_cost():
    boxes = np.array([[0.0, 0.0, 10.0, 10.0], [20.0, 0.0, 30.0, 10.0], [0.0, 20.0, 10.0, 30.0]])
    lines = np.array(
        [[-5.0, 5.0, 25.0, 5.0, 2.0], [5.0, -5.0, 5.0, 15.0, 0.5], [-8.0, 12.0, -2.0, 40.0, 9.0]]
    )
    assert crossed(boxes, lines).tolist() == [2.5, 2.0, 0.0]


def test_a_stroke_that_only_its_own_box_meets_costs_nothing():
    assert crossed(np.array([[8.0, 0.0, 10.0, 2.0]]), np.array([[0.0, 0.0, 10.0, 10.0, 3.0]])).tolist() == [
        0.0
    ]


def test_a_long_line_keeps_no_name_off_and_the_short_ones_do():
    line, tick = (
        InkLine((100.0, 50.0), (300.0, 50.0), "#000000"),
        InkLine((100.0, 45.0), (100.0, 55.0), "#000000"),
    )
    picture = _with(Ink("a", lines=(line, tick)))
    assert marks(picture) == (tick.box,)
    assert (100.0, 50.0, 300.0, 50.0) in [stroke[:4] for stroke in strokes(picture)]


def test_every_bubble_keeps_its_name_where_long_lines_cross_the_plot():
    assert len(PICTURE.labels) == len(ROWS)
    assert not any(label.in_key for label in PICTURE.labels)


def test_no_line_runs_through_a_name():
    lines = [line for ink in PICTURE.inks for line in ink.lines if line.start[1] == line.end[1]]
    assert lines
    for label in PICTURE.labels:
        assert not any(_cuts(line, label.block.box) for line in lines)


def test_a_line_is_broken_where_a_name_stands_and_whole_elsewhere():
    label = PICTURE.labels[0]
    box = label.block.box
    y = box.top + box.height / 2
    line = InkLine((box.left - 40.0, y), (box.right + 60.0, y), "#000000", 2.0)
    (ink,) = inks_with_gaps(_with(Ink("a", lines=(line,)), labels=(label,), quadrants=()))
    first, last = ink.lines
    assert (first.start, last.end) == (line.start, line.end)
    assert first.end == pytest.approx((box.left - 1.0, y))
    assert last.start == pytest.approx((box.right + 1.0, y))
    assert (first.colour, first.width) == (line.colour, line.width)


def _with(ink, **more):
    return replace(PICTURE, inks=(ink,), **more)


def _cuts(line: InkLine, box: Box) -> bool:
    left, right = sorted((line.start[0], line.end[0]))
    return left < box.right and right > box.left and box.top < line.start[1] < box.bottom
