"""Our colours as colours of a template's theme: names of the theme with a lighter or darker tone of them.

A colour that cannot be told from its neighbours, or read on the ground, is not taken: ours stays.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from math import dist

from cx.picture.colour import GRID, INK, QUADRANT_SHADES, SECONDARY, contrast

_READABLE = 4.5
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_INKS = ("tx1", "bg1", "tx2", "bg2")
_APART = 60.0
"""How far two fills must lie apart, in red, green and blue of 0..255."""
Paint = Mapping[str, object]


@dataclass(frozen=True)
class Tone:
    """A colour of the theme, made lighter or darker: its lightness times ``share``, plus ``more``."""

    name: str
    share: float = 1.0
    more: float = 0.0

    def of(self, colours: Mapping[str, str]) -> str:
        """Return the colour that Office shows."""
        red, green, blue = (part / 255 for part in bytes.fromhex(colours[self.name][1:]))
        hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
        shown = colorsys.hls_to_rgb(hue, min(1.0, light * self.share + self.more), strength)
        return "#" + "".join(f"{round(part * 255):02X}" for part in shown)

    def paint(self) -> Paint:
        """Return it as the reader process writes it."""
        return {"name": self.name, "share": round(self.share * 100_000), "more": round(self.more * 100_000)}


def painted(colours: Mapping[str, str], *, by_quadrant: bool) -> dict[str, Paint]:
    """Return for each of our colours (``RRGGBB``) the theme's colour that stands for it.

    Parameters
    ----------
    colours
        Theme colour to ``#RRGGBB``, with ``ground``; of a theme that lacks some, nothing is taken.
    by_quadrant
        Whether bubbles are coloured by quadrant; where not, the program's own colours keep groups apart.
    """
    if not {*_INKS, *_ACCENTS, "ground"} <= colours.keys():
        return {}
    found = {}
    for ours, tone in (*_words(colours), *(_quadrants(colours) if by_quadrant else ())):
        found[ours.lstrip("#")] = tone.paint()
    return found


def _words(colours: Mapping[str, str]) -> Iterator[tuple[str, Tone]]:
    """Return ink, secondary words and hairlines: the theme's text colour, paler and paler."""
    ground = colours["ground"]
    ink = max((Tone(name) for name in _INKS), key=lambda tone: contrast(tone.of(colours), ground))
    first = Tone("tx1")
    ink = first if contrast(first.of(colours), ground) >= _READABLE else ink
    yield INK, ink
    dark = _is_dark(ground)
    paler = [Tone(ink.name, 0.85) if dark else Tone(ink.name, 0.65, 0.35), ink]
    yield SECONDARY, next((t for t in paler if contrast(t.of(colours), ground) >= _READABLE), ink)
    yield GRID, Tone(ink.name, 0.4) if dark else Tone(ink.name, 0.15, 0.85)


def _quadrants(colours: Mapping[str, str]) -> Iterator[tuple[str, Tone]]:
    """Return the theme's accents for the quadrants, the nearest in hue; none where they are alike."""
    chosen = _nearest(colours)
    ground = colours["ground"]
    dark = _is_dark(ground)
    for shade, name in zip(QUADRANT_SHADES.values(), chosen, strict=False):
        tint = Tone(name, 0.35) if dark else Tone(name, 0.12, 0.88)
        behind = (ground, tint.of(colours))
        yield shade.fill, Tone(name)
        yield shade.tint, tint
        yield shade.text, _readable(name, colours, behind, lighter=dark)


def _readable(name: str, colours: Mapping[str, str], behind: Sequence[str], *, lighter: bool) -> Tone:
    for step in range(20):
        share = 1 - step / 20
        tone = Tone(name, share, 1 - share if lighter else 0.0)
        if all(contrast(tone.of(colours), one) >= _READABLE for one in behind):
            return tone
    return Tone(name, 0.0, 1.0 if lighter else 0.0)


def _nearest(colours: Mapping[str, str]) -> tuple[str, ...]:
    fills = [shade.fill for shade in QUADRANT_SHADES.values()]
    possible = [names for names in permutations(_ACCENTS, len(fills)) if _apart(names, colours)]
    if not possible:
        return ()
    return min(
        possible,
        key=lambda names: sum(_far(colours[name], fill) for name, fill in zip(names, fills, strict=True)),
    )


def _apart(names: Sequence[str], colours: Mapping[str, str]) -> bool:
    shown = [_parts(colours[name]) for name in names]
    return all(
        dist(one, other) >= _APART for one, other in combinations([*shown, _parts(colours["ground"])], 2)
    )


def _far(one: str, other: str) -> float:
    """Return how different two colours look: by hue where both have one, and by strength."""
    (hue, light, strength), (other_hue, other_light, other_strength) = (_hls(one), _hls(other))
    around = abs(hue - other_hue)
    turned = min(around, 1 - around) * min(strength, other_strength)
    return 4 * turned + abs(strength - other_strength) + abs(light - other_light)


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (part / 255 for part in _parts(colour))
    return colorsys.rgb_to_hls(red, green, blue)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.lstrip("#")))


def _is_dark(ground: str) -> bool:
    return contrast(ground, "#FFFFFF") > contrast(ground, "#000000")
