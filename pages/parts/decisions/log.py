"""The log of decisions in order of time, how each mission stands, and the two files of missions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import matrix as building
from cx import text
from cx.picture.colour import shades
from cx.records import QUADRANTS, Matrix, Session
from cx.text import NOTHING, Language
from pages.parts.dress import list_search
from pages.parts.dress.shades import of_text
from pages.parts.open_session import who
from pages.parts.shell import clock

if TYPE_CHECKING:
    from cx.session.sessions import Standing

_HEADS: Final = (
    "moment",
    "touchpoint",
    "strategy",
    "mission",
    "owner",
    "due",
    "kpi",
    "target",
    "now",
    "reached",
)
_NUMBERS: Final = ("target", "now")


def draw(session: Session, matrix: Matrix, lang: Language) -> None:
    """Draw the log; nothing before the first decision."""
    if not session.decisions:
        return
    from cx.session.sessions import deciding

    found = deciding.standings(session.log, matrix)
    head, files = st.columns([3, 2], vertical_alignment="bottom")
    head.header(text.say("decisions.log", lang), anchor=False)
    with files, st.container(horizontal=True, horizontal_alignment="right"):
        _files(session, found, matrix, lang)
    list_search.draw("decisions_log", "tbody > tr", len(found), lang)
    with st.container(key="decisions_log"):
        st.html(_table(found, matrix, lang))


def _files(session: Session, found: tuple[Standing, ...], matrix: Matrix, lang: Language) -> None:
    from cx.deliver.ground import file_stem

    stem = file_stem(text.say("missions.file", lang, name=session.name))
    names = {one: building.strategy(matrix.settings, one, lang).name for one in QUADRANTS}
    now = {one.decision.touchpoint: one.now for one in found}

    def table() -> bytes:
        from cx.deliver.lists import missions

        return missions.missions_csv(session.log, lang, now=now, strategies=names)

    def days() -> bytes:
        from cx.deliver.lists import icalendar
        from cx.session.sessions import stored

        return icalendar.calendar(session.missions, session.id, lang, moment=stored.moment_now())

    for name, make, kind, mime in (("csv", table, "csv", "text/csv"), ("ics", days, "ics", "text/calendar")):
        st.download_button(
            text.say(f"missions.{name}", lang),
            make,
            file_name=f"{stem}.{kind}",
            mime=mime,
            icon=":material/download:",
            key=f"missions_{name}_{lang}",
            on_click="ignore",
            disabled=name == "ics" and not session.missions,
        )


def _table(found: tuple[Standing, ...], matrix: Matrix, lang: Language) -> str:
    numbers = " class='cx-number'"
    heads = "".join(
        f"<th scope='col'{numbers if key in _NUMBERS else ''}>{text.say(f'decisions.head.{key}', lang)}</th>"
        for key in _HEADS
    )
    rows = "".join(_row(one, matrix, lang) for one in found)
    return f"<table class='cx-table cx-plain'><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _row(one: Standing, matrix: Matrix, lang: Language) -> str:
    from cx.deliver.told import named_kpi

    decision = one.decision
    moment = f"{clock.day_and_time(decision.moment, lang)} · {who.shown(decision.who, lang)}"
    due = text.short_date(decision.due, lang) if decision.due else NOTHING
    late = one.overdue(clock.today())
    has_target = decision.target is not None
    cells = (
        text.for_html(moment),
        f"<b>{text.for_html(decision.name)}</b>",
        _strategy(one, matrix, lang),
        text.for_html(decision.mission or NOTHING),
        text.for_html(decision.owner or NOTHING),
        f"<span class='cx-late'>{text.say('decisions.late', lang, day=due)}</span>" if late else due,
        text.for_html(named_kpi(decision, lang)) if has_target else NOTHING,
        text.number(decision.target, lang),
        text.number(one.now, lang) if has_target else NOTHING,
        _reached(one, lang),
    )
    drawn = "".join(
        f"<td class='cx-number'>{cell}</td>" if key in _NUMBERS else f"<td>{cell}</td>"
        for key, cell in zip(_HEADS, cells, strict=True)
    )
    return f"<tr>{drawn}</tr>"


def _strategy(one: Standing, matrix: Matrix, lang: Language) -> str:
    decision = one.decision
    shade = shades(matrix.settings.look.colours)[decision.strategy]
    name = text.for_html(building.decided_name(matrix, decision.touchpoint, decision.strategy, lang))
    words = f"<b style='color:{of_text(shade.text)}'>{name}</b>"
    if one.contradicts:
        mark = text.say("decisions.differs", lang)
        why = f" {text.for_html(decision.reason)}" if decision.reason else ""
        words += f"<br><span class='cx-differs'>{mark}</span>{why}"
    return words


def _reached(one: Standing, lang: Language) -> str:
    if one.reached is None:
        return NOTHING
    return text.say("missions.yes" if one.reached else "missions.no", lang)
