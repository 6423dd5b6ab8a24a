"""A workbook that runs nothing: how we open one, its styles, and how cells are written."""

from __future__ import annotations

import datetime as dt
import io
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from cx.deliver.ground.safe_text import cell_number, cell_text, sheet_name, starts_formula
from cx.deliver.ground.same_bytes import made_at
from cx.picture.colour import GRID, INK, QUADRANT_SHADES, SECONDARY, Shade
from cx.records import Quadrant
from cx.text import cell_format

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Kind = Literal[
    "text", "long", "score", "number", "whole", "percent", "share", "plain", "date", "duration", "days"
]
Value = str | float | int | None
Look = str | float | bool
"""What a property of a format can be, as xlsxwriter names them."""
_FORMATS: dict[Kind, str | int] = {
    "text": "@",
    "long": "@",
    "score": cell_format("0.00"),
    "number": cell_format("#,##0.00"),
    "whole": cell_format("#,##0"),
    "percent": cell_format("0.0%"),
    "share": cell_format("0.0000"),
    "plain": cell_format("General"),
    "date": 14,
    "duration": "[h]:mm:ss",
    "days": cell_format("#,##0.00") + ' "d"',
}
"""A duration is a part of days, as Excel counts; below zero it shows none, so a difference of two is in days.

Excel writes separators by the language of whoever opens the file, and its format 14 so writes dates."""
_FONT = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "top"}
_LINE = 13.5
A4 = 9
"""What a workbook calls the paper."""
_READ_ON_PAPER = 190
"""So many characters side by side on a sheet of paper that lies can still be read."""
NO_DAY = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - Office keeps times of no zone
"""When a workbook was made that only stands inside another file: twice the same is the same."""
_CALL = re.compile(r"[\w.]+\(")
"""A function that a formula calls."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True)
class Field:
    """A column of a sheet: its header, width in characters, and what it holds."""

    title: str
    width: float
    kind: Kind = "text"


@dataclass(frozen=True)
class Typed:
    """A cell that holds another kind of number than its column."""

    value: Value
    kind: Kind


class _Prepared:
    """Formulas as the library writes them, for a tenth of the work.

    It goes through each formula thirty times, once for each function that has another name in the file, and
    the sheet behind a chart has hundreds. What becomes of a formula depends on the functions that it calls,
    so the library is asked about those once.
    """

    def __init__(self, prepared: Callable[..., str]) -> None:
        self._prepared = prepared
        self._stays: dict[tuple[str, ...], bool] = {}

    def __call__(self, formula: str, *more: bool) -> str:
        """Return a formula without its first sign, and with the names that its functions have in a file."""
        calls = tuple(sorted(set(_CALL.findall(formula))))
        if calls not in self._stays:
            asked = " ".join(calls)
            self._stays[calls] = self._prepared(asked, True) == asked  # noqa: FBT003 - as the library has it
        if self._stays[calls]:
            return formula.removeprefix("{").removeprefix("=").removesuffix("}")
        return self._prepared(formula, *more)


class Book:
    """A workbook in which no text becomes a formula or a link, with our styles and legal names of sheets."""

    def __init__(self, buffer: io.BytesIO, shades: Mapping[Quadrant, Shade] = QUADRANT_SHADES) -> None:
        from xlsxwriter import Workbook

        self._shades = shades

        self.file = Workbook(buffer, dict(_OPTIONS))
        self.file.set_properties({"created": NO_DAY})
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._names: set[str] = set()

    def about(self, title: str, author: str, day: dt.date) -> None:
        """Say what the workbook is, who made it, and when."""
        self.file.set_properties({"title": title, "author": author, "created": made_at(day)})

    def sheet(self, name: str) -> Worksheet:
        """Return a new sheet; a name that is taken gets a number."""
        legal = sheet_name(name)
        unique, count = legal, 2
        while unique.casefold() in self._names:
            unique = f"{legal[:27]} {count}"
            count += 1
        self._names.add(unique.casefold())
        made = self.file.add_worksheet(unique)
        made._prepare_formula = _Prepared(made._prepare_formula)  # noqa: SLF001 - see there
        made.hide_gridlines(2)
        return made

    def style(self, **look: Look) -> Format:
        """Return the format with that look, made once."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.file.add_format({**_FONT, **look})
        return self._formats[key]

    def write(
        self, sheet: Worksheet, row: int, column: int, value: Value, kind: Kind = "text", **look: Look
    ) -> None:
        """Write a cell: text as text, a number in the format of its kind, nothing where there is none."""
        if isinstance(value, str):
            wrapped = {"text_wrap": True} if kind == "long" else {}
            look = {"indent": int(column > 0 and look.get("align") != "right"), **look}
            quoted = {"quote_prefix": True} if starts_formula(value) else {}
            sheet.write_string(row, column, cell_text(value), self.style(**wrapped, **quoted, **look))
        elif value is None or not math.isfinite(value):
            sheet.write_blank(row, column, None, self.style(**look))
        else:
            sheet.write_number(row, column, cell_number(value), self.style(num_format=_FORMATS[kind], **look))

    def table(
        self,
        sheet: Worksheet,
        fields: Sequence[Field],
        rows: Iterable[Sequence[Value | Typed]],
        *,
        quadrants: Sequence[Quadrant | None] = (),
        coloured: int | None = None,
        top: int = 0,
    ) -> int:
        """Write a table with a filter and a frozen header; return the row below it.

        Parameters
        ----------
        quadrants
            The quadrant of each row, for the colour of the column ``coloured``.
        top
            The header's row, from 0.
        """
        self._header(sheet, fields, top)
        last = top
        for last, values in enumerate(rows, start=top + 1):
            quadrant = quadrants[last - top - 1] if quadrants else None
            for column, (value, field) in enumerate(zip(values, fields, strict=True)):
                tinted = self._tint(quadrant) if column == coloured else {}
                one = value if isinstance(value, Typed) else Typed(value, field.kind)
                self.write(sheet, last, column, one.value, one.kind, bottom=1, bottom_color=GRID, **tinted)
            sheet.set_row(last, _height(values, fields))
        sheet.freeze_panes(top + 1, 0)
        sheet.autofilter(top, 0, last, len(fields) - 1)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(pages_across(fields), 0)
        sheet.repeat_rows(top)
        return last + 1

    def _tint(self, quadrant: Quadrant | None) -> dict[str, Look]:
        if quadrant is None:
            return {}
        shade = self._shades[quadrant]
        return {"font_color": shade.text, "bg_color": shade.tint}

    def _header(self, sheet: Worksheet, fields: Sequence[Field], top: int) -> None:
        look: dict[str, Look] = {
            "bold": True,
            "font_color": SECONDARY,
            "bottom": 1,
            "bottom_color": SECONDARY,
        }
        for column, field in enumerate(fields):
            align = "left" if field.kind in ("text", "long") else "right"
            self.write(sheet, top, column, field.title, "long", align=align, **look)
            sheet.set_column(column, column, field.width)
        wrapped = any(len(field.title) > field.width - 4 for field in fields)
        sheet.set_row(top, 2 * _LINE if wrapped else _LINE + 2)


def pages_across(fields: Sequence[Field], repeated: int = 0) -> int:
    """Return over how many sheets of paper side by side a table goes, so that it can be read.

    Parameters
    ----------
    repeated
        So many columns, from the first, stand on every sheet.
    """
    kept = sum(field.width for field in fields[:repeated])
    rest = sum(field.width for field in fields[repeated:])
    return max(1, math.ceil(rest / max(_READ_ON_PAPER - kept, _READ_ON_PAPER / 4)))


def _height(values: Sequence[Value | Typed], fields: Sequence[Field]) -> float:
    """Return the height of a row in points: not every program fits it to wrapped text by itself."""
    long = (
        sum(max(1, math.ceil(len(line) * 0.95 / field.width)) for line in cell_text(value).split("\n"))
        for value, field in zip(values, fields, strict=True)
        if field.kind == "long" and isinstance(value, str)
    )
    return _LINE * max(1, *long, 1)
