"""The field for numbers: it reads what people type in any notation, says what it understood, and asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from cx import text
from cx.text import Language, NumberBounds
from pages.parts.shell import keys, state

_MOST_DECIMALS = 6
_ANY = NumberBounds()
Apply = Callable[[float | None], None]


def draw(
    name: str,
    label: str,
    value: float | None,
    apply: Apply,
    lang: Language,
    *,
    allowed: NumberBounds = _ANY,
    width: int | Literal["stretch"] = "stretch",
    help_: str | None = None,
) -> None:
    """Draw a field for one number of the workspace.

    Parameters
    ----------
    name
        The field's own name, as :func:`pages.parts.shell.state.control` takes it.
    value
        The number of the workspace; it stands in the field as the language writes it.
    apply
        What takes over the number that is understood; ``None`` where the field was emptied.
    """
    held = _held(name, value)
    shown = held if held is not None else _written(value, lang)
    tied = state.control(name, shown, partial(_take, name, value, apply, allowed))
    with st.container(width=width, gap="xsmall", key=f"number_{name}"):
        st.text_input(label, help=help_, **tied)
        if held is not None:
            _tell(name, held, apply, allowed, lang)


def _held(name: str, value: float | None) -> str | None:
    """What was typed and is not understood yet, as long as the workspace's number is the one of then."""
    typed, then = st.session_state.get(keys.TYPED, {}).get(name, (None, None))
    return typed if then == value else None


def _take(name: str, value: float | None, apply: Apply, allowed: NumberBounds, typed: str) -> None:
    found = allowed.read(typed)
    held = st.session_state.setdefault(keys.TYPED, {})
    if found.problem or len(found.values) > 1:
        held[name] = (typed, value)
        return
    held.pop(name, None)
    apply(found.value)


def _tell(name: str, typed: str, apply: Apply, allowed: NumberBounds, lang: Language) -> None:
    """Say why it is refused, or ask which of two numbers is meant."""
    found = allowed.read(typed)
    words = text.for_markdown(typed)
    if found.problem:
        ends = {"low": allowed.low, "high": allowed.high}
        refusal = text.say(f"number.{allowed.refusal(found)}", lang, typed=words, **ends)
        st.markdown(f":small[:red[{refusal}]]")
        return
    st.markdown(f":small[{text.say('number.two', lang, typed=words)}]")
    with st.container(horizontal=True, gap="xsmall"):
        for kind, value in zip(("thousands", "decimals"), found.values, strict=True):
            shown = _plain(value, lang)
            help_ = text.say(f"number.{kind}", lang, number=shown)
            chosen = partial(_choose, name, apply, value)
            st.button(shown, key=f"{kind}_{name}", help=help_, on_click=chosen)


def _choose(name: str, apply: Apply, value: float) -> None:
    st.session_state[keys.TYPED].pop(name, None)
    apply(value)


def _written(value: float | None, lang: Language) -> str:
    return "" if value is None else text.trimmed(value, lang, _MOST_DECIMALS)


def _plain(value: float, lang: Language) -> str:
    """A number without signs between its thousands, so that it can be one thing only."""
    return f"{value:.0f}" if value.is_integer() else _written(value, lang)
