"""The bubbles as they are drawn: place, size, colour, outline and hover."""

from __future__ import annotations

from dataclasses import replace

from cx.picture import hover
from cx.picture.colour_vision import mixed
from cx.picture.plane import Plane
from cx.picture.record import Disc, Stroke
from cx.picture.sheet import Sheet
from cx.picture.theme import (
    BORDERLINE_OPACITY,
    FILL_OPACITY,
    GREYED_OPACITY,
    GROUND,
    HIGHLIGHT_WIDTH,
    INK,
    OUTLINE_WIDTH,
    Shade,
)
from cx.records import Bubble


def discs(sheet: Sheet, found: Plane) -> tuple[Disc, ...]:
    """Return the bubbles, big ones first."""
    discs = [
        _disc(sheet, bubble, place, radius, shade, group)
        for bubble, place, radius, shade, group in zip(
            sheet.bubbles,
            found.places,
            sheet.sizing.radii,
            sheet.grouping.shades,
            sheet.grouping.groups,
            strict=True,
        )
    ]
    return tuple(sorted(discs, key=lambda disc: (-disc.radius, disc.id)))


def _disc(
    sheet: Sheet, bubble: Bubble, place: tuple[float, float], radius: float, shade: Shade, group: str
) -> Disc:
    pale = bubble.borderline and sheet.view.options.borderline
    plain = Disc(
        id=bubble.id,
        name=bubble.label,
        x=place[0],
        y=place[1],
        radius=radius,
        satisfaction=bubble.satisfaction,
        impact=bubble.impact,
        fill=shade.fill,
        outline=shade.text,
        opacity=BORDERLINE_OPACITY if pale else FILL_OPACITY,
        outline_width=OUTLINE_WIDTH * sheet.canvas.unit,
        stroke=_stroke(bubble, dashed=pale or _unknown(sheet, bubble)),
        group=group,
        hover=hover.lines(bubble, sheet.matrix, sheet.lang),
    )
    return _emphasised(plain, sheet)


def _emphasised(disc: Disc, sheet: Sheet) -> Disc:
    """Return the bubble outlined in ink where it was chosen, greyed where others were."""
    chosen = sheet.view.options.highlight
    if not chosen:
        return disc
    if disc.id in chosen:
        width = HIGHLIGHT_WIDTH * sheet.canvas.unit
        return replace(disc, outline=INK, outline_width=width, emphasis="highlighted")
    return replace(
        disc,
        opacity=disc.opacity * GREYED_OPACITY,
        outline=mixed(GROUND, disc.outline, GREYED_OPACITY),
        emphasis="greyed",
    )


def _unknown(sheet: Sheet, bubble: Bubble) -> bool:
    """Return whether the bubble has no volume where volume gives the size or the height."""
    if sheet.matrix.has_impact:
        return bool(sheet.sizing.legend) and not bubble.volume
    return bubble.volume is None and any(other.volume for other in sheet.bubbles)


def _stroke(bubble: Bubble, *, dashed: bool) -> Stroke:
    if bubble.small_base:
        return "dotted"
    return "dashed" if dashed else "solid"
