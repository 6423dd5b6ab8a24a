"""What the room did, as marks on the bubbles: decisions of the open session, or the votes revealed last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from cx.records import Companions, DecisionStatus, Matrix, Session
from pages.parts.shell import clock, keys, language, trouble
from pages.parts.shell.database import store
from pages.parts.shell.state import Workspace

if TYPE_CHECKING:
    from cx.records.session import VoteResult


def beside(found: Companions, matrix: Matrix, workspace: Workspace) -> Companions:
    """Return the companions with the marks that the look asks for; without a session there are none."""
    shown = workspace.settings.look.room_marks
    if shown == "decisions":
        return replace(found, decided=_decided(matrix))
    result = voted() if shown == "votes" else None
    if result is None:
        return found
    from cx.session.voting import tallying

    marks = tallying.on_bubbles(result, matrix)
    return replace(found, voted=marks, voted_kind=result.round.kind, ballots=result.ballots)


def sign(workspace: Workspace) -> str:
    """Return what marks are made of beside data and settings; nothing where none are shown."""
    shown = workspace.settings.look.room_marks
    session = _session()
    if shown is None or session is None:
        return ""
    if shown == "decisions":
        return f"{session.id} {hash(session.decisions)} {clock.today()}"
    result = voted()
    return repr((session.id, result and (result.round.id, result.ballots)))


def voted() -> VoteResult | None:
    """Return the round that was revealed last; none where so few voted that it would show single votes."""
    session = _session()
    if session is None:
        return None
    from cx.session.voting import taking_part

    with trouble.told(language.current()):  # the chart is drawn without them, and that is said
        return taking_part.revealed_last(store(), session.id)
    return None


def _decided(matrix: Matrix) -> Mapping[str, DecisionStatus]:
    session = _session()
    if session is None or not session.decisions:
        return {}
    from cx.session.sessions import deciding

    return deciding.statuses(session.decisions, matrix, clock.today())


def _session() -> Session | None:
    saved: Session | None = st.session_state.get(keys.SESSION)
    found: Session | None = st.session_state.get(keys.PENDING, saved)
    return found
