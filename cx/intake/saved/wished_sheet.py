"""The sheet of moments that are wished for: what a person changed there, and what they added below."""

from __future__ import annotations

from typing import Any, Final

from cx.intake.saved.cell_values import differs, number, refusal
from cx.records.file import Sheet, letter_of
from cx.records.lenses import MOST_WISHED

COLUMNS: Final = ("name", "satisfaction", "impact", "place")
"""The columns of the sheet; the last one is hidden: the place in the list."""
LONGEST_NAME: Final = 80
_NUMBERS: Final = ("satisfaction", "impact")


def take_over(known: list[dict[str, Any]], sheet: Sheet, file: str) -> None:
    """Put what the sheet says into the list; to take a moment away is done in the program.

    Raises
    ------
    UnreadableFile
        Where a cell has no number, a line is added without a name, or there are too many of them.
    """
    before = len(known)
    for row in range(2, sheet.row_count + 1):
        at = sheet.cell(row, len(COLUMNS)).value
        if isinstance(at, float) and 1 <= at < before + 1:
            _change(known[int(at) - 1], sheet, row, file)
        elif any(sheet.cell(row, place).shown.strip() for place in range(1, len(COLUMNS))):
            known.append(_added(sheet, row, file, full=len(known) >= MOST_WISHED))


def _change(one: dict[str, Any], sheet: Sheet, row: int, file: str) -> None:
    for place, name in enumerate(COLUMNS[:-1], start=1):
        cell = sheet.cell(row, place)
        if cell.kind in ("formula", "blank"):
            continue  # a name or number that is gone takes nothing away
        if name in _NUMBERS:
            one[name] = number(cell, one[name], _where(sheet, row, place, file))
        elif differs(cell.shown, one[name]):
            one[name] = cell.shown.strip()[:LONGEST_NAME]


def _added(sheet: Sheet, row: int, file: str, *, full: bool) -> dict[str, Any]:
    cells = {name: sheet.cell(row, place) for place, name in enumerate(COLUMNS[:-1], start=1)}
    places = {name: _where(sheet, row, place, file) for place, name in enumerate(COLUMNS[:-1], start=1)}
    if full:
        raise refusal(cells["name"], places["name"], "wishes", limit=MOST_WISHED)
    if not cells["name"].shown.strip():
        raise refusal(cells["name"], places["name"], "wish_name")
    found: dict[str, Any] = {"name": cells["name"].shown.strip()[:LONGEST_NAME]}
    for name in _NUMBERS:
        typed = number(cells[name], None, places[name])
        if typed is None:
            raise refusal(cells[name], places[name], "wish_number")
        found[name] = typed
    return found


def _where(sheet: Sheet, row: int, place: int, file: str) -> tuple[str, str, str]:
    return file, sheet.name, f"{letter_of(place - 1)}{row}"
