"""The matrix of what is loaded, kept for this person's session, and what its view can be filtered on."""

from __future__ import annotations

from dataclasses import replace

from cx import errors
from cx.matrix import ViewOptions
from cx.records import Filters, Matrix, Stress
from pages.parts.computed import all_files, derived_impact, memory
from pages.parts.shell.state import Workspace


def matrix(workspace: Workspace) -> Matrix:
    """Return the matrix of what is loaded, as set; raises as :func:`all_files.touchpoints`."""

    def make() -> Matrix:
        from cx import matrix as building
        from cx.matrix.comparison import segments

        table = all_files.touchpoints(workspace)
        return segments.with_findings(building.build(table, workspace.settings), table)

    return memory.shared(f"matrix {workspace.identity} {workspace.settings!r}", make)


def stressed(workspace: Workspace) -> Stress | None:
    """Return which conclusions of the matrix survive, where its impact is derived."""

    def make() -> Stress | None:
        from cx import matrix as building

        table, known = all_files.touchpoints(workspace), all_files.answer(workspace)
        if known is not None:
            table = replace(table, trials=derived_impact.trials(*known))
        return building.stressed(matrix(workspace), table)

    return memory.shared(f"stress {workspace.identity} {workspace.settings!r}", make)


def decisions_matrix(workspace: Workspace) -> Matrix:
    """Return the matrix that decisions are about: one bubble a touchpoint, nothing filtered away."""
    settings = replace(workspace.settings, unit="touchpoint", filters=Filters())
    return matrix(replace(workspace, settings=settings))


def names(workspace: Workspace) -> dict[str, str]:
    """Return id of each touchpoint to its name; empty where no matrix can be made."""
    try:
        return {one.id: one.name for one in decisions_matrix(workspace).bubbles}
    except errors.CxError:
        return {}


def options(workspace: Workspace) -> ViewOptions:
    """Return what the view can be filtered on; raises as :func:`all_files.touchpoints`."""

    def make() -> ViewOptions:
        from cx import matrix as building

        return building.view_options(all_files.touchpoints(workspace))

    return memory.shared(f"options {workspace.identity}", make)


def groups(workspace: Workspace) -> tuple[str, ...]:
    """Return every name that a colour stands for, so that filtering does not recolour what stays."""
    colour_by = workspace.settings.colour_by
    found = options(workspace)
    return {"journey": found.journeys, "channel": found.channels, "segment": found.segments}.get(
        colour_by, ()
    )
