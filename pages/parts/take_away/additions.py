"""What deck, report and workbook tell beside the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cx.records import DriverResult, Session, VoteResult
from pages.parts.computed import all_files, comparisons, derived_impact, lenses, matrices, paths_shared
from pages.parts.open_session import alerts, autosave, new_period
from pages.parts.shell import language, trouble
from pages.parts.shell.database import store
from pages.parts.shell.state import Workspace

if TYPE_CHECKING:
    from cx.deliver import Additions


def of(workspace: Workspace) -> Additions:
    """Return what this person has beside the matrix: drivers, a comparison, and what the room did."""
    from cx.deliver import Additions

    session = autosave.opened()
    seen = comparisons.last(workspace) or new_period.checked(workspace)
    paths, path_names = paths_shared.beside(workspace)
    return Additions(
        drivers=_drivers(workspace),
        comparison=seen,
        alerts=alerts.raised_now(seen) if seen else (),
        votes=_votes(session, workspace) if session else (),
        decisions=session.log if session else (),
        stress=matrices.stressed(workspace),
        lenses=lenses.lenses(workspace),
        paths=paths,
        path_names=path_names,
    )


def _votes(session: Session, workspace: Workspace) -> tuple[VoteResult, ...]:
    from cx.session.voting import taking_part, tallying

    with trouble.told(language.current()):  # the file is made without them, and that is said
        revealed = taking_part.revealed_of(store(), session.id)
        found = [one for one in revealed if one.round.guess is None]  # guesses are told by their lens
        names = {one.id: one.label for one in matrices.matrix(workspace).bubbles} if found else {}
        return tuple(tallying.named(one, names) for one in found)
    return ()


def _drivers(workspace: Workspace) -> DriverResult | None:
    """Return the answer that the matrix draws; ``None`` where its impact is not derived, or not known yet."""
    question = workspace.derived
    file = derived_impact.chosen(workspace, question) if question else None
    if question is not None and (file is None or not derived_impact.is_known(file, question)):
        return None
    drawn = all_files.answer(workspace)
    return None if drawn is None else drawn[-1]
