"""What all files together give, kept for this person's session: one table, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cx import errors
from cx.records import DriverResult, Join, Touchpoints
from pages.parts.computed import derived_impact, memory, one_file, stated_by_files
from pages.parts.shell.workspace import NO_IMPACT, LoadedFile, Question, Workspace

if TYPE_CHECKING:
    from cx.impact import AtOnce
    from cx.intake import Counts


def touchpoints(workspace: Workspace) -> Touchpoints:
    """Return the touchpoints of all files together; with derived impact where that was asked for.

    Raises
    ------
    cx.errors.TableError
        When a required role is missing, no row can be used, or impact cannot be composed.
    """

    def make() -> Touchpoints:
        from cx import matrix as building

        if workspace.derived is not None:
            return derived_impact.touchpoints(workspace, workspace.derived)
        table, own = stated_by_files.touchpoints(workspace), own_answers(workspace)
        if own is None or workspace.impact_on == NO_IMPACT:
            return table
        return building.with_own_impact(table, own.found, own.file.choices.score)

    found = memory.copied(f"touchpoints {workspace.identity}", make)
    memory.noted(workspace.identity, found)
    return found


@dataclass(frozen=True)
class OwnAnswers:
    """What the answers among the files say about impact by themselves."""

    file: LoadedFile
    outcomes: tuple[str, ...]
    """What impact can be on, the likeliest first."""
    shown: str
    """The outcome that the matrix draws; ``NO_IMPACT``: none."""
    found: AtOnce


def own_answers(workspace: Workspace) -> OwnAnswers | None:
    """Return what answers say about impact; ``None`` where there are none, or the files have an impact."""
    file = derived_impact.chosen(workspace, workspace.question)
    try:
        if file is None or stated_by_files.touchpoints(workspace).impact_kind != "none":
            return None
        outcomes = derived_impact.responses(file).outcomes
    except errors.CxError:
        return None
    wanted = workspace.impact_on or None
    found = derived_impact.at_once(file, wanted)
    asked = workspace.derived.outcome if workspace.derived else None
    shown = asked if asked in outcomes else found.outcome
    drawn = shown if workspace.derived or (workspace.impact_on != NO_IMPACT and found.result) else NO_IMPACT
    return OwnAnswers(file, outcomes, drawn or NO_IMPACT, found)


def answer(workspace: Workspace) -> tuple[LoadedFile, Question, DriverResult] | None:
    """Return what was asked of which answers, and the result that the matrix draws; ``None``: not derived."""
    if workspace.derived is not None:
        file = derived_impact.chosen(workspace, workspace.derived)
        return (
            None
            if file is None
            else (file, workspace.derived, derived_impact.result(file, workspace.derived))
        )
    own = own_answers(workspace)
    if own is None or own.found.result is None or workspace.impact_on == NO_IMPACT:
        return None
    found = own.found.result
    question = Question(own.file.workbook.sha256, found.outcome, method=found.method)
    return own.file, question, found


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
        return touchpoints(workspace).shows_impact
    except errors.CxError:
        return False


def counts(workspace: Workspace) -> Counts:
    """Return how many rows have a place on the matrix; raises as :func:`touchpoints`."""

    def make() -> Counts:
        from cx import intake

        read = [(one_file.edited(file), one_file.understanding(file)) for file in workspace.files]
        return intake.counts(touchpoints(workspace), read)

    return memory.shared(f"counts {workspace.identity}", make)
