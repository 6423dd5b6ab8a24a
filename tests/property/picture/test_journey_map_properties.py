"""Whatever the paths: names are free, everything lies inside, and the same paths give the same map."""

import datetime as dt
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from cx import picture
from cx.picture.journey.labels import overlap
from cx.picture.record import Box
from tests.made.logs.journeys import journeys_of

NAMES = st.text(alphabet="abcdé 中W", min_size=1, max_size=40).map(lambda name: " ".join(name.split()) or "a")
PATHS = st.lists(NAMES, min_size=1, max_size=9, unique=True).flatmap(
    lambda names: st.lists(st.lists(st.sampled_from(names), min_size=1, max_size=6), min_size=1, max_size=12)
)
SHEETS = st.sampled_from([(960.0, 540.0), (720.0, 540.0), (842.0, 595.0), (1280.0, 400.0)])


@given(PATHS, SHEETS, st.sampled_from([1.0, 1.6]), st.sampled_from([None, 1, 1000]))
def test_nothing_lies_on_a_name_and_all_is_inside(paths, size, type_scale, variants):
    options = picture.MapOptions(dt.date(2026, 11, 30), size=size, type_scale=type_scale, variants=variants)
    found = picture.journey_map(journeys_of(paths), options)
    assert found == picture.journey_map(journeys_of(paths), options)
    names = [block.box for node in found.nodes for block in (node.label, node.figure)]
    discs = [node.box for node in found.nodes]
    figures = [edge.label.box for edge in found.edges if edge.label]
    assert not [pair for pair in combinations(shrunk([*names, *discs, *figures]), 2) if overlap(*pair)]
    points = [point for edge in found.edges for point in edge.points]
    assert not [p for p in points for name in shrunk(names) if overlap(Box(*p, 1e-6, 1e-6), name)]
    inside = found.plane
    assert all(inside.left - 1 <= x <= inside.right + 1 for x, _ in points)
    assert all(inside.top - 1 <= y <= inside.bottom + 1 for _, y in points)
    assert all(box.top >= inside.top - 1 and box.bottom <= inside.bottom + 1 for box in [*names, *discs])
    assert found.cases_drawn <= found.cases


def shrunk(boxes):
    """The same, smaller by what rounding may add."""
    return [
        Box(b.left + 0.01, b.top + 0.01, max(0.0, b.width - 0.02), max(0.0, b.height - 0.02)) for b in boxes
    ]
