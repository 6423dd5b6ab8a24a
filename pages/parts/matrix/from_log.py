"""What logs among the files add to the matrix: contacts and repeats as a table, and the chosen path."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from cx import text
from cx.records import Matrix
from cx.text import Language
from pages.parts.computed import path_map
from pages.parts.computed import paths as computed
from pages.parts.shell import numbers, paths
from pages.parts.shell.workspace import Workspace

_COLUMNS = (
    ("name", "name", None),
    ("contacts", "number", 0),
    ("customers", "number", 0),
    ("again_share", "number", None),
    ("leads", "words", None),
    ("leave", "words", None),
)


def table(workspace: Workspace, _matrix: Matrix, lang: Language) -> None:
    """Draw what the log says of each touchpoint."""
    found = computed.contacts(workspace)
    if found is None:
        return
    told = ["contacts.said", *([] if found.directed else ["contacts.undirected"]), "contacts.late"]
    said = " ".join(text.say(key, lang, n=found.not_followed) for key in told)
    st.markdown(f":small[{said}]")
    share = numbers.percent(1, lang)
    columns = {
        name: numbers.Column(
            text.say(f"contacts.column.{name}", lang),
            kind,  # type: ignore[arg-type]
            write=None if kind != "number" else share if decimals is None else numbers.plain(decimals, lang),
        )
        for name, kind, decimals in _COLUMNS
    }
    rows = pd.DataFrame([{name: getattr(one, name) for name in columns} for one in found.touchpoints])
    numbers.table(rows, columns, text.say("behind.tab.contacts", lang), lang)


def followed(workspace: Workspace, lang: Language) -> None:
    """Draw the path that is on the matrix as a chip, which a click takes away.

    Where the picture shows no names, the chip has none either.
    """
    path = paths.current().followed
    if path:
        called = path_map.names_shown(workspace, lang)
        st.button(
            text.for_markdown(" → ".join(called.get(name, name) for name in path)),
            icon=":material/close:",
            key="followed",
            help=text.say("contacts.followed.remove", lang),
            on_click=paths.ask,
            kwargs={"followed": ()},
        )
