"""Our colours as colours of a template's theme: names of the theme with a lighter or darker tone of them.

A colour that cannot be told from its neighbours is not taken: ours stays there, made lighter or darker where
the ground asks for it. Whatever is taken, words are read on what is behind them.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations
from math import dist

from cx.picture.colour import (
    FILL_OPACITY,
    GRID,
    GROUND,
    INK,
    LOOK_INTO_SHADE,
    QUADRANT_SHADES,
    SECONDARY,
    Shade,
    contrast,
    look_into_shade,
    mixed,
)
from cx.records import Quadrant

READABLE = 4.5
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_INKS = ("tx1", "bg1", "tx2", "bg2")
_APART = 60.0
"""How far two fills must lie apart, in red, green and blue of 0..255."""
_STEPS = 20
_DARK_TINT, _LIGHT_TINT = 0.3, 0.12
"""The share of a fill in the tint of its quadrant, on a dark ground and on a light one."""
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


@dataclass(frozen=True)
class Fixed:
    """A colour that is no theme's: ours, or one made of it."""

    colour: str

    def of(self, _colours: Mapping[str, str]) -> str:
        """Return the colour."""
        return self.colour

    def paint(self) -> Paint:
        """Return it as the reader process writes it."""
        return {"rgb": self.colour.lstrip("#")}


Chosen = Tone | Fixed


