"""A small traceable matrix, and what is read back from the files that are made of it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re

import pikepdf
from pptx import Presentation

from cx.matrix import build
from cx.records import Filters, Finding, Scale, Settings, SheetSummary, Source
from tests.made.tables import row, touchpoints

DAY = dt.date(2026, 11, 22)
HOSTILE = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "-2+3",
    "\tTab",
    '<b>bold</b> & "q"',
    "nul\x00l \x0b\x1b",
    "_x0041_ code",
    "名前",
    "http://evil.example",
)
SPARE = "[CELLRANGE]"
"""What a label says that nobody filled yet."""


def source(file="energy-touchpoints-en.xlsx", sheet="Touchpoints"):
    sheets = (SheetSummary(sheet, hidden=False, rows=9, columns=6, chosen=True),)
    return Source(file, sheets, "touchpoints", (1,), {"Touchpoint": "touchpoint"}, {})


def table(rows, **fields):
    given = {"sources": (source(),), "goal": "Impact on NPS", "impact_scale": Scale(1, 5), **fields}
    return touchpoints(rows, **given)


def eight():
    """Two touchpoints in each quadrant; the lines stand at 7 and 3, and area is volume for all."""
    return table(
        [
            row("Invoice", 6.0, 4.0, volume=400, n=200, sd=1.5, journey="Paying", channel="Letter"),
            row("Claims", 5.5, 4.5, volume=100, n=200, sd=1.5, journey="Help", channel="Phone"),
            row("App", 8.0, 4.0, volume=900, n=200, sd=1.5, journey="Using", channel="App"),
            row("Visit", 8.5, 3.5, volume=64, n=200, sd=1.5, journey="Help", channel="Visit"),
            row("Letter", 7.5, 2.0, volume=144, n=200, sd=1.5, journey="Joining", channel="Letter"),
            row("Meter", 8.0, 2.5, volume=256, n=200, sd=1.5, journey="Using", channel="App"),
            row("News", 6.5, 1.5, volume=625, n=200, sd=1.5, journey="Using", channel="Letter"),
            row("Moving", 6.0, 2.0, volume=81, n=20, sd=1.5, journey="Joining", channel="Phone"),
        ],
        findings=(Finding("info", "no_volume"),),
    )


def matrix(rows=None, **settings):
    return build(rows or eight(), Settings(**settings))


def hostile():
    rows = [
        row(name, 5 + at / 3, 1 + at / 3, volume=10 * at, note=name, owner=name, journey=name)
        for at, name in enumerate(HOSTILE)
    ]
    return table(rows, sources=(source("=evil <x>.xlsx", "Bad [x]:*?"),), goal="=NPS <&>")


def many(count, name="Touchpoint"):
    rows = [
        row(f"{name} {at}", 4 + (at * 7 % 50) / 10, 1 + (at * 13 % 40) / 10, volume=100 + at * at * 50)
        for at in range(count)
    ]
    return table(rows)


FUNCTIONS = r"IF|AND|OR|ISNUMBER|EXACT|MIN|MAX|ABS|NA|N|LN|FIXED|UPPER|SUMPRODUCT|TRUE|E"
"""What formulas of the live chart are made of, beside cells and numbers."""


def is_our_formula(formula):
    """Whether a formula is made of our functions alone: nothing that was typed stands in it."""
    words = re.findall(r"[A-Za-z]+", re.sub(r"\$[A-Z]+\$?\d+", "", formula))
    return all(re.fullmatch(FUNCTIONS, word) for word in words)


def pages_of(pdf):
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return len(file.pages)


def slides(content):
    return list(Presentation(io.BytesIO(content)).slides)


def shapes(container):
    """Every shape, those in groups too."""
    for shape in container:
        yield shape
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            yield from shapes(shape.shapes)


def frames(slide):
    """Every text frame of a slide, the cells of tables too."""
    for shape in shapes(slide.shapes):
        if shape.has_text_frame:
            yield shape.text_frame
        if getattr(shape, "has_table", False) and shape.has_table:
            yield from (cell.text_frame for line in shape.table.rows for cell in line.cells)


def text_tree(content):
    """The words of a deck, a line a text, indented below its shape."""
    lines = []
    for number, slide in enumerate(slides(content), start=1):
        lines.append(f"slide {number}")
        for shape in slide.shapes:
            lines += _tree(shape, "  ")
        lines += [
            "  notes",
            *(f"    {line}" for line in slide.notes_slide.notes_text_frame.text.splitlines()),
        ]
    return "\n".join(lines) + "\n"


def _tree(shape, indent):
    lines = [f"{indent}{shape.name}"]
    if shape.has_text_frame:
        lines += [f"{indent}  {line.text}" for line in shape.text_frame.paragraphs if line.text]
    if getattr(shape, "has_table", False) and shape.has_table:
        lines += [f"{indent}  {' | '.join(cell.text for cell in line.cells)}" for line in shape.table.rows]
    if getattr(shape, "has_chart", False) and shape.has_chart:
        lines += [f"{indent}  {line}" for line in _chart(shape.chart)]
    for inner in getattr(shape, "shapes", ()):
        lines += _tree(inner, f"{indent}  ")
    return lines


def _chart(chart):
    lines = []
    for series in chart.plots[0].series:
        lines.append(series.name)
        labels = [
            "".join(run.text for run in label.iter("{*}t")) for label in series._element.iter("{*}dLbl")
        ]
        lines += [f"  {label}" for label in labels if label != SPARE]
    return lines


__all__ = ["Filters", "Presentation", "dataclasses", "row"]
