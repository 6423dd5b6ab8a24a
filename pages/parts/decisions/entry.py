"""What is decided about one touchpoint: its strategy, and the mission that follows from it."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import streamlit as st

from cx import matrix as building
from cx import text
from cx.picture.colour import shades
from cx.records import QUADRANTS, Bubble, Decision, Matrix, Measure, Quadrant, Session
from cx.text import Language
from pages.parts.computed import lenses
from pages.parts.decisions import lens_reason
from pages.parts.dress.shades import of_text
from pages.parts.open_session import autosave, who
from pages.parts.shell import about_touchpoint, number_field, state

_LONGEST: Final = 4_000


def about(bubble: Bubble, matrix: Matrix, lang: Language) -> None:
    """Draw what the matrix says about the touchpoint."""
    st.header(text.for_markdown(bubble.name), anchor=False)
    seen = lenses.lines(state.current(), bubble.name, lang)
    st.html(about_touchpoint.in_html(bubble, matrix, lang, lenses=seen))


def draw(session: Session, bubble: Bubble, matrix: Matrix, lang: Language) -> None:
    """Draw the strategies to choose from, and below the one that was chosen who does what and until when."""
    decision = session.decision(bubble.id)
    if not who.name():
        who.box(lang)
    _strategies(bubble, decision, matrix, lang)
    if decision is None:
        st.markdown(f":small[{text.say('decisions.keys', lang)}]")
        return
    if bubble.quadrant and decision.strategy != bubble.quadrant:
        _contradiction(bubble, decision, matrix, lang)
    if lens_reason.draw(bubble, decision, lang) or decision.reason or decision.strategy != bubble.quadrant:
        differs = bubble.quadrant and decision.strategy != bubble.quadrant
        _text("reason", bubble, decision, lang, label="reason" if differs else "reason.plain")
    _mission(bubble, decision, matrix, lang)
    label = text.say("decisions.withdraw", lang)
    act = autosave.later(partial(_withdraw, bubble.id))
    st.button(label, icon=":material/undo:", key="withdraw", on_click=act, type="tertiary")


def _strategies(bubble: Bubble, decision: Decision | None, matrix: Matrix, lang: Language) -> None:
    if bubble.quadrant:
        name = building.strategy(matrix.settings, bubble.quadrant, lang).name
        st.button(
            text.say("decisions.accept", lang, strategy=text.for_markdown(name)),
            icon=":material/check:",
            key="accept",
            shortcut="A",
            type="primary",
            wrap=True,
            width="stretch",
            on_click=autosave.later(partial(_decide, bubble, bubble.quadrant)),
            disabled=decision is not None and decision.strategy == bubble.quadrant,
        )
    st.markdown(text.say("decisions.or" if bubble.quadrant else "decisions.choose", lang))
    places = (*st.columns(2, gap="small"), *st.columns(2, gap="small"))
    for number, (place, quadrant) in enumerate(zip(places, QUADRANTS, strict=True), start=1):
        with place:
            _choice(number, quadrant, bubble, decision, matrix, lang)


def _choice(
    number: int, quadrant: Quadrant, bubble: Bubble, decision: Decision | None, matrix: Matrix, lang: Language
) -> None:
    chosen = decision is not None and decision.strategy == quadrant
    st.button(
        text.for_markdown(building.strategy(matrix.settings, quadrant, lang).name),
        icon=":material/radio_button_checked:" if chosen else ":material/radio_button_unchecked:",
        key=f"strategy_{quadrant}",
        shortcut=str(number),
        wrap=True,
        on_click=autosave.later(partial(_decide, bubble, quadrant)),
        width="stretch",
    )


def _contradiction(bubble: Bubble, decision: Decision, matrix: Matrix, lang: Language) -> None:
    """Mark a decision that differs from the matrix, and ask why; nothing is prevented."""
    advised = bubble.quadrant or decision.strategy
    shade = shades(matrix.settings.look.colours)[advised]
    name = text.for_html(building.strategy(matrix.settings, advised, lang).name)
    words = text.say(
        "decisions.contradicts", lang, strategy=f"<b style='color:{of_text(shade.text)}'>{name}</b>"
    )
    st.html(f"<p class='cx-contradicts'>{words}</p>")


def _mission(bubble: Bubble, decision: Decision, matrix: Matrix, lang: Language) -> None:
    _text("mission", bubble, decision, lang)
    owner, due = st.columns(2, gap="small")
    with owner:
        _text("owner", bubble, decision, lang)
        _owner_of_table(bubble, decision, lang)
    tied = _tied("due", bubble, decision)
    shape = "DD/MM/YYYY" if lang == "en" else "DD-MM-YYYY"
    due.date_input(text.say("missions.column.due", lang), format=shape, **tied)
    measured = ("satisfaction", *(("volume",) if matrix.has_volume else ()), "own")
    places = st.columns(4 if decision.measure == "own" else 3, gap="small", vertical_alignment="bottom")
    with places[0]:
        take = autosave.later(partial(_measure, bubble))
        tied = state.control(f"measure_{bubble.id}", decision.measure, take, measured, sure=True)
        names = {one: text.say(f"measure.{one}", lang) for one in measured}
        st.selectbox(text.say("missions.column.kpi", lang), measured, format_func=names.__getitem__, **tied)
    for place, name in zip(places[1:], ("current", "target", "latest"), strict=False):
        with place:
            label = text.say(f"missions.column.{'now' if name == 'latest' else name}", lang)
            _number(name, label, bubble, decision, matrix, lang)
    if decision.measure == "own":
        _text("kpi", bubble, decision, lang)
    _text("notes", bubble, decision, lang, long=True)


def _owner_of_table(bubble: Bubble, decision: Decision, lang: Language) -> None:
    """Propose the owner that the table names, where nobody was named yet."""
    if bubble.owner and not decision.owner:
        take = autosave.later(partial(_amend, bubble.id, "owner", bubble.owner))
        label = text.say("decisions.owner.table", lang, owner=text.for_markdown(bubble.owner))
        st.button(label, icon=":material/person_add:", key="owner_of_table", type="tertiary", on_click=take)


def _text(
    name: str, bubble: Bubble, decision: Decision, lang: Language, *, long: bool = False, label: str = ""
) -> None:
    box = st.text_area if long else st.text_input
    box(text.say(f"decisions.{label or name}", lang), max_chars=_LONGEST, **_tied(name, bubble, decision))


def _number(
    name: str, label: str, bubble: Bubble, decision: Decision, matrix: Matrix, lang: Language
) -> None:
    take = autosave.later(partial(_amend, bubble.id, name))
    allowed = building.measure_bounds(matrix, decision.measure)
    value = getattr(decision, name)
    number_field.draw(f"{name}_{bubble.id}", label, value, take, lang, allowed=allowed, sure=True)


def _tied(name: str, bubble: Bubble, decision: Decision) -> dict[str, Any]:
    take = autosave.later(partial(_amend, bubble.id, name))
    return state.control(f"{name}_{bubble.id}", getattr(decision, name), take, sure=True)


def _decide(bubble: Bubble, strategy: Quadrant) -> None:
    from cx.session.sessions import deciding, stored

    autosave.keep(
        lambda session: deciding.decided(session, bubble, strategy, who=who.name(), now=stored.moment_now())
    )


def _amend(touchpoint: str, name: str, value: object) -> None:
    from cx.session.sessions import deciding, stored

    autosave.keep(
        lambda session: deciding.amended(
            session, touchpoint, who=who.name(), now=stored.moment_now(), **{name: value}
        )
    )


def _measure(bubble: Bubble, measure: Measure) -> None:
    from cx.session.sessions import deciding, stored

    autosave.keep(
        lambda session: deciding.measured(session, bubble, measure, who=who.name(), now=stored.moment_now())
    )


def _withdraw(touchpoint: str) -> None:
    from cx.session.sessions import deciding

    autosave.keep(lambda session: deciding.withdrawn(session, touchpoint))
