import itertools

import pytest

from cx.picture.colour.palette import GROUP_SHADES, INK, OTHER_SHADE, QUADRANT_SHADES, SECONDARY
from cx.picture.colour.vision import difference


def channels(colour):
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def luminance(parts):
    linear = [
        part / 255 / 12.92 if part <= 10.31475 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_formula_knows_black_on_white():
    assert contrast([0, 0, 0], [255, 255, 255]) == pytest.approx(21.0)


@pytest.mark.parametrize("shade", [*QUADRANT_SHADES.values(), *GROUP_SHADES, OTHER_SHADE])
def test_text_shades_read_on_white_and_on_the_tint(shade):
    assert contrast(channels(shade.text), [255, 255, 255]) >= 4.5
    assert contrast(channels(shade.text), channels(shade.tint)) >= 4.5


@pytest.mark.parametrize("shade", QUADRANT_SHADES.values())
def test_names_read_inside_a_bubble(shade):
    inside = [
        0.6 * fill + 0.4 * tint for fill, tint in zip(channels(shade.fill), channels(shade.tint), strict=True)
    ]
    assert contrast(channels(INK), inside) >= 4.5


def test_secondary_text_reads_on_white():
    assert contrast(channels(SECONDARY), [255, 255, 255]) >= 4.5


EYES = ("normal", "protan", "deutan")
APART = 14.0
"""The least difference at which two fills are told apart (CIELAB), as for the colours of a brand."""


@pytest.mark.parametrize("eye", EYES)
def test_a_colour_of_a_group_is_like_none_of_a_quadrant_and_no_other(eye):
    groups = [shade.fill for shade in GROUP_SHADES]
    taken = [shade.fill for shade in QUADRANT_SHADES.values()]
    pairs = [*itertools.product(groups, taken), *itertools.combinations(groups, 2)]
    assert {pair for pair in pairs if difference(*pair, eye) < APART} == set()
