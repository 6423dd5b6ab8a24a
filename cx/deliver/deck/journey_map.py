"""The slide with the map of journeys: native shapes for touchpoints, glued connectors for the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cx.deliver.deck import matrix, page_slide, slide
from cx.deliver.deck.map_steps import Steps
from cx.deliver.ground import Form
from cx.picture.colour import GROUND, SECONDARY, mixed
from cx.picture.journey import JourneyMap, MapEdge, MapNode
from cx.picture.record import Box, LegendBubble, LegendColour
from cx.text import Language, say

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide


def add(deck: Presentation, scene: JourneyMap, notes: str, form: Form) -> Slide:
    """Add the slide and return it; in a template the map stands in the room that it leaves."""
    lang = scene.lang
    made = slide.new_slide(deck, scene.title.text, lang, form)
    discs = {node.name: (_node(made, node), node.box) for node in scene.nodes}
    names = [block.box for node in scene.nodes for block in (node.label, node.figure)]
    steps = Steps(made, discs, names, lang)
    for edge in scene.edges:
        steps.add(edge)
    _over_lines(made, [shape for shape, _ in discs.values()])
    for node in scene.nodes:
        slide.write_block(made, node.label, lang)
        slide.write_block(made, node.figure, lang, name=say("deliver.shape.figure_of", lang, name=node.name))
    for edge in scene.edges:
        _figure(made, edge, lang)
    _legend(made, scene)
    for block in (*scene.panels, *((scene.message,) if scene.message else ())):
        slide.write_block(made, block, lang)
    slide.write_block(made, scene.footnote, lang, name=say("deliver.shape.footnote", lang))
    if form.templated:
        matrix.move(made, form.picture_box())
        page_slide.subtitle(made, scene.title.text, scene.subtitle.text, lang, form)
    else:
        slide.write_block(made, scene.subtitle, lang, name=say("deliver.shape.subtitle", lang))
        page_slide.add_number(made, lang, form)
    slide.set_notes(made, notes)
    return made


def _node(made: Slide, node: MapNode) -> Shape:
    fill = mixed(node.fill, GROUND, 1 - node.opacity)
    disc = slide.rectangle(made.shapes, node.box, fill, name=node.name, oval=True)
    slide.outline(disc, node.outline, node.outline_width)
    slide.describe(disc, ". ".join(node.hover))
    return disc


def _over_lines(made: Slide, discs: list[Shape]) -> None:
    """Put the touchpoints above the steps; they were made first, since connectors are glued to them."""
    tree: Any = made.shapes._spTree  # noqa: SLF001 - python-pptx has no call for the order of shapes
    for one in discs:
        tree.append(one._element)  # noqa: SLF001


def _figure(made: Slide, edge: MapEdge, lang: Language) -> None:
    if edge.label is None:
        return
    slide.rectangle(made.shapes, edge.label.box, GROUND, name=say("deliver.shape.ground", lang))
    name = say("deliver.shape.figure_of", lang, name=f"{edge.start} → {edge.end}")
    slide.write_block(made, edge.label, lang, name=name)


def _legend(made: Slide, scene: JourneyMap) -> None:
    lang = scene.lang
    drawn: list[Any] = []
    for size in scene.size_legend:
        drawn += [_circle(made, size, None, SECONDARY), slide.write_block(made, size.label, lang)]
    for colour in scene.colour_legend:
        drawn += [_circle(made, colour, colour.colour, colour.outline)]
        drawn += [slide.write_block(made, colour.label, lang)]
    slide.group(made, drawn, say("deliver.shape.legend", lang), say("deliver.alt.legend", lang))


def _circle(made: Slide, entry: LegendBubble | LegendColour, fill: str | None, colour: str) -> Shape:
    box = Box(entry.x - entry.radius, entry.y - entry.radius, 2 * entry.radius, 2 * entry.radius)
    circle = slide.rectangle(made.shapes, box, fill, name=entry.label.text, oval=True)
    slide.outline(circle, colour, 1)
    return circle
