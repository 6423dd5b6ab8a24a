"""What is computed from the workspace, kept for this person's session.

Everything is keyed on a fingerprint of the files (content, choices, edits) and on the settings. Tables, which
could be changed by whoever gets them, are handed out as copies; frozen records and figures as they are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

from cx import errors
from cx.matrix import ViewOptions
from cx.records import Choices, Filters, ImpactPart, Join, Matrix, Preview, Touchpoints
from cx.records.understanding import Understanding
from cx.records.workbook import Workbook
from pages.shell.state import LoadedFile, Workspace

if TYPE_CHECKING:
    from cx.intake import Counts

T = TypeVar("T")
_KEPT = 48


def edited(file: LoadedFile) -> Workbook:
    """Return the workbook with the cells that were changed by hand."""
    if not file.edits:
        return file.workbook

    def make() -> Workbook:
        from cx import intake

        return intake.edited(file.workbook, file.edits)

    return shared(f"edited {file.identity}", make)


def understanding(file: LoadedFile) -> Understanding:
    """Return how a file is understood, with its choices and edits."""

    def make() -> Understanding:
        from cx import intake

        return intake.understand(edited(file), file.choices)

    return shared(f"understanding {file.identity}", make)


def touchpoints(workspace: Workspace) -> Touchpoints:
    """Return the touchpoints of all files together; with derived impact where that was asked for.

    Raises
    ------
    cx.errors.TableError
        When a required role is missing, no row can be used, or impact cannot be composed.
    """

    def make() -> Touchpoints:
        from cx import intake

        if workspace.derived is not None:
            from pages.shell import derived

            return derived.touchpoints(workspace, workspace.derived)
        saved = (workspace.saved.touchpoints,) if workspace.saved else ()
        several = len((*saved, *workspace.files)) > 1
        parts = [_table(file, partial=several) for file in workspace.files]
        return intake.combined((*saved, *parts), matches(workspace))

    return _apart(f"touchpoints {workspace.identity}", make)


def matches(workspace: Workspace) -> dict[str, str]:
    """Return the names that were matched by hand, of all files."""
    return {name: other for file in workspace.files for name, other in file.choices.matches.items()}


def own(file: LoadedFile) -> Touchpoints | None:
    """Return what one file gives by itself; ``None`` where it gives nothing that the matrix uses."""
    for partial in (False, True):
        try:
            return _table(file, partial=partial)
        except errors.CxError:
            continue
    return None


def _table(file: LoadedFile, *, partial: bool) -> Touchpoints:
    """Return the touchpoints of one file; ``partial`` accepts one without satisfaction."""

    def make() -> Touchpoints:
        from cx import intake

        return intake.touchpoints(edited(file), file.choices, partial=partial)

    return shared(f"table {file.identity} {partial}", make)


def preview(file: LoadedFile, choices: Choices) -> Preview:
    """Return what a file would come to with other choices."""

    def make() -> Preview:
        from cx import intake

        return intake.preview(edited(file), choices)

    return shared(f"preview {replace(file, choices=choices).identity}", make)


def joins(workspace: Workspace) -> tuple[Join, ...]:
    """Return how the names of several files were matched; empty where there is nothing to match."""

    def make() -> tuple[Join, ...]:
        from cx import intake

        parts = [part for file in workspace.files for part in _sheets(file)]
        return intake.joins(parts, matches(workspace))

    several = len(workspace.files) > 1 or any(len(file.workbook.sheets) > 1 for file in workspace.files)
    return shared(f"joins {workspace.identity}", make) if several else ()


def _sheets(file: LoadedFile) -> list[Touchpoints]:
    """Return what the sheets of a file that are used give, each by itself."""
    from cx.intake.tables import further_sheets

    alone = own(replace(file, choices=replace(file.choices, also=())))
    return [alone, *further_sheets(edited(file), file.choices, alone)] if alone else []


def asks(workspace: Workspace) -> bool:
    """Return whether a person is asked something: two likely readings, or names that only look alike."""
    return any(understanding(file).questions for file in workspace.files) or any(
        join.proposed for join in joins(workspace)
    )


def impact_parts(file: LoadedFile) -> tuple[ImpactPart, ...]:
    """Return the columns that the impact of a file is composed of, with the directions that were found."""
    found = own(file)
    return found.impact_parts if found else ()


def refusal(workspace: Workspace) -> errors.CxError | None:
    """Return why no matrix can be made of a workspace; ``None`` where one can."""
    try:
        touchpoints(workspace)
    except errors.CxError as error:
        return error
    return None


def matrix(workspace: Workspace) -> Matrix:
    """Return the matrix of what is loaded, as set; raises as :func:`touchpoints`."""

    def make() -> Matrix:
        from cx import matrix as building
        from cx.matrix import segments

        table = touchpoints(workspace)
        return segments.with_findings(building.build(table, workspace.settings), table)

    return shared(f"matrix {workspace.identity} {workspace.settings!r}", make)


def decisions_matrix(workspace: Workspace) -> Matrix:
    """Return the matrix that decisions are about: one bubble a touchpoint, nothing filtered away."""
    settings = replace(workspace.settings, unit="touchpoint", filters=Filters())
    return matrix(replace(workspace, settings=settings))


def options(workspace: Workspace) -> ViewOptions:
    """Return what the view can be filtered on; raises as :func:`touchpoints`."""

    def make() -> ViewOptions:
        from cx import matrix as building

        return building.view_options(touchpoints(workspace))

    return shared(f"options {workspace.identity}", make)


def is_clear(workspace: Workspace) -> bool:
    """Return whether everything that the matrix needs was recognised, impact included."""
    try:
        return touchpoints(workspace).impact_kind != "none"
    except errors.CxError:
        return False


def groups(workspace: Workspace) -> tuple[str, ...]:
    """Return every name that a colour stands for, so that filtering does not recolour what stays."""
    colour_by = workspace.settings.colour_by
    found = options(workspace)
    return {"journey": found.journeys, "channel": found.channels, "segment": found.segments}.get(
        colour_by, ()
    )


def counts(workspace: Workspace) -> Counts:
    """Return how many rows have a place on the matrix; raises as :func:`touchpoints`."""

    def make() -> Counts:
        from cx import intake

        read = [(edited(file), understanding(file)) for file in workspace.files]
        return intake.counts(touchpoints(workspace), read)

    return shared(f"counts {workspace.identity}", make)


def today() -> dt.date:
    """Return the day that stands in footnotes and file names."""
    return dt.datetime.now().astimezone().date()


def _apart(key: str, make: Callable[[], T]) -> T:
    found: T = _copied(key, make)
    return found


def shared(key: str, make: Callable[[], T]) -> T:
    """Return a frozen record that is made once for the same key."""
    found: T = _kept(key, make)
    return found


@st.cache_data(scope="session", max_entries=_KEPT, show_spinner=False)
def _copied(key: str, _make: Callable[[], Any]) -> Any:  # noqa: ANN401, ARG001 - any record; the key of the cache
    return _make()


@st.cache_resource(scope="session", max_entries=_KEPT, show_spinner=False)
def _kept(key: str, _make: Callable[[], Any]) -> Any:  # noqa: ANN401, ARG001 - any record; the key of the cache
    return _make()
