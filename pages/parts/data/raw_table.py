"""The raw cells of a sheet with a role above each column: problem cells marked, cells changed in place.

A component of our own draws it. It is sent a window of cells around what is in sight, so that a sheet of a
hundred thousand rows costs no more than a short one; what is done in it comes back as a message, which the
next run of the page takes over (:mod:`pages.parts.data.table_messages`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import streamlit as st

from cx import text
from cx.intake.sheet import Excerpt, excerpt
from cx.records import ROLES, Finding, Role, Shape, by_severity, told_once
from cx.records.file import LENS_ROLES, ColumnReading, Sheet, Understanding
from cx.text import Language
from pages.parts.around import cells, shown_sheet
from pages.parts.dress import shades
from pages.parts.shell import keys, state

_HERE = Path(__file__).parent
_table = st.components.v2.component(
    "cx_raw_table",
    css=shades.sheet(_HERE / "raw_table.css"),
    js=(_HERE / "raw_table.js").read_text(encoding="utf-8"),
)
_UNSURE = 0.7
_MOST_MARKS = 1_000
TALL: Final = 520
"""Of the table in CSS pixels, as ``raw_table.css`` sets it."""
_OF_RESPONSES: Final[tuple[Role, ...]] = (
    "rating", "outcome", "weight", "respondent", "time", "exposure",
    "end", "case", "order", "direction", "result", "duration",
)  # fmt: skip
_WORDS = ("row", "role", "hidden", "away", "problem", "before", "after", "hint", "empty")

_HOLES: Final = {name: f"{{{name}}}" for name in ("i", "n", "row")}
"""What the component itself fills in."""


@st.fragment
def draw(position: int, findings: Sequence[Finding], lang: Language) -> None:
    """Draw the sheet of one file that is in use.

    What it tells about is on the page already: only a message makes the whole page run again.
    """
    if st.session_state.get(keys.SENT):
        st.rerun()
    seen = shown_sheet.understood(position)
    place = cells.place_of(position, seen)
    sheet = shown_sheet.sheet(position, seen)
    row, column = _corner(place)
    part = excerpt(sheet, seen, lang, row=row, column=column)
    _table(
        key=f"raw_table_{place}",
        data=_data(place, seen, part, sheet, findings, lang),
        on_window_change=_ignore,
        on_sent_change=_hear,
    )


def _data(
    place: str, seen: Understanding, part: Excerpt, sheet: Sheet, findings: Sequence[Finding], lang: Language
) -> dict[str, Any]:
    file = state.current().files[int(place.partition(".")[0])]
    window = range(part.top, part.last + 1)
    target = st.session_state.get(keys.TARGET)
    return {
        **asdict(part),
        "place": place,
        "state": file.identity,
        "header": seen.header_rows,
        "first": seen.first_row,
        "last": seen.last_row,
        "hidden": sorted(row for row in sheet.hidden_rows if row in window),
        "columns": {
            one.letter: _column(one, seen, lang) for one in seen.columns if one.letter in part.letters
        },
        "edited": [f"{edit.column}{edit.row}" for edit in file.edits if edit.sheet == seen.sheet],
        "marks": _marks(findings, seen, lang),
        "target": target if target and target["place"] == place else None,
        "roles": _roles(seen.shape, lang),
        "words": {name: text.say(f"table.{name}", lang, **_HOLES) for name in _WORDS}
        | {"label": text.say("data.table.alt", lang, sheet=sheet.name)},
    }


def _column(column: ColumnReading, seen: Understanding, lang: Language) -> dict[str, Any]:
    spoken = seen.text_scales.get(column.header, {})
    return {
        "header": column.header,
        "role": column.role,
        "label": text.say(f"role.{column.role}", lang),
        "why": column.why(lang),
        "unsure": column.confidence < _UNSURE and column.role != "ignore",
        "away": seen.missing_codes.get(column.header, ()),
        "means": {answer: text.format.shown(number, lang) for answer, number in spoken.items()},
    }


def _roles(shape: Shape, lang: Language) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the roles in groups: the one that fits the shape comes first, what lenses read last."""
    table = [role for role in ROLES if role not in (*_OF_RESPONSES, *LENS_ROLES, "ignore")]
    groups = [("table.roles.table", table), ("table.roles.responses", list(_OF_RESPONSES))]
    in_order = groups if shape == "touchpoints" else groups[::-1]
    in_order.append(("table.roles.lenses", list(LENS_ROLES)))
    return [
        (text.say("table.roles.none", lang), [("ignore", text.say("role.ignore", lang))]),
        *(
            (text.say(key, lang), [(role, text.say(f"role.{role}", lang)) for role in roles])
            for key, roles in in_order
        ),
    ]


def _marks(findings: Sequence[Finding], seen: Understanding, lang: Language) -> list[list[Any]]:
    """Return for each cell or row with findings its place, the gravest severity, and all their words."""
    found: dict[tuple[int, int], list[Finding]] = {}
    for finding in by_severity(told_once(findings)):
        where = cells.cell_of(finding, seen)
        if where and (finding.sheet or "") == seen.sheet and finding.severity != "info":
            found.setdefault(where, []).append(finding)
    return [
        [row, column, ones[0].severity, " ".join(one.message(lang) for one in ones)]
        for (row, column), ones in list(found.items())[:_MOST_MARKS]
    ]


def _corner(place: str) -> tuple[int, int]:
    """Return the first row and column in sight, as the component asked for them or as a link leads there."""
    told = st.session_state.get(f"raw_table_{place}")
    asked = getattr(told, "window", None) or {}
    target = st.session_state.get(keys.TARGET)
    if target and target["place"] == place and not asked:
        return target["row"], max(0, target["column"])
    if asked.get("place") != place:
        return 1, 0
    row, column = asked.get("row"), asked.get("column")
    return (row, column) if isinstance(row, int) and isinstance(column, int) else (1, 0)


def _hear() -> None:
    """Keep what the component sent, for the next run of the page."""
    for key in list(st.session_state):
        if str(key).startswith("raw_table_"):
            sent = getattr(st.session_state[key], "sent", None)
            if isinstance(sent, dict):
                st.session_state[keys.SENT] = (*st.session_state.get(keys.SENT, ()), dict(sent))


def _ignore() -> None:
    """Do nothing: the run itself, with other cells, is what is wanted."""
