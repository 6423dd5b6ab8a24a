"""The picture of the README can be made again, and shows the matrix.

Long is to make it again: ``test_the_picture_of_the_readme_shows_the_matrix`` looks at the one that was made.
"""

import io

import pytest
from PIL import Image

from docs import make_screenshot

# The tints of the four quadrants (fix first, expand reach, minimise cost, simplify).
TINTS = ((0xFD, 0xF1, 0xE8), (0xE8, 0xF6, 0xF1), (0xE8, 0xF2, 0xF9), (0xF3, 0xF4, 0xF5))
SMALLEST_QUADRANT = 30_000  # pixels of 1440 x 900


def tinted(picture):
    """How many pixels each tint covers."""
    colours = {colour: count for count, colour in picture.convert("RGB").getcolors(maxcolors=2**24)}
    return [colours.get(tint, 0) for tint in TINTS]


@pytest.mark.long
def test_the_picture_of_the_readme_can_be_made_again(server, desks):
    page = desks(**make_screenshot.PAGE)
    picture = Image.open(io.BytesIO(make_screenshot.picture_of(server.url, page)))
    assert picture.size == (1440, 900)
    assert min(tinted(picture)) > SMALLEST_QUADRANT
    assert "Traceback" not in server.printed


def test_the_picture_of_the_readme_shows_the_matrix(root):
    picture = Image.open(root / "docs" / "images" / "matrix.png")
    assert picture.size == (1440, 900)
    assert min(tinted(picture)) > SMALLEST_QUADRANT
