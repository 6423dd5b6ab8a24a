"""The user's own workbook with its findings marked: cells coloured and commented, and a list behind them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from cx import intake, text
from cx.deliver.ground import file_stem
from cx.deliver.workbook import finding_marks, raw_copy
from cx.errors import FileError
from cx.intake import typed
from cx.intake.opening import Limits, reader_process
from cx.picture.colour import INK
from cx.records import CellEdit, Finding
from cx.records.file import Workbook
from cx.text import Language

LIMITS = Limits(seconds=40.0, seconds_per_megabyte=12.0)
"""Writing into a workbook goes through each sheet that changes, sign by sign."""


@dataclass(frozen=True)
class Marked:
    """A workbook with its findings marked."""

    content: bytes
    name: str
    """The file's name; its ending fits the content."""
    lost: tuple[str, ...]
    """What the user's file holds and this one does not; the words stand under ``marked.lost.<key>``."""
    anew: bool
    """Whether it is a new workbook of the cells' contents, not the user's own."""
    failed: bool = False
    """Whether it is new because the user's own could not be written into."""


@dataclass(frozen=True)
class _Parts:
    ending: str
    """Of the user's own workbook once it is marked; empty where it cannot be."""
    lost: tuple[str, ...]


def not_carried(content: bytes) -> tuple[str, ...]:
    """Return what a file holds that its marked copy will not have, before it is made.

    Parameters
    ----------
    content
        The file's bytes, as uploaded; empty where there is no file (a pasted or an empty table).

    Returns
    -------
    tuple of str
        Keys whose words stand under ``marked.lost.<key>``; empty where nothing is lost.
    """
    return _parts(content).lost


def marked(
    content: bytes,
    name: str,
    workbook: Workbook,
    findings: Sequence[Finding],
    lang: Language,
    *,
    edits: Sequence[CellEdit] = (),
) -> Marked:
    """Return the user's workbook with its findings marked, and the cells changed by hand written into it.

    A cell with findings is coloured by the gravest and commented with all; every finding stands on a sheet
    of its own, with a link to its cell. Text that was typed never becomes a formula.

    Parameters
    ----------
    content
        The file's bytes, as uploaded; empty for a pasted or an empty table.
    name
        The file's name, as uploaded.
    workbook
        The file's cells as read, without the edits.
    findings
        Those of other files must not be among them.
    edits
        The cells changed by hand.

    Notes
    -----
    An .xlsx or .xlsm stays what it is, byte for byte where nothing changes, but for what :func:`not_carried`
    tells: no formula that asks another program, for the copy goes on under another name. Every other format
    gives a new .xlsx of the cells' contents; so does a workbook that cannot be written into or that costs too
    much, and then a finding in the list says so.
    """
    parts = _parts(content)
    if parts.ending:
        try:
            own = _own(content, workbook, findings, edits, lang)
        except FileError:
            failed = Finding("info", "marked_anew", details={"file": name})
            made = _anew(name, workbook, (failed, *findings), edits, lang, ("formatting",))
            return dataclasses.replace(made, failed=True)
        return Marked(own, _named(name, parts.ending, lang), parts.lost, anew=False)
    return _anew(name, workbook, findings, edits, lang, parts.lost)


def _parts(content: bytes) -> _Parts:
    if not content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return _Parts("", ())
    try:
        head, _ = reader_process.answer(content, name="", limits=Limits(), task={"task": "parts"})
    except FileError:
        return _Parts("", ("formatting",))
    lost = head.get("lost")
    known = tuple(str(key) for key in lost) if isinstance(lost, list) else ()
    return _Parts(str(head.get("ending", "")), known)


def _own(
    content: bytes,
    workbook: Workbook,
    findings: Sequence[Finding],
    edits: Sequence[CellEdit],
    lang: Language,
) -> bytes:
    names = [sheet.name for sheet in workbook.sheets]
    found = [mark for mark in finding_marks.marks_of(findings, lang) if mark.sheet in names]
    task: dict[str, Any] = {
        "task": "mark",
        "sheets": names,
        "author": text.say("app.name", lang),
        "ink": INK.removeprefix("#"),
        "marks": [dataclasses.asdict(mark) for mark in found],
        "edits": [_edit(edit) for edit in edits if edit.sheet in names],
        "list": _list(findings, names, lang),
    }
    _, made = reader_process.answer(content, name=workbook.name, limits=LIMITS, task=task)
    return bytes(made)


def _edit(edit: CellEdit) -> dict[str, object]:
    return {"sheet": edit.sheet, "cell": f"{edit.column}{edit.row}", "value": typed(edit.text).value}


def _list(findings: Sequence[Finding], names: Sequence[str], lang: Language) -> dict[str, object]:
    title = raw_copy.unique_names([*names, text.say("marked.sheet", lang)])[-1]
    return {
        "title": title,
        "head": finding_marks.head(lang),
        "rows": finding_marks.lines_of(findings, lang),
        "links": finding_marks.links_of(findings, {name: name for name in names}),
        "linked": finding_marks.LINKED,
        "widths": finding_marks.WIDTHS,
    }


def _anew(
    name: str,
    workbook: Workbook,
    findings: Sequence[Finding],
    edits: Sequence[CellEdit],
    lang: Language,
    lost: tuple[str, ...],
) -> Marked:
    mended = intake.edited(workbook, edits)
    made = raw_copy.written(mended, findings, text.say("marked.sheet", lang), lang)
    cut = any(sheet.row_count > raw_copy.LAST_ROW for sheet in mended.sheets)
    return Marked(made, _named(name, "xlsx", lang), (*lost, *(["rows"] if cut else [])), anew=True)


def _named(name: str, ending: str, lang: Language) -> str:
    return f"{file_stem(PurePath(name).stem)}-{text.say('deliver.file.findings', lang)}.{ending}"
