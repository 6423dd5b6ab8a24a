"""Rules that speak up about a new period: set, listed, and sent to a chat."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from cx import matrix as building
from cx import text
from cx.records import Alert, AlertRule, Comparison
from cx.text import Language, NumberBounds
from pages.parts.compare import destination
from pages.parts.open_session import alerts, autosave
from pages.parts.shell import number_field, state


def draw(found: Comparison | None, lang: Language) -> None:
    """Draw the rules of the open session and what they find in a comparison, where there is one yet."""
    st.header(text.say("alerts.title", lang), anchor=False)
    rules = alerts.rules()
    raised = building.raised(rules, found) if found else ()
    left, right = st.columns(2, gap="large")
    with left:
        _set(rules, lang)
    with right:
        if found or not rules:
            _list(raised, bool(rules), lang)
        destination.draw(raised, found, lang)


def _set(rules: alerts.Rules, lang: Language) -> None:
    for place, rule in enumerate(rules):
        _rule(place, rule, rules, lang)
    with st.container(horizontal=True):
        for kind, amount in (("falls", _FALL), ("below", _LOW)):
            new = AlertRule("falls" if kind == "falls" else "below", amount)
            label = text.say(f"alerts.add.{kind}", lang)
            icon, act = ":material/add:", {"on_click": alerts.keep, "args": ((*rules, new),)}
            st.button(label, icon=icon, key=f"add_{kind}", **act)
    if not autosave.opened():
        st.html(f"<p class='cx-foot'>{text.say('alerts.not_kept', lang)}</p>")


def _rule(place: int, rule: AlertRule, rules: alerts.Rules, lang: Language) -> None:
    put = partial(_put, place, rules)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label, set_amount = (
            text.say(f"alerts.rule.{rule.kind}", lang),
            partial(_put_amount, place, rules, rule),
        )
        name, allowed = f"alert_amount_{place}", _ABOVE_NOTHING if rule.kind == "falls" else _ANY
        number_field.draw(name, label, rule.amount, set_amount, lang, allowed=allowed, width=260)
        if rule.kind == "falls":
            tied = state.control(
                f"alert_significant_{place}", rule.significant, lambda to: put(replace(rule, significant=to))
            )
            st.toggle(text.say("alerts.significant", lang), **tied)
        act = {"on_click": alerts.keep, "args": ((*rules[:place], *rules[place + 1 :]),)}
        label = text.say("alerts.remove", lang)
        key = f"remove_alert_{place}"
        st.button(label, icon=":material/delete:", key=key, type="tertiary", **act)


def _put(place: int, rules: alerts.Rules, rule: AlertRule) -> None:
    alerts.keep((*rules[:place], rule, *rules[place + 1 :]))


def _put_amount(place: int, rules: alerts.Rules, rule: AlertRule, amount: float | None) -> None:
    if amount is not None:
        _put(place, rules, replace(rule, amount=amount))


def _list(raised: tuple[Alert, ...], any_rule: bool, lang: Language) -> None:  # noqa: FBT001 - a plain fact
    if not any_rule:
        st.markdown(text.say("alerts.no_rule", lang))
        return
    if not raised:
        st.markdown(text.say("alerts.none", lang))
        return
    st.html(f"<p><b>{text.say('alerts.raised', lang, n=len(raised))}</b></p>{alerts.in_lines(raised, lang)}")


_ANY, _ABOVE_NOTHING = NumberBounds(), NumberBounds(low=0.0, ends=False)
_FALL, _LOW = 0.3, 6.5
"""What a new rule begins with."""
