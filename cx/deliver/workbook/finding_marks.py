"""What is written into a workbook for each finding: the cell's colour and comment, and a line in the list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx import text
from cx.deliver.ground import cell_text
from cx.picture.colour import BORDERLINE_OPACITY, FILL_OPACITY, GROUND, QUADRANT_SHADES
from cx.records import Finding, Severity, by_severity
from cx.text import Language

MOST = 5_000
"""Cells that are marked, and findings that are listed; what goes beyond is counted."""
COLUMNS = ("severity", "sheet", "cell", "message")
LINKED = 3
"""The column, from 1, that leads to the cell."""
WIDTHS = (16, 22, 10, 96)
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_LAST_ROW = 1_048_576
_SHADES: dict[Severity, tuple[str, float]] = {
    "error": (QUADRANT_SHADES["fix_first"].fill, FILL_OPACITY),
    "warning": (QUADRANT_SHADES["fix_first"].fill, BORDERLINE_OPACITY),
    "info": (QUADRANT_SHADES["simplify"].fill, BORDERLINE_OPACITY),
}


@dataclass(frozen=True)
class Mark:
    """One cell that has findings."""

    sheet: str
    cell: str
    fill: str
    """The colour of the gravest, as RRGGBB."""
    text: str
    """The messages of all, the gravest first."""


def marks_of(findings: Sequence[Finding], lang: Language) -> tuple[Mark, ...]:
    """Return one mark for each cell that has findings."""
    by_cell: dict[tuple[str, str], list[Finding]] = {}
    for finding in by_severity(tuple(findings)):
        if has_cell(finding):
            by_cell.setdefault((finding.sheet or "", finding.cell or ""), []).append(finding)
    return tuple(
        Mark(sheet, cell, colour(found[0].severity), "\n\n".join(_words(finding, lang) for finding in found))
        for (sheet, cell), found in list(by_cell.items())[:MOST]
    )


def has_cell(finding: Finding) -> bool:
    """Return whether the finding names a cell that a workbook has."""
    if not finding.cell or not _ADDRESS.fullmatch(finding.cell):
        return False
    return int(finding.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) <= _LAST_ROW


def colour(severity: Severity) -> str:
    """Return the colour of a cell, as RRGGBB: the severity's on a white ground.

    Examples
    --------
    >>> colour("error"), colour("warning"), colour("info")
    ('E69E66', 'F2CFB2', 'D7D9DB')
    """
    fill, opacity = _SHADES[severity]
    mixed = (
        round(int(fill[at : at + 2], 16) * opacity + int(GROUND[at : at + 2], 16) * (1 - opacity))
        for at in (1, 3, 5)
    )
    return "".join(f"{part:02X}" for part in mixed)


def lines_of(findings: Sequence[Finding], lang: Language) -> list[list[str]]:
    """Return the rows of the list: those without a cell first, each part the gravest first."""
    ordered = _ordered(findings)
    rows = [_line(finding, lang) for finding in ordered[:MOST]]
    if len(ordered) > MOST:
        rows.append(["", "", "", text.say("marked.more", lang, n=len(ordered) - MOST)])
    return rows


def links_of(findings: Sequence[Finding], names: Mapping[str, str]) -> list[tuple[int, str]]:
    """Return the row of the list, from 1, and the place that it leads to, for each finding with a cell.

    Parameters
    ----------
    names
        The name of each sheet in the file to its name in the workbook.
    """
    return [
        (row, place(names[finding.sheet or ""], finding.cell or ""))
        for row, finding in enumerate(_ordered(findings)[:MOST], start=2)
        if has_cell(finding) and (finding.sheet or "") in names
    ]


def place(sheet: str, cell: str) -> str:
    """Return a place inside a workbook, as a link names it.

    Examples
    --------
    >>> place("Q3 'new'", "C14")
    "'Q3 ''new'''!C14"
    """
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'!{cell}"


def head(lang: Language) -> list[str]:
    """Return the headers of the list."""
    return [text.say(f"marked.column.{name}", lang) for name in COLUMNS]


def _ordered(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(by_severity(tuple(findings)), key=has_cell)


def _line(finding: Finding, lang: Language) -> list[str]:
    where = finding.cell or ("" if finding.row is None else str(finding.row))
    severity = text.say(f"severity.{finding.severity}", lang)
    return [severity, cell_text(finding.sheet or ""), where, cell_text(finding.message(lang))]


def _words(finding: Finding, lang: Language) -> str:
    severity = text.say(f"severity.{finding.severity}", lang)
    return cell_text(f"{severity}: {finding.message(lang)}")
