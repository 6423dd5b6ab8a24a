"""What Office does when somebody edits the sheet behind a chart, done by program.

The embedded workbook is edited, LibreOffice computes its formulas anew, and what the chart keeps of its
ranges (numbers, names, words of labels) is written from the cells. Then series and labels are read back.
"""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import dataclass

from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation

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


def edited(deck, edit, soffice, folder):
    """The deck after somebody edited the sheet behind its first chart."""
    opened, part = chart_of(deck)
    book = load_workbook(io.BytesIO(part.chart_workbook.xlsx_part.blob))
    edit(book.active)
    raw = io.BytesIO()
    book.save(raw)
    anew = recalculated(raw.getvalue(), soffice, folder)
    caches_from(part._element, anew)
    part.chart_workbook.xlsx_part._blob = raw.getvalue()
    target = io.BytesIO()
    opened.save(target)
    return target.getvalue()


def recalculated(book, soffice, folder):
    """A workbook with the results of its formulas, as LibreOffice computes them."""
    source, target = folder / "edited.xlsx", folder / "anew"
    source.write_bytes(book)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (target / "edited.xlsx").read_bytes()


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
