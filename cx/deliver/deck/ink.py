"""The marks of a lens, and its own picture, as native shapes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from cx.deliver.deck import overlay, slide
from cx.picture.record import Box, Ink, InkArea, TextBlock
from cx.text import Language, say

if TYPE_CHECKING:
    from pptx.slide import Slide

_HAIRLINE = 1.0


def draw(
    made: Slide,
    inks: Iterable[Ink],
    texts: Iterable[TextBlock],
    words: str,
    lang: Language,
    *,
    name: str = "",
) -> None:
    """Draw lines, areas, dots and words as one group with its alternative text; unnamed, a lens's."""
    drawn: list[Any] = []
    name = name or say("deliver.shape.lens", lang)
    for ink in inks:
        label = ink.id or name
        drawn += [
            slide.straight(made.shapes, one.start, one.end, one.colour, one.width, label) for one in ink.lines
        ]
        drawn += [_area(made, one, label) for one in ink.areas]
        for dot in ink.dots:
            box = Box(dot.x - dot.radius, dot.y - dot.radius, 2 * dot.radius, 2 * dot.radius)
            round_one = slide.rectangle(made.shapes, box, dot.fill, name=label, oval=True)
            slide.outline(round_one, dot.outline, 1.2)
            drawn.append(round_one)
        drawn += [slide.write_block(made, block, lang) for block in ink.blocks]
    drawn += [slide.write_block(made, block, lang) for block in texts if block.text]
    slide.group(made, drawn, name, words)


def _area(made: Slide, one: InkArea, name: str) -> Any:
    box = one.box
    corners = {(box.left, box.top), (box.right, box.top), (box.left, box.bottom), (box.right, box.bottom)}
    if {(x, y) for x, y in one.points} == corners:
        shape: Any = slide.rectangle(made.shapes, box, one.fill, name=name)
    else:
        shape = overlay.closed_path(made, one.points, name)
        shape.fill.solid()
        shape.fill.fore_color.rgb = slide.rgb(one.fill)
        shape.line.fill.background()
    if one.outline:
        slide.outline(shape, one.outline, _HAIRLINE)
    return shape
