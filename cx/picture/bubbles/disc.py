"""The bubbles as they are drawn: place, size, colour, outline and hover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cx.picture.bubbles import hover
from cx.picture.bubbles.size import Sizing
from cx.picture.colour import (
    BORDERLINE_OPACITY,
    FILL_OPACITY,
    GREYED_OPACITY,
    GROUND,
    HIGHLIGHT_WIDTH,
    INK,
    OUTLINE_WIDTH,
    Grouping,
    Shade,
    mixed,
)
from cx.picture.record import Disc, Stroke
from cx.records import Bubble, Matrix, PictureOptions
from cx.text import Language

Place = tuple[float, float]


@dataclass(frozen=True)
class Look:
    """What gives the bubbles of a matrix their look."""

    matrix: Matrix
    sizing: Sizing
    grouping: Grouping
    options: PictureOptions
    unit: float
    """What one point of a picture 540 high is here."""
    lang: Language

    @property
    def each(self) -> Iterator[tuple[float, Shade, str]]:
        """The radius, the shade and the group of each bubble that is drawn."""
        return zip(self.sizing.radii, self.grouping.shades, self.grouping.groups, strict=True)


def discs(bubbles: Sequence[Bubble], places: Sequence[Place], look: Look) -> tuple[Disc, ...]:
    """Return the bubbles at their places, big ones first.

    Parameters
    ----------
    bubbles
        Those that are drawn, in the order of the look's radii, shades and groups.
    """
    counted = _volumes_count(bubbles, look)
    discs = [
        _disc(bubble, place, drawn, look, unknown=_unknown(bubble, look, counted=counted))
        for bubble, place, drawn in zip(bubbles, places, look.each, strict=True)
    ]
    return tuple(sorted(discs, key=lambda disc: (-disc.radius, disc.id)))


def _disc(
    bubble: Bubble, place: Place, drawn: tuple[float, Shade, str], look: Look, *, unknown: bool
) -> Disc:
    pale = bubble.borderline and look.options.borderline
    radius, shade, group = drawn
    plain = Disc(
        id=bubble.id,
        name=bubble.label,
        x=place[0],
        y=place[1],
        radius=radius,
        satisfaction=bubble.satisfaction,
        impact=bubble.height,
        fill=shade.fill,
        outline=shade.text,
        opacity=_opacity(look, pale=pale),
        outline_width=OUTLINE_WIDTH * look.unit,
        stroke=_stroke(bubble, dashed=pale or unknown),
        group=group,
        hover=hover.lines(bubble, look.matrix, look.lang),
    )
    return _emphasised(plain, look)


def _opacity(look: Look, *, pale: bool) -> float:
    """Hollow where the data do not show the impact that gives the height."""
    if look.matrix.impact_unknown:
        return 0.0
    return BORDERLINE_OPACITY if pale else FILL_OPACITY


def _emphasised(disc: Disc, look: Look) -> Disc:
    """Return the bubble outlined in ink where it was chosen, greyed where others were."""
    chosen = look.options.standing_out
    if not chosen:
        return disc
    if disc.id in chosen:
        width = HIGHLIGHT_WIDTH * look.unit
        return replace(disc, outline=INK, outline_width=width, emphasis="highlighted")
    return replace(
        disc,
        opacity=disc.opacity * GREYED_OPACITY,
        outline=mixed(GROUND, disc.outline, GREYED_OPACITY),
        emphasis="greyed",
    )


def _volumes_count(bubbles: Sequence[Bubble], look: Look) -> bool:
    """Return whether volume gives the size or the height of the bubbles."""
    if look.matrix.has_impact or look.matrix.impact_unknown:
        return bool(look.sizing.legend)
    return any(bubble.volume for bubble in bubbles)


def _unknown(bubble: Bubble, look: Look, *, counted: bool) -> bool:
    """Return whether the bubble has no volume where it would count; a volume of 0 is a height."""
    if look.matrix.has_impact or look.matrix.impact_unknown:
        return counted and not bubble.volume
    return counted and bubble.volume is None


def _stroke(bubble: Bubble, *, dashed: bool) -> Stroke:
    if bubble.small_base:
        return "dotted"
    return "dashed" if dashed else "solid"
