"""The rules that speak up about a new period, kept with the open session; and what they find, sent."""

from __future__ import annotations

import os

import streamlit as st

from cx import errors, text
from cx import matrix as building
from cx.records import Alert, AlertRule, Comparison
from cx.session import outwards
from cx.session.outwards import WebAddress, networks
from cx.text import Language
from pages.parts.access import facilitator
from pages.parts.computed import matrices
from pages.parts.open_session import autosave, who
from pages.parts.shell import keys, state
from pages.parts.shell.database import store

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


def kept_address() -> str:
    """Return the webhook's address as it is kept, with the open session or without one; empty: none."""
    session = autosave.opened()
    kept: str = session.webhook if session else st.session_state.get(keys.WEBHOOK, "")
    return kept


def address() -> WebAddress | None:
    """Return the address that alerts are sent to; ``None`` where there is none that can be."""
    try:
        return outwards.parse(kept_address())
    except errors.ArgumentError:
        return None


def keep_address(typed: str) -> None:
    """Set the address that alerts are sent to, or take it away; it sleeps until it is confirmed.

    Raises
    ------
    ArgumentError
        When it is none; the one before stays.
    """
    if typed.strip():
        outwards.parse(typed)
    if autosave.opened():
        autosave.set_fields(webhook=typed.strip(), told=_told_now())
    else:
        st.session_state[keys.WEBHOOK] = typed.strip()


def confirm(found: WebAddress) -> None:
    """Let alerts go to an address: whoever sits here says that it is meant."""
    session = autosave.opened()
    if session is None:
        st.session_state[keys.CONFIRMED] = frozenset({found.digest})
        return
    from cx.session.alerts import confirmed_addresses

    confirmed_addresses.confirm(store(), session.id, found, who=who.name())


def confirmed_now() -> frozenset[str]:
    """Return the digests of the addresses that a person on this machine has confirmed for what is open."""
    session = autosave.opened()
    if session is None:
        found: frozenset[str] = st.session_state.get(keys.CONFIRMED, frozenset())
        return found
    from cx.session.alerts import confirmed_addresses

    return confirmed_addresses.of_session(store(), session.id)


def in_lines(raised: tuple[Alert, ...], lang: Language) -> str:
    """Return alerts as a list in HTML."""
    lines = "".join(f"<li>{text.for_html(building.alert_in_words(one, lang))}</li>" for one in raised)
    return f"<ul class='cx-lines'>{lines}</ul>"


def post(raised: tuple[Alert, ...], found: Comparison, lang: Language) -> str:
    """Send alerts to the address that is kept; return its host.

    Raises as :func:`cx.session.outwards.door.post`, and as :func:`cx.session.outwards.parse` without one.
    """
    from cx.session.alerts import webhook

    where = outwards.parse(kept_address())
    title = text.say("alerts.message", lang, n=len(raised), before=found.before, after=found.after)
    lines = [building.alert_in_words(one, lang) for one in raised]
    private = networks.may_be_private(os.environ, open_to_others=facilitator.open_to_others())
    with st.spinner(text.say("alerts.sending", lang)):
        webhook.send(where, title, lines, confirmed=confirmed_now(), private=private)
    return where.place
