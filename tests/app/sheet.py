"""The raw table of the Data page without a browser: what it was sent, and what it sends back."""

from __future__ import annotations

import json
import re
from typing import Any

from streamlit.testing.v1 import AppTest

from pages.parts.shell import keys


def given(app: AppTest) -> dict[str, Any]:
    """Return what the component got."""
    return next(
        json.loads(one.proto.json)
        for one in app.get("bidi_component")
        if one.proto.component_name == "cx_raw_table"
    )


def sent(app: AppTest, **message: Any) -> AppTest:
    """Return the page after the component sent a message."""
    app.session_state[keys.SENT] = ({"place": given(app)["place"], **message},)
    return app.run()


def typed(app: AppTest, **cells: str) -> AppTest:
    """Return the page after cells were typed: ``typed(app, B3="9")``."""
    places = [(re.fullmatch(r"([A-Z]+)(\d+)", cell).groups(), words) for cell, words in cells.items()]
    return sent(app, kind="edit", cells=[[int(row), letter, words] for (letter, row), words in places])


def take_role(app: AppTest, letter: str, role: str) -> AppTest:
    """Return the page after the role of a column was chosen."""
    return sent(app, kind="role", letter=letter, role=role)


def role(app: AppTest, letter: str) -> str:
    """Return the role that stands above a column."""
    return given(app)["columns"][letter]["role"]


def column(app: AppTest, letter: str) -> list[str]:
    """Return the filled cells of a column below the header."""
    data = given(app)
    place = sorted(data["columns"], key=lambda one: (len(one), one)).index(letter)
    rows = range(data["first"], data["top"] + len(data["cells"]))
    return [cell for row in rows if (cell := data["cells"][row - data["top"]][place])]


def marked(app: AppTest) -> list[tuple[int, int, str]]:
    """Return row, column and severity of what is marked."""
    return [(row, place, severity) for row, place, severity, _ in given(app)["marks"]]
