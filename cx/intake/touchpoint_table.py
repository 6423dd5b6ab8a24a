"""A file as a touchpoint table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from cx.errors import CxError, LimitExceeded, NothingUsable, TableError
from cx.intake.cells import in_order, span_of
from cx.intake.content import Content
from cx.intake.digest import Digest, digest
from cx.intake.findings import CellPlaces, file_of, sheets_told_once
from cx.intake.join import also, beside, has_scores, join_key, renamed
from cx.intake.naming import names_in
from cx.intake.passes import budget_of
from cx.intake.sheet import Table
from cx.intake.sheet_choice import chosen
from cx.intake.survey import extra_columns
from cx.intake.understanding import understanding_of
from cx.intake.words import folded
from cx.intake.words.headers import guessed_figure
from cx.process import Budget, steps, under
from cx.records.bounds import MOST_TOUCHPOINTS
from cx.records.file import (
    GROUP_COLUMNS,
    LENS_COLUMNS,
    NUMBER_COLUMNS,
    TEXT_COLUMNS,
    Choices,
    GapFigure,
    Paired,
    TouchpointName,
    Touchpoints,
    Workbook,
    impact_part_column,
)
from cx.records.finding import Finding

_MOST_JOINED = 40
"""So many sheets are joined by themselves; a person can name more."""


def touchpoints(
    workbook: Workbook,
    choices: Choices | None = None,
    *,
    partial: bool = False,
    budget: Budget | None = None,
) -> Touchpoints:
    """Return the rows of a touchpoint table, clean and typed, with their place in the file.

    The other parameters are those of :func:`cx.intake.understand`.

    Parameters
    ----------
    partial
        Accept a table without satisfaction that has volume, impact, cost, stated importance or expectation,
        to be joined with another (:func:`cx.intake.combined`).
    budget
        The time for it; ``None``: what opening the file left of its time.

    Raises
    ------
    LimitExceeded
        When the time is over.
    RoleMissing
        When no column of touchpoints or of satisfaction is found.
    NothingUsable
        When no row has a score.
    ImpactRefused
        When impact columns cannot be composed.
    TableError
        When the rows stand for something else than touchpoints, or for more of them than a matrix can hold.
    ArgumentError
        When a choice names a sheet or a column that is not there.
    """
    choices, time = choices or Choices(), budget or budget_of(workbook)
    whole = _alone(workbook, choices, time, partial=partial)
    for part in further_sheets(workbook, choices, whole, budget=time):
        time.check()
        told = Finding("info", "sheet_joined", sheet=part.sources[0].sheet)
        whole = beside(whole, renamed(part, choices.matches), choices.matches)
        whole = replace(whole, findings=(*whole.findings, told))
    used = [one.sheet for one in whole.sources if one.sheet]
    if len(used) < 2:  # noqa: PLR2004 - one sheet says by itself which are not used
        return whole
    return replace(whole, findings=sheets_told_once(whole.findings, workbook, used))


def further_sheets(
    workbook: Workbook, choices: Choices, whole: Touchpoints, *, budget: Budget | None = None
) -> list[Touchpoints]:
    """Return the tables of other sheets that have volumes or impact for the touchpoints of a table.

    Sheets that a person named, else those that fit where the table itself has no volumes or no impact.

    Parameters
    ----------
    whole
        The table of the chosen sheet, or what was derived from it.
    budget
        The time for it; ``None``: what opening the file left of its time.
    """
    time = budget or budget_of(workbook)
    own = whole.sources[0].sheet if whole.sources else ""
    if choices.also is not None:
        return [_alone(workbook, for_sheet(choices, name), time, partial=True) for name in choices.also]
    if choices.sheet is not None or not has_scores(whole) or not _lacks(whole):
        return []
    others = [
        s.name for s in workbook.sheets if s.name != own and s.columns and (choices.hidden or not s.hidden)
    ]
    ours = _keys(whole) | frozenset(also(whole))
    found: list[Touchpoints] = []
    for name in others:
        if not _may_fit(workbook, for_sheet(choices, name), ours, time):
            continue
        part = _likely(workbook, for_sheet(choices, name), time)
        if part and _fits(_keys(part), ours):
            found.append(part)
        if len(found) == _MOST_JOINED:
            break
    return found


def _lacks(whole: Touchpoints) -> bool:
    """Whether volumes or impact are missing, or the volumes are only the survey's own."""
    surveyed = any(source.shape in ("responses", "ratings") for source in whole.sources)
    return surveyed or whole.impact_kind == "none" or not bool(whole.rows["volume"].notna().any())


def for_sheet(choices: Choices, name: str) -> Choices:
    """Return what was chosen for a file as far as it holds for another of its sheets too."""
    return Choices(sheet=name, also=(), hidden=choices.hidden, missing_codes=choices.missing_codes)


def _may_fit(workbook: Workbook, choices: Choices, ours: frozenset[str], budget: Budget) -> bool:
    """Whether a sheet has touchpoints without scores, of which one is ours: a glance that costs little."""
    read = chosen(workbook, choices, budget)
    places = read.roles.of("touchpoint") if read else []
    if not read or not places:
        return False
    scored = read.roles.of("satisfaction")
    if scored and len(read.roles.numbers[read.table.letters[scored[0]]].found):
        return False
    names = set(read.table.labels(places[0]).texts.tolist())
    return any(join_key(name) in ours for name in names)


def _likely(workbook: Workbook, choices: Choices, budget: Budget) -> Touchpoints | None:
    try:
        part = _alone(workbook, choices, budget, partial=True)
    except LimitExceeded:
        raise
    except CxError:
        return None
    return None if has_scores(part) or part.sources[0].shape not in ("touchpoints", "contacts") else part


