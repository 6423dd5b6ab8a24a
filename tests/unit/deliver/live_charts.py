"""What Office does when somebody edits the sheet behind a chart, done by program.

The embedded workbook is edited, LibreOffice computes its formulas anew, and what the chart keeps of its
ranges (numbers, names, words of labels) is written from the cells. Then series and labels are read back.
"""

from __future__ import annotations

import io
import math
import re
import subprocess
from dataclasses import dataclass

from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.util import Pt

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
RANGE = re.compile(r"'((?:[^']|'')+)'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")


@dataclass(frozen=True)
class Bubble:
    """A bubble as a chart's caches have it."""

    series: str
    words: str
    x: float
    y: float
    size: float


def chart_of(deck):
    """The first native chart of a deck, with the deck."""
    opened = Presentation(io.BytesIO(deck))
    for slide in opened.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                return opened, shape.chart.part
    raise LookupError("chart")


def edited(decks, soffice, folder):
    """Decks after somebody edited the sheet behind their first chart: all computed in one go.

    Parameters
    ----------
    decks
        Name to a deck and what somebody does to the sheet.
    """
    raw = {}
    for name, (deck, edit) in decks.items():
        _, part = chart_of(deck)
        book = load_workbook(io.BytesIO(part.chart_workbook.xlsx_part.blob))
        edit(book.active)
        held = io.BytesIO()
        book.save(held)
        raw[name] = held.getvalue()
    anew = recalculated(raw, soffice, folder)
    return {name: _told(deck, raw[name], anew[name]) for name, (deck, _) in decks.items()}


def _told(deck, book, anew):
    opened, part = chart_of(deck)
    caches_from(part._element, anew)
    part.chart_workbook.xlsx_part._blob = book
    target = io.BytesIO()
    opened.save(target)
    return target.getvalue()


def recalculated(books, soffice, folder):
    """Workbooks with the results of their formulas, as LibreOffice computes them."""
    target = folder / "anew"
    sources = [folder / f"{at}.xlsx" for at in range(len(books))]
    for source, book in zip(sources, books.values(), strict=True):
        source.write_bytes(book)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(target)]
    subprocess.run([*command, *map(str, sources)], check=True, capture_output=True, timeout=240)
    return {name: (target / one.name).read_bytes() for name, one in zip(books, sources, strict=True)}


def with_drawn_lines(deck):
    """A copy of a deck in which the lines are drawn as shapes: LibreOffice draws no errors of bubbles."""
    opened, part = chart_of(deck)
    frame, slide = next(
        (shape, slide) for slide in opened.slides for shape in slide.shapes if shape.has_chart
    )
    for start, end in lines_of(part._element, frame):
        drawn = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *start, *end)
        drawn.line.color.rgb = RGBColor(0x52, 0x60, 0x6D)
        drawn.line.width = Pt(1.125)
    target = io.BytesIO()
    opened.save(target)
    return target.getvalue()


def lines_of(space, frame):
    """Where the errors of the crossing reach from and to, on the slide."""
    series = next(one for one in space.iter(f"{C}ser") if one.find(f"{C}errBars") is not None)
    ((at, y),) = points_of(series.find(f"{C}yVal")).items()
    x = points_of(series.find(f"{C}xVal"))[at]
    for bars in series.iter(f"{C}errBars"):
        plus, minus = (float(points_of(bars.find(f"{C}{side}"))[at]) for side in ("plus", "minus"))
        own = (float(x), float(y))
        across = bars.find(f"{C}errDir").get("val") == "x"
        ends = [(own[0] + by, own[1]) if across else (own[0], own[1] + by) for by in (-minus, plus)]
        yield tuple(place_of(space, frame, *end) for end in ends)


def place_of(space, frame, x, y):
    """Where a pair of values lies on the slide, by the chart's own layout and axes."""
    layout = space.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    left, top, wide, high = (float(layout.find(f"{C}{key}").get("val")) for key in "xywh")
    shares = []
    for axis, value in zip(space.iter(f"{C}valAx"), (x, y), strict=True):
        ends = [float(axis.find(f".//{C}{end}").get("val")) for end in ("min", "max")]
        log = axis.find(f".//{C}logBase") is not None
        low, up, own = (math.log10(one) if log else one for one in (*ends, value))
        shares.append((own - low) / (up - low))
    across = left + shares[0] * wide
    down = top + (1 - shares[1]) * high
    return round(frame.left + across * frame.width), round(frame.top + down * frame.height)


def caches_from(space, book):
    """Write what a chart keeps of its ranges from the cells of a workbook."""
    held = load_workbook(io.BytesIO(book), data_only=True)
    for reference in space.iter(f"{C}f", f"{C15}f"):
        cells = cells_of(held, reference.text)
        cache = next(one for one in reference.getparent() if one is not reference)
        words = etree.QName(cache).localname != "numCache"
        for old in cache.findall(f"{C}pt"):
            cache.remove(old)
        cache.find(f"{C}ptCount").set("val", str(len(cells)))
        for at, value in enumerate(cells):
            if value in (None, "") or (isinstance(value, str) and (value.startswith("#") or not words)):
                continue
            point = etree.SubElement(cache, f"{C}pt", idx=str(at))
            etree.SubElement(point, f"{C}v").text = str(value)


def cells_of(book, where):
    """The values of a range, from top to bottom."""
    sheet, column, first, _, last = RANGE.fullmatch(where).groups()
    own = book[sheet.replace("''", "'")]
    return [own[f"{column}{row}"].value for row in range(int(first), int(last or first) + 1)]


def points_of(parent):
    """What a cache holds, by its place."""
    return {int(one.get("idx")): one.find(f"{C}v").text for one in parent.iter(f"{C}pt")}


def bubbles(space):
    """The bubbles that a chart draws: those of all series that are named by their labels, by their words."""
    found = []
    for series in space.iter(f"{C}ser"):
        words = points_of(next(series.iter(f"{C15}datalabelsRange"), series.find(f"{C}tx")))
        across, up, size = (points_of(series.find(f"{C}{kind}")) for kind in ("xVal", "yVal", "bubbleSize"))
        name = series.find(f"{C}tx").find(f".//{C}v").text
        found += [
            Bubble(name, words.get(at, ""), float(across[at]), float(up[at]), float(size[at]))
            for at in sorted(up.keys() & across.keys() & size.keys())
        ]
    return found


def lengths(space):
    """How many rows each series reads, for each of its ranges."""
    return {
        int(count.get("val"))
        for series in space.iter(f"{C}ser")
        for count in series.iter(f"{C}ptCount")
        if count.getparent().getparent().getparent().tag != f"{C}tx"
    }
