"""A touchpoint renamed where it is read: under every file that has it, in one step that can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from cx import errors, text
from cx.intake import naming
from cx.records import Bubble, TouchpointName
from cx.text import Language
from pages.parts.computed import all_files, matrices, one_file
from pages.parts.shell import keys, state
from pages.parts.shell.workspace import LoadedFile, SavedData, Workspace

_LONGEST: Final = 200


def draw(name: str, lang: Language) -> None:
    """Draw the way to another name for a touchpoint; nothing while the session is locked."""
    if state.lock():
        return
    label = text.say("rename.title", lang)
    box = st.popover(label, icon=":material/edit:", key="rename", type="tertiary", on_change="rerun")
    if not box.open:
        return
    with box:
        refused, typed = st.session_state.get(keys.NAME_REFUSED, ("", ""))
        if refused == name:
            shown = text.for_markdown(typed)
            st.error(text.say("rename.taken", lang, name=shown), icon=":material/error:")
        key = f"rename_to_{name}"
        st.text_input(
            text.say("rename.name", lang),
            value=name,
            max_chars=_LONGEST,
            key=key,
            help=text.say("rename.help", lang),
            on_change=partial(_take, key, name),
        )


def _take(key: str, name: str) -> None:
    take(name, str(st.session_state[key]))


def take(name: str, typed: str) -> None:
    """Call a touchpoint as somebody typed; an empty name gives back the one that was found.

    Where another touchpoint has the name, nothing changes, and the box says so.
    """
    st.session_state.pop(keys.NAME_REFUSED, None)
    workspace = state.current()
    wanted = naming.clean(typed)
    others = [one for one in _all_names(workspace) if one.name != name]
    if wanted and naming.taken(others, "", wanted):
        st.session_state[keys.NAME_REFUSED] = (name, wanted)
        return
    if workspace.saved is not None and not workspace.files:
        changed = replace(workspace, saved=_saved(workspace.saved, name, typed))
    else:
        changed = replace(workspace, files=tuple(_named(file, name, typed) for file in workspace.files))
    state.change(changed)
    _follow(_bubbles(workspace), _bubbles(state.current()))


def _follow(before: Mapping[str, Bubble], after: Mapping[str, Bubble]) -> None:
    """Keep the touchpoint chosen on the chart, which has another sign under another name."""
    chosen = st.session_state.get(keys.CHOSEN)
    if chosen not in before or chosen in after:
        return
    group = before[chosen].group
    st.session_state[keys.CHOSEN] = next(
        (id_ for id_, one in after.items() if id_ not in before and one.group == group), None
    )


def _bubbles(workspace: Workspace) -> dict[str, Bubble]:
    try:
        return {one.id: one for one in matrices.matrix(workspace).bubbles}
    except errors.CxError:
        return {}


def _all_names(workspace: Workspace) -> tuple[TouchpointName, ...]:
    try:
        return naming.in_table(all_files.touchpoints(workspace))
    except errors.CxError:
        return ()


def _named(file: LoadedFile, name: str, typed: str) -> LoadedFile:
    """The file with a touchpoint under another name; as it is where it has no such touchpoint."""
    known = one_file.understanding(file).names
    sources = [one.source for one in known if one.name == name]
    if not sources:
        return file
    found = naming.renamed(known, dict.fromkeys(sources, typed))
    elsewhere = {key: said for key, said in file.choices.names.items() if key not in found.sources}
    return replace(file, choices=replace(file.choices, names={**elsewhere, **found.names}))


def _saved(saved: SavedData, name: str, typed: str) -> SavedData:
    from cx.session.sessions import document

    known = naming.in_table(saved.touchpoints)
    sources = {one.source: typed for one in known if one.name == name}
    named = naming.with_names(saved.touchpoints, naming.renamed(known, sources).names)
    return SavedData(named, document.fingerprint(named))
