"""What a bubble's colour stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx import text
from cx.matrix import looked_into
from cx.picture.colour.brand import look_into_shade
from cx.picture.colour.palette import GROUP_SHADES, OTHER_SHADE, QUADRANT_SHADES, Shade
from cx.records import Bubble, Matrix, Quadrant
from cx.text import Language


@dataclass(frozen=True)
class Grouping:
    """The group and the shade of each bubble, and the groups that the legend names."""

    groups: tuple[str, ...]
    shades: tuple[Shade, ...]
    legend: tuple[tuple[str, Shade], ...]
    """Where quadrants give the colour their names stand in the corners: only negative drivers are named."""


LOOK_INTO = "look_into"
"""The group of negative drivers where quadrants give the colour: that of their quadrant is not theirs."""


def grouping(
    matrix: Matrix,
    lang: Language,
    *,
    known: Sequence[str] = (),
    quadrants: Mapping[Quadrant, Shade] = QUADRANT_SHADES,
) -> Grouping:
    """Return the colours of a matrix's bubbles.

    Parameters
    ----------
    known
        Every journey, channel or segment of the file, in a fixed order: a group then keeps its colour when
        the view is filtered. Empty: those in view, in order of the alphabet.
    quadrants
        The shades of the quadrants, where those give the colour.

    Notes
    -----
    There are eight colours; groups beyond the eighth share a grey, and so do bubbles in several groups.
    """
    if matrix.settings.colour_by == "quadrant":
        return _by_quadrant(matrix, quadrants, lang)
    names = [_group(bubble, matrix.settings.colour_by, lang) for bubble in matrix.bubbles]
    single = [
        name
        for bubble in matrix.bubbles
        if len(_members(bubble, matrix.settings.colour_by)) == 1
        for name in _members(bubble, matrix.settings.colour_by)
    ]
    order = list(dict.fromkeys([*known, *sorted(set(single), key=str.casefold)]))
    shades = dict(zip(order, GROUP_SHADES, strict=False))
    return Grouping(
        tuple(names), tuple(shades.get(name, OTHER_SHADE) for name in names), _legend(names, shades, lang)
    )


def _by_quadrant(matrix: Matrix, quadrants: Mapping[Quadrant, Shade], lang: Language) -> Grouping:
    groups = tuple(_quadrant_group(bubble) for bubble in matrix.bubbles)
    shades = tuple(shade_of(bubble, quadrants) for bubble in matrix.bubbles)
    worse = dict(zip(groups, shades, strict=True)).get(LOOK_INTO)
    return Grouping(groups, shades, ((looked_into(lang).name, worse),) if worse else ())


def shade_of(bubble: Bubble, quadrants: Mapping[Quadrant, Shade] = QUADRANT_SHADES) -> Shade:
    """Return the colours of a touchpoint by what is to be done with it: its quadrant's, else its own."""
    if bubble.quadrant is None:
        return QUADRANT_SHADES["minimise_cost"]
    if bubble.negative:
        return look_into_shade(shade.fill for shade in quadrants.values())
    return quadrants[bubble.quadrant]


def _quadrant_group(bubble: Bubble) -> str:
    if bubble.quadrant is None:
        return ""
    return LOOK_INTO if bubble.negative else bubble.quadrant


def _members(bubble: Bubble, by: str) -> tuple[str, ...]:
    members = {"journey": bubble.journeys, "channel": bubble.channels, "segment": bubble.segments}
    return members[by]


def _group(bubble: Bubble, by: str, lang: Language) -> str:
    members = _members(bubble, by)
    if len(members) == 1:
        return members[0]
    return text.say("picture.group.several" if members else "picture.group.none", lang)


def _legend(
    names: Sequence[str], shades: Mapping[str, Shade], lang: Language
) -> tuple[tuple[str, Shade], ...]:
    present = set(names)
    legend = [(name, shade) for name, shade in shades.items() if name in present]
    rest = sorted(present - set(shades), key=str.casefold)
    if len(rest) == 1:
        return (*legend, (rest[0], OTHER_SHADE))
    if rest:
        return (*legend, (text.say("picture.group.other", lang, names=", ".join(rest)), OTHER_SHADE))
    return tuple(legend)
