"""Crowds: who is named first, what a placement may cost, and that it grows in proportion.

Long is the measure of memory, whose bound ``test_no_name_has_more_candidate_places_than_the_bound`` and
``test_a_thousand_bubbles_get_bounded_numbers_of_names_and_numbers`` hold.
"""

import datetime as dt
import tracemalloc
from types import SimpleNamespace

import numpy as np
import pytest

from cx.picture import compute, screen_figure
from cx.picture.names import crowd
from cx.picture.names.candidates import Surroundings
from cx.picture.names.crowd import NAMED, NUMBERED
from cx.picture.names.placement import spots, weights
from cx.picture.names.shortlist import PLACES, Scene, pool
from cx.picture.record.parts import Box
from cx.picture.render import many_discs
from cx.picture.type.font import source_sans
from tests.made.picture_cases import clustered

DAY = dt.date(2026, 11, 22)
FRAME = Box(0, 0, 900, 480)


def crowd_of(count, seed=0):
    random = np.random.default_rng(seed)
    discs = np.column_stack(
        [random.uniform(20, 880, count), random.uniform(20, 460, count), np.full(count, 3.0)]
    )
    return discs, [f"Touchpoint {number}" for number in range(count)]


def placed(discs, names, importance):
    return spots(names, Surroundings(discs, FRAME), source_sans(), 9, importance=importance)


def test_the_most_important_of_a_crowd_are_named():
    discs, names = crowd_of(240)
    importance = np.random.default_rng(1).permutation(240).astype(float)
    found = placed(discs, names, importance.tolist())
    named = np.array([not spot.numbered for spot in found])
    first, last = importance >= 180, importance < 60
    assert named[first].mean() > 0.9 > named[last].mean()


def test_a_thousand_bubbles_get_bounded_numbers_of_names_and_numbers():
    discs, names = crowd_of(1000)
    found = placed(discs, names, list(range(1000)))
    assert 0 < sum(spot.clear and not spot.numbered for spot in found) <= NAMED
    assert sum(spot.clear and spot.numbered for spot in found) <= NUMBERED
    assert found == placed(discs, names, list(range(1000)))


@pytest.mark.long
def test_memory_grows_with_the_crowd_at_most_in_proportion():
    most = {}
    for count in (300, 1500):
        discs, names = crowd_of(count)
        tracemalloc.start()
        placed(discs, names, list(range(count)))
        most[count] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert most[1500] < 5 * most[300] and most[1500] < 100e6


def test_no_name_has_more_candidate_places_than_the_bound():
    discs, names = crowd_of(30)
    scene = Scene(names, Surroundings(discs, FRAME), source_sans(), 9, 9, 1.0, {}, weights([0.0] * 30))
    places = pool(scene.free_places(scene.words_of(range(30))), scene.around)
    assert np.bincount(places.owner).max() == PLACES


def test_alike_names_weigh_alike_and_the_first_weighs_two():
    assert weights([3.0, 1.0, 1.0, 2.0]).tolist() == [2.0, 1.375, 1.375, 1.75]


def test_a_name_that_finds_no_place_beside_a_heavier_one_is_the_lighter():
    # one place for a name between two lines, two bubbles that want it
    discs = np.array([(60.0, 50.0, 4.0), (60.0, 62.0, 4.0)])
    around = Surroundings(discs, Box(0, 30, 130, 52), levels=(41.0, 71.0))
    for importance in ([1.0, 2.0], [2.0, 1.0]):
        found = spots(["Invoice by post", "Account online"], around, source_sans(), 11, importance=importance)
        named = [not spot.numbered for spot in found]
        assert named[int(np.argmax(importance))] or not any(named)


def test_a_crowd_is_a_few_shapes_on_the_screen(monkeypatch):
    monkeypatch.setattr(many_discs, "FROM", 150)
    picture = compute(clustered(200), lang="en", day=DAY)
    figure = screen_figure(picture, width=1000, selected=picture.discs[0].id)
    paths = [shape for shape in figure.layout.shapes if shape["type"] == "path"]
    looks = {(disc.fill, disc.opacity, disc.outline, disc.stroke) for disc in picture.discs}
    assert len(paths) == len(looks)
    assert sum(shape["path"].count("M") for shape in paths) == 200


def test_an_unimportant_one_that_stands_apart_is_tried_with_its_name_too(monkeypatch):
    monkeypatch.setattr(crowd, "NAMED", 120)
    monkeypatch.setattr(crowd, "_APART", 60)
    discs, names = crowd_of(200)
    discs[:, 0] *= 0.5
    discs[-1, :2] = (800, 240)
    found = placed(discs, names, [*range(200, 1, -1), 0])
    assert found[-1].lines and found[-1].clear


@pytest.mark.parametrize(("bubbles", "tried"), [(960, 960), (3_000, 960), (12_000, 240), (100_000, 180)])
def test_the_more_bubbles_there_are_the_fewer_names_are_tried_so_that_the_work_is_bounded(bubbles, tried):
    """Each place of a name is compared with all bubbles: 20,000 took half a minute."""
    along = np.arange(bubbles, dtype=float)
    around = SimpleNamespace(
        frame=SimpleNamespace(left=0.0, top=0.0, right=900.0, bottom=500.0),
        discs=np.stack([along % 900, along // 900 % 500, np.ones(bubbles)], axis=1),
    )
    order = np.arange(bubbles)
    found = crowd._tried(SimpleNamespace(around=around, size=14.0), order)
    assert len(found) == len(set(found.tolist())) == tried
    assert set(order[: tried - 120].tolist()) <= set(found.tolist())
