"""What all files together give, kept for this person's session: one table, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cx import errors
from cx.records import Join, Touchpoints
from pages.parts.computed import derived, memory, one_file
from pages.parts.shell.state import Workspace

if TYPE_CHECKING:
    from cx.intake import Counts


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
            return derived.touchpoints(workspace, workspace.derived)
        saved = (workspace.saved.touchpoints,) if workspace.saved else ()
        several = len((*saved, *workspace.files)) > 1
        parts = [one_file.table(file, partial=several) for file in workspace.files]
        return intake.combined((*saved, *parts), workspace.matches)

    return memory.copied(f"touchpoints {workspace.identity}", make)


def joins(workspace: Workspace) -> tuple[Join, ...]:
    """Return how the names of several files were matched; empty where there is nothing to match."""

    def make() -> tuple[Join, ...]:
        from cx import intake

        parts = [part for file in workspace.files for part in one_file.sheets(file)]
        return intake.joins(parts, workspace.matches)

    several = len(workspace.files) > 1 or any(len(file.workbook.sheets) > 1 for file in workspace.files)
    return memory.shared(f"joins {workspace.identity}", make) if several else ()


def asks(workspace: Workspace) -> bool:
    """Return whether a person is asked something: two likely readings, or names that only look alike."""
    return any(one_file.understanding(file).questions for file in workspace.files) or any(
        join.proposed for join in joins(workspace)
    )


def refusal(workspace: Workspace) -> errors.CxError | None:
    """Return why no matrix can be made of a workspace; ``None`` where one can."""
    try:
        touchpoints(workspace)
    except errors.CxError as error:
        return error
    return None


def is_clear(workspace: Workspace) -> bool:
    """Return whether everything that the matrix needs was recognised, impact included."""
    try:
        return touchpoints(workspace).impact_kind != "none"
    except errors.CxError:
        return False


def counts(workspace: Workspace) -> Counts:
    """Return how many rows have a place on the matrix; raises as :func:`touchpoints`."""

    def make() -> Counts:
        from cx import intake

        read = [(one_file.edited(file), one_file.understanding(file)) for file in workspace.files]
        return intake.counts(touchpoints(workspace), read)

    return memory.shared(f"counts {workspace.identity}", make)
