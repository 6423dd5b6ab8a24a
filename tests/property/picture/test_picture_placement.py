"""Whatever is drawn: no name overlaps what it must not, none leaves the frame, none is lost."""

import datetime as dt
import math

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cx.picture import compute
from cx.records import Companions, PictureOptions, Settings
from tests.made.picture_cases import placed
from tests.made.tables import row

DAY = dt.date(2026, 11, 22)
LETTERS = st.sampled_from(
    [
        "abcdefghijklmnoprstuvwxyz  -/",
        "ÀÉÏÖÜßçñ ŁŻŹ",
        "ΑΒΓΔαβγδ ",
        "ЖЗИКлмнопрст ",
        "ابتثجحخ ",
        "אבגדהוז ",
        "你好世界客户服务",
    ]
)
NAMES = LETTERS.flatmap(lambda letters: st.text(letters, min_size=1, max_size=80)).map(
    lambda name: name.strip() or "x"
)
VOLUMES = st.sampled_from(
    [
        lambda _, count: np.full(count, 1000.0),
        lambda random, count: np.exp(random.normal(9, 1.5, count)),
        lambda _, count: np.geomspace(1, 2e9, count),
        lambda random, count: np.where(random.random(count) < 0.3, 0, 500.0),
    ]
)
PLACES = st.sampled_from(
    [
        lambda random, count: (random.normal(7, 0.5, count), random.uniform(0, 5, count)),
        lambda _, count: (np.full(count, 7.0), np.full(count, 2.0)),
        lambda _, count: (np.linspace(5, 9, count), np.full(count, 2.0)),
        lambda _, count: (np.full(count, 7.0), np.linspace(0, 5, count)),
        lambda random, count: (9.9 - random.exponential(0.05, count), 4.9 - random.exponential(0.05, count)),
    ]
)


OPTIONS = st.builds(
    PictureOptions,
    tint=st.booleans(),
    priority_lines=st.booleans(),
    arrows=st.booleans(),
    ghost=st.sampled_from([None, "other"]),
    anonymous=st.booleans(),
    title=st.sampled_from([None, "Words " * 60]),
    footnote=st.sampled_from([None, "Words " * 200]),
    format=st.sampled_from(["16:9", "4:3", "a4", "custom"]),
    custom_size=st.sampled_from([(1280.0, 400.0), (400.0, 600.0)]),
)


def beside(matrix):
    """An earlier period and another segment, farther from the middle than the bubbles themselves."""
    earlier = {bubble.id: (bubble.satisfaction * 0.97, bubble.impact * 1.1) for bubble in matrix.bubbles[::2]}
    return Companions(earlier, "2025", matrix, "other")


@st.composite
def pictures(draw, most=45, least=1, chosen=None):
    count = draw(st.integers(least, most))
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    few = draw(st.lists(NAMES, min_size=1, max_size=12))
    satisfaction, impact = draw(PLACES)(random, count)
    volumes = draw(VOLUMES)(random, count)
    rows = [
        row(
            f"{few[i % len(few)]} {i}",
            float(np.clip(satisfaction[i], 1, 10)),
            float(impact[i]),
            volume=float(volumes[i]),
        )
        for i in range(count)
    ]
    matrix = placed(rows, Settings())
    if chosen is not None:
        options = draw(chosen)
        return compute(matrix, lang="nl", day=DAY, options=options, companions=beside(matrix))
    size = draw(st.sampled_from([(960.0, 540.0), (720.0, 540.0)]))
    scale = draw(st.sampled_from([1.0, 1.5]))
    return compute(matrix, lang="en", day=DAY, size=size, type_scale=scale)


def overlapping(one, other):
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def gap_to_disc(box, disc):
    x, y = min(max(disc.x, box.left), box.right), min(max(disc.y, box.top), box.bottom)
    return math.hypot(disc.x - x, disc.y - y) - disc.radius


def free_labels(picture):
    return [label for label in picture.labels if label.id not in picture.overlaps]


def passes(leader, box):
    (x0, y0), (x1, y1) = leader
    steps = [(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share) for share in np.linspace(0, 1, 60)]
    return any(box.left < x < box.right and box.top < y < box.bottom for x, y in steps)


ANY = st.one_of(pictures(), pictures(chosen=OPTIONS))
SLOW = [HealthCheck.too_slow, HealthCheck.large_base_example, HealthCheck.data_too_large]


@settings(max_examples=45, suppress_health_check=SLOW)
@given(ANY)
def test_names_touch_nothing_unreported_and_none_is_lost_and_bubbles_are_true(picture):
    touches_nothing(picture)
    tells_every_name(picture)
    bubbles_are_whole_and_their_legend_is_true(picture)


@settings(max_examples=2, suppress_health_check=SLOW)
@given(pictures(200, least=100))
def test_the_same_holds_in_a_crowd(picture):
    touches_nothing(picture)
    tells_every_name(picture)


def touches_nothing(picture):
    labels = free_labels(picture)
    for index, label in enumerate(labels):
        box = label.block.box
        assert not any(overlapping(box, other.block.box) for other in labels[index + 1 :])
        assert not any(overlapping(box, area.name.box) for area in picture.quadrants if area.name.lines)
        assert not any(overlapping(box, line.label.box) for line in picture.priority_lines)
        assert all(
            gap_to_disc(box, disc) > -1e-3
            for disc in picture.discs
            if disc.id != label.id or not label.inside
        )
        for line in picture.crosshair:
            (x0, y0), (x1, y1) = line.start, line.end
            assert box.right < x0 or box.left > x1 or box.bottom < y0 or box.top > y1
        if label.leader:
            assert not any(passes(label.leader, other.block.box) for other in labels if other is not label)


def tells_every_name(picture):
    shown = {label.id: label for label in picture.labels}
    key = {entry.id: entry for entry in picture.key}
    beyond = {one.id: one.name for one in picture.beyond_key}
    assert set(shown) | set(beyond) == {disc.id for disc in picture.discs}
    assert (picture.key_note is not None) == bool(beyond)
    for disc in picture.discs:
        if disc.id in beyond:
            assert beyond[disc.id] == disc.name
            continue
        label = shown[disc.id]
        drawn = key[disc.id].block if label.in_key else label.block
        assert "".join(drawn.lines).replace(" ", "") == disc.name.replace(" ", "")
        if label.in_key:
            assert label.block.text == key[disc.id].figure.text == str(key[disc.id].number)
        else:
            box = label.block.box
            assert picture.plot.left <= box.left and box.right <= picture.plot.right
            assert picture.plot.top <= box.top and box.bottom <= picture.plot.bottom
    for block in picture.texts:
        assert block.box.left >= -1e-6 and block.box.right <= picture.width + 1e-6
        assert block.box.top >= -1e-6 and block.box.bottom <= picture.height + 1e-6


def bubbles_are_whole_and_their_legend_is_true(picture):
    for disc in picture.discs:
        assert (
            picture.plot.left - 1e-6 <= disc.x - disc.radius
            and disc.x + disc.radius <= picture.plot.right + 1e-6
        )
        assert (
            picture.plot.top - 1e-6 <= disc.y - disc.radius
            and disc.y + disc.radius <= picture.plot.bottom + 1e-6
        )
    if len(picture.size_legend) > 1:
        (first, *_, last) = picture.size_legend
        area, volume = (last.radius / first.radius) ** 2, last.volume / first.volume
        assert math.isclose(area, volume, rel_tol=1e-6)
