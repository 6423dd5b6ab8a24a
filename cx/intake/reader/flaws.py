"""Cells that the spreadsheet reader shows as blank although something stands in them.

Error values (#N/A) and formulas without a stored value come back empty; a person must hear of them. For .xlsx
and .xlsm the sheet's own XML tells them apart. It is searched as a stream, in pieces, so that a large sheet
costs no memory.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from .columns import ERROR, FORMULA, PackedSheet

_PIECE = 1 << 20
_OVERLAP = 1 << 14
_MOST = 1_000_000
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ERROR_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=[\"']e[\"'][^>]*)>(.{0,8192}?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ROOT = re.compile(rb"<(\w+:)?worksheet\b[^>]*?=\s*([\"'])")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def note_flaws(content: bytes, sheets: list[PackedSheet]) -> None:
    """Write down error cells and formulas without a stored value."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _parts(archive)
            for sheet in sheets:
                if sheet.name in parts:
                    _note(sheet, archive, parts[sheet.name])
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):
        return


def _attributes(tag: bytes) -> dict[str, str]:
    found = _ATTRIBUTE.findall(tag)
    return {
        name.decode("ascii", "replace").rsplit(":", 1)[-1]: html.unescape((a or b).decode("utf-8", "replace"))
        for name, a, b in found
    }


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name to the part of the archive that holds it."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    relations = [_attributes(tag) for tag in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels"))]
    targets = {relation.get("Id", ""): relation.get("Target", "") for relation in relations}
    sheets = [_attributes(tag) for tag in _SHEET.findall(archive.read("xl/workbook.xml"))]
    found = {sheet.get("name", ""): _path(targets.get(sheet.get("id", ""), "")) for sheet in sheets}
    return {name: part for name, part in found.items() if part in names}


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that overlap, so that no cell is cut in two."""
    tail = b""
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            yield tail + piece
            tail = piece[-_OVERLAP:]


def _marks(start: bytes) -> tuple[bytes, bytes]:
    """How error cells and formulas show in a part, by the prefix and the quotes that it begins with."""
    root = _ROOT.search(start)
    prefix, quote = (root.group(1) or b"", root.group(2)) if root else (b"", b'"')
    return b"t=" + quote + b"e" + quote, b"<" + prefix + b"f"


def _note(sheet: PackedSheet, archive: zipfile.ZipFile, part: str) -> None:
    """Look for the two marks first: searching for a word is many times faster than matching cells."""
    left = _MOST
    error, formula = b"", b""
    for piece in _pieces(archive, part):
        if not error:
            error, formula = _marks(piece)
        if error in piece:
            for tag, inside in _ERROR_CELL.findall(piece)[:left]:
                value = _VALUE.search(inside)
                _set(sheet, tag, ERROR, value.group(1).decode("ascii", "replace") if value else "")
                left -= 1
        if formula in piece:
            for tag in _FORMULA_CELL.findall(piece)[:left]:
                _set_formula(sheet, tag)
                left -= 1


def _set_formula(sheet: PackedSheet, tag: bytes) -> None:
    """A formula whose stored value is the empty text is blank; one without any stored value is not."""
    if _attributes(tag).get("t") != "str":
        _set(sheet, tag, FORMULA, "")


def _set(sheet: PackedSheet, tag: bytes, kind: int, text: str) -> None:
    place = _PLACE.fullmatch(_attributes(tag).get("r", ""))
    if not place:
        return
    position = 0
    for sign in place.group(1):
        position = position * 26 + ord(sign) - 64
    column, row = position - 1 - sheet.left, int(place.group(2)) - sheet.top
    if 0 <= column < len(sheet.columns) and 0 <= row < sheet.height:
        sheet.flaws.append((row, column, kind, text))
