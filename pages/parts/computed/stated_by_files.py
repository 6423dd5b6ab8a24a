"""What all files together say themselves, kept for this person's session."""

from __future__ import annotations

from dataclasses import replace

from cx.records import Touchpoints
from pages.parts.computed import memory, one_file, outcomes
from pages.parts.shell.workspace import NO_IMPACT, Workspace


def touchpoints(workspace: Workspace) -> Touchpoints:
    """Return one table of all files; impact is none of what answers say. Raises as the intake."""

    def make() -> Touchpoints:
        from cx import intake

        saved = (workspace.saved.touchpoints,) if workspace.saved else ()
        several = len((*saved, *workspace.files)) > 1
        away = outcomes.away(workspace.files)
        kept = [file for file in workspace.files if file.workbook.name not in away]
        parts = [one_file.table(file, partial=several) for file in kept]
        return intake.with_outcomes_told(intake.combined((*saved, *parts), workspace.matches), away)

    plain = replace(workspace, derived=None, impact_on=NO_IMPACT)
    return memory.shared(f"given {plain.identity}", make)
