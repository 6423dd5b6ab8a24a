"""What deck, report and workbook tell beside the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cx.records import DriverResult
from pages.shell import derived
from pages.shell.state import Workspace

if TYPE_CHECKING:
    from cx.deliver import Additions


def of(workspace: Workspace) -> Additions:
    """Return the records that this person's session has: the drivers behind the matrix, where there are."""
    from cx.deliver import Additions

    return Additions(drivers=_drivers(workspace))


def _drivers(workspace: Workspace) -> DriverResult | None:
    """Return the answer that the matrix draws; ``None`` where its impact is not derived, or not known yet."""
    question = workspace.derived
    file = derived.chosen(workspace, question) if question else None
    if question is None or file is None or not derived.is_known(file, question):
        return None
    return derived.result(file, question)
