"""Which findings are about which file: those in it, and those of putting it beside the others."""

from __future__ import annotations

from cx.errors import CxError
from cx.intake.findings import sheets_told_once
from cx.records import Finding, Touchpoints
from pages.parts.around import cells
from pages.parts.computed import one_file
from pages.parts.shell import state


def findings(position: int, joint: tuple[Finding, ...], refusal: CxError | None) -> tuple[Finding, ...]:
    """Return the findings in one file; what the page says above as the reason for no result is left out.

    Parameters
    ----------
    position
        The file's position.
    joint
        What was seen when the files were put together; what is about another file is left out.
    refusal
        Why there is no result.
    """
    file = state.current().files[position]
    seen = one_file.understanding(file)
    own = tuple(one for one in seen.findings if refusal is None or one.code != refusal.key)
    table = one_file.own(file)
    used = [source.sheet for source in table.sources if source.sheet] if table else []
    if len(used) > 1:
        own = sheets_told_once(own, one_file.edited(file), used)
    return (*own, *(one for one in joint if place_of(one, position) == position))


def together(usable: Touchpoints | None) -> tuple[Finding, ...]:
    """Return what was seen when several files or sheets were put together."""
    if usable is None:
        return ()
    known = {repr(one) for file in state.current().files for one in one_file.understanding(file).findings}
    return tuple(one for one in usable.findings if repr(one) not in known)


def link(position: int, finding: Finding) -> str | None:
    """Return the address inside the page of a finding's cell; one that names another file leads there."""
    return cells.link_in(place_of(finding, position), finding)


def place_of(finding: Finding, position: int) -> int:
    """Return the position of the file that a finding is about; the given one where it names none."""
    names = [file.workbook.name for file in state.current().files]
    file = finding.details.get("file")
    return names.index(file) if isinstance(file, str) and file in names else position
