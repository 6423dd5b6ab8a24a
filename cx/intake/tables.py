"""A file as a touchpoint table."""

from __future__ import annotations

from cx.errors import NothingUsable
from cx.intake.digest import Content, Digest, digest
from cx.intake.periods import in_order
from cx.intake.places import CellPlaces
from cx.intake.survey.contacts import extra_columns
from cx.intake.understanding import understanding_of
from cx.records.choices import Choices
from cx.records.touchpoints import NUMBER_COLUMNS, TEXT_COLUMNS, Touchpoints, impact_part_column
from cx.records.workbook import Workbook


def touchpoints(workbook: Workbook, choices: Choices | None = None, *, partial: bool = False) -> Touchpoints:
    """Return the rows of a touchpoint table, clean and typed, with their place in the file.

    Parameters
    ----------
    workbook
        The file's raw cells.
    choices
        What a person set by hand; the rest is proposed.
    partial
        Accept a table without satisfaction that has volume, impact, cost, stated importance or expectation,
        to be joined with another (:func:`cx.intake.combined`).

    Raises
    ------
    RoleMissing
        When no column of touchpoints or of satisfaction is found.
    NothingUsable
        When no row has a score.
    ImpactRefused
        When impact columns cannot be composed.
    TableError
        When the rows stand for something else than touchpoints.
    ArgumentError
        When a choice names a sheet or a column that is not there.
    """
    choices = choices or Choices()
    found = digest(workbook, choices, partial=partial)
    if found.error is not None:
        raise found.error
    if found.content is None:
        raise NothingUsable("no_table", file=workbook.name)
    return _record(workbook, choices, found, found.content)


def _record(workbook: Workbook, choices: Choices, found: Digest, content: Content) -> Touchpoints:
    source = understanding_of(workbook, choices, found).source
    effects = content.effects
    parts = [impact_part_column(place) for place in range(len(effects.parts))]
    more = extra_columns(content.rows)
    order = [*TEXT_COLUMNS, *NUMBER_COLUMNS, *parts, *more, "file", "sheet", "row"]
    return Touchpoints(
        rows=content.rows.assign(file=workbook.name)[order],
        scale=content.satisfaction.scale,
        impact_kind=effects.kind,
        impact_scale=effects.scale,
        impact_parts=effects.parts,
        goal=effects.goal,
        periods=in_order(content.rows["period"]),
        sources=(source,),
        findings=source.findings,
        cells=_cells(found, content),
    )


def _cells(found: Digest, content: Content) -> CellPlaces:
    """Where each number stands in the file."""
    if found.table is None or found.roles is None or found.shape == "responses":
        return CellPlaces("", frozenset(), {})
    wanted = (*TEXT_COLUMNS, *NUMBER_COLUMNS)
    letters = {str(r.role): r.letter for r in found.roles.readings if r.role in wanted and r.role != "impact"}
    for place, column in enumerate(content.effects.part_columns):
        name = impact_part_column(place) if content.effects.parts else "impact"
        letters[name] = found.table.letters[column]
    return CellPlaces(found.table.sheet.name, frozenset(content.rows["row"].tolist()), letters)