@dataclass(frozen=True)
class Paints:
    """What stands on a slide for our own colours, where something cannot follow a theme: in a picture."""

    shades: Mapping[Quadrant, Shade]
    """The colours of the quadrants, before the template's stand for them."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """For each of our colours (``#RRGGBB``) what the template shows for it, where that is another."""
    ground: str = GROUND
    """What lies behind the chart."""


def grounds(colours: Mapping[str, str]) -> tuple[str, ...]:
    """Return what lies behind the words of a slide: one colour, or all that a gradient runs through."""
    return tuple(value for name, value in colours.items() if name.startswith("ground"))


def painted(colours: Mapping[str, str], *, by_quadrant: bool) -> dict[str, Paint] | None:
    """Return for each of our colours (``RRGGBB``) what stands for it in the template.

    Parameters
    ----------
    colours
        Theme colour to ``#RRGGBB``, with ``ground`` (and ``ground 2`` ... of a gradient).
    by_quadrant
        Whether bubbles are coloured by quadrant; where not, the program's own colours keep groups apart.

    Returns
    -------
    ``None`` where no words can be read on the ground; empty where ours stay as they are.
    """
    found = chosen(colours, by_quadrant=by_quadrant)
    return None if found is None else {ours.lstrip("#"): one.paint() for ours, one in found.items()}


def chosen(colours: Mapping[str, str], *, by_quadrant: bool) -> dict[str, Chosen] | None:
    """Return for each of our colours (``#RRGGBB``) the one that stands for it, as :func:`painted` does."""
    behind = grounds(colours)
    if not behind:
        return None
    if not {*_INKS, *_ACCENTS} <= colours.keys():
        plain = all(
            contrast(shade.text, one) >= READABLE for shade in QUADRANT_SHADES.values() for one in behind
        )
        return {} if plain and all(contrast(SECONDARY, one) >= READABLE for one in behind) else None
    words = _words(colours, behind)
    if words is None:
        return None
    ink = words[INK].of(colours)
    quadrants = dict(_quadrants(colours, behind, ink, by_quadrant=by_quadrant))
    worse = _looked_into(quadrants, colours, behind, ink) if by_quadrant else {}
    return {**words, **quadrants, **worse}


def _words(colours: Mapping[str, str], behind: Sequence[str]) -> dict[str, Chosen] | None:
    """Return ink, secondary words and hairlines: the theme's text colour, paler and paler."""
    inks = [tone for name in _INKS if _reads(tone := Tone(name), colours, behind)]
    if not inks:
        return None
    ink = inks[0] if inks[0].name == "tx1" else max(inks, key=lambda one: _least(one, colours, behind))
    dark = _is_dark(behind[0])
    pale = Tone(ink.name, 0.85) if dark else Tone(ink.name, 0.65, 0.35)
    hairline = Tone(ink.name, 0.4) if dark else Tone(ink.name, 0.15, 0.85)
    return {INK: ink, SECONDARY: pale if _reads(pale, colours, behind) else ink, GRID: hairline}


def _quadrants(
    colours: Mapping[str, str], behind: Sequence[str], ink: str, *, by_quadrant: bool
) -> Iterator[tuple[str, Chosen]]:
    """Return the theme's accents for the quadrants, the nearest in hue; ours, where they are alike."""
    accents = _nearest(colours) if by_quadrant else ()
    if accents:
        for shade, name in zip(QUADRANT_SHADES.values(), accents, strict=True):
            yield from _of_theme(shade, name, colours, behind, ink)
    elif set(behind) != {GROUND}:
        for shade in QUADRANT_SHADES.values():
            yield from _of_ours(shade, behind, ink, fill=by_quadrant)


def _looked_into(
    quadrants: Mapping[str, Chosen], colours: Mapping[str, str], behind: Sequence[str], ink: str
) -> dict[str, Chosen]:
    """Return the colours of negative drivers: none that is like one that stands for a quadrant."""
    fills = [shade.fill for shade in QUADRANT_SHADES.values()]
    shade = look_into_shade(quadrants[one].of(colours) if one in quadrants else one for one in fills)
    if shade == LOOK_INTO_SHADE and set(behind) == {GROUND}:
        return {}
    ours = LOOK_INTO_SHADE.fill, LOOK_INTO_SHADE.tint, LOOK_INTO_SHADE.text
    return dict(zip(ours, (one for _, one in _of_ours(shade, behind, ink, fill=True)), strict=True))


def _of_theme(
    shade: Shade, name: str, colours: Mapping[str, str], behind: Sequence[str], ink: str
) -> Iterator[tuple[str, Chosen]]:
    dark = _is_dark(behind[0])
    tints = (Tone(name, share, 1 - share if not dark else 0.0) for share in _paler(dark=dark))
    tint = next(
        (one for one in tints if contrast(one.of(colours), ink) >= READABLE), Tone(name, 0.0, float(not dark))
    )
    shown = tint.of(colours)
    fills = (Tone(name, 1 - step / _STEPS, 0.0 if dark else step / _STEPS) for step in range(_STEPS))
    yield shade.fill, next((one for one in fills if _holds(one.of(colours), shown, ink)), tint)
    yield shade.tint, tint
    words = (Tone(name, 1 - step / _STEPS, step / _STEPS if dark else 0.0) for step in range(_STEPS))
    end = Tone(name, 0.0, float(dark))
    yield shade.text, next((one for one in words if _reads(one, colours, (*behind, shown))), end)


def _paler(*, dark: bool) -> Iterator[float]:
    """Yield shares of a colour in its tint, the usual one first, until next to none is left."""
    first = 0.35 if dark else 0.12
    yield from (first * (1 - step / 10) for step in range(10))


def _of_ours(shade: Shade, behind: Sequence[str], ink: str, *, fill: bool) -> Iterator[tuple[str, Chosen]]:
    """Return a quadrant's own colours, as the ground asks for them."""
    dark = _is_dark(behind[0])
    end = "#FFFFFF" if dark else "#000000"
    share = _DARK_TINT if dark else _LIGHT_TINT
    tints = (mixed(behind[0], shade.fill, share * (1 - step / 10)) for step in range(11))
    tint = next((one for one in tints if contrast(one, ink) >= READABLE), behind[0])
    if fill:
        fills = (mixed(shade.fill, tint, step / _STEPS) for step in range(_STEPS + 1))
        yield shade.fill, Fixed(next((one for one in fills if _holds(one, tint, ink)), tint))
    yield shade.tint, Fixed(tint)
    words = (mixed(shade.text, end, step / _STEPS) for step in range(_STEPS + 1))
    readable = (one for one in words if all(contrast(one, other) >= READABLE for other in (*behind, tint)))
    yield shade.text, Fixed(next(readable, ink))


def _holds(fill: str, tint: str, ink: str) -> bool:
    """Return whether names can be read inside a bubble: it is see-through, with its tint behind."""
    return contrast(mixed(tint, fill, FILL_OPACITY), ink) >= READABLE


def _reads(one: Chosen, colours: Mapping[str, str], behind: Sequence[str]) -> bool:
    return _least(one, colours, behind) >= READABLE


def _least(one: Chosen, colours: Mapping[str, str], behind: Sequence[str]) -> float:
    return min(contrast(one.of(colours), other) for other in behind)


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
    behind = [_parts(one) for one in grounds(colours)]
    alone = all(dist(one, other) >= _APART for one in shown for other in behind)
    return alone and all(dist(one, other) >= _APART for one, other in combinations(shown, 2))


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
