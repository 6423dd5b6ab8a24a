"""The names beside the numbers of a native chart: the first column of the workbook that it embeds."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import Any

from ..container import kinds
from .names import R, read

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CELL = re.compile(r"[A-D][0-9]{1,7}")
"""The columns that hold names and numbers; what follows is computed from them."""
_RANGE = re.compile(r"\$?[A-Z]{1,3}\$?([0-9]{1,7})(?::\$?[A-Z]{1,3}\$?([0-9]{1,7}))?")
_MOST_BYTES, _MOST_RATIO = 50_000_000, 1_000


def names_by_row(workbook: bytes) -> dict[int, str]:
    """Return the texts of column A of the first sheet by row, from 1; nothing where it cannot be read."""
    return {int(place[1:]): said for place, said in _typed(workbook) if place[0] == "A"}


def typed_in(workbook: bytes) -> list[list[str]]:
    """Return what stands in the columns that people type in, cell by cell; nothing of formulas."""
    return sorted([place, _alike(said)] for place, said in _typed(workbook))


def _typed(workbook: bytes) -> list[tuple[str, str]]:
    try:
        kinds.unpacked_names(workbook, _MOST_BYTES, _MOST_RATIO)
        with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
            return _cells(read(archive.read(_first(archive))), _shared(archive))
    except (zipfile.BadZipFile, KeyError, IndexError, ValueError, SyntaxError):
        return []


def _alike(said: str) -> str:
    """A number as every program writes it."""
    try:
        return f"{float(said):.9g}"
    except ValueError:
        return said


def rows_of(formula: str) -> range:
    """Return the rows of a range such as ``'Chart data'!$B$3:$B$9``, from 1; none where it names none."""
    found = _RANGE.fullmatch(formula.rpartition("!")[2])
    if found is None:
        return range(0)
    first, last = int(found.group(1)), int(found.group(2) or found.group(1))
    return range(first, last + 1)


def _first(archive: zipfile.ZipFile) -> str:
    book = read(archive.read("xl/workbook.xml"))
    key = book.find(f"{_S}sheets")[0].get(f"{R}id")
    related = read(archive.read("xl/_rels/workbook.xml.rels"))
    target = next(one.get("Target") for one in related if one.get("Id") == key)
    return posixpath.normpath(posixpath.join("xl", target)) if target[:1] != "/" else target[1:]


def _shared(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    found = read(archive.read("xl/sharedStrings.xml"))
    return ["".join(text.text or "" for text in one.iter(f"{_S}t")) for one in found.iter(f"{_S}si")]


def _cells(sheet: Any, shared: list[str]) -> list[tuple[str, str]]:
    found = []
    for cell in sheet.iter(f"{_S}c"):
        place = cell.get("r", "")
        if _CELL.fullmatch(place) and cell.find(f"{_S}f") is None and (said := _text(cell, shared)):
            found.append((place, said))
    return found


def _text(cell: Any, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{_S}t"))
    said = cell.findtext(f"{_S}v") or ""
    return shared[int(said)] if cell.get("t") == "s" else said
