"""One request in by standard input, one answer out by standard output."""

from __future__ import annotations

import gc
import os
import sys
import time
from itertools import zip_longest

from .container import kinds, protected
from .flaws.sheet_flaws import is_error
from .formats import delimited
from .pipe import wire
from .pipe.packed_columns import ERROR, PackedColumn, PackedSheet, pack
from .pipe.refusal import Refused

_MOST_COLUMNS = 16_384
_REFRESH = ("deck", "refresh")
_OF_DECKS = ("template", "graft", *_REFRESH)
_DAMAGED = {"template": "template_damaged", "graft": "template_damaged", "logo": "logo_damaged"}
_DAMAGED |= dict.fromkeys(_REFRESH, "deck_damaged")
"""What a file is called that its task cannot be done with; else a damaged workbook."""


def main() -> None:
    """Read a request, answer it, and end.

    Without garbage collection: the process ends soon, and millions of cells make the collector run in vain.
    """
    gc.disable()
    head, content = wire.unpacked(sys.stdin.buffer.read())
    _hold_memory(int(str(head["memory_bytes"])))
    for part in answer(head, bytes(content)):
        sys.stdout.buffer.write(part)
    sys.stdout.buffer.flush()
    os._exit(0)  # giving back millions of cells one by one would take longer than reading them


def _hold_memory(limit: int) -> None:
    """Let the system refuse memory beyond the limit, where it can."""
    try:
        import resource
    except ImportError:  # Windows: the parent watches
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ValueError, OSError):  # macOS refuses; the parent watches there too
        return


def answer(head: dict[str, object], content: bytes) -> list[bytes]:
    """Return the parts of the message that answers a request: the sheets, or why there are none.

    The spreadsheet reader panics with a ``BaseException`` of its own: nothing but a message leaves here.
    """
    try:
        return _done(head, content)
    except Refused as refusal:
        known = refusal.key != "not_markable" or head.get("task") not in _REFRESH
        return wire.packed(
            {"refused": refusal.key if known else "deck_damaged", "values": refusal.values}, []
        )
    except MemoryError:
        return wire.packed({"refused": "limit_memory", "values": {}}, [])
    except BaseException as error:  # noqa: BLE001 - see above
        key = _DAMAGED.get(str(head.get("task")), "workbook_damaged")
        return wire.packed({"refused": key, "values": {"reason": type(error).__name__}}, [])


def _done(head: dict[str, object], content: bytes) -> list[bytes]:
    """The answer to the task: to read the sheets, look into the parts, mark a copy, or see to a deck."""
    if head.get("task") == "mark":
        from .marking import workbook

        return workbook.marked(head, content)
    if head.get("task") in _OF_DECKS:
        return _of_deck(head, content)
    if head.get("task") == "logo":
        from . import logo

        return logo.looked(head, content)
    if head.get("task") == "session":
        from . import document

        return document.unpacked(content) if head.get("packed") else document.looked(content)
    if head.get("task") == "parts":
        from .marking import parts

        return parts.looked(head, content)
    return _sheets(head, content)


def _of_deck(head: dict[str, object], content: bytes) -> list[bytes]:
    """A template is looked into, or written into; a deck is looked into, or refreshed."""
    if head["task"] in ("template", "graft"):
        from .deck import graft, template

        return template.looked(head, content) if head["task"] == "template" else graft.grafted(head, content)
    from .refresh import deck, old_deck

    return old_deck.looked(head, content) if head["task"] == "deck" else deck.refreshed(head, content)


def _opened(head: dict[str, object], content: bytes) -> tuple[bytes, str]:
    """The file without its protection, and what kind it is; zips have been looked at."""
    unpacked, ratio = int(str(head["unpacked_bytes"])), int(str(head["unpacked_ratio"]))
    password = str(head.get("password") or "") or None
    if protected.is_protected(content):
        content = protected.opened(content, password)
    try:
        return content, kinds.kind_of(content, unpacked_limit=unpacked, unpacked_ratio=ratio)
    except Refused as refusal:
        if refusal.key != "ods_password":
            raise
        from .container import protected_ods

        return protected_ods.opened(content, password, limit=unpacked), kinds.WORKBOOK


