"""The sheet of lenses: every reading a row, its number as a number, and in words."""

from __future__ import annotations

from collections.abc import Iterator

from cx.deliver.ground import Book, Field, Kind, Typed, Value
from cx.deliver.told import Told
from cx.matrix.telling import lenses as telling
from cx.records.lenses import Lens, LensResult
from cx.text import say

_SHARES: tuple[Lens, ...] = ("delivery", "proactivity", "coverage")
_WHOLE: tuple[Lens, ...] = ("pyramid", "specification")
_WIDTHS = {"lens": 26.0, "touchpoint": 30.0, "words": 60.0}


def add(book: Book, told: Told) -> None:
    """Add the sheet, where a lens has something to show."""
    results = told.added.lenses.results if told.added.lenses else ()
    if not results:
        return
    lang = told.lang
    kinds: dict[str, Kind] = {
        "lens": "text",
        "touchpoint": "text",
        "value": "plain",
        "low": "plain",
        "high": "plain",
        "n": "whole",
        "words": "long",
    }
    fields = [
        Field(say(f"lens.column.{key}", lang), _WIDTHS.get(key, 12.0), kind) for key, kind in kinds.items()
    ]
    sheet = book.sheet(say("deliver.sheet.lenses", lang))
    book.table(sheet, fields, (row for result in results for row in _rows(result, told)))


def _rows(result: LensResult, told: Told) -> Iterator[list[Value | Typed]]:
    name = telling.lens_name(result.lens, told.lang)
    kind: Kind = (
        "percent"
        if result.of_shares or result.lens in _SHARES
        else "whole"
        if result.lens in _WHOLE
        else "number"
    )
    for one in result.touchpoints:
        bounds = [Typed(value, kind) for value in (one.number, one.low, one.high)]
        yield [name, one.name, *bounds, one.n, telling.in_words(result, one, told.lang)]
    for month in result.months:
        bar = month.negative
        bounds = [Typed(value, kind) for value in (bar.value, bar.low, bar.high)]
        words = telling.month_in_words(month, told.lang)
        yield [name, telling.month_name(month.month, told.lang), *bounds, float(month.n), words]
