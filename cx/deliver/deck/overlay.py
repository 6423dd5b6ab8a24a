"""What a person may add to the matrix, as native shapes: lines of equal priority, regions, arrows, ghosts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cx.deliver.deck import slide
from cx.picture import Picture
from cx.picture.colour import SECONDARY
from cx.picture.record import Box
from cx.text import Language, say

if TYPE_CHECKING:
    from pptx.slide import Slide

_THIN, _ARROW, _GHOST = 0.75, 1.0, 1.0
_FINE = 100
"""Parts of a point: places of a free form are whole numbers."""
Point = tuple[float, float]


def lines(made: Slide, picture: Picture, lang: Language) -> list[Any]:
    """Draw the lines of equal priority, each with its multiple at the end."""
    drawn: list[Any] = []
    for line in picture.priority_lines:
        name = say("deliver.shape.priority_line", lang)
        shape = _path(made, line.points, name, closed=False)
        _outlined(shape, SECONDARY, _THIN, "ROUND_DOT")
        drawn += [shape, slide.write_block(made, line.label, lang)]
    return drawn


def companions(made: Slide, picture: Picture, lang: Language) -> list[Any]:
    """Draw regions, hollow bubbles and arrows, as they lie behind the bubbles."""
    names = {disc.id: disc.name for disc in picture.discs}
    drawn: list[Any] = []
    for region in picture.regions:
        name = say("deliver.shape.region", lang, name=names.get(region.id, ""))
        shape = _path(made, region.points, name, closed=region.area)
        _outlined(shape, region.colour, _THIN, "SOLID")
        drawn.append(shape)
    for ghost in picture.ghosts:
        across = 2 * ghost.radius
        box = Box(ghost.x - ghost.radius, ghost.y - ghost.radius, across, across)
        hollow = slide.rectangle(made.shapes, box, None, name=ghost.name, oval=True)
        _outlined(hollow, ghost.outline, _GHOST, "DASH")
        drawn.append(hollow)
    for arrow in picture.arrows:
        name = say("deliver.shape.arrow", lang, name=names.get(arrow.id, ""))
        shaft = slide.straight(made.shapes, arrow.start, arrow.end, arrow.colour, _ARROW, name)
        _headed(shaft)
        drawn.append(shaft)
    return drawn


def closed_path(made: Slide, points: Sequence[Point], name: str) -> Any:
    """Draw an area through points, without a fill yet."""
    return _path(made, points, name, closed=True)


def _path(made: Slide, points: Sequence[Point], name: str, *, closed: bool) -> Any:
    """Draw a free form through points."""
    whole = [(round(x * _FINE), round(y * _FINE)) for x, y in points]
    builder = made.shapes.build_freeform(*whole[0], scale=slide.points(1) / _FINE)
    builder.add_line_segments(whole[1:], close=closed)
    shape = builder.convert_to_shape()
    slide.without_style(shape)
    shape.fill.background()
    shape.name = slide.named(name)
    return shape


def _outlined(shape: Any, colour: str, width: float, dash: str) -> None:
    from pptx.enum.dml import MSO_LINE_DASH_STYLE

    slide.outline(shape, colour, width)
    shape.line.dash_style = getattr(MSO_LINE_DASH_STYLE, dash)


def _headed(shaft: Any) -> None:
    """Give a line the head of an arrow; python-pptx has no call for it."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    line = shaft.line._get_or_add_ln()  # noqa: SLF001
    line.append(parse_xml(f'<a:tailEnd {nsdecls("a")} type="triangle" w="med" len="med"/>'))