def _sheets(head: dict[str, object], content: bytes) -> list[bytes]:
    cells, unpacked = int(str(head["cells"])), int(str(head["unpacked_bytes"]))
    most = int(str(head.get("columns", _MOST_COLUMNS)))
    ratio = int(str(head["unpacked_ratio"]))
    content, kind = _opened(head, content)
    if head.get("task") == "text":
        from .formats import as_text

        return wire.packed({}, as_text.pieces_of(content, cells=cells))
    if kind in (kinds.XES, kinds.XES_PACKED):
        from .formats import xes

        log = xes.unpacked(content, unpacked, ratio) if kind == kinds.XES_PACKED else content
        sheets, notes = xes.sheets_of(log, cells=cells, columns=most)
    else:
        sheets, notes = _read(content, kind, cells, most)
    if any(len(sheet.columns) > most for sheet in sheets):
        raise Refused("limit_columns", limit=most)
    about = {"sheets": [sheet.head() for sheet in sheets], "notes": notes, "spent": time.process_time()}
    return wire.packed(about, [blob for sheet in sheets for blob in sheet.blobs()])


def _read(content: bytes, kind: str, cells: int, columns: int) -> tuple[list[PackedSheet], dict[str, str]]:
    """The sheets of a file of some kind; each kind's reader is loaded when there is such a file."""
    if kind == kinds.DELIMITED:
        return _delimited(content, cells, columns)
    if kind in kinds.STATISTICS:
        from .formats import statistics

        return statistics.sheets_of(content, kind, cells=cells, columns=columns)
    if kind == kinds.PARQUET:
        from .formats import parquet

        return parquet.sheets_of(content, cells=cells, columns=columns)
    if kind == kinds.WEB_PAGE:
        from .formats import web_page

        return web_page.sheets_of(content, cells=cells, columns=columns)
    if kind == kinds.XML_2003:
        from .formats import xml_2003

        return xml_2003.sheets_of(content, cells=cells, columns=columns)
    from .formats.workbook import sheets_of

    sheets, notes = sheets_of(content, cells=cells, columns=columns)
    return sheets, {**notes, "kind": "workbook"}


def _delimited(content: bytes, cells: int, most: int) -> tuple[list[PackedSheet], dict[str, str]]:
    text, encoding = delimited.text_of(content)
    columns, found = _columns(text, cells, most)
    height = columns[0].height if columns else 0
    sheet = PackedSheet("", hidden=False, top=1, left=0, height=height, columns=columns)
    _mark_errors(sheet)
    notes = {"kind": "delimited", "encoding": encoding, "delimiter": found.delimiter}
    if found.quotes_open:
        notes["quotes"] = "open"
    return [sheet], notes


def _columns(text: str, cells: int, most: int) -> tuple[list[PackedColumn], delimited.Delimited]:
    """The columns of the text, and how it was cut; a large one at once where it is an ordinary one."""
    if len(text) >= delimited.LARGE and (delimiter := delimited.plain_delimiter(text)):
        from .formats import large_text

        _check_width(delimited.width_of(text, delimiter), most)

        if columns := large_text.columns_of(text, delimiter, cells=cells):
            return columns, delimited.Delimited([], delimiter)
    found = delimited.rows_of(text, cells=cells)
    rows = found.rows
    while rows and not any(rows[-1]):
        rows.pop()
    _check_width(max(map(len, rows), default=0), most)
    return [pack(cells_of_column) for cells_of_column in zip_longest(*rows, fillvalue="")], found


def _check_width(width: int, most: int) -> None:
    """Refuse what has too many columns before each of them is made, which takes a second for each 20,000."""
    if width > most:
        raise Refused("limit_columns", limit=most)


def _mark_errors(sheet: PackedSheet) -> None:
    """Error values that a spreadsheet program wrote out as text are error values here too."""
    for place, column in enumerate(sheet.columns):
        faults = {code for code, text in enumerate(column.texts) if is_error(text)}
        if faults:
            codes = (
                zip(column.rows, range(len(column.rows)), strict=True)
                if column.rows
                else enumerate(column.codes)
            )
            sheet.flaws += [
                (line, place, ERROR, column.texts[code]) for line, code in codes if code in faults
            ]
