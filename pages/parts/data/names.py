"""What touchpoints are called: found in the file, and changed by hand."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from cx import text
from cx.intake import naming
from cx.records import TouchpointName
from cx.records.file import Understanding
from cx.text import Language
from pages.parts.shell import keys, state
from pages.parts.shell.workspace import SavedData

Apply = Callable[[naming.Renaming], None]


def of_file(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the names of a file's touchpoints in a box that opens."""
    file = state.current().files[position]
    draw(f"{position}_{file.identity}", seen.names, for_file(position), lang)


def of_saved(saved: SavedData, lang: Language) -> None:
    """Draw the names of the touchpoints of a session."""
    draw(saved.fingerprint, of_table(saved), for_saved(saved), lang)


def draw(about: str, names: Sequence[TouchpointName], apply: Apply, lang: Language) -> None:
    """Draw names that can be changed; an empty one gives back the name that was found.

    Parameters
    ----------
    about
        What the names are of; another one begins anew.
    apply
        Takes over what came of the names that were typed.
    """
    if not names:
        return
    label = text.say("names.title", lang, n=len(names))
    box = st.expander(label, icon=":material/edit_note:", key="touchpoint_names", on_change="rerun")
    if not box.open:
        return
    with box:
        kind = "questions" if any(one.column for one in names) else "table"
        st.markdown(f":small[{text.say(f'names.help.{kind}', lang)}]")
        _say_what_came_of_it(lang)
        _editor(about, names, apply, lang)


def _editor(about: str, names: Sequence[TouchpointName], apply: Apply, lang: Language) -> None:
    _, again, _ = st.session_state.get(keys.NAMES_TOLD, _NOTHING)
    key = f"names_{lang}_{about}_{again}"
    st.data_editor(
        pd.DataFrame([(one.source, one.name) for one in names], columns=["source", "name"]),
        key=key,
        hide_index=True,
        num_rows="fixed",
        disabled=["source"],
        on_change=partial(_take, key, names, apply),
        column_config={
            "source": st.column_config.TextColumn(text.say("names.source", lang), width="large"),
            "name": st.column_config.TextColumn(
                text.say("names.name", lang), width="medium", max_chars=_LONGEST
            ),
        },
        alt=text.say("names.alt", lang),
    )


_LONGEST = 200
_NOTHING = ((), "", "")


def _take(key: str, names: Sequence[TouchpointName], apply: Apply) -> None:
    take(st.session_state[key]["edited_rows"], names, apply)


def take(edited: Mapping[int, Mapping[str, object]], names: Sequence[TouchpointName], apply: Apply) -> None:
    """Take over what was changed in the table of names; ``edited`` as ``st.data_editor`` keeps it."""
    typed = {names[int(place)].source: str(changed.get("name") or "") for place, changed in edited.items()}
    found = naming.renamed(names, typed)
    said = (*(("taken", *pair) for pair in found.refused), *(("emptied", one, "") for one in found.emptied))
    apply(found)
    again = secrets.token_hex(4)  # another table shows what holds now
    st.session_state[keys.NAMES_TOLD] = (said, again, state.current().identity)


def _say_what_came_of_it(lang: Language) -> None:
    said, _, of = st.session_state.get(keys.NAMES_TOLD, _NOTHING)
    for kind, name, other in said if of == state.current().identity else ():
        shown = {"name": text.for_markdown(name), "touchpoint": text.for_markdown(other)}
        tell, icon = (st.error, "error") if kind == "taken" else (st.info, "info")
        tell(text.say(f"names.{kind}", lang, **shown), icon=f":material/{icon}:")


def of_table(saved: SavedData) -> tuple[TouchpointName, ...]:
    """Return the touchpoints of a session with their names."""
    return naming.in_table(saved.touchpoints)


def for_file(position: int) -> Apply:
    """Return what takes over the names of a file's touchpoints."""
    return partial(_set_names, position)


def for_saved(saved: SavedData) -> Apply:
    """Return what takes over the names of the touchpoints of a session."""
    return partial(_set_saved, saved)


def _set_saved(saved: SavedData, found: naming.Renaming) -> None:
    from cx.session.sessions import document

    named = naming.with_names(saved.touchpoints, found.names)
    state.change(replace(state.current(), saved=SavedData(named, document.fingerprint(named))))


def _set_names(position: int, found: naming.Renaming) -> None:
    known = state.current().files[position].choices.names
    elsewhere = {key: name for key, name in known.items() if key not in found.sources}
    state.set_choices(position, names={**elsewhere, **found.names})
