"""Rules that speak up about a new period: set, listed, and sent to a chat."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cx import errors, text
from cx import matrix as building
from cx.records import Alert, AlertRule, Comparison
from cx.text import Language
from pages.shell import autosave, keys


def draw(found: Comparison, lang: Language) -> None:
    """Draw the rules of the open session and what they find in a comparison."""
    st.header(text.say("alerts.title", lang), anchor=False)
    session = autosave.opened()
    rules = session.alerts if session else st.session_state.get(keys.ALERT_RULES, DEFAULT_RULES)
    for place, rule in enumerate(rules):
        _rule(place, rule, rules, lang)
    for kind in ("falls", "below"):
        label = text.say(f"alerts.add.{kind}", lang)
        st.button(label, icon=":material/add:", key=f"add_{kind}", on_click=_keep, args=((*rules, NEW[kind]),))
    raised = building.raised(rules, found)
    _list(raised, lang)
    _webhook(session.webhook if session else st.session_state.get(keys.WEBHOOK, ""), raised, found, lang)
