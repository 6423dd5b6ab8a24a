"""What this session remembers of files: their bytes, to mark a copy, and the choices made for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import streamlit as st

from cx.records import Choices, Finding
from cx.records.file import Understanding, Workbook
from cx.text import Language
from pages.parts.computed import one_file
from pages.parts.drafts import file_prints
from pages.parts.shell import keys, state
from pages.parts.shell.state import LoadedFile

if TYPE_CHECKING:
    from cx.deliver import Marked

How = Literal["applied", "loaded"]
_MOST = 20


def keep_content(workbook: Workbook, content: bytes) -> None:
    """Keep the bytes of a workbook: its marked copy is made of them; and what any file is known by."""
    file_prints.note(workbook, content)
    if content and workbook.notes.get("kind") == "workbook":
        st.session_state[keys.CONTENTS] = {**_contents(), workbook.sha256: content}


def loaded_files(workbooks: Sequence[Workbook]) -> tuple[LoadedFile, ...]:
    """Return newly read files, each with the choices made for an earlier one that has its headers."""
    _let_go(workbooks)
    return tuple(_with_choices(workbook) for workbook in workbooks)


def keep_choices(position: int, seen: Understanding) -> None:
    """Remember what was set for a file, for the next with its headers; what was taken back is forgotten."""
    file = state.current().files[position]
    if not seen.columns or file.workbook.notes.get("kind") == "blank":
        return
    from cx.intake import mapping

    name, fingerprint = mapping.headers_key(seen), file.workbook.sha256
    known = _mappings()
    if file.choices != Choices():
        newest = {name: (fingerprint, mapping.mapping_of(file.choices, seen))}
        others = [one for one in known.items() if one[0] != name]
        st.session_state[keys.MAPPINGS] = dict([*others, *newest.items()][-_MOST:])
    elif name in known and (known[name][0] == fingerprint or fingerprint in _taken()):
        st.session_state[keys.MAPPINGS] = {key: one for key, one in known.items() if key != name}


def take(position: int, content: bytes) -> None:
    """Use the choices of a mapping file.

    Raises
    ------
    cx.errors.ArgumentError
        When it is none, or does not fit.
    """
    from cx.intake import mapping

    file = state.current().files[position]
    choices = mapping.fitting(content, one_file.edited(file))
    state.set_file(position, choices=choices)
    _note(file.workbook, "loaded", choices)
    st.session_state[keys.MAPPING_ROUND] = turn() + 1


def take_back(position: int) -> None:
    """Read a file without the choices that it got from before."""
    state.set_file(position, choices=Choices())


def turn() -> int:
    """Return how many mapping files were taken: each gets an uploader of its own."""
    taken: int = st.session_state.get(keys.MAPPING_ROUND, 0)
    return taken


def how_applied(file: LoadedFile) -> How | None:
    """Return how a file came by its choices from before; ``None`` when they are its own."""
    how, choices = _taken().get(file.workbook.sha256, (None, None))
    return how if choices == file.choices else None


def marked(file: LoadedFile, findings: tuple[Finding, ...], lang: Language) -> Marked:
    """Return the file with its findings marked; the one made last is kept."""
    name = (file.identity, repr(findings), lang)
    known: tuple[object, Marked] | None = st.session_state.get(keys.MARKED)
    if known and known[0] == name:
        return known[1]
    from cx import deliver

    book = file.workbook
    content = _contents().get(book.sha256, b"")
    made = deliver.marked(content, book.name, book, findings, lang, edits=file.edits)
    st.session_state[keys.MARKED] = (name, made)
    return made


def _with_choices(workbook: Workbook) -> LoadedFile:
    known = [content for _, content in reversed(_mappings().values())]
    if not known:
        return LoadedFile(workbook)
    from cx.intake import mapping

    choices = mapping.recognised(known, workbook)
    if choices is None:
        return LoadedFile(workbook)
    _note(workbook, "applied", choices)
    return LoadedFile(workbook, choices)


def _let_go(coming: Sequence[Workbook]) -> None:
    """Forget the bytes of files to which no step back leads."""
    steps = (*st.session_state.get(keys.PAST, ()), *st.session_state.get(keys.FUTURE, ()), state.current())
    needed = {file.workbook.sha256 for step in steps for file in step.files}
    needed |= {workbook.sha256 for workbook in coming}
    st.session_state[keys.CONTENTS] = {name: one for name, one in _contents().items() if name in needed}


def _note(workbook: Workbook, how: How, choices: Choices) -> None:
    st.session_state[keys.TAKEN] = {**_taken(), workbook.sha256: (how, choices)}


def _contents() -> dict[str, bytes]:
    found: dict[str, bytes] = st.session_state.get(keys.CONTENTS, {})
    return found


def _mappings() -> dict[str, tuple[str, bytes]]:
    """By the headers: the file that the choices were made for, and the choices."""
    found: dict[str, tuple[str, bytes]] = st.session_state.get(keys.MAPPINGS, {})
    return found


def _taken() -> dict[str, tuple[How, Choices]]:
    """By the file: how it came by its choices from before, and which."""
    found: dict[str, tuple[How, Choices]] = st.session_state.get(keys.TAKEN, {})
    return found
