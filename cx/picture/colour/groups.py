"""What a bubble's colour stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx import text
from cx.picture.colour.palette import GROUP_SHADES, OTHER_SHADE, QUADRANT_SHADES, Shade
from cx.records import Bubble, Matrix, Quadrant
from cx.text import Language


@dataclass(frozen=True)
class Grouping:
    """The group and the shade of each bubble, and the groups that the legend names."""

    groups: tuple[str, ...]
    shades: tuple[Shade, ...]
    legend: tuple[tuple[str, Shade], ...]
    """Empty where quadrants give the colour: their names stand in the corners."""


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
        return _by_quadrant(matrix, quadrants)
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


def _by_quadrant(matrix: Matrix, quadrants: Mapping[Quadrant, Shade]) -> Grouping:
    groups = tuple(bubble.quadrant or "" for bubble in matrix.bubbles)
    shades = tuple(
        quadrants[bubble.quadrant] if bubble.quadrant else QUADRANT_SHADES["minimise_cost"]
        for bubble in matrix.bubbles
    )
    return Grouping(groups, shades, ())


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
