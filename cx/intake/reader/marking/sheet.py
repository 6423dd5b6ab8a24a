"""One sheet as it stands in its XML: the rows and cells that changes ask for, and what has to go along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .formulas import asks_a_program
from .places import address
from .splices import Element, Reading

Value = float | str | None


@dataclass(frozen=True)
class Change:
    """What is done to a cell."""

    edited: bool = False
    value: Value = None
    """What it holds from now on, where it is edited: a text stays text."""
    fill: str = ""
    """The colour of its mark; empty where it has none."""


@dataclass
class Cell:
    """A cell that stands in the sheet."""

    element: Element
    column: int
    look: int
    formula: Element | None = None
    text: str = ""
    """Its formula."""


@dataclass
class Row:
    """A row that stands in the sheet."""

    number: int
    element: Element
    cells: list[Cell] = field(default_factory=list)


@dataclass
class Sheet:
    """What is known of one sheet after a walk through it."""

    content: bytes
    wanted: Mapping[int, Mapping[int, Change]]
    """By row and column, from 1."""
    data: Element | None = None
    merges: list[Element] = field(default_factory=list)
    merging: Element | None = None
    after: int = -1
    """Where the element for comments has to stand."""
    drawing: Element | None = None
    """The element that says where comments are drawn, where there is one."""
    root: Element | None = None
    rows: dict[int, Row] = field(default_factory=dict)
    next_rows: dict[int, int] = field(default_factory=dict)
    """Row that is wanted and not there to where it has to stand."""
    programs: list[tuple[int, Cell]] = field(default_factory=list)
    """Cells whose formulas ask another program, with their rows."""
    shared: dict[str, tuple[int, Cell]] = field(default_factory=dict)
    followers: dict[str, list[tuple[int, Cell]]] = field(default_factory=dict)
    has_formulas: bool = False


_AFTER_COMMENTS = (
    *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts"),
    *("extLst", "AlternateContent"),
)


def read(content: bytes, wanted: Mapping[int, Mapping[int, Change]], own: tuple[str, ...]) -> Sheet:
    """Walk through a sheet and remember what the changes ask for.

    Parameters
    ----------
    own
        References to sheets of the workbook with a bar in their names.
    """
    sheet = Sheet(content, wanted)
    waiting = sorted(wanted)
    state = _State()

    def begun(one: Element, depth: int) -> None:
        if depth == 1:
            sheet.root = one
        elif depth == 2:  # noqa: PLR2004 - right below the outermost
            _noted(sheet, one, state)
        elif state.in_data:
            _begun_in_data(sheet, one, depth, state, waiting)

    def ended(one: Element, depth: int) -> None:
        if state.in_data and depth > 2:  # noqa: PLR2004 - rows and what is in them
            _ended_in_data(sheet, one, depth, state, own)
        elif depth == 2 and one.local == "sheetData":  # noqa: PLR2004 - as above
            state.in_data = False
            sheet.data = one
        elif one.local == "mergeCell":
            sheet.merges.append(one)

    Reading(content, begun, ended, state.read).run()
    if sheet.after < 0 and sheet.root is not None:
        sheet.after = sheet.root.close
    return sheet


@dataclass
class _State:
    in_data: bool = False
    row: Row | None = None
    number: int = 0
    column: int = 0
    cell: Cell | None = None
    in_formula: bool = False

    def read(self, piece: str) -> None:
        if self.in_formula and self.cell is not None:
            self.cell.text += piece


def _noted(sheet: Sheet, one: Element, state: _State) -> None:
    if one.local == "sheetData":
        state.in_data = True
    elif one.local == "legacyDrawing":
        sheet.drawing = one
    elif one.local == "mergeCells":
        sheet.merging = one
    elif sheet.after < 0 and sheet.data is not None and one.local in _AFTER_COMMENTS:
        sheet.after = one.start


def _begun_in_data(sheet: Sheet, one: Element, depth: int, state: _State, waiting: list[int]) -> None:
    if depth == 3 and one.local == "row":  # noqa: PLR2004 - a row stands in the data
        said = one.attributes.get("r", "")
        state.number = int(said) if said.isdecimal() else state.number + 1
        state.column = 0
        while waiting and waiting[0] < state.number:
            sheet.next_rows[waiting.pop(0)] = one.start
        if waiting and waiting[0] == state.number:
            waiting.pop(0)
        state.row = Row(state.number, one)
    elif depth == 4 and one.local == "c":  # noqa: PLR2004 - a cell stands in a row
        place = address(one.attributes.get("r", ""))
        state.column = place[0] if place else state.column + 1
        look = one.attributes.get("s", "")
        state.cell = Cell(one, state.column, int(look) if look.isdecimal() else 0)
    elif one.local == "f" and state.cell is not None:
        state.in_formula = True
        state.cell.formula = one


def _ended_in_data(sheet: Sheet, one: Element, depth: int, state: _State, own: tuple[str, ...]) -> None:
    row, cell = state.row, state.cell
    if one.local == "f" and state.in_formula:
        state.in_formula = False
    elif depth == 4 and one.local == "c" and cell is not None and row is not None:  # noqa: PLR2004 - a cell
        state.cell = None
        if row.number in sheet.wanted:
            row.cells.append(cell)
        if cell.formula is not None:
            _formula_noted(sheet, row.number, cell, own)
    elif depth == 3 and row is not None:  # noqa: PLR2004 - a row
        if row.number in sheet.wanted:
            sheet.rows[row.number] = row
        state.row = None


def _formula_noted(sheet: Sheet, row: int, cell: Cell, own: tuple[str, ...]) -> None:
    sheet.has_formulas = True
    if asks_a_program(cell.text, own):
        sheet.programs.append((row, cell))
    about = cell.formula.attributes if cell.formula is not None else {}
    if about.get("t") == "shared" and "si" in about:
        if cell.text:
            sheet.shared[about["si"]] = (row, cell)
        else:
            sheet.followers.setdefault(about["si"], []).append((row, cell))
