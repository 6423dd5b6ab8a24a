"""The rules that speak up about a new period, kept with the open session; and what they find, sent."""

from __future__ import annotations

import streamlit as st

from cx import matrix as building
from cx import text
from cx.records import Alert, AlertRule, Comparison
from cx.text import Language
from pages.parts.computed import matrices
from pages.parts.open_session import autosave
from pages.parts.shell import keys, state

Rules = tuple[AlertRule, ...]


def raised_now(found: Comparison) -> tuple[Alert, ...]:
    """Return what the rules find in a comparison."""
    return building.raised(rules(), found)


def rules() -> Rules:
    """Return the rules of the open session, or those that were set without one."""
    session = autosave.opened()
    kept: Rules = session.alerts if session else st.session_state.get(keys.ALERT_RULES, ())
    return kept


def keep(rules: Rules) -> None:
    """Set the rules, in the open session where one is."""
    if autosave.opened():
        autosave.set_fields(alerts=rules, told=_told_now())
    else:
        st.session_state[keys.ALERT_RULES] = rules


def _told_now() -> tuple[str, ...]:
    """The periods that are known: whoever sets a rule or an address sees them, and waits for the next."""
    session = autosave.opened()
    known = matrices.options(state.current()).periods
    return tuple(dict.fromkeys((*(session.told if session else ()), *known)))


def keep_webhook(typed: str) -> None:
    """Set the address that alerts are sent to, in the open session where one is."""
    if autosave.opened():
        autosave.set_fields(webhook=typed.strip(), told=_told_now())
    else:
        st.session_state[keys.WEBHOOK] = typed.strip()


def in_lines(raised: tuple[Alert, ...], lang: Language) -> str:
    """Return alerts as a list in HTML."""
    lines = "".join(f"<li>{text.for_html(building.alert_in_words(one, lang))}</li>" for one in raised)
    return f"<ul class='cx-lines'>{lines}</ul>"


def post(url: str, raised: tuple[Alert, ...], found: Comparison, lang: Language) -> str:
    """Send alerts to a webhook; return its host; raises as :func:`cx.session.alerts.webhook.send`."""
    from cx.session.alerts import webhook

    title = text.say("alerts.message", lang, n=len(raised), before=found.before, after=found.after)
    with st.spinner(text.say("alerts.sending", lang)):
        webhook.send(url, title, [building.alert_in_words(one, lang) for one in raised])
    return webhook.checked(url)
