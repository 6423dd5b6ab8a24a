"""The stage: the chart alone in type for a projector, one quadrant or one touchpoint after the other."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from cx import errors, text
from cx import matrix as building
from cx.records import QUADRANTS, Matrix, Quadrant
from cx.text import Language
from pages.parts.around import frame, guard
from pages.parts.computed import matrices, screen
from pages.parts.drafts import draft_of_page, unsaved
from pages.parts.matrix import stage_keys
from pages.parts.open_session import lock
from pages.parts.projector import full_screen, large
from pages.parts.shell import clock, keys, language, plain_chart, state, window
from pages.parts.shell.state import Workspace

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

    from cx.picture import Picture


def enter() -> None:
    """Show nothing but the chart from now on."""
    st.session_state[keys.PRESENT] = True
    for one in (keys.SPOT, keys.REVEALED, keys.PROJECTED):
        st.session_state.pop(one, None)


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
        draft_of_page.note()
        try:
            _fill(state.current(), lang, seen)
        except errors.CxError:
            leave()
            st.rerun()


def _fill(workspace: Workspace, lang: Language, seen: window.Window) -> None:
    matrix = matrices.matrix(workspace)
    shown = large.shown()
    with st.container(
        horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="stage_bar"
    ):
        if state.lock():
            st.html(f"<p class='cx-lead'><span class='cx-lock'>{text.for_html(lock.stamp(lang))}</span></p>")
        large.buttons(lang)
        if shown is None:
            _controls(matrix, lang)
            st.button(
                text.say("matrix.leave", lang), key="leave", shortcut="Esc", on_click=leave, type="tertiary"
            )
    stage_keys.listen(partial(_moved, matrix), lang)
    if shown is None:
        _chart(workspace, matrix, lang, seen)
    else:
        large.draw(shown, lang)


def _chart(workspace: Workspace, matrix: Matrix, lang: Language, seen: window.Window) -> None:
    spot = matrix.bubble(st.session_state.get(keys.SPOT) or "")
    hidden = _shown(matrix)
    words = building.headline(matrix, lang) if hidden is None else building.so_far(matrix, hidden, lang)
    words = building.spotlight(spot, matrix, lang) if spot else words
    st.html(f"<h1 class='cx-stage-title'>{text.for_html(words)}</h1>")
    sight = screen.Sight(seen.stage(workspace.settings.look), seen.enlarged)
    lit = _lit(workspace, spot.id) if spot else workspace
    drawn: tuple[Figure, Picture]
    if hidden is None:
        drawn = screen.figure(lit, lang, sight), screen.picture(lit, lang, sight)
    else:
        told = building.footnote_so_far(matrix, hidden, lang, clock.today())
        drawn = screen.revealed(lit, lang, sight, hidden, footnote=told, alt=words)
    with st.container(horizontal_alignment="center", gap="small"):
        plain_chart.draw(drawn[0], keys.CHART, drawn[1].alt, picked=_spot_clicked)
        plain_chart.names_below(drawn[1], lang)


def _controls(matrix: Matrix, lang: Language) -> None:
    """Draw what steps through the matrix; each has its key, so that nobody has to look for the pointer."""
    hiding = st.session_state.get(keys.REVEALED) is not None
    buttons = [
        ("back", "back", ":material/chevron_left:", "Left", _step, (matrix, -1)),
        ("forth", "forth", ":material/chevron_right:", "Right", _step, (matrix, 1)),
    ]
    if matrix.has_impact:
        words = "reveal_next" if hiding else "reveal"
        buttons.append(("reveal", words, ":material/visibility:", "Down", _reveal, ()))
    for name, said, icon, shortcut, act, args in buttons:
        st.button(
            text.say(f"stage.{said}", lang),
            icon=icon,
            key=f"stage_{name}",
            shortcut=shortcut,
            on_click=act,
            args=args,
            type="tertiary",
        )
    full_screen.draw("stage_full", text.say("stage.full", lang), text.say("stage.small", lang))


def _moved(matrix: Matrix, move: stage_keys.Move) -> None:
    """Step as a key of a remote asks; the first place is the whole matrix, the last its last touchpoint."""
    if move == "first":
        st.session_state.pop(keys.SPOT, None)
    elif move == "last":
        st.session_state[keys.SPOT] = _order(matrix)[-1]
    else:
        _step(matrix, 1 if move == "forth" else -1)


def _order(matrix: Matrix) -> list[str | None]:
    """The touchpoints that may be lit, in order of priority, after none of them."""
    return [None, *(bubble.id for bubble in matrix.by_priority if _is_shown(bubble.quadrant))]


def _step(matrix: Matrix, by: int) -> None:
    """Put the next touchpoint in order of priority into the spotlight; after the last comes none."""
    order = _order(matrix)
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
    points = st.session_state[keys.CHART]["selection"]["points"]
    if points:
        id_ = points[0]["customdata"]
        st.session_state[keys.SPOT] = str(id_[0] if isinstance(id_, list) else id_)


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
