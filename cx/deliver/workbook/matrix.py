"""The workbook: the chart, the result per touchpoint, the rows it was made of, settings and findings."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Any, Unpack

from cx.deliver.chart import numbers as chart_data
from cx.deliver.chart import picture as chart_frame
from cx.deliver.chart import write as write_chart
from cx.deliver.ground import Book, Field, Value, plain, xml_text
from cx.deliver.told import Asked, Telling, Told, method_text
from cx.deliver.workbook import added_sheets, chart_sheet, journeys, lens_sheet, result_sheet
from cx.deliver.workbook.findings_sheet import add_findings, kind_of_place
from cx.matrix import crosshair_words, headline, satisfaction_words, strategy
from cx.picture import Picture
from cx.records import (
    NUMBER_COLUMNS,
    QUADRANTS,
    TEXT_COLUMNS,
    Finding,
    Matrix,
    Touchpoints,
    impact_part_column,
)
from cx.text import Language, currency_name, say, short_date, trimmed

_PLACE_COLUMNS = ("file", "sheet", "row")


def workbook(
    matrix: Matrix,
    touchpoints: Touchpoints,
    picture: Picture | None = None,
    **asked: Unpack[Asked],
) -> bytes:
    """Return the workbook as an .xlsx file.

    Parameters
    ----------
    matrix
        The result.
    touchpoints
        The rows that it was made of.
    picture
        What the chart shows, as in :func:`~cx.deliver.deck`.
    lang, day, added, options, companions
        What is told, and in which language: the fields of :class:`~cx.deliver.told.Telling`. Numbers follow
        the language of whoever opens the file; with numbers for names the rows that were used are left out.

    Notes
    -----
    Every text is written as text: nothing that a user typed becomes a formula or a link.
    """
    telling = Telling(matrix, **asked)
    told, lang, form = telling.told, telling.lang, plain(telling.options)
    picture, matrix = chart_frame.fitting(telling, picture, form), told.matrix
    data = chart_data.of(matrix, picture, lang, form.shades)
    buffer = io.BytesIO()
    book = Book(buffer, form.shades)
    book.about(xml_text(headline(matrix, lang)), say("app.name", lang), telling.day)
    chart_sheet.add(book, matrix, picture, told.footnote, lang)
    result_sheet.add(book, matrix, lang)
    added_sheets.add(book, told)
    lens_sheet.add(book, told)
    if not (telling.options and telling.options.anonymous):
        _add_rows(book, touchpoints, lang)
    _add_settings(book, matrix, lang, telling.day)
    if told.paths:
        journeys.add(book, told.paths)
    add_findings(book, (*matrix.findings, *_of_paths(told)), lang)
    if data.rows:
        write_chart(book, data, lang)
    book.file.close()
    return chart_sheet.with_bubbles(buffer.getvalue(), data, picture, lang)


def _of_paths(told: Told) -> tuple[Finding, ...]:
    """What was noticed in the logs for the sake of paths, and not for that of the matrix."""
    found = told.paths.found.findings if told.paths else ()
    return tuple(one for one in found if one not in told.matrix.findings)


def _add_rows(book: Book, touchpoints: Touchpoints, lang: Language) -> None:
    """Add the rows as they were used, each with its place in the user's file."""
    rows = touchpoints.rows
    texts = [name for name in TEXT_COLUMNS if name == "touchpoint" or (rows[name] != "").any()]
    numbers = [name for name in NUMBER_COLUMNS if rows[name].notna().any()]
    parts = {impact_part_column(at): part.column for at, part in enumerate(touchpoints.impact_parts)}
    fields = [
        *(Field(say(f"deliver.column.{name}", lang), 34 if name == "touchpoint" else 18) for name in texts),
        *(Field(say(f"deliver.column.{name}", lang), 14, "plain") for name in numbers),
        *(Field(header, 14, "plain") for header in parts.values()),
        *(Field(say(f"deliver.column.{name}", lang), 14, kind_of_place(name)) for name in _PLACE_COLUMNS),
    ]
    wanted = rows[[*texts, *numbers, *parts, *_PLACE_COLUMNS]]
    sheet = book.sheet(say("deliver.sheet.data", lang))
    book.table(sheet, fields, (_plain(values) for values in wanted.itertuples(index=False, name=None)))


def _plain(values: Sequence[Any]) -> list[Value]:
    """Return a row's values; a cell that is not a number is left empty when it is written."""
    return [value if isinstance(value, str) else float(value) for value in values]


def _add_settings(book: Book, matrix: Matrix, lang: Language, day: dt.date) -> None:
    sheet = book.sheet(say("deliver.sheet.settings", lang))
    fields = [
        Field(say("deliver.settings.setting", lang), 34),
        Field(say("deliver.settings.value", lang), 60, "long"),
    ]
    book.table(sheet, fields, _settings(matrix, lang, day))


def _settings(matrix: Matrix, lang: Language, day: dt.date) -> Iterable[tuple[str, str]]:
    settings = matrix.settings
    said = {
        "date": short_date(day, lang),
        "crosshair": crosshair_words(matrix, lang),
        "target": satisfaction_words(matrix.target, matrix, lang),
        "scale": f"{trimmed(matrix.scale.minimum, lang)}\N{EN DASH}{trimmed(matrix.scale.maximum, lang)}",
        "goal": matrix.goal,
        "period": matrix.period,
        "journeys": ", ".join(settings.filters.journeys),
        "channels": ", ".join(settings.filters.channels),
        "segments": ", ".join(settings.filters.segments),
        "unit": say(f"deliver.unit.{settings.unit}", lang),
        "size": say(f"deliver.size.{settings.size}", lang),
        "colour": say(f"deliver.colour.{settings.colour_by}", lang),
        "min_n": trimmed(settings.min_n, lang),
        "currency": currency_name(settings.currency, lang) if settings.currency else "",
        "seed": str(settings.seed),
    }
    for key, value in said.items():
        if value:
            yield say(f"deliver.settings.{key}", lang), value
    if matrix.has_impact:
        yield say("deliver.method.priority", lang), " ".join(method_text.priority_words(matrix, lang))
    for quadrant in QUADRANTS:
        words = strategy(settings, quadrant, lang)
        yield words.name, words.text
