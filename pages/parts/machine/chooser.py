"""A file, a folder or a pattern on this machine: typed, or found step by step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from cx import errors, text
from cx.text import Language
from pages.parts.access import machine
from pages.parts.machine import work
from pages.parts.shell import keys
from pages.parts.shell.workspace import Place
from pages.parts.upload import boxes

if TYPE_CHECKING:
    from cx.engine import Folder

_ABOVE: Final = "above"
Step = tuple[Literal["above", "folder", "file"], str]
"""What can be chosen in a folder, and its name."""


def draw(lang: Language, *, reading: bool = False) -> None:
    """Draw the field for a path, what lies there, and the button that reads it, if nothing is read."""
    st.text_input(
        text.say("machine.path", lang),
        key=keys.PLACE_TYPED,
        placeholder=text.say("machine.path.example", lang),
        help=text.say("machine.path.help", lang),
        on_change=work.forget,
    )
    _steps(lang)
    st.button(
        text.say("machine.read", lang),
        icon=":material/play_arrow:",
        key="machine_read",
        on_click=_read,
        args=(lang,),
        disabled=reading or not _typed(),
    )


def _steps(lang: Language) -> None:
    """Draw what lies where the path leads, or why that cannot be seen."""
    from cx import engine

    try:
        folder = engine.folder_at(path_of(_typed()), boxes.KINDS)
    except errors.FileError as error:
        st.warning(text.for_markdown(error.message(lang)), icon=":material/folder_off:")
        return
    steps = _offered(folder)
    there = {"folders": len(folder.folders), "n": len(folder.files)}
    key = "machine.steps.choose" if any(there.values()) else "machine.steps.none"
    st.selectbox(
        text.say("machine.steps", lang, folder=text.for_markdown(folder.path)),
        list(steps),
        index=None,
        format_func=lambda step: _words(steps[step], lang),
        key=_key(folder.path, lang),
        on_change=_go,
        args=(folder.path, steps, lang),
        placeholder=text.say(key, lang, **there),
    )
    if folder.others:
        st.caption(text.say("machine.others", lang, n=folder.others))
    if folder.nameless:
        st.caption(text.say("machine.nameless", lang, n=folder.nameless))
    if folder.more:
        st.caption(text.say("machine.more", lang, n=engine.LISTED))


def _offered(folder: Folder) -> dict[str, tuple[Step, int]]:
    """Each step that can be taken, with the size of a file, by a text that no other one has."""
    found: dict[str, tuple[Step, int]] = {}
    if folder.above is not None:
        found["^"] = ((_ABOVE, folder.above), 0)
    found |= {f"/{name}": (("folder", name), 0) for name in folder.folders}
    return found | {f".{one.name}": (("file", one.name), one.size) for one in folder.files}


def _words(offered: tuple[Step, int], lang: Language) -> str:
    (kind, name), size = offered
    if kind == "above":
        return text.say("machine.step.above", lang)
    if kind == "folder":
        return text.say("machine.step.folder", lang, name=name)
    return text.say("machine.step.file", lang, name=name, size=text.size(size, lang))


def _key(folder: str, lang: Language) -> str:
    return f"machine_steps_{lang}_{folder}"


def _go(folder: str, steps: dict[str, tuple[Step, int]], lang: Language) -> None:
    """Put the step that was chosen into the field: what lies there is offered next."""
    chosen = st.session_state.get(_key(folder, lang))
    if chosen not in steps:
        return
    (kind, name), _ = steps[chosen]
    st.session_state[keys.PLACE_TYPED] = name if kind == "above" else str(Path(folder) / name)
    st.session_state[_key(folder, lang)] = None


def _typed() -> str:
    return str(st.session_state.get(keys.PLACE_TYPED) or "").strip()


def path_of(typed: str) -> Path:
    """Return the path that somebody typed; one that begins nowhere begins in the person's own folder."""
    given = typed.removeprefix('"').removesuffix('"')
    try:
        return Path.home() / Path(given).expanduser()
    except RuntimeError:  # nobody of that name, or nobody's folder
        return Path(given).absolute()


def _read(lang: Language) -> None:
    """Let what the path means be read by the run that begins now; where that cannot be, say why."""
    try:
        work.begin(place_at(_typed(), lang))
    except errors.CxError as error:
        work.refused(_typed(), error)


def place_at(typed: str, lang: Language) -> Place:
    """Return the place that a path, a folder or a pattern means.

    Raises
    ------
    cx.errors.CxError
        When others reach this server, there is nothing that is read, or it may not be read.
    """
    from cx import engine

    machine.check()
    path = path_of(typed)
    found = engine.files_of(path, boxes.KINDS)
    marks = engine.marks_of([str(one) for one in found])
    several = text.say("machine.several", lang, place=path.name, n=len(found))
    return Place(found[0].name if len(found) == 1 else several, marks)
