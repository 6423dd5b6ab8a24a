"""A session inside a workbook: the document on a hidden sheet, and what a person changed on the others.

What can be read on the sheets was written from the document. Where a cell says something else by now, a
person changed it in the spreadsheet, and that counts; all else comes back to the last bit from the document.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from typing import Any, Final

from cx.errors import UnreadableFile
from cx.intake.opening import Limits, limits_set, reader_process
from cx.intake.saved.cell_values import date_in, differs, number, refusal
from cx.intake.saved.wished_sheet import take_over as take_wishes
from cx.records import finite_json
from cx.records.file import Cell, Sheet, Workbook, letter_of
from cx.records.lenses import LIMITS, WHOLE

SHEET: Final = "cx-session"
CHUNK: Final = 30_000
"""Signs in a cell: Excel takes up to 32,767."""
EDITED: Final = ("session", "touchpoints", "decisions", "assessments", "wishes")
"""The sheets that are read back, each under its name in the user's language."""
DECISION_TEXTS: Final = ("reason", "owner", "mission", "kpi", "notes")
DECISION_NUMBERS: Final = ("current", "target", "latest")
DECISION_COLUMNS: Final = (
    *("name", "strategy", "advice", "reason", "owner", "due", "mission", "measure", "kpi", "current"),
    *("target", "latest", "notes", "moment", "who", "touchpoint"),
)
"""The columns of the sheet of decisions; the last one is hidden and tells the rows apart."""
ROW_COLUMNS: Final = (
    *("touchpoint", "journey", "channel", "segment", "period", "satisfaction", "impact", "volume", "n"),
    *("sd", "cost", "expectation", "importance", "owner", "note", "place"),
)
"""The columns of the sheet of touchpoints; the last one is hidden: the row's place in the table."""
_ROW_NUMBERS: Final = ("satisfaction", "impact", "volume", "n", "sd", "cost", "expectation", "importance")
_ROW_TEXTS: Final = ("journey", "channel", "segment", "period", "owner", "note")
ASSESSED_COLUMNS: Final = (
    *("name", "asked", "value", "shown", "sd", "n", "way", "who", "moment", "evidence", "place"),
)
"""The columns of the sheet of assessments; the last one is hidden: the place in the list."""
SESSION_ROWS: Final = {"name": 2, "notes": 3}
"""Field to the user's row number on the sheet of the session; its value stands in column B."""
_DAMAGED: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
"""What a document does that is not as it was written."""
_MARK: Final = "d"


def packed(document: str, sheets: Mapping[str, str]) -> list[str]:
    """Return the cells of the hidden sheet, one below the other.

    Parameters
    ----------
    sheets
        What a sheet holds (one of ``EDITED``) to its name.
    """
    text = base64.b64encode(zlib.compress(document.encode(), 9)).decode()
    parts = [f"{_MARK}{text[start : start + CHUNK]}" for start in range(0, len(text), CHUNK)]
    return [SHEET, json.dumps(dict(sheets)), *parts]


def is_session(workbook: Workbook) -> bool:
    """Return whether a workbook holds a session."""
    return workbook.sheet(SHEET) is not None


def document_of(workbook: Workbook, *, limits: Limits | None = None) -> str:
    """Return the document of a session, with what was changed on the sheets.

    It is unpacked, and counted, in a process of its own: a few kilobytes may unpack to anything.

    Raises
    ------
    FileError
        When the workbook holds no session, its document is damaged or beyond a limit, or a changed cell
        cannot be used.
    """
    sheet = workbook.sheet(SHEET)
    if sheet is None:
        raise UnreadableFile("no_session", file=workbook.name)
    cells = [sheet.cell(row, 1).shown for row in range(1, sheet.row_count + 1)]
    text = _unpacked(cells[2:], workbook.name, limits or limits_set())
    try:
        document = finite_json.loaded(text)
        names = finite_json.loaded(cells[1])
        _take_over(document, names, workbook)
        return json.dumps(document, allow_nan=False)
    except _DAMAGED as error:
        raise UnreadableFile("session_damaged", file=workbook.name) from error


def _unpacked(cells: list[str], file: str, limits: Limits) -> str:
    """The document out of its cells; whoever made the workbook may have written anything there."""
    try:
        content = "".join(cell.removeprefix(_MARK) for cell in cells).encode("ascii")
    except UnicodeEncodeError as error:
        raise UnreadableFile("session_damaged", file=file) from error
    _, text = reader_process.answer(
        content,
        name=file,
        limits=limits,
        task={"task": "session", "packed": True},
        advice="session_costly",
    )
    return bytes(text).decode()


