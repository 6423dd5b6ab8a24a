"""The sheet with the native bubble chart.

xlsxwriter has no bubble chart: a scatter chart keeps its place on the sheet, and the part that was written
for it is replaced by ours before the file is handed out.
"""

from __future__ import annotations

import io
import math
import re
import zipfile

from cx.deliver.chart import TINTS, ChartData, Look, chart_space, frame_of
from cx.deliver.ground import A4, Book, xml_text
from cx.matrix import headline, subtitle
from cx.picture import Picture, arial, tints
from cx.picture.colour import SECONDARY
from cx.picture.record import Box
from cx.records import Matrix
from cx.text import Language, say

_LEGEND_HEIGHT = 44.0
_ROW_HEIGHT = 15.0
_FOOTNOTE = 10.0
_COLUMN_WIDTH = 48.0
"""Points of a column that nobody made wider."""
_USUAL = 8.43
"""The same in characters; programs differ in what they take for granted."""
_TALL = 1.1
_PAPER = 1.55
"""How much wider than high the part of a lying sheet is on which is printed."""
_CHART_ROW = 3
_PIXELS_PER_POINT = 96 / 72
_CHART, _DRAWING = "xl/charts/chart1.xml", "xl/drawings/drawing1.xml"
_IMAGE, _RELATED, _KINDS = "xl/media/tints.png", "xl/charts/_rels/chart1.xml.rels", "[Content_Types].xml"
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="{own}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="../media/tints.png"/></Relationships>'
)
_PNG = b'<Default Extension="png" ContentType="image/png"/>'
_MOMENT = (1980, 1, 1, 0, 0, 0)
_TWO_CELLS = re.compile(r"<xdr:twoCellAnchor[^>]*>")
_UNTIL = re.compile(r"<xdr:to>.*?</xdr:to>", re.DOTALL)


def add(book: Book, matrix: Matrix, picture: Picture, footnote: str, lang: Language) -> None:
    """Add the sheet: the finding, the chart's place, the names that stand in the key, the footnote."""
    sheet = book.sheet(say("deliver.sheet.matrix", lang))
    book.write(sheet, 0, 0, headline(matrix, lang), bold=True, font_size=16)
    book.write(sheet, 1, 0, subtitle(matrix, lang), font_color=SECONDARY)
    below = _CHART_ROW
    if picture.discs:
        frame = _frame(picture)
        kept = book.file.add_chart({"type": "scatter"})
        kept.add_series({"values": [_name(lang), 1, 1, 1, 1], "categories": [_name(lang), 1, 1, 1, 1]})
        kept.set_size({"width": frame.width * _PIXELS_PER_POINT, "height": frame.height * _PIXELS_PER_POINT})
        place = {"description": xml_text(picture.alt), "object_position": 2}
        sheet.insert_chart(_CHART_ROW, 0, kept, place)
        below += math.ceil(frame.height / _ROW_HEIGHT) + 1
    for entry in _numbered(picture):
        for words in arial().wrapped(entry, picture.width, _FOOTNOTE):
            book.write(sheet, below, 0, words)
            below += 1
    for words in arial().wrapped(footnote, picture.width, _FOOTNOTE):
        book.write(sheet, below, 0, words, font_color=SECONDARY)
        below += 1
    sheet.set_default_row(_ROW_HEIGHT)
    sheet.set_row(0, 22)
    sheet.set_landscape()
    sheet.set_paper(A4)
    # as wide as the paper, or as lets all of the chart stand on one page: a long list goes on below it
    sheet.fit_to_pages(1, 0)
    across = _columns_printed(picture)
    if across:
        sheet.print_area(0, 0, below - 1, across - 1)
        sheet.set_column(0, across - 1, _USUAL)


def _columns_printed(picture: Picture) -> int:
    """Return how many columns a page has to show for all of the chart to stand on its height; else 0."""
    frame = _frame(picture) if picture.discs else Box(0, 0, 0, 0)
    wide = (frame.height + (_CHART_ROW + 2) * _ROW_HEIGHT) * _PAPER
    return math.ceil(wide / _COLUMN_WIDTH) if wide > _TALL * frame.width else 0


def _numbered(picture: Picture) -> list[str]:
    """Return every number on the chart with its name, and the names of bubbles without a number."""
    key = [f"{entry.number}  {entry.name}" for entry in picture.key]
    further = [f"{one.number}  {one.name}" for one in picture.beyond_key if one.number is not None]
    return [*key, *further, *(one.name for one in picture.beyond_key if one.number is None)]


def with_bubbles(content: bytes, data: ChartData, picture: Picture, lang: Language) -> bytes:
    """Return the workbook with the bubble chart in the place that was kept for it."""
    if not picture.discs:
        return content
    frame, image = _frame(picture), tints(picture, {})
    look = Look(_name(lang), tinted=bool(image), legend=bool(picture.colour_legend), slack=arial().slack)
    added = {_CHART: chart_space(data, picture, frame, look).encode()}
    if image:
        added |= {_RELATED: _RELATIONS.format(own=TINTS).encode(), _IMAGE: image}
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            part = added.pop(item.filename, None) or old.read(item)
            if item.filename == _DRAWING:
                part = _sized(part.decode(), frame).encode()
            if item.filename == _KINDS and image and _PNG not in part:
                part = part.replace(b"<Override", _PNG + b"<Override", 1)
            new.writestr(item, part, zipfile.ZIP_DEFLATED)
        for name, part in added.items():
            new.writestr(zipfile.ZipInfo(name, _MOMENT), part, zipfile.ZIP_DEFLATED)
    return result.getvalue()


def _sized(drawing: str, frame: Box) -> str:
    """Return the drawing with the chart's size in it, whatever the width of the columns there."""
    size = f'<xdr:ext cx="{round(frame.width * 12_700)}" cy="{round(frame.height * 12_700)}"/>'
    one_cell = _TWO_CELLS.sub("<xdr:oneCellAnchor>", drawing).replace(
        "</xdr:twoCellAnchor>", "</xdr:oneCellAnchor>"
    )
    return _UNTIL.sub(size, one_cell)


def _frame(picture: Picture) -> Box:
    """Return the chart's place, with room above the plot for a legend where there is one."""
    frame = frame_of(picture)
    above = _LEGEND_HEIGHT if picture.colour_legend else 0.0
    return Box(frame.left, frame.top - above, frame.width, frame.height + above)


def _name(lang: Language) -> str:
    return say("deliver.sheet.chart_data", lang)
