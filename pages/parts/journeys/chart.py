"""The map of paths, and what is asked by clicking on it: only those customers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from cx import text
from cx.records.journeys import WAYS, Only
from cx.text import Language
from pages.parts.around import frame
from pages.parts.shell import keys, paths, plain_chart
from pages.parts.shell.paths import PathQuestion
from pages.parts.shell.window import Window

_WIDE, _UPRIGHT = (960.0, 540.0), (960.0, 1320.0)


def shape(window: Window) -> tuple[float, float]:
    """Return the width and height of the map in points: higher than wide on a phone."""
    return _UPRIGHT if window.is_phone else _WIDE


def draw(page: frame.Frame, scene, called: Mapping[str, str], width: int) -> None:  # noqa: ANN001 - cx.picture.JourneyMap
    """Draw the map, the touchpoint or step that was clicked outlined.

    Parameters
    ----------
    called
        What each touchpoint is called on the map, where its name is not to be shown.
    """
    from cx import picture

    chosen = [called.get(name, name) for name in paths.picked()]
    figure = picture.screen_map(scene, width=width, chosen=chosen)
    with st.container(key="paths_board", width=width):
        plain_chart.draw(figure, keys.PATHS_CHART, scene.alt, picked=partial(_picked, called))
    if page.window.has_sidebar:
        with st.sidebar:
            _card(called, page.lang)
    else:
        _card(called, page.lang)


def _picked(called: Mapping[str, str]) -> None:
    from cx import picture

    points = st.session_state[keys.PATHS_CHART]["selection"]["points"]
    if points:
        id_ = points[0]["customdata"]
        own = {shown: name for name, shown in called.items()}
        parts = picture.clicked(id_[0] if isinstance(id_, list) else id_)
        paths.pick(tuple(own.get(part, part) for part in parts))


def _card(called: Mapping[str, str], lang: Language) -> None:
    """Offer what can be asked about the touchpoint or step that was clicked."""
    parts = paths.picked()
    if not parts:
        return
    with st.container(key="card", gap="small"):
        st.markdown(f"**{text.for_markdown(_step(parts, called))}**")
        st.markdown(text.say("journeys.only", lang))
        for way in WAYS:
            label = text.say(f"journeys.only.{way}", lang)
            st.button(label, key=f"only_{way}", on_click=_add(Only(way, parts)), width="stretch")
        label = text.say("card.close", lang)
        st.button(
            label, icon=":material/close:", key="close_card", on_click=paths.pick, args=((),), width="stretch"
        )


def _add(one: Only) -> Callable[[], None]:
    def take() -> None:
        others = tuple(other for other in paths.current().only if other.touchpoints != one.touchpoints)
        paths.ask(only=(*others, one))
        paths.pick(())

    return take


def chips(asked: PathQuestion, called: Mapping[str, str], lang: Language) -> None:
    """Draw what the customers are narrowed down to, each a chip that a click takes away."""
    if not asked.only:
        return
    with st.container(horizontal=True, gap="small", key="chips"):
        for one in asked.only:
            st.button(
                words_of(one, called, lang),
                icon=":material/close:",
                key=f"chip_{one.way}_{json.dumps(one.touchpoints)}",
                help=text.say("journeys.only.remove", lang),
                on_click=paths.ask,
                kwargs={"only": tuple(other for other in asked.only if other != one)},
            )


def words_of(one: Only, called: Mapping[str, str], lang: Language) -> str:
    """Return which customers only, in words."""
    name = text.for_markdown(_step(one.touchpoints, called))
    return text.say(f"journeys.chip.{one.way}", lang, about=name)


def _step(parts: Sequence[str], called: Mapping[str, str]) -> str:
    return " → ".join(called.get(name, name) for name in parts)
