"""What hands do on the chart: its crosshair and notes are moved, a bubble is clicked, a part is zoomed into.

A component without a body of its own lies over the chart. It is told what can be taken hold of, moves it
without asking, and sends what came of it once: dragging costs one run, at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

import streamlit as st

from cx import text
from cx.records import CrosshairRule, Matrix
from cx.text import Language
from pages.parts.computed import screen
from pages.parts.matrix import card, zoom
from pages.parts.matrix.on_chart import notes
from pages.parts.shell import keys, state
from pages.parts.shell.state import Workspace

if TYPE_CHECKING:
    from cx.picture import Handles, Picture

_HERE = Path(__file__).parent
_hands = st.components.v2.component(
    "cx_hands",
    css=(_HERE / "hands.css").read_text(encoding="utf-8"),
    js=(_HERE / "hands.js").read_text(encoding="utf-8"),
)
BOARD: Final = "board"
"""The key of what holds the chart, its handles and the card beside a bubble."""
TOOLS: Final = "chart_tools"
"""The key of the row below it."""
_KEY: Final = "hands"


def lay(workspace: Workspace, matrix: Matrix, lang: Language, sight: screen.Sight) -> None:
    """Lay what can be taken hold of over the chart."""
    picture = screen.picture(workspace, lang, sight)
    found = screen.handles(workspace, lang, sight)
    heard: Mapping[str, Callable[[Any], None]] = {
        "point": card.choose,
        "close": lambda _: card.close(),
        "line": partial(_line, matrix),
        "back": _back,
        "zoom": partial(_zoom, workspace, picture, sight.width),
        "note": partial(notes.heard, picture, sight.width),
    }
    _hands(
        key=_KEY,
        data=_data(workspace, found, lang),
        **{f"on_{name}_change": partial(_hear, name, act) for name, act in heard.items()},
    )


def _hear(name: str, act: Callable[[Any], None]) -> None:
    told = st.session_state[_KEY].get(name)
    if told is not None:
        act(told)


def _data(workspace: Workspace, found: Handles, lang: Language) -> dict[str, Any]:
    settings = workspace.settings
    names = ("satisfaction", "impact", "line", "note", "box")
    locked = state.lock() is not None
    chosen = st.session_state.get(keys.CHOSEN) or ""
    discs = dict(zip(found.ids, found.discs, strict=True))
    return {
        **found.plain,
        "card": discs.get(chosen),
        "card_of": chosen,
        "crosshair": {"rule": settings.crosshair_rule, "fixed": settings.fixed},
        "locked": text.say("hands.locked", lang) if locked else "",
        "words": {name: text.say(f"hands.{name}", lang) for name in names},
        "zooming": bool(st.session_state.get(keys.ZOOMING)),
        "zoomed": zoom.current(workspace) is not None,
        "board": BOARD,
        "chart": keys.CHART,
        "card_key": card.KEY,
        "tools": TOOLS,
    }


def _line(matrix: Matrix, told: Any) -> None:  # noqa: ANN401 - what a component sends
    """Put a line of the crosshair where it was dragged to."""
    from cx import matrix as building

    axis, value = told.get("axis"), told.get("value")
    if axis not in ("satisfaction", "impact") or not isinstance(value, (int, float)) or state.lock():
        return
    lines = building.line_moved(matrix, axis, float(value))
    if lines is not None:
        state.set_settings(crosshair_rule="fixed", fixed=lines)


def _back(told: Any) -> None:  # noqa: ANN401 - what a component sends
    """Put the crosshair back to where it stood when its line was taken hold of."""
    rule, fixed = told.get("rule"), told.get("fixed")
    if rule not in get_args(CrosshairRule) or state.lock():
        return
    lines = (float(fixed[0]), float(fixed[1])) if rule == "fixed" and fixed else None
    if rule != "fixed" or lines:
        state.set_settings(crosshair_rule=rule, fixed=lines)


def _zoom(workspace: Workspace, picture: Picture, width: int, told: Any) -> None:  # noqa: ANN401 - as above
    if told.get("out"):
        zoom.out()
    else:
        zoom.into(workspace, picture, width, told)
