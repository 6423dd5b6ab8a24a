"""Brand colours for the quadrants, and whether they can be read and told apart."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from itertools import combinations
from types import MappingProxyType

from cx.picture.colour.palette import (
    GROUND,
    GROUP_SHADES,
    LOOK_INTO_OTHERWISE,
    LOOK_INTO_SHADE,
    QUADRANT_SHADES,
    Shade,
)
from cx.picture.colour.vision import EYES, contrast, difference, mixed
from cx.records import QUADRANTS, Finding, Quadrant

_TEXT, _FILL, _APART = 4.5, 3.0, 14.0
"""The least contrast of text and of a fill on white (WCAG 2.2, 1.4.3 and 1.4.11), and the least difference
between two fills, in CIELAB, to every eye."""
_TINT, _DARKER = 0.09, 0.06
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def shades(colours: Mapping[Quadrant, str]) -> Mapping[Quadrant, Shade]:
    """Return the shades of every quadrant: those of the brand where given, else the program's.

    Parameters
    ----------
    colours
        ``#RRGGBB`` by quadrant; anything else is left out, and :func:`colour_findings` says it.

    Notes
    -----
    The fill is the colour itself. Its text shade is darkened until it reads on white, so that a pale brand
    colour still gives a strategy's name that can be read.
    """
    own = {quadrant: _shade(colour) for quadrant, colour in colours.items() if _HEX.fullmatch(colour)}
    return MappingProxyType({**QUADRANT_SHADES, **own})


def look_into_shade(fills: Iterable[str]) -> Shade:
    """Return the shade of negative drivers: the first of ours that every eye tells from the quadrants' fills.

    Where a brand's colours leave none, the one that is least like any of them.
    """
    taken = tuple(fills)
    ours = (LOOK_INTO_SHADE, LOOK_INTO_OTHERWISE, *GROUP_SHADES)
    apart = next((one for one in ours if _far(one, taken) >= _APART), None)
    return apart or max(ours, key=lambda one: _far(one, taken))


def _far(shade: Shade, fills: Iterable[str]) -> float:
    """How different a fill is from the one that some eye finds most like it."""
    return min((difference(shade.fill, fill, eye) for fill in fills for eye in EYES), default=math.inf)


def colour_findings(colours: Mapping[Quadrant, str]) -> tuple[Finding, ...]:
    """Return what is wrong with brand colours: unreadable, too pale, or alike to some eyes.

    Parameters
    ----------
    colours
        As chosen, by quadrant.

    References
    ----------
    WCAG 2.2, success criteria 1.4.3 and 1.4.11; the colour vision of protanopes and deuteranopes after
    Machado, Oliveira & Fernandes (2009), IEEE TVCG 15(6).
    """
    if not colours:
        return ()
    found: list[Finding] = []
    for quadrant in QUADRANTS:
        if quadrant in colours:
            found += _findings_of_one(colours[quadrant])
    return (*found, *_alike(colours))


def _shade(colour: str) -> Shade:
    text = colour
    while contrast(text, GROUND) < _TEXT:
        text = mixed(text, "#000000", _DARKER)
    return Shade(colour.upper(), text.upper(), mixed(GROUND, colour, _TINT).upper())


def _findings_of_one(colour: str) -> list[Finding]:
    if not _HEX.fullmatch(colour):
        return [Finding("error", "colour_unreadable", value=colour)]
    ratio = contrast(colour, GROUND)
    if ratio < _FILL:
        return [Finding("warning", "colour_too_pale", value=colour, details={"ratio": round(ratio, 1)})]
    if ratio < _TEXT:
        darker = _shade(colour).text
        return [
            Finding(
                "info", "colour_text_darker", value=colour, details={"ratio": round(ratio, 1), "text": darker}
            )
        ]
    return []


def _alike(colours: Mapping[Quadrant, str]) -> list[Finding]:
    """Return the pairs of fills, one of them chosen, that some eyes cannot tell apart; each pair once."""
    fills = {quadrant: shade.fill for quadrant, shade in shades(colours).items()}
    found: list[Finding] = []
    for one, other in combinations(QUADRANTS, 2):
        if one not in colours and other not in colours:
            continue
        if difference(fills[one], fills[other]) < _APART:
            code = "colours_alike"
        elif min(difference(fills[one], fills[other], eye) for eye in ("protan", "deutan")) < _APART:
            code = "colours_alike_colour_blind"
        else:
            continue
        found.append(Finding("warning", code, value=fills[one], details={"other": fills[other]}))
    return found
