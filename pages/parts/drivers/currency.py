"""The currency of all money: chosen here, else found in a file, else that of the language's country."""

from __future__ import annotations

import streamlit as st

from cx import text
from cx.text import CURRENCIES, Language
from pages.parts.shell import state


def box(code: str, lang: Language) -> None:
    """Draw the choice of the currency; ``code`` is the one in use, by ISO 4217."""
    offered = CURRENCIES if code in CURRENCIES else (code, *CURRENCIES)
    names = {one: text.currency_name(one, lang) for one in offered}
    tied = state.control("currency", code, lambda to: state.set_settings(currency=to), offered)
    st.selectbox(text.say("budget.currency", lang), offered, format_func=names.__getitem__, **tied)
