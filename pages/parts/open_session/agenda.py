"""The clock of the agenda: it counts down in the browser, so that no run of the page is spent on it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from cx import text
from cx.records import AGENDA_STEPS, Agenda, AgendaStep, Session
from cx.text import Language, NumberBounds
from pages.parts.dress import shades
from pages.parts.open_session import autosave
from pages.parts.shell import number_field

_SCRIPT = """
export default function (component) {
  const { data, parentElement } = component
  const face = parentElement.querySelector(".face")
  const began = performance.now()
  const draw = () => {
    const passed = data.running ? (performance.now() - began) / 1000 : 0
    const left = data.left - passed
    const whole = Math.floor(Math.abs(left))
    const two = (number) => String(number).padStart(2, "0")
    face.textContent = (left < 0 ? "\\u2212" : "") + two(Math.floor(whole / 60)) + ":" + two(whole % 60)
    face.classList.toggle("over", left < 0)
    face.classList.toggle("large", data.large)
    face.setAttribute("aria-label", data.label)
  }
  draw()
  clearInterval(parentElement._clock)
  if (data.running) parentElement._clock = setInterval(draw, 500)
  return () => clearInterval(parentElement._clock)
}
"""
_FACE = """
<style>
.face { font: 600 28px/1.2 "Source Sans", "Source Sans Pro", sans-serif; font-variant-numeric: tabular-nums;
        color: #1f2933; }
.face.over { color: #a64700; }
.face.large { display: block; font-size: min(36vh, 26vw); line-height: 1; text-align: center; }
</style>
<span class="face" role="timer"></span>
"""
_clock = st.components.v2.component("cx_clock", html=shades.in_both(_FACE), js=_SCRIPT)


def compact(session: Session, lang: Language) -> None:
    """Draw the step that is on and the time left of it, with pause and next; nothing before the meeting."""
    agenda = session.agenda
    if agenda.step is None:
        return
    step = text.say(f"agenda.{agenda.step}", lang)
    st.html(f"<p class='cx-saved'>{step}</p>")
    _face(session, lang, "compact")
    with st.container(horizontal=True, gap="small"):
        _button("pause" if agenda.started else "go_on", agenda, lang)
        _button("next" if agenda.following else "finish", agenda, lang)


def large(session: Session, lang: Language) -> None:
    """Draw the step and its clock as large as the screen; before the meeting the way to start it."""
    agenda = session.agenda
    if agenda.step is None:
        st.html(f"<p class='cx-large-step'>{text.say('agenda.before', lang)}</p>")
        with st.container(horizontal_alignment="center"), st.container(width=320):
            _button("start", agenda, lang)
        return
    st.html(f"<p class='cx-large-step'>{text.say(f'agenda.{agenda.step}', lang)}</p>")
    _face(session, lang, "large")
    with st.container(horizontal_alignment="center"), st.container(horizontal=True, width=420):
        _button("pause" if agenda.started else "go_on", agenda, lang)
        _button("next" if agenda.following else "finish", agenda, lang)


def board(session: Session, lang: Language) -> None:
    """Draw the agenda: minutes per step, and the way to start it."""
    columns = st.columns(len(AGENDA_STEPS), gap="small")
    for column, step in zip(columns, AGENDA_STEPS, strict=True):
        take = autosave.later(partial(_set_minutes, step))
        label = text.say("agenda.minutes", lang, step=text.say(f"agenda.{step}", lang))
        minutes = session.agenda.minutes.get(step, 0)
        with column:
            number_field.draw(f"minutes_{step}", label, minutes, take, lang, allowed=_MINUTES, sure=True)
    if session.agenda.step is None:
        _button("start", session.agenda, lang)
    else:
        st.markdown(text.say("agenda.on", lang, step=text.say(f"agenda.{session.agenda.step}", lang)))


def _face(session: Session, lang: Language, place: str) -> None:
    from cx.session.sessions import stored

    left = session.agenda.left(stored.moment_now())
    label = text.say("agenda.left", lang)
    running = session.agenda.started is not None
    data = {"left": left, "running": running, "label": label, "large": place == "large"}
    _clock(key=f"clock_{place}", data=data)


def _button(name: str, agenda: Agenda, lang: Language) -> None:
    label = text.say(f"agenda.do.{name}", lang)
    icon = f":material/{_ICONS[name]}:"
    act = autosave.later(partial(_do, name, agenda.following))
    st.button(label, icon=icon, key=f"agenda_{name}", on_click=act, width="stretch")


def _do(name: str, following: AgendaStep | None) -> None:
    """Move the clock; the step that follows is the one that was shown, also when this is done twice."""
    from cx.session.sessions import stored

    now = stored.moment_now()

    def moved(agenda: Agenda) -> Agenda:
        if name == "pause":
            return agenda.paused(now)
        return agenda.resumed(now) if name == "go_on" else agenda.begun(following, now)

    autosave.keep(lambda session: replace(session, agenda=moved(session.agenda)))


def _set_minutes(step: AgendaStep, minutes: float | None) -> None:
    def change(session: Session) -> Session:
        told = {**session.agenda.minutes, step: int(minutes or 0)}
        return replace(session, agenda=replace(session.agenda, minutes=told))

    autosave.keep(change)


_MINUTES: Final = NumberBounds(0, 480, whole=True)
_ICONS: Final = {
    "start": "play_arrow",
    "next": "skip_next",
    "finish": "stop",
    "pause": "pause",
    "go_on": "play_arrow",
}
