import math

import numpy as np
import pytest

from cx.picture.names import candidates
from cx.picture.names.candidates import Surroundings
from cx.picture.names.placement import spots
from cx.picture.names.wording import Kept
from cx.picture.record.parts import Box
from cx.picture.type.font import source_sans

SANS = source_sans()
FRAME = Box(0, 0, 600, 400)


def place(discs, names, **around):
    found = Surroundings(np.array(discs, dtype=float), FRAME, **around)
    return spots(names, found, SANS, 10)


def test_a_name_stands_inside_its_bubble_where_it_fits():
    (spot,) = place([(300, 200, 34)], ["App"])
    assert spot.inside and spot.leader is None and spot.lines == ("App",)
    assert spot.box.centre == pytest.approx((300, 200))


def test_a_name_that_does_not_fit_stands_right_of_its_bubble():
    (spot,) = place([(300, 200, 8)], ["Jaarafrekening"])
    assert not spot.inside and spot.leader is None
    assert spot.box.left == pytest.approx(310.5) and spot.box.centre[1] == pytest.approx(200)
    assert spot.aside == 1


def test_near_the_right_edge_it_stands_at_the_left():
    (spot,) = place([(585, 200, 8)], ["Jaarafrekening"])
    assert spot.box.right == pytest.approx(574.5) and spot.aside == -1


def test_a_long_name_is_wrapped_on_words():
    (spot,) = place([(300, 200, 8)], ["Telefonisch contact met de klantenservice over de rekening"])
    assert len(spot.lines) > 1
    assert " ".join(spot.lines) == "Telefonisch contact met de klantenservice over de rekening"


def test_a_name_keeps_clear_of_the_lines():
    (spot,) = place([(290, 190, 6)], ["Jaarafrekening"], uprights=(300.0,), levels=(200.0,))
    assert spot.box.right < 300 and not spot.numbered
    assert spot.box.bottom < 200 or spot.box.top > 200


def test_a_name_keeps_clear_of_other_text():
    corner = Box(312, 180, 200, 40)
    (spot,) = place([(300, 200, 8)], ["Jaarafrekening"], boxes=(corner,))
    assert spot.box.right < corner.left or spot.box.bottom < corner.top or spot.box.top > corner.bottom


def test_a_bubble_walled_in_gets_a_leader_line():
    wall = [(300 + 34 * math.cos(turn), 200 + 34 * math.sin(turn), 16) for turn in np.arange(0, 6.28, 0.785)]
    found = place([*wall, (300, 200, 6)], [*("abcdefgh"), "Jaarafrekening"])
    spot = found[-1]
    start, end = spot.leader
    assert math.dist(start, (300, 200)) == pytest.approx(6, abs=1e-6)
    assert spot.box.left <= end[0] <= spot.box.right and spot.box.top <= end[1] <= spot.box.bottom


def test_what_finds_no_place_becomes_a_number():
    # a name as wide as the frame is high, in a corridor between two lines
    (spot,) = place([(300, 200, 12)], ["Jaarafrekening en eindafrekening"], uprights=(280.0, 320.0))
    assert spot.numbered and spot.lines == () and spot.clear
    assert spot.box.left > 280 and spot.box.right < 320


def test_a_bubble_without_any_free_place_is_reported():
    (spot,) = place([(300, 200, 3)], ["App"], uprights=(298.0, 300.0, 302.0), boxes=(Box(0, 0, 600, 400),))
    assert not spot.clear and spot.numbered


def test_taking_a_bubble_away_leaves_most_names_where_they_were():
    random = np.random.default_rng(4)
    discs = np.column_stack(
        [random.uniform(60, 540, 30), random.uniform(40, 360, 30), random.uniform(4, 22, 30)]
    )
    names = [f"Touchpoint number {index}" for index in range(30)]
    every, fewer = place(discs, names), place(discs[1:], names[1:])
    kept = sum(one.box == other.box for one, other in zip(every[1:], fewer, strict=True))
    assert kept >= 24


def test_a_story_in_place_of_a_name_is_not_broken_into_lines():
    """What is longer than all lines together has no wording, as trying each of them finds."""

    class Counting:
        measured = 0

        def __getattr__(self, name):
            return getattr(source_sans(), name)

        def width(self, text, *others):
            Counting.measured += len(text)
            return source_sans().width(text, *others)

    story = "abcdefghij " * 400
    assert candidates.wordings(0, story, Counting(), 10) == []
    assert Counting.measured <= len(story)
    assert [one.lines for one in candidates.wordings(0, "Kosten van dit contact", source_sans(), 10)] == [
        ("Kosten van dit contact",),
        ("Kosten van", "dit contact"),
        ("Kosten", "van dit", "contact"),
    ]


def test_a_tower_of_marks_is_not_measured():
    assert candidates.wordings(0, "Call" + "\N{COMBINING ACUTE ACCENT}" * 1_000, source_sans(), 10) == []
    (one,) = candidates.wordings(0, "Call" + "\N{COMBINING ACUTE ACCENT}" * 10, source_sans(), 10)
    assert one.width == source_sans().width("Call", 10)


def crowded(seed):
    random = np.random.default_rng(seed)
    discs = np.column_stack(
        [random.normal(300, 130, 40), random.normal(200, 90, 40), random.uniform(4, 20, 40)]
    )
    discs[:, :2] = np.clip(discs[:, :2], 24, (576, 376))
    words = ["Invoice", "Visit of an engineer", "App", "Moving house", "Calling the customer service"]
    return random, discs, [f"{words[number % 5]} {number}" for number in range(40)]


def test_names_keep_their_side_when_a_fifth_of_the_bubbles_move_a_little():
    shares = []
    for seed in range(2):
        random, discs, names = crowded(seed)
        before = place(discs, names)
        kept = {
            number: Kept(spot.lines, spot.box.left - x, spot.box.top - y, radius, side_of(spot, disc))
            for number, (spot, disc) in enumerate(zip(before, discs, strict=True))
            for x, y, radius in [disc]
            if not spot.numbered
        }
        moved = discs.copy()
        moved[:8, :2] += random.uniform(-0.05, 0.05, (8, 2)) * (600, 400)
        found = Surroundings(moved, FRAME)
        after = spots(names, found, SANS, 10, kept=kept)
        same = [
            not after[number].numbered and side_of(after[number], moved[number]) == stood.side
            for number, stood in kept.items()
        ]
        shares.append(sum(same) / len(same))
    assert np.mean(shares) >= 0.95


def side_of(spot, disc):
    box = spot.box
    edges = np.array([[box.left, box.top, box.right, box.bottom]])
    return 0 if spot.inside else int(candidates.sides(edges, disc[None])[0])
