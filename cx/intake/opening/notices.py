"""Findings about how the file itself was read."""

from __future__ import annotations

from cx.process import in_pieces, steps
from cx.records.file import Workbook
from cx.records.finding import Finding

_WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_SURE_ENCODINGS = ("ascii", "utf", "cp1252")
_LOST = "\N{REPLACEMENT CHARACTER}"


def notices_of(workbook: Workbook) -> tuple[Finding, ...]:
    """Return what a person must know about the reading: mended, another kind than its name, signs lost."""
    notes = workbook.notes
    found = []
    if notes.get("damage"):
        found.append(Finding("warning", "file_mended", details={"reason": str(notes["damage"])}))
    if notes.get("cut"):
        found.append(Finding("warning", "file_may_be_cut"))
    if notes.get("kind") == "statistics" and notes.get("encoding") != "utf-8":
        found.append(Finding("info", "encoding_guessed", details={"encoding": str(notes["encoding"])}))
    if notes.get("kind") == "delimited":
        if workbook.name.lower().endswith(_WORKBOOK_ENDINGS):
            found.append(Finding("warning", "text_as_workbook"))
        if notes.get("quotes") == "open":
            found.append(Finding("warning", "quotes_open"))
        encoding = str(notes.get("encoding", "utf-8"))
        if _lost_signs(workbook):
            found.append(Finding("warning", "signs_lost"))
        elif not encoding.startswith(_SURE_ENCODINGS):
            found.append(Finding("info", "encoding_guessed", details={"encoding": encoding}))
    return tuple(found)


def _lost_signs(workbook: Workbook) -> bool:
    columns = (column.texts for sheet in workbook.sheets for column in steps(sheet.columns))
    return any(_LOST in "".join(piece) for texts in columns for piece in in_pieces(texts))
