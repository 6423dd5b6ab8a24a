"""Where on the page of the data a finding's cell stands, and the way there from any other page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import streamlit as st

from cx.intake import for_sheet
from cx.intake.sheet import address
from cx.records import Finding
from cx.records.file import Understanding, position_of
from pages.parts.computed import one_file
from pages.parts.shell import keys, state
from pages.parts.shell.workspace import LoadedFile

_SCRIPT = """
const CELL = /^#cell-([\\d.]+)-(\\d+)-(-?\\d+)$/

export default function (component) {
  const { setTriggerValue } = component
  const follow = (event) => {
    const link = event.composedPath().find((part) => part.tagName === "A" && CELL.test(part.hash ?? ""))
    if (!link) return
    event.preventDefault()
    event.stopPropagation()
    const [, to, row, column] = link.hash.match(CELL)
    setTriggerValue("cell", { kind: "go", to, row: Number(row), column: Number(column) })
  }
  document.addEventListener("click", follow, true)
  return () => document.removeEventListener("click", follow, true)
}
"""
_listener = st.components.v2.component("cx_cell_links", js=_SCRIPT)
_KEY: Final = "cell_links"


def follow() -> None:
    """Lead whoever clicks a link to a cell to the page of the data, which shows the cell."""
    _listener(key=_KEY, on_cell_change=_heard)
    if st.session_state.get(keys.SENT):
        st.switch_page("pages/data.py")


def _heard() -> None:
    """Keep what was clicked as a message of the raw table, which takes it over when it is drawn."""
    told: Any = st.session_state[_KEY].get("cell")
    if isinstance(told, dict):
        st.session_state[keys.SENT] = (*st.session_state.get(keys.SENT, ()), dict(told))


def link(finding: Finding) -> str | None:
    """Return the address of a finding's cell; ``None`` where no file that is loaded has it."""
    position = _file_of(finding)
    return None if position is None else link_in(position, finding)


def link_in(position: int, finding: Finding) -> str | None:
    """Return the address of a finding's cell in one file; ``None`` where it has none there."""
    file = state.current().files[position]
    seen = one_file.understanding(file)
    names = [sheet.name for sheet in seen.sheets]
    sheet = finding.sheet or seen.sheet
    if sheet != seen.sheet:
        if sheet not in names:
            return None
        seen = of_sheet(file, sheet)
    where = cell_of(finding, seen)
    return f"#cell-{place_of(position, seen)}-{where[0]}-{where[1]}" if where else None


def of_sheet(file: LoadedFile, sheet: str) -> Understanding:
    """Return how another sheet of a file is understood than the one in use."""
    return one_file.understanding(replace(file, choices=for_sheet(file.choices, sheet)))


def place_of(position: int, seen: Understanding) -> str:
    """Return what stands for a file and its sheet in a link to a cell."""
    names = [sheet.name for sheet in seen.sheets]
    return f"{position}.{names.index(seen.sheet) if seen.sheet in names else 0}"


def cell_of(finding: Finding, seen: Understanding) -> tuple[int, int] | None:
    """Return row and column of what a finding is about: its cell, its row, or the head of its column."""
    if finding.cell and finding.cell[-1:].isdecimal() and finding.cell.isalnum():
        return address(finding.cell)
    if finding.row is not None:
        return finding.row, -1
    letter = seen.letter_of(finding.column)
    head = seen.header_rows[-1] if seen.header_rows else 1
    return (head, position_of(letter)) if letter else None


def _file_of(finding: Finding) -> int | None:
    """The file that a finding is about: the one that it names, that has it, or the only one."""
    files = state.current().files
    names = [file.workbook.name for file in files]
    named = finding.details.get("file")
    if isinstance(named, str) and named in names:
        return names.index(named)
    if len(files) == 1:
        return 0
    return next(
        (place for place, file in enumerate(files) if finding in one_file.understanding(file).findings), None
    )
