"""The theme of the program's own deck: its colours and its font, by which every shape goes.

What is pasted into another deck takes that deck's colours and font, as with any slide made by hand.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from cx.deliver.deck.theme_colours import Paint, Tone
from cx.picture.colour import GRID, GROUND, GROUP_SHADES, INK, SECONDARY, Shade, mixed
from cx.records import Quadrant

if TYPE_CHECKING:
    from pptx.presentation import Presentation

FONT = "Arial"
_FONT_OF_THEME = re.compile(rb'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*(")')
_COLOUR_OF_THEME = rb"(<a:%s>\s*)<a:(?:srgb|sys)Clr [^>]*/>"
_NAMES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""A colour of the theme by the name under which slides ask for it."""
_FULL = 250
"""From here on a part of a colour is so light that it says nothing of how much of it there is."""
_NEAR = 4
"""How far a tone of the theme may lie from the colour that it stands for, in each of red, green and blue."""
Shades = Mapping[Quadrant, Shade]


def set_theme(deck: Presentation, shades: Shades) -> None:
    """Put the program's colours, or a brand's, and its font into the theme of a deck."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = _FONT_OF_THEME.sub(rb"\g<1>" + FONT.encode() + rb"\g<2>", part.blob)
    for name, colour in _colours(shades).items():
        made = rb'\g<1><a:srgbClr val="%s"/>' % colour.lstrip("#").upper().encode()
        theme = re.sub(_COLOUR_OF_THEME % name.encode(), made, theme)
    part.blob = theme


def paints(shades: Shades) -> dict[str, Paint]:
    """Return for each of the program's colours (``RRGGBB``) what stands for it in the theme.

    A colour that no tone of the theme comes near stays as it is.
    """
    known = _colours(shades)
    found = {_plain(colour): Tone(_NAMES.get(name, name)).paint() for name, colour in known.items()}
    accents = [name for name in known if name.startswith("accent")]
    for name, shade in zip(accents, (*shades.values(), *_others()), strict=True):
        for colour in (shade.text, shade.tint):
            paint = _paint(name, known, colour)
            if paint:
                found.setdefault(_plain(colour), paint)
    return found


def _plain(colour: str) -> str:
    return colour.upper().lstrip("#")


def _paint(name: str, known: Mapping[str, str], colour: str) -> Paint | None:
    """Return a colour as a tone of one of the theme, or as so much of it on white; ``None``: as neither."""
    tone = _tone(name, known[name], colour)
    if tone and _is_near(tone.of(known), colour):
        return tone.paint()
    pairs = zip(*(bytes.fromhex(_plain(one)) for one in (known[name], colour)), strict=True)
    parts = [(255 - there) / (255 - full) for full, there in pairs if full < _FULL]
    share = sum(parts) / len(parts) if parts else 0.0
    if 0 < share < 1 and _is_near(mixed(GROUND, known[name], share), colour):
        return {**Tone(name).paint(), "alpha": round(share * 100_000)}
    return None


def _colours(shades: Shades) -> dict[str, str]:
    accents = [shade.fill for shade in (*shades.values(), *_others())]
    return {
        "dk1": INK,
        "lt1": GROUND,
        "dk2": SECONDARY,
        "lt2": GRID,
        **{f"accent{number}": colour for number, colour in enumerate(accents, start=1)},
    }


def _others() -> tuple[Shade, ...]:
    """The two that are left in a theme: of groups, which quadrants have not."""
    return GROUP_SHADES[3:5]


def _tone(name: str, base: str, colour: str) -> Tone | None:
    """Return the colour as a darker or a paler tone of another."""
    light, wanted = (_lightness(one) for one in (base, colour))
    if wanted <= light:
        return Tone(name, wanted / light) if light else None
    share = (1 - wanted) / (1 - light)
    return Tone(name, share, 1 - share)


def _lightness(colour: str) -> float:
    red, green, blue = (part / 255 for part in bytes.fromhex(colour.lstrip("#")))
    return colorsys.rgb_to_hls(red, green, blue)[1]


def _is_near(one: str, other: str) -> bool:
    pairs = zip(*(bytes.fromhex(colour.lstrip("#")) for colour in (one, other)), strict=True)
    return all(abs(mine - theirs) <= _NEAR for mine, theirs in pairs)
