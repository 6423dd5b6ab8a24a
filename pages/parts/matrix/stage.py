"""The stage: the chart alone in type for a projector, one quadrant or one touchpoint after the other."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

import streamlit as st

from cx import errors, text
from cx import matrix as building
from cx.records import QUADRANTS, Matrix, Quadrant
from cx.text import Language
from pages.parts.around import frame, guard
from pages.parts.computed import matrices, screen
from pages.parts.drafts import kept, unsaved
from pages.parts.matrix import chart, full_screen
from pages.parts.open_session import lock
from pages.parts.shell import keys, language, state, window
from pages.parts.shell.state import Workspace

_TYPE = 1.5


def enter() -> None:
    """Show nothing but the chart from now on."""
    st.session_state[keys.PRESENT] = True
    st.session_state.pop(keys.SPOT, None)
    st.session_state.pop(keys.REVEALED, None)


def leave() -> None:
    """Show the whole page again."""
    st.session_state[keys.PRESENT] = False


def draw() -> None:
    """Draw the stage until Escape is pressed."""
    lang = language.current()
    frame.dress("matrix", lang)
    with st.container(key=keys.STAGE, gap="small"):
        seen = window.measure(lang, presenting=True)
        guard.draw(lang, takes=False, unsaved=unsaved.is_there())
        kept.note()
        try:
            _fill(state.current(), lang, seen)
        except errors.CxError:
            leave()
            st.rerun()


def _fill(workspace: Workspace, lang: Language, seen: window.Window) -> None:
    matrix = matrices.matrix(workspace)
    spot = matrix.bubble(st.session_state.get(keys.SPOT) or "")
    words = building.spotlight(spot, matrix, lang) if spot else building.headline(matrix, lang)
    with st.container(
        horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="stage_bar"
    ):
        if state.lock():
            st.html(f"<p class='cx-lead'><span class='cx-lock'>{text.for_html(lock.stamp(lang))}</span></p>")
        _controls(matrix, lang)
    st.html(f"<h1 class='cx-stage-title'>{text.for_html(words)}</h1>")
    sight = screen.Sight(seen.stage_width(workspace.settings.look.size), _TYPE)
    lit = _lit(workspace, spot.id) if spot else workspace
    figure = screen.figure(lit, lang, sight, shown=_shown(matrix), zoomable=False)
    chart.plot(figure, screen.picture(lit, lang, sight), _spot_clicked)


def _controls(matrix: Matrix, lang: Language) -> None:
    """Draw what steps through the matrix; each has its key, so that nobody has to look for the pointer."""
    buttons = [
        ("back", ":material/chevron_left:", "Left", _step, (matrix, -1)),
        ("forth", ":material/chevron_right:", "Right", _step, (matrix, 1)),
    ]
    if matrix.has_impact:
        buttons.append(("reveal", ":material/visibility:", "Down", _reveal, ()))
    for name, icon, shortcut, act, args in buttons:
        st.button(
            text.say(f"stage.{name}", lang),
            icon=icon,
            key=f"stage_{name}",
            shortcut=shortcut,
            on_click=act,
            args=args,
            type="tertiary",
        )
    full_screen.draw("stage_full", text.say("stage.full", lang), text.say("stage.small", lang))
    st.button(text.say("matrix.leave", lang), key="leave", shortcut="Esc", on_click=leave, type="tertiary")


def _step(matrix: Matrix, by: int) -> None:
    """Put the next touchpoint in order of priority into the spotlight; after the last comes none."""
    order = [None, *(bubble.id for bubble in matrix.by_priority if _is_shown(bubble.quadrant))]
    now = st.session_state.get(keys.SPOT)
    turned = deque(order)
    turned.rotate(-by)
    st.session_state[keys.SPOT] = turned[order.index(now) if now in order else 0]


def _reveal() -> None:
    """Hide all quadrants at first, then show one more each time; after the last all are shown."""
    count = st.session_state.get(keys.REVEALED)
    following = 0 if count is None else count + 1
    st.session_state[keys.REVEALED] = following if following < len(QUADRANTS) else None
    st.session_state.pop(keys.SPOT, None)


def _spot_clicked() -> None:
    """Put the touchpoint that was clicked into the spotlight."""
    if point := chart.chosen_point():
        st.session_state[keys.SPOT] = point


def _is_shown(quadrant: Quadrant | None) -> bool:
    count = st.session_state.get(keys.REVEALED)
    return count is None or quadrant in QUADRANTS[:count]


def _shown(matrix: Matrix) -> tuple[Quadrant, ...] | None:
    """Return the quadrants that are revealed; ``None``: all that there is."""
    count = st.session_state.get(keys.REVEALED)
    return None if count is None or not matrix.has_impact else QUADRANTS[:count]


def _lit(workspace: Workspace, bubble: str) -> Workspace:
    settings = workspace.settings
    return replace(workspace, settings=replace(settings, look=replace(settings.look, highlight=(bubble,))))
