"""The pictures look as they did when a person last looked at them.

Long are further pictures of ``test_a_picture_looks_as_it_did``.
"""

import io

import matplotlib.image
import numpy as np
import pytest

from cx.picture import static
from tests.made.golden_pictures import FOLDER, PICTURES, WIDTH
from tests.project import tiers

VISIBLE, SHARE = 48 / 255, 0.0005
"""How much lighter or darker a point must be to count as changed, and what part of the points may be."""


def points(content):
    return matplotlib.image.imread(io.BytesIO(content), format="png")[:, :, :3]


def changed(one, other):
    return (np.abs(one - other).max(axis=2) > VISIBLE).mean()


@pytest.mark.parametrize(
    "name",
    tiers.first(["picture-plain", "picture-compared"], "picture-crowd", "picture-nameless", "picture-part"),
)
def test_a_picture_looks_as_it_did(name):
    drawn = points(static(PICTURES[name](), "png", pixels=WIDTH))
    held = points((FOLDER / f"{name}.png").read_bytes())
    assert drawn.shape == held.shape
    assert changed(drawn, held) <= SHARE


def test_a_name_that_moved_would_be_seen():
    held = points((FOLDER / "picture-plain.png").read_bytes())
    moved = held.copy()
    moved[100:130, 300:420] = held[130:160, 300:420]
    assert changed(moved, held) > SHARE
