"""Where alerts go: an address that is shown masked, and sleeps until a person confirms its host."""

from __future__ import annotations

import streamlit as st

from cx import errors, text
from cx.records import Alert, Comparison
from cx.session.outwards import WebAddress
from cx.text import Language
from pages.parts.open_session import alerts
from pages.parts.shell import keys


def draw(raised: tuple[Alert, ...], found: Comparison | None, lang: Language) -> None:
    """Draw the address that is kept, the box for another one, and the button that sends."""
    kept = alerts.address()
    awake = kept is not None and kept.digest in alerts.confirmed_now()
    if kept:
        _kept(kept, awake, lang)
    elif alerts.kept_address():
        st.warning(text.for_markdown(errors.ArgumentError("webhook_address").message(lang)))
    _typed(lang)
    if kept is None or found is None:
        return
    label = text.say("alerts.send", lang)
    if st.button(label, icon=":material/send:", key="send_alerts", disabled=not (raised and awake)):
        _send(raised, found, lang)


def _kept(kept: WebAddress, awake: bool, lang: Language) -> None:  # noqa: FBT001 - a plain fact
    """The address without its secret, whether it sleeps, and what can be done about it."""
    place = text.for_markdown(kept.place)
    key = "alerts.to" if awake else "alerts.asleep"
    icon = ":material/notifications_active:" if awake else ":material/bedtime:"
    st.markdown(f"{icon} {text.say(key, lang, address=text.for_markdown(kept.masked), host=place)}")
    with st.container(horizontal=True):
        if not awake:
            label = text.say("alerts.confirm", lang, host=place)
            act = {"on_click": alerts.confirm, "args": (kept,)}
            st.button(
                label,
                icon=":material/check:",
                key="confirm_host",
                type="primary",
                wrap=True,
                width="stretch",
                **act,
            )
        label = text.say("alerts.forget", lang)
        act = {"on_click": alerts.keep_address, "args": ("",)}
        st.button(label, icon=":material/delete:", key="forget_address", type="tertiary", **act)


def _typed(lang: Language) -> None:
    """The box for an address; what was typed leaves it at once, since it is a secret."""
    key = f"webhook_{lang}_{st.session_state.setdefault(keys.WEBHOOK_ROUND, 0)}"
    st.text_input(
        text.say("alerts.webhook", lang),
        type="password",
        autocomplete="off",
        placeholder="https://",
        help=text.say("alerts.webhook.help", lang),
        key=key,
        on_change=_take,
        args=(key,),
    )
    fault: errors.CxError | None = st.session_state.get(keys.WEBHOOK_FAULT)
    if fault:
        st.error(text.for_markdown(fault.message(lang)), icon=":material/error:")


def _take(key: str) -> None:
    typed: str = st.session_state[key]
    st.session_state.pop(keys.WEBHOOK_FAULT, None)
    if not typed.strip():
        return
    try:
        alerts.keep_address(typed)
    except errors.ArgumentError as error:
        st.session_state[keys.WEBHOOK_FAULT] = error
    st.session_state[keys.WEBHOOK_ROUND] += 1


def _send(raised: tuple[Alert, ...], found: Comparison, lang: Language) -> None:
    try:
        alerts.post(raised, found, lang)
    except errors.CxError as error:
        st.error(text.for_markdown(error.message(lang)))
    else:
        st.success(text.say("alerts.sent", lang))