def _keys(part: Touchpoints) -> frozenset[str]:
    return frozenset(join_key(str(name)) for name in part.rows["touchpoint"])


def _fits(theirs: frozenset[str], ours: frozenset[str]) -> bool:
    """Whether at least half of the names of the shorter table stand in the other one."""
    return 2 * len(ours & theirs) >= max(1, min(len(ours), len(theirs)))


def _alone(workbook: Workbook, choices: Choices, budget: Budget, *, partial: bool) -> Touchpoints:
    """The table of one sheet."""
    found = digest(workbook, choices, partial=partial, budget=budget)
    if found.error is not None:
        raise found.error
    if found.content is None:
        raise NothingUsable("no_table", file=workbook.name)
    with under(budget):
        return within_reason(_record(workbook, choices, found, found.content))


def within_reason(table: Touchpoints) -> Touchpoints:
    """Return a table as it is, where a matrix can be made of so many touchpoints and groups.

    Raises
    ------
    TableError
        When there are more.
    """
    count = int(table.rows["touchpoint"].nunique())
    if count > MOST_TOUCHPOINTS:
        raise TableError("limit_touchpoints", file=file_of(table), count=count, limit=MOST_TOUCHPOINTS)
    for role in GROUP_COLUMNS:
        count = int(table.rows[role].nunique())
        if count > MOST_TOUCHPOINTS:
            column = _header_of(table, role)
            known = {"count": count, "limit": MOST_TOUCHPOINTS}
            raise TableError("limit_values", file=file_of(table), column=column, **known)
    return table


def _header_of(table: Touchpoints, role: str) -> str:
    """The header of the column in a role, in the first file that has one."""
    return next((name for one in table.sources for name, its in one.roles.items() if its == role), role)


def _record(workbook: Workbook, choices: Choices, found: Digest, content: Content) -> Touchpoints:
    source = understanding_of(workbook, choices, found).source
    effects = content.effects
    parts = [impact_part_column(place) for place in range(len(effects.parts))]
    more = (*extra_columns(content.rows), *(name for name in LENS_COLUMNS if name in content.rows))
    names = names_in(found, choices.names)
    order = [*TEXT_COLUMNS, *NUMBER_COLUMNS, *parts, *more, "file", "sheet", "row"]
    return Touchpoints(
        rows=_named(content.rows.assign(file=workbook.name)[order], names),
        scale=content.satisfaction.scale,
        impact_kind=effects.kind,
        impact_scale=effects.scale,
        impact_parts=effects.parts,
        goal=effects.goal,
        periods=in_order(content.rows["period"]),
        sources=(source,),
        findings=source.findings,
        cells=_cells(found, content),
        days=_days(found),
        guess_about=_guess_about(found),
        paired=_paired(found, names),
        clusters=found.survey.clusters if found.survey else None,
        called={one.name: one for one in names if one.name != one.source},
    )


def _paired(found: Digest, names: Sequence[TouchpointName]) -> dict[str, Paired]:
    """What was got and expected, by the names in use."""
    called = {folded(one.source): one.name for one in names}
    pairs = found.survey.paired.items() if found.survey else ()
    return {called.get(folded(header), header): one for header, one in pairs}


def _guess_about(found: Digest) -> GapFigure:
    """What the column of guesses is about, as its header says."""
    headers = [one.header for one in (found.roles.readings if found.roles else ()) if one.role == "guess"]
    return guessed_figure(headers[0]) if headers else "satisfaction"


def _named(rows: pd.DataFrame, names: Sequence[TouchpointName]) -> pd.DataFrame:
    """Rows with the names in use; a whole question stays as the note of its touchpoint."""
    of = {folded(one.source): one for one in names if one.name != one.source}
    if not of:
        return rows
    known = [of.get(folded(str(name))) for name in rows["touchpoint"]]
    pairs = list(zip(known, rows["touchpoint"], rows["note"], strict=True))
    return rows.assign(
        touchpoint=[one.name if one else name for one, name, _ in pairs],
        note=[(note or one.note) if one else note for one, _, note in pairs],
    )


def _days(found: Digest) -> dict[str, tuple[str, str]]:
    """The columns of days beside people's answers, which may tell one year's file from the next."""
    if found.table is None or found.survey is None:
        return {}
    spans = {
        header: span_of(column)
        for header, column in zip(steps(found.table.headers), found.table.columns, strict=True)
    }
    return {header: span for header, span in spans.items() if span}


def _cells(found: Digest, content: Content) -> CellPlaces:
    """Where each number stands in the file."""
    if found.table is None or found.roles is None or found.shape == "responses":
        return CellPlaces("", frozenset(), {})
    wanted = (*TEXT_COLUMNS, *NUMBER_COLUMNS, *LENS_COLUMNS)
    letters = {str(r.role): r.letter for r in found.roles.readings if r.role in wanted and r.role != "impact"}
    for place in found.roles.of("weight"):
        letters["dimension_weight"] = found.table.letters[place]
    for place, column in enumerate(content.effects.part_columns):
        name = impact_part_column(place) if content.effects.parts else "impact"
        letters[name] = found.table.letters[column]
    return CellPlaces(
        found.table.sheet.name, frozenset(content.rows["row"].tolist()), letters, _moved(found.table, letters)
    )


def _moved(table: Table, letters: Mapping[str, str]) -> dict[tuple[int, str], str]:
    """The addresses of cells that stand elsewhere than their letter says; of repeated rows the last."""
    moved: dict[tuple[int, str], str] = {}
    for name, letter in letters.items():
        place = table.letters.index(letter)
        if place in table.arrangement.origins:
            moved |= {(int(row), name): table.address(at, place) for at, row in enumerate(table.rows)}
    return moved
