"""A page of words as a slide: text boxes, bars and a native table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cx.deliver.chart import bars
from cx.deliver.deck import slide
from cx.deliver.deck.native_charts import native_chart
from cx.deliver.ground import ABOVE, PADDING, BarChart, Form, Grid, Line, Page
from cx.picture import DECK_SIZES
from cx.picture.colour import GRID, SECONDARY
from cx.picture.record import Box
from cx.text import Language, say

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide
    from pptx.table import _Cell

_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own style without fills and lines."""


def draw(deck: Presentation, page: Page, lang: Language, form: Form) -> Slide:
    """Return a new slide with a page of words."""
    made = slide.new_slide(deck, page.title, lang, form)
    subtitle(made, page.title, page.subtitle, lang, form)
    for bar in page.bars:
        slide.decorative(slide.rectangle(made.shapes, bar.box, bar.colour, name=bar.name))
    for frame in page.frames:
        slide.write(made, frame.box, frame.lines, lang, name=frame.name)
    if page.grid:
        _add_table(made, page.grid, lang)
    if page.bar_chart:
        _add_bars(made, page.bar_chart, lang)
    slide.write(made, page.footnote.box, page.footnote.lines, lang, name=page.footnote.name)
    if not form.templated:
        add_number(made, lang, form)
    slide.set_notes(made, page.notes)
    return made


def subtitle(made: Slide, title: str, words: str, lang: Language, form: Form) -> None:
    """Write the line below the title, where there is one; cut where it is wider than the slide."""
    if words:
        box = form.subtitle_box(title)
        size = DECK_SIZES.subtitle
        lines, size = form.font.fitted(words, box.width, size, lines=1, least=12 / size)
        name = say("deliver.shape.subtitle", lang)
        slide.write(made, box, [Line(lines[0], size, SECONDARY)], lang, name=name)


def _add_bars(made: Slide, chart: BarChart, lang: Language) -> None:
    """Add the native chart at its place."""
    xml, workbook = bars.chart_space(chart, lang), bars.embedded(chart, lang)
    graphic = native_chart(made, "BAR_CLUSTERED", chart.box, xml, workbook)
    slide.describe(graphic, chart.alt, name=say("deliver.drivers.chart", lang))


def _add_table(made: Slide, grid: Grid, lang: Language) -> None:
    """Add the table at its place."""
    box = Box(grid.left, grid.top, sum(grid.widths), sum(grid.heights))
    graphic = made.shapes.add_table(len(grid.heights), len(grid.widths), *slide.place(box))
    slide.describe(graphic, grid.alt, name=grid.alt)
    drawn = graphic.table
    drawn.horz_banding = False
    graphic._element.xpath(".//a:tableStyleId")[0].text = _PLAIN_TABLE  # noqa: SLF001 - there is no call for it
    for at, width in enumerate(grid.widths):
        drawn.columns[at].width = slide.points(width)
    for at, (height, lines) in enumerate(zip(grid.heights, grid.cells, strict=True)):
        row = drawn.rows[at]
        row.height = slide.points(height)
        for cell, line in zip(row.cells, lines, strict=False):
            _fill(cell, line, lang)


def _fill(cell: _Cell, line: Line, lang: Language) -> None:
    """Fill a cell and draw the line under it, as python-pptx would write it; it has no call for the line."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    slide.fill_paragraph(cell.text_frame.paragraphs[0], line, lang)
    beside, above = str(slide.points(PADDING)), str(slide.points(ABOVE))
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    margins = {"marL": beside, "marR": beside, "marT": above, "marB": above}
    for name, value in {"anchor": "ctr", **margins}.items():
        properties.set(name, value)
    fill = f'<a:solidFill><a:srgbClr val="{GRID.lstrip("#")}"/></a:solidFill>'
    properties.insert(0, parse_xml(f'<a:lnB {nsdecls("a")} w="9525">{fill}</a:lnB>'))


def add_number(made: Slide, lang: Language, form: Form, place: Box | None = None) -> None:
    """Add the slide's number as a field, so that it stays true when slides move.

    Parameters
    ----------
    place
        ``None``: beside the footnote.
    """
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    shape = slide.write(
        made,
        place or form.number,
        [Line("", DECK_SIZES.footnote, SECONDARY, align="right")],
        lang,
        name=say("deliver.shape.number", lang),
    )
    at = len(made.part.package.presentation_part.presentation.slides)
    field = parse_xml(
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr sz="1000"><a:solidFill><a:srgbClr val="{SECONDARY.lstrip("#")}"/></a:solidFill>'
        f'<a:latin typeface="{slide.FONT}"/></a:rPr><a:t>{at}</a:t></a:fld>'
    )
    paragraph = shape.text_frame.paragraphs[0]._p  # noqa: SLF001 - python-pptx has no call for fields
    for run in paragraph.findall("{*}r"):
        paragraph.remove(run)
    paragraph.insert(1, field)
