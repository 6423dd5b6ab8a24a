"""The room's estimate becomes the impact of the matrix, on a scale of 1 to 5."""

from __future__ import annotations

from dataclasses import replace

from cx import text
from cx.records import Matrix, Role
from cx.records.file import CellEdit, letter_of, position_of
from cx.records.session import VoteResult
from cx.session.sessions import document
from cx.session.voting import estimate
from cx.text import Language
from pages.parts.computed import all_files, one_file
from pages.parts.shell import state
from pages.parts.shell.workspace import SavedData


def use(result: VoteResult, matrix: Matrix, lang: Language) -> None:
    """Take the estimate over; raises as :func:`cx.session.voting.estimate.medians`.

    One table of touchpoints gets a column with it, in which it can be mended; anything else (a saved session,
    ratings, several files) goes on as touchpoints that have it. Either can be undone.
    """
    workspace = state.current()
    header = text.say("room.use.header", lang)
    if len(workspace.files) == 1 and not workspace.saved and _is_table(matrix):
        _as_column(result, matrix, header)
        return
    made = estimate.with_impact(all_files.touchpoints(workspace), result, header)
    saved = SavedData(made, document.fingerprint(made))
    state.change(replace(workspace, files=(), derived=None, saved=saved))


def _is_table(matrix: Matrix) -> bool:
    return all(source.shape == "touchpoints" for source in matrix.sources)


def _as_column(result: VoteResult, matrix: Matrix, header: str) -> None:
    """Type the medians into a new column, in every row of each touchpoint."""
    file = state.current().files[0]
    seen = one_file.understanding(file)
    column = letter_of(max((position_of(one.letter) for one in seen.columns), default=-1) + 1)
    given = estimate.medians(result)
    head = CellEdit(seen.sheet, seen.header_rows[-1] if seen.header_rows else 1, column, header)
    cells = [
        CellEdit(sheet, row, column, f"{given[bubble.name]:g}")
        for bubble in matrix.bubbles
        if bubble.name in given
        for sheet, row in bubble.rows
    ]
    ignored: dict[str, Role] = {one.header: "ignore" for one in seen.columns_of("impact")}
    given_roles: dict[str, Role] = {**file.choices.roles, **ignored, header: "impact"}
    choices = replace(file.choices, roles=given_roles, impact_scale=estimate.scale(), impact_parts=())
    state.set_file(0, edits=(*file.edits, head, *cells), choices=choices)
