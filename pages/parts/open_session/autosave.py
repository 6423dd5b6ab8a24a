"""The open session: each change is saved at once; what somebody else changed is taken in, or asked."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from cx import errors, text
from cx.records import Session
from pages.parts.open_session import on_screen, who
from pages.parts.shell import keys, language, state
from pages.parts.shell.database import store, waiting

if TYPE_CHECKING:
    from cx.session.sessions import Difference, Meeting, Path

Changing = Callable[[Session], Session]


def opened() -> Session | None:
    """Return the session that is open, with what is not saved yet where somebody has to choose first."""
    met = meeting()
    if met:
        return met.mine
    saved: Session | None = st.session_state.get(keys.SESSION)
    session: Session | None = st.session_state.get(keys.PENDING, saved)
    return session


def fault() -> tuple[dt.datetime, errors.StoreRefused] | None:
    """Return since when the store does not take the session that is open, and why; ``None`` where it does."""
    found: tuple[dt.datetime, errors.StoreRefused] | None = st.session_state.get(keys.FAULT)
    return found


def session_name() -> str:
    """Return the name of the session that is open; empty where none is."""
    session: Session | None = st.session_state.get(keys.SESSION)
    return session.name if session else ""


def meeting() -> Meeting | None:
    """Return the changes that met those of somebody else, as long as nobody chose."""
    found: Meeting | None = st.session_state.get(keys.MEETING)
    return found


def begin(name: str) -> None:
    """Start a session with what is loaded, and open it.

    Raises as :func:`pages.parts.computed.all_files.touchpoints`.
    """
    from cx.session.sessions import stored as sessions

    session = sessions.add(store(), on_screen.begun(name), who=who.name())
    st.session_state[keys.SESSION] = session
    st.session_state[keys.SESSION_DATA] = state.current().identity


def open_(session_id: str) -> None:
    """Show a session as it was left, in place of whatever was loaded; one that was deleted is gone."""
    from cx.session.sessions import stored as sessions

    session = sessions.load(store(), session_id)
    if session.deleted:
        raise errors.SessionGone("session_gone")
    workspace = on_screen.workspace_of(session)
    _begin_anew(workspace)
    st.session_state[keys.SESSION] = session
    st.session_state[keys.SESSION_DATA] = workspace.identity


def bring_back(document: str, name: str) -> None:
    """Keep the session of a document, and open it."""
    from cx.session import portable

    session = portable.imported(store(), document, name=name, who=who.name())
    open_(session.id)


def leave() -> None:
    """Show nothing any more: the session that was open stays as it was saved, its data with it."""
    _begin_anew(state.Workspace())


def _begin_anew(workspace: state.Workspace) -> None:
    """Show other data; the bytes of uploaded files and what was made of them go with those before."""
    state.leave_session()
    for key in (keys.PAST, keys.FUTURE, keys.CHOSEN, keys.CONTENTS, keys.MARKED, keys.RESULTS):
        st.session_state.pop(key, None)
    st.session_state[keys.WORKSPACE] = workspace


def keep(change: Changing | None = None) -> None:
    """Save the open session as it is now, changed; where somebody was quicker, take in or ask.

    What the store cannot take is tried again with each run, and stays on the screen until then.
    """
    base: Session | None = st.session_state.get(keys.SESSION)
    if base is None:
        return
    met = meeting()
    mine = on_screen.kept(met.mine if met else st.session_state.get(keys.PENDING, base))
    mine = change(mine) if change else mine
    if met:
        st.session_state[keys.MEETING] = replace(met, mine=mine)
    elif mine is not base or _is_behind(base):
        _try(base, mine)


def later(act: Callable[..., None]) -> Callable[..., None]:
    """Return what a widget calls: the act is noted, and done when the next run begins.

    A run can be interrupted by the next event wherever it looks at the session's state, also within what a
    widget calls. Noting looks at nothing, so that who presses two keys in a row loses neither; what was
    interrupted is done anew, and so an act must come to the same when it is done twice.
    """
    queue: list[Callable[[], None]] = st.session_state.setdefault(keys.TO_DO, [])
    return lambda *given: queue.append(partial(act, *given))


def run() -> None:
    """Do what was noted, and save whatever changed."""
    queue: list[Callable[[], None]] = st.session_state.setdefault(keys.TO_DO, [])
    while queue:
        try:
            queue[0]()
        except Exception:
            del queue[0]
            raise
        del queue[0]
    keep()


def set_fields(**fields: Any) -> None:  # noqa: ANN401 - the fields of Session, each with its own type
    """Change fields of the open session, and save it."""
    keep(lambda session: replace(session, **fields))


def choose(keep_mine: Collection[Path]) -> None:
    """End a meeting: of what both changed, keep mine where it is named, and theirs else."""
    met = meeting()
    if met is None:
        return
    del st.session_state[keys.MEETING]
    settled = met.settled(keep_mine)
    on_screen.show(settled)  # the choice stands on the screen, whether it can be saved now or not
    st.session_state[keys.SESSION] = met.theirs
    _try(met.theirs, settled)


def their_changes() -> tuple[Session, tuple[Difference, ...]] | None:
    """Return what somebody else changed and was taken in, with his session; until it is put away."""
    found: tuple[Session, tuple[Difference, ...]] | None = st.session_state.get(keys.THEIR_CHANGES)
    return found


def put_away() -> None:
    """Say no more what somebody else changed."""
    st.session_state.pop(keys.THEIR_CHANGES, None)


def _is_behind(base: Session) -> bool:
    from cx.session.sessions import stored as sessions

    return sessions.revision(store(), base.id) != base.revision


def _try(base: Session, mine: Session) -> None:
    """Save what is on the screen; what the store cannot take now waits, here and with its keeper."""
    try:
        _save(base, mine)
    except errors.StoreRefused as error:
        since = fault()
        st.session_state[keys.PENDING] = mine
        st.session_state[keys.FAULT] = (since[0] if since else _now(), error)
        _hold(base, mine)
    else:
        _taken()


def _hold(base: Session, mine: Session) -> None:
    """Hand the change to the keeper, who saves it should this page be closed before the store takes it."""
    from cx.session.sessions import waiting_changes as waits

    owner = st.session_state.setdefault(keys.OWNER, secrets.token_hex(8))
    beside = text.say("session.beside", language.current(), name=mine.name)
    with suppress(errors.StoreRefused):
        waiting().hold(owner, waits.Change(base, mine, who.name(), beside))


def _taken() -> None:
    """Nothing waits any more: it is saved, or somebody has to choose first."""
    for key in (keys.PENDING, keys.FAULT):
        st.session_state.pop(key, None)
    owner = st.session_state.pop(keys.OWNER, None)
    if owner:
        waiting().drop(owner)


def _now() -> dt.datetime:
    from cx.session.sessions import stored as sessions

    return sessions.moment_now()


def _save(base: Session, mine: Session) -> None:
    from cx.session.sessions import Meeting, differences
    from cx.session.sessions import stored as sessions

    try:
        theirs = sessions.load(store(), base.id)
    except errors.SessionGone:
        _gone()
        return
    except errors.SessionDamaged:  # what is on the screen is whole
        on_screen.show(sessions.mend(store(), mine, who=who.name()))
        return
    if theirs.deleted:
        _gone()
        return
    met = Meeting(base, mine, theirs)
    if met.conflicts:
        st.session_state[keys.MEETING] = met
        return
    news = {one.path for one in differences.between(theirs, mine)}
    told = (*(one for one in met.their_changes if one.path in news), *met.refused)
    if told:
        st.session_state[keys.THEIR_CHANGES] = (theirs, told)
    _store(theirs, met.settled())


def _store(theirs: Session, settled: Session) -> None:
    """Write, and show what is written; who is quicker still is met again."""
    from cx.session.sessions import stored as sessions

    try:
        stored = sessions.save(store(), settled, who=who.name())
    except errors.Conflict:
        _save(theirs, settled)
    else:
        on_screen.show(stored)


def _gone() -> None:
    _taken()
    state.leave_session()
    st.session_state[keys.SESSION_NOTICE] = "gone"