def _take_over(document: dict[str, Any], names: Mapping[str, str], workbook: Workbook) -> None:
    session = document["session"]
    about = workbook.sheet(names["session"])
    if about:
        for field, row in SESSION_ROWS.items():
            typed = about.cell(row, 2).shown
            if differs(typed, session[field]) and (typed.strip() or field != "name"):
                session[field] = typed
    decisions = workbook.sheet(names["decisions"])
    if decisions:
        _decisions(session["decisions"], decisions, workbook.name)
    rows = workbook.sheet(names["touchpoints"])
    said = workbook.sheet(names.get("assessments", ""))  # versions before had no such sheet
    if said and session["locked"] is None:
        _assessments(session["assessments"], said, workbook.name)
    wished = workbook.sheet(names.get("wishes", ""))
    if wished and session["locked"] is None:
        take_wishes(session["lens_settings"]["wished"], wished, workbook.name)
    if rows and session["locked"] is None:
        _rows(session["touchpoints"]["rows"]["table"], rows, workbook.name)


def _decisions(decisions: list[dict[str, Any]], sheet: Sheet, file: str) -> None:
    known = {one["touchpoint"]: one for one in decisions}
    for row in range(2, sheet.row_count + 1):
        decision = known.get(sheet.cell(row, len(DECISION_COLUMNS)).shown)
        if decision is None:
            continue
        for place, name in enumerate(DECISION_COLUMNS, start=1):
            cell = sheet.cell(row, place)
            where = (file, sheet.name, f"{letter_of(place - 1)}{row}")
            if cell.kind == "formula":
                continue  # a program wrote text as a formula, and no value with it
            if name in DECISION_TEXTS and differs(cell.shown, decision[name]):
                decision[name] = cell.shown
            elif name in DECISION_NUMBERS:
                decision[name] = number(cell, decision[name], where)
            elif name == "due":
                decision[name] = date_in(cell, decision[name], where)


def _assessments(known: list[dict[str, Any]], sheet: Sheet, file: str) -> None:
    """What a person typed in place of what was said has no spread and no number of people any more."""
    value, evidence = (ASSESSED_COLUMNS.index(name) + 1 for name in ("value", "evidence"))
    for row in range(2, sheet.row_count + 1):
        at = sheet.cell(row, len(ASSESSED_COLUMNS)).value
        if not isinstance(at, float) or not 1 <= at < len(known) + 1:
            continue
        one, cell = known[int(at) - 1], sheet.cell(row, value)
        where = (file, sheet.name, f"{letter_of(value - 1)}{row}")
        typed = one["value"] if cell.kind in ("formula", "blank") else number(cell, one["value"], where)
        if typed is not one["value"]:
            _refuse_outside(cell, typed, one["asked"], where)
            one |= {"value": typed, "sd": None, "n": None}
        cell = sheet.cell(row, evidence)
        if cell.kind != "formula" and differs(cell.shown, one["evidence"]):
            one["evidence"] = cell.shown


def _refuse_outside(cell: Cell, typed: Any, asked: Any, where: tuple[str, str, str]) -> None:  # noqa: ANN401
    within = LIMITS.get(asked)
    if within and not (within.holds(typed) and (asked not in WHOLE or float(typed).is_integer())):
        raise refusal(cell, where, "range", low=within.low, high=within.high)


def _rows(table: list[dict[str, Any]], sheet: Sheet, file: str) -> None:
    columns = {one["name"]: one for one in table}
    for row in range(2, sheet.row_count + 1):
        at = sheet.cell(row, len(ROW_COLUMNS)).value
        if not isinstance(at, float) or not 1 <= at < len(columns["touchpoint"]["values"]) + 1:
            continue
        for place, name in enumerate(ROW_COLUMNS, start=1):
            cell, column, line = sheet.cell(row, place), columns.get(name, {}), int(at) - 1
            where = (file, sheet.name, f"{letter_of(place - 1)}{row}")
            if cell.kind == "formula":
                continue  # as with decisions
            if name in _ROW_NUMBERS:
                known = _plain_number(column["values"][line])
                _put(column, line, known, number(cell, known, where))
            elif name in _ROW_TEXTS and differs(cell.shown, column["values"][line]):
                column["values"][line] = cell.shown


def _put(column: dict[str, Any], line: int, known: object, changed: object) -> None:
    """Put a changed number into its column; one of whole numbers has no room for a fraction, or for none."""
    if changed is known:
        return
    if column["kind"] == "int64":
        column["kind"], column["values"] = "float64", [float(value) for value in column["values"]]
    column["values"][line] = {"float": "nan"} if changed is None else changed


def _plain_number(value: object) -> object:
    return None if value == {"float": "nan"} else value
