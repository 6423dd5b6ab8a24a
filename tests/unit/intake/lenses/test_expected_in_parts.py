"""What respondents expect and get, in a period or a segment of them: the paired interval of those people."""

import dataclasses

import numpy as np
import pytest

from cx import intake, lenses, matrix
from cx.records import Filters, Settings
from cx.statistics import paired_means, reach
from tests.made.intake_files import csv

N = 120
RANDOM = np.random.default_rng(3)
GOT = RANDOM.integers(1, 6, (N, 3)).astype(float)
EXPECTED = np.clip(GOT + RANDOM.integers(-1, 3, (N, 3)), 1, 5)
SKIPPED = RANDOM.random((N, 3)) < 0.25
"""Who said what they got, and not what they expect."""
PERIOD, SEGMENT = RANDOM.integers(2025, 2027, N), RANDOM.choice(["Home", "Trade"], N)
NAMES = ("Invoice", "App", "Call")


def survey():
    heads = ["Period", "Segment", *NAMES, *(f"Expectation of {name}" for name in NAMES)]
    lines = [";".join(heads)]
    for at in range(N):
        expected = [
            "" if skipped else f"{one:g}" for one, skipped in zip(EXPECTED[at], SKIPPED[at], strict=True)
        ]
        lines.append(";".join([str(PERIOD[at]), SEGMENT[at], *(f"{one:g}" for one in GOT[at]), *expected]))
    return intake.touchpoints(csv("\n".join(lines)))


TABLE = survey()


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        (Filters(period="2025"), PERIOD == 2025),
        (Filters(segments=("Trade",)), (PERIOD == 2026) & (SEGMENT == "Trade")),
        (Filters(), PERIOD == 2026),  # both segments together
    ],
)
def test_a_part_has_the_interval_of_its_own_people(asked, part):
    settings = dataclasses.replace(Settings(), filters=asked)
    seen = matrix.material(matrix.build(TABLE, settings), TABLE)
    found = lenses.look(seen).of("expectation_gap")
    for place, name in enumerate(NAMES):
        own = next(one for one in found.touchpoints if one.name == name)
        whole = paired_means(GOT[part, place], np.where(SKIPPED[part, place], np.nan, EXPECTED[part, place]))
        half = reach(whole.error, whole.freedom)
        gap = whole.first - whole.second
        assert (own.value, own.low, own.high) == pytest.approx((gap, gap - half, gap + half), abs=1e-9)
        assert (own.n, own.experience) == (whole.n, pytest.approx(whole.first))
