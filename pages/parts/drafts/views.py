"""What one person looks at in an open session: kept for this browser, whose pages come back as they were.

The session itself holds data and settings, filters among them, for everybody. Which quadrants one has in
sight, or what one compares, is nobody else's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from cx.records import finite_json
from cx.session.drafts import place
from pages.parts.drafts import owner, screen
from pages.parts.shell import keys


def note(session_id: str) -> None:
    """Take note of what is looked at in a session, where that changed."""
    name = owner.name()
    seen = screen.looked_at()
    if not name or st.session_state.get(keys.DRAFT_NOTED) == (session_id, seen):
        return
    st.session_state[keys.DRAFT_NOTED] = (session_id, seen)
    owner.writer().note(name, place.of_session(session_id), partial(_document, seen))


def restore(session_id: str, *, staged: bool) -> None:
    """Look at a session as this browser did last.

    Parameters
    ----------
    staged
        Whether it comes to the page that can be presented: another page does not begin with the stage.
    """
    from cx.session.drafts import keeping

    name = owner.name()
    if not name:
        return
    owner.writer().flush(name)
    document = keeping.read(place.file(name, place.of_session(session_id)))
    if document is not None:
        screen.look_at(_read(document), staged=staged)


def _document(seen: Mapping[str, object], as_it_is: bool) -> str:  # noqa: ARG001, FBT001 - as Make has it
    from cx.session.sessions import codec

    return json.dumps({"format": "cx-view", "version": 1, "view": codec.plain(seen)})


def _read(document: str) -> Mapping[str, Any]:
    """What was looked at; nothing where that is damaged, or a newer version wrote it."""
    from cx.session.sessions import codec

    try:
        found = finite_json.loaded(document)
        if isinstance(found, dict) and (found.get("format"), found.get("version")) == ("cx-view", 1):
            seen: Mapping[str, Any] = codec.value(found.get("view"), Mapping[str, object])
            return seen
    except (ValueError, TypeError, OverflowError, RecursionError):
        pass
    return {}
