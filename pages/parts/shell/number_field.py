"""The field for numbers: it reads what people type in any notation, says what it understood, and asks."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

import streamlit as st

from cx import text
from cx.text import Language, TypedNumber
from pages.parts.shell import keys, state

_MOST_DECIMALS = 6
Apply = Callable[[float | None], None]


@dataclass(frozen=True)
class Allowed:
    """What a field takes."""

    low: float = -math.inf
    high: float = math.inf
    whole: bool = False
    ends: bool = True
    """Whether the bounds themselves are taken."""

    def read(self, typed: str) -> TypedNumber:
        """Return what was typed, as far as the field takes it."""
        low = self.low if self.ends else math.nextafter(self.low, math.inf)
        high = self.high if self.ends else math.nextafter(self.high, -math.inf)
        return text.typed_number(typed, low=low, high=high, whole=self.whole)


def draw(
    name: str,
    label: str,
    value: float | None,
    apply: Apply,
    lang: Language,
    *,
    allowed: Allowed = Allowed(),
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


def _take(name: str, value: float | None, apply: Apply, allowed: Allowed, typed: str) -> None:
    found = allowed.read(typed)
    held = st.session_state.setdefault(keys.TYPED, {})
    if found.problem or len(found.values) > 1:
        held[name] = (typed, value)
        return
    held.pop(name, None)
    apply(found.value)


def _tell(name: str, typed: str, apply: Apply, allowed: Allowed, lang: Language) -> None:
    """Say why it is refused, or ask which of two numbers is meant."""
    found = allowed.read(typed)
    words = text.for_markdown(typed)
    if found.problem:
        key = _bounds(allowed) if found.problem == "outside" else found.problem
        ends = {"low": allowed.low, "high": allowed.high}
        st.markdown(f":red[{text.say(f'number.{key}', lang, typed=words, **ends)}]")
        return
    st.markdown(f":small[{text.say('number.two', lang, typed=words)}]")
    with st.container(horizontal=True):
        for kind, value in zip(("thousands", "decimals"), found.values, strict=True):
            label = text.say(f"number.{kind}", lang, number=_plain(value, lang))
            chosen = partial(_choose, name, apply, value)
            st.button(label, key=f"{kind}_{name}", on_click=chosen)


def _bounds(allowed: Allowed) -> str:
    """The words for a number outside, by which bounds there are and whether they are taken."""
    if not math.isinf(allowed.high) and not math.isinf(allowed.low):
        return "outside"
    kind = "below" if math.isinf(allowed.high) else "above"
    return kind if allowed.ends else f"{kind}_end"


def _choose(name: str, apply: Apply, value: float) -> None:
    st.session_state[keys.TYPED].pop(name, None)
    apply(value)


def _written(value: float | None, lang: Language) -> str:
    return "" if value is None else text.trimmed(value, lang, _MOST_DECIMALS)


def _plain(value: float, lang: Language) -> str:
    """A number without signs between its thousands, so that it can be one thing only."""
    return f"{value:.0f}" if value.is_integer() else _written(value, lang)
