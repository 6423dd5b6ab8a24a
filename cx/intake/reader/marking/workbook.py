"""The user's own workbook with cells changed, coloured and commented, and a list of findings behind it.

Through openpyxl, whose model is far larger than the file: so here, under the limits of this process. The
words, colours and values come ready from the parent.
"""

from __future__ import annotations

import io
import math
import sys
from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any

from ..container import kinds
from ..pipe import wire
from ..pipe.refusal import Refused

_LONGEST_COMMENT = 8_000
_COMMENT_WIDTH = 360
_LETTERS_A_LINE = 52
_LINE_HEIGHT = 18

_Styles = dict[tuple[object, ...], Any]
"""What cells came to look like, by how they looked and what they were given: openpyxl compares each font and
fill with all that it has, cell by cell."""


def marked(head: Mapping[str, Any], content: bytes) -> list[bytes]:
    """Return the message that holds the marked workbook.

    Raises
    ------
    Refused
        When the workbook is too large, or a sheet that was read is not in it for openpyxl.
    """
    kinds.kind_of(content, unpacked_limit=int(str(head["unpacked_bytes"])))
    book = _opened(content)
    if set(head["sheets"]) - {sheet.title for sheet in book.worksheets}:
        raise Refused("not_markable")
    _ask_no_program(book)
    for edit in head["edits"]:
        _write(book[edit["sheet"]], edit["cell"], edit["value"])
    styles: _Styles = {}
    for mark in head["marks"]:
        _mark(book[mark["sheet"]], mark, head, styles)
    _list(book, head["list"], head["ink"])
    book.template = False
    book.calculation.fullCalcOnLoad = True  # openpyxl keeps formulas and drops their stored results
    target = io.BytesIO()
    book.save(target)
    return wire.packed({"marked": True}, [target.getvalue()])


def _opened(content: bytes) -> Any:
    # openpyxl takes numpy where it finds it, only to know its numbers; its threads would reserve much memory.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    import warnings

    from openpyxl import load_workbook

    warnings.simplefilter("ignore")
    return load_workbook(io.BytesIO(content), keep_vba=False, rich_text=True)


def _ask_no_program(book: Any) -> None:
    """Let formulas that ask another program (DDE) stand as text: the copy goes out under our name."""
    own = [f"'{title.replace(chr(39), chr(39) * 2)}'!" for title in book.sheetnames if "|" in title]
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):  # noqa: SLF001 - rows would make more
            formula = str(getattr(cell.value, "text", cell.value)) if cell.data_type == "f" else ""
            if asks_a_program(formula, own):
                _write(sheet, cell.coordinate, formula)
    for names in (book.defined_names, *(sheet.defined_names for sheet in book.worksheets)):
        for name in [key for key, one in names.items() if asks_a_program(one.attr_text or "", own)]:
            del names[name]


def asks_a_program(formula: str, own: Sequence[str] = ()) -> bool:
    """Return whether a formula holds a reference to a topic of another program: a bar that is in no text.

    ``own`` are references to sheets of the workbook whose names have a bar in them.
    """
    outside = " ".join(formula.split('"')[::2])
    for reference in own:
        outside = outside.replace(reference, "")
    return "|" in outside


def _write(sheet: Any, place: str, value: float | str | None) -> None:
    """Set a cell; a text stays text, whatever it begins with, and a merged range that hides it is undone."""
    from openpyxl.cell.cell import MergedCell

    if isinstance(sheet[place], MergedCell):
        sheet.unmerge_cells(_range_around(sheet, place).coord)
    cell = sheet[place]
    cell.value = None if isinstance(value, str) else value
    if isinstance(value, str):
        cell._value, cell.data_type, cell.quotePrefix = value, "s", 1  # noqa: SLF001 - the setter makes formulas


def _range_around(sheet: Any, place: str) -> Any:
    return next(merged for merged in sheet.merged_cells.ranges if place in merged)


def _mark(sheet: Any, mark: Mapping[str, str], head: Mapping[str, Any], styles: _Styles) -> None:
    from openpyxl.cell.cell import MergedCell
    from openpyxl.styles import PatternFill
    from openpyxl.styles.colors import Color

    cell = sheet[mark["cell"]]
    if isinstance(cell, MergedCell):
        cell = _range_around(sheet, mark["cell"]).start_cell
    looks = (*(cell._style or ()), mark["fill"])  # noqa: SLF001 - as in _list
    if looks in styles:
        cell._style = copy(styles[looks])  # noqa: SLF001
    else:
        cell.fill = PatternFill("solid", fgColor=mark["fill"])
        font = copy(cell.font)
        font.color = Color(rgb=f"FF{head['ink']}")
        cell.font = font
        styles[looks] = cell._style  # noqa: SLF001
    cell.comment = _comment(cell.comment, mark["text"], head["author"])


def _comment(before: Any, text: str, author: str) -> Any:
    """A comment with our text, behind what a person had written there."""
    from openpyxl.comments import Comment

    words = f"{before.text.rstrip()}\n\n{author}:\n{text}" if before else text
    words = words[:_LONGEST_COMMENT]
    lines = sum(max(1, math.ceil(len(line) / _LETTERS_A_LINE)) for line in words.split("\n"))
    by = before.author if before else author
    return Comment(words, by, height=_LINE_HEIGHT * (lines + 1), width=_COMMENT_WIDTH)


def _list(book: Any, about: Mapping[str, Any], ink: str) -> None:
    """Add the sheet that lists the findings; a place leads to its cell."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    sheet, styles = book.create_sheet(about["title"]), _Styles()
    for number, row in enumerate([about["head"], *about["rows"]], start=1):
        for place, text in enumerate(row[: len(about["head"])], start=1):
            cell = sheet.cell(number, place)
            cell._value, cell.data_type = text, "s"  # noqa: SLF001 - the setter makes formulas
            looks = (number == 1,)
            if looks in styles:
                cell._style = copy(styles[looks])  # noqa: SLF001 - its setters look for each font anew
                continue
            cell.font = Font(name="Arial", size=10, bold=number == 1, color=f"FF{ink}")
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            styles[looks] = cell._style  # noqa: SLF001
    for number, target in about["links"]:
        cell = sheet.cell(number, about["linked"])
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
    for letter, width in zip("ABCDEF", about["widths"], strict=False):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
