"""The field for numbers: it reads what people type in any notation, says what it understood, and asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

import streamlit as st

from cx import text
from cx.text import Language, NumberBounds
from pages.parts.shell import keys, state

_ANY = NumberBounds()
Apply = Callable[[float | None], None]


@dataclass(frozen=True)
class Asked:
    """A number that is asked for: where it goes, and what can be one."""

    name: str
    """The field's own name, as :func:`pages.parts.shell.state.control` takes it."""
    apply: Apply
    """What takes over the number that is understood; ``None`` where the field was emptied."""
    allowed: NumberBounds = _ANY


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
    disabled: bool = False,
    sure: bool = False,
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
    sure
        As :func:`pages.parts.shell.state.control` takes it.
    """
    asked = Asked(name, apply, allowed)
    held = _held(name, value)
    shown = held if held is not None else allowed.shown(value, lang)
    tied = state.control(name, shown, partial(_take, asked, value), sure=sure)
    with st.container(width=width, gap="xsmall", key=f"number_{name}"):
        st.text_input(label, help=help_, disabled=disabled, autocomplete="off", **tied)
        if held is not None:
            tell(asked, held, lang)


def tell(asked: Asked, typed: str, lang: Language, about: str = "") -> None:
    """Say why what was typed is refused, or ask which of two numbers is meant.

    Parameters
    ----------
    about
        What the number is of, where it does not stand right above; blank where it does.
    """
    found = asked.allowed.read(typed)
    key = f"number.{asked.allowed.refusal(found)}" if found.problem else "number.two"
    words = text.say(key, lang, typed=typed, **asked.allowed.bounds(lang))
    kind = "cx-refused" if found.problem else "cx-asked"
    before = f"<b>{text.for_html(about)}</b> " if about else ""
    st.html(f"<p class='{kind}' role='alert'>{before}{text.for_html(words)}</p>")
    if found.problem:
        return
    with st.container(horizontal=True, gap="xsmall"):
        for kind, value in zip(("thousands", "decimals"), found.values, strict=True):
            shown = _plain(value, asked.allowed, lang)
            help_ = text.say(f"number.{kind}", lang, number=shown)
            st.button(shown, key=f"{kind}_{asked.name}", help=help_, on_click=partial(_choose, asked, value))


def _held(name: str, value: float | None) -> str | None:
    """What was typed and is not understood yet, as long as the workspace's number is the one of then."""
    typed, then = st.session_state.get(keys.NUMBERS_TYPED, {}).get(name, (None, None))
    return typed if then == value else None


def _take(asked: Asked, value: float | None, typed: str) -> None:
    found = asked.allowed.read(typed)
    held = st.session_state.setdefault(keys.NUMBERS_TYPED, {})
    if found.problem or len(found.values) > 1:
        held[asked.name] = (typed, value)
        return
    held.pop(asked.name, None)
    asked.apply(found.value)


def _choose(asked: Asked, value: float) -> None:
    st.session_state.get(keys.NUMBERS_TYPED, {}).pop(asked.name, None)
    asked.apply(value)


def _plain(value: float, allowed: NumberBounds, lang: Language) -> str:
    """A number without signs between its thousands, so that it can be one thing only."""
    return f"{value:.0f}" if value.is_integer() and not allowed.per_cents else allowed.shown(value, lang)
