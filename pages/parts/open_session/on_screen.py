"""What is on the screen as a session keeps it, and a session as it comes onto the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from cx import errors
from cx.records import Session, Touchpoints
from pages.parts.computed import all_files, matrices, paths_shared
from pages.parts.shell import keys, state
from pages.parts.shell.workspace import SavedData


def begun(name: str) -> Session:
    """Return a new session with what is loaded; it is in no store yet.

    Raises as :func:`pages.parts.computed.all_files.touchpoints`.
    """
    from cx.session.sessions import stored as sessions

    workspace = state.current()
    made = sessions.new(name, all_files.touchpoints(workspace), workspace.settings)
    return replace(made, **_said(workspace))


def kept(session: Session) -> Session:
    """Return a session with the data and the settings of the screen; the very same where nothing changed."""
    workspace = state.current()
    changed = st.session_state.get(keys.SESSION_DATA) != workspace.identity
    said = _said(workspace)
    if any(getattr(session, name) != value for name, value in said.items()):
        session = replace(session, **said)
    if changed:
        session = replace(session, touchpoints=_touchpoints(workspace, session))
        named = session.decisions or session.assessments
        session = session.named(matrices.names(workspace) if named else {})
    paths = paths_shared.of(workspace, None if changed else session.paths)
    same = session.settings == workspace.settings and session.paths == paths
    return session if same else replace(session, settings=workspace.settings, paths=paths)


def workspace_of(session: Session) -> state.Workspace:
    """Return what a session shows where nothing else is loaded."""
    from cx.session.sessions import document

    saved = SavedData(session.touchpoints, document.fingerprint(session.touchpoints))
    return state.Workspace(settings=session.settings, saved=saved, **_of(session))


def show(stored: Session) -> None:
    """Let the screen show a session as it is stored; data of somebody else take the place of files."""
    from cx.session.sessions import document

    workspace = state.current()
    mine = document.fingerprint(kept(st.session_state[keys.SESSION]).touchpoints)
    theirs = document.fingerprint(stored.touchpoints)
    st.session_state[keys.SESSION] = stored
    if mine != theirs:
        saved = SavedData(stored.touchpoints, theirs)
        workspace = replace(workspace, files=(), derived=None, saved=saved)
    state.carry(workspace.assessments, stored.assessments)
    workspace = replace(workspace, settings=stored.settings, **_of(stored))
    st.session_state[keys.WORKSPACE] = workspace
    st.session_state[keys.SESSION_DATA] = workspace.identity


def _touchpoints(workspace: state.Workspace, session: Session) -> Touchpoints:
    """What the screen has; a table that cannot be used, for now, takes no place of one that can."""
    from cx.session.sessions import aggregates

    try:
        return aggregates.kept(all_files.touchpoints(workspace))
    except errors.CxError:
        return session.touchpoints


def _said(workspace: state.Workspace) -> dict[str, Any]:
    """What lenses need of a workspace, by the fields of a session."""
    return {"assessments": workspace.assessments, "lens_settings": workspace.lens_settings}


def _of(session: Session) -> dict[str, Any]:
    """The same the other way round."""
    return {"assessments": session.assessments, "lens_settings": session.lens_settings}
