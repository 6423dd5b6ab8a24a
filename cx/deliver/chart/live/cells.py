"""The cells of the sheet behind a native bubble chart: how words, numbers and formulas look in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cx.deliver.chart import layout
from cx.deliver.chart.live.plot_records import ChartData
from cx.deliver.ground import Book, Value, cell_number
from cx.picture.colour import SECONDARY
from cx.text import Language, say

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

HEAD_HEIGHT = 41
_TEXTS = (
    layout.NAME,
    layout.QUADRANT,
    layout.LABEL,
    layout.COLOUR,
    layout.GIVEN_NAME,
    layout.GIVEN_LABEL,
)
_WRAPPED = (layout.LABEL, layout.GIVEN_LABEL)


@dataclass(frozen=True)
class ChartSheet:
    """The sheet that is being written."""

    book: Book
    sheet: Worksheet
    data: ChartData
    lang: Language

    def told(self, key: str) -> str:
        """Return words of the sheet."""
        return say(f"deliver.chart.{key}", self.lang)

    def value(self, row: int, column: int, value: Value) -> None:
        """Write what somebody may change."""
        if isinstance(value, str) or value is None:
            self.book.write(self.sheet, row, column, value, "long" if column in _WRAPPED else "text")
        else:
            style = self.book.style(num_format=self.code(column))
            self.sheet.write_number(row, column, cell_number(value), style)

    def title(self, row: int, column: int, words: str) -> None:
        """Write what stands over cells."""
        look: dict[str, str | float | bool] = {"bottom": 1, "bottom_color": SECONDARY}
        look |= {"bold": True} if column < layout.ACROSS else {"font_color": SECONDARY}
        if column not in _TEXTS:
            look["align"] = "right"
        self.book.write(self.sheet, row, column, words, "long", **look)

    def code(self, column: int) -> str:
        """Return how a cell shows a number."""
        if column in (layout.X, layout.ACROSS, layout.ASIDE):
            return self.data.codes[0]
        if column in (layout.Y, layout.UP, layout.ABOVE) or column >= layout.SERIES:
            return self.data.codes[1]
        return "General"

    def formula(self, row: int, column: int, formula: str, result: str | float) -> None:
        """Write a formula with its result."""
        words = isinstance(result, str) and column in _TEXTS
        look: dict[str, str | float] = (
            {"indent": 1, "align": "left"} if words else {"num_format": self.code(column)}
        )
        wrapped = {"text_wrap": True} if column in _WRAPPED else {}
        style = self.book.style(font_color=SECONDARY, **look, **wrapped)
        self.sheet.write_formula(row, column, formula, style, result)
