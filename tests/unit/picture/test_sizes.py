"""One matrix at every size: the same axes, the field as wide as can be, and no text over another.

Long are further sizes and layouts of ``test_nothing_lies_over_anything_at_any_size``, of
``test_the_axes_are_the_same_at_every_size`` and of ``test_the_field_has_the_width_of_the_stage``.
"""

import datetime as dt
import itertools

import pytest

from cx.picture import compute, revealed, screen_sheet
from cx.records import PictureOptions, Settings
from tests.made.picture_cases import clustered, placed
from tests.made.tables import row
from tests.project import tiers

DAY = dt.date(2026, 11, 22)
PLACES = {390: (358, 519), 720: (656, 369), 1024: (944, 476), 1280: (1216, 546), 1920: (1856, 875)}
"""Width of the window to width and height of the chart."""
LONG = "Complaint about a reminder that was already paid, as told by letter, phone and app"


def at(matrix, window, *, lang="en", enlarged=1.0, **more):
    width, height = PLACES[window]
    sheet = screen_sheet(width, height, enlarged=enlarged)
    return compute(
        matrix,
        lang=lang,
        day=DAY,
        size=sheet.size,
        type_scale=sheet.type_scale,
        headings=False,
        listed=True,
        numbered=window < 480,
        **more,
    )


def long_names(count):
    rows = [
        row(f"{LONG} ({i})", 5 + i * 3.7 % 4, 1 + i * 2.3 % 8, volume=400 + 900.0 * (i % 7))
        for i in range(count)
    ]
    return placed(rows, Settings())


LAYOUTS = {
    "24": lambda lang: clustered(24, 3, lang),
    "one": lambda lang: clustered(1, 1, lang),
    "40 long": lambda _: long_names(40),
    "60": lambda lang: clustered(60, 2, lang),
    "150": lambda lang: clustered(150, 1, lang),
}


def over(one, other):
    return (
        one.left < other.right - 0.01
        and other.left < one.right - 0.01
        and one.top < other.bottom - 0.01
        and other.top < one.bottom - 0.01
    )


@pytest.mark.parametrize("name", tiers.first(["24", "one"], "40 long", "60", "150"))
def test_the_axes_are_the_same_at_every_size(name):
    matrix = LAYOUTS[name]("en")
    drawn = [at(matrix, window) for window in PLACES]
    drawn.append(at(matrix, 1280, enlarged=1.5))
    drawn.append(compute(matrix, lang="en", day=DAY, options=PictureOptions(format="4:3")))
    for axis in ("x_axis", "y_axis"):
        axes = [getattr(picture, axis) for picture in drawn]
        assert len({one.settled for one in axes}) == 1
        assert len({tuple(tick.label for tick in one.ticks) for one in axes}) == 1
        for one in axes:
            low, high = one.settled
            assert one.minimum <= low < high <= one.maximum
            assert all(low <= tick.value <= high for tick in one.ticks)


CASES = [
    *((name, window, "en") for name in ("24", "40 long") for window in (390, 1280)),
    ("24", 1024, "nl"),
]
MORE = [
    (name, window, lang)
    for name in LAYOUTS
    for window in (390, 720, 1024, 1280)
    for lang in ("en", "nl")
    if (name, window, lang) not in CASES
]


@pytest.mark.parametrize(("name", "window", "lang"), tiers.first(CASES, *MORE, rows=True))
def test_nothing_lies_over_anything_at_any_size(name, window, lang):
    picture = at(LAYOUTS[name](lang), window, lang=lang)
    blocks = [block for block in picture.texts if block.text]
    for one, other in itertools.combinations(blocks, 2):
        assert not over(one.box, other.box), (one.text, other.text)
    heights = picture.y_title.box
    assert not any(over(heights, block.box) for block in blocks)
    for block in (*blocks, picture.y_title):
        assert block.box.left >= 0 and block.box.right <= picture.width + 0.01
        assert block.box.top >= -0.01 and block.box.bottom <= picture.height + 0.01
    assert "…" not in picture.footnote.text
    pixels = PLACES[window][0] / picture.width
    assert min(block.size for block in blocks) * pixels >= 11


@pytest.mark.parametrize("name", ["24", "40 long"])
@pytest.mark.parametrize("window", tiers.first([1024, 1920], 1280))
def test_the_field_has_the_width_of_the_stage(name, window):
    picture = at(LAYOUTS[name]("en"), window, enlarged=1.25)
    assert picture.plot.width >= 0.85 * picture.width
    assert {label.id for label in picture.labels} | set(picture.overlaps) == {
        disc.id for disc in picture.discs
    }


def test_on_a_phone_every_bubble_is_a_disc_with_its_number():
    matrix = clustered(24, 3)
    picture = at(matrix, 390)
    numbers = {label.id: label.block.text for label in picture.labels}
    assert numbers == {id_: str(place) for id_, place in matrix.places.items()}
    assert picture.key_numbers == matrix.places and picture.key == ()


def test_a_few_numbers_stand_in_rows_below_the_plot_and_take_no_width():
    matrix = clustered(24, 1, "en")
    picture = at(matrix, 720)
    assert 0 < len(picture.key) == len(picture.key_numbers) and not picture.beyond_key
    assert min(entry.block.box.top for entry in picture.key) >= picture.x_title.box.bottom
    assert max(entry.block.box.bottom for entry in picture.key) <= picture.footnote.box.top
    plain = compute(matrix, lang="en", day=DAY, size=(960, 540), type_scale=1.9)
    assert {entry.number for entry in plain.key} <= set(matrix.places.values())


def test_a_long_goal_keeps_to_the_height_of_its_axis():
    settings = Settings(
        goal="the share of customers who would recommend us to friends and family after a year"
    )
    matrix = clustered(24, 3, settings=settings)
    for window in (390, 1280):
        picture = at(matrix, window)
        title, plot = picture.y_title.box, picture.plot
        assert title.top >= plot.top - 0.01 and title.bottom <= plot.bottom + 0.01


def test_while_quadrants_are_hidden_nothing_tells_of_them():
    matrix = clustered(24, 1, "en")
    picture = at(matrix, 720)
    assert picture.key_title is not None
    hidden = revealed(picture, matrix, (), footnote="Source: a file · 22 Nov 2026", alt="24 touchpoints")
    assert (hidden.key, hidden.key_title, hidden.key_note, hidden.beyond_key) == ((), None, None, ())
    assert (hidden.footnote.text, hidden.alt) == ("Source: a file · 22 Nov 2026", "24 touchpoints")
    assert hidden.footnote.box.bottom == pytest.approx(picture.footnote.box.bottom)
    told = " ".join(block.text for block in hidden.texts)
    assert not [bubble.label for bubble in matrix.bubbles if bubble.label in told]
