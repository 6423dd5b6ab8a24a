"""The missions of a session beside what changed: whether each target was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import text
from cx.records import Session
from cx.text import NOTHING, Language
from pages.parts.compare import choice
from pages.parts.computed import matrices
from pages.parts.open_session import autosave
from pages.parts.shell import clock
from pages.parts.shell.state import Workspace

if TYPE_CHECKING:
    from cx.session.sessions import Standing

_HEADS: Final = ("touchpoint", "mission", "kpi", "then", "target", "now", "due", "reached")
_NUMBERS: Final = ("then", "target", "now")


def draw(workspace: Workspace, pair: choice.Pair, lang: Language) -> None:
    """Draw the missions with a target: of the session that is compared with, else of the one that is open."""
    session = _session(pair)
    aimed = [one for one in session.missions if one.target is not None] if session else []
    if not aimed:
        return
    from cx.session.sessions import deciding

    found = deciding.standings(aimed, matrices.decisions_matrix(workspace))
    reached = [one for one in found if one.reached]
    title = text.say("compare.missions", lang, n=len(found), reached=text.whole(len(reached), lang))
    st.header(title, anchor=False)
    heads = "".join(
        f"<th scope='col'{_aligned(key)}>{text.say(f'decisions.head.{key}', lang)}</th>" for key in _HEADS
    )
    rows = "".join(_row(one, lang) for one in found)
    st.html(f"<table class='cx-table cx-plain'><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>")


def _session(pair: choice.Pair) -> Session | None:
    saved = choice.saved_session(pair)
    return saved if saved and saved.missions else autosave.opened()


def _row(one: Standing, lang: Language) -> str:
    from cx.deliver.told import named_kpi

    decision = one.decision
    due = text.short_date(decision.due, lang) if decision.due else NOTHING
    late = one.overdue(clock.today())
    cells = (
        f"<b>{text.for_html(decision.name)}</b>",
        text.for_html(decision.mission or NOTHING),
        text.for_html(named_kpi(decision, lang)),
        text.number(decision.current, lang),
        text.number(decision.target, lang),
        text.number(one.now, lang),
        f"<span class='cx-late'>{text.say('decisions.late', lang, day=due)}</span>" if late else due,
        _reached(one, lang),
    )
    drawn = "".join(f"<td{_aligned(key)}>{cell}</td>" for key, cell in zip(_HEADS, cells, strict=True))
    return f"<tr>{drawn}</tr>"


def _aligned(key: str) -> str:
    return " class='cx-number'" if key in _NUMBERS else ""


def _reached(one: Standing, lang: Language) -> str:
    if one.reached is None:
        return NOTHING
    return f"<b>{text.say('missions.yes' if one.reached else 'missions.no', lang)}</b>"
