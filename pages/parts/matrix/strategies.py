"""The strategies under the chart, each with its touchpoints in order of priority; negative drivers apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from cx import matrix as building
from cx import text
from cx.matrix import Strategy
from cx.picture.colour import Shade, look_into_shade, shades
from cx.records import QUADRANTS, Bubble, Matrix, Quadrant
from cx.text import Language
from pages.parts.dress import list_search
from pages.parts.dress.shades import of_text
from pages.parts.shell import state


def draw(matrix: Matrix, lang: Language, numbers: Mapping[str, int]) -> None:
    """Draw a column per quadrant: its strategy, which can be reworded, and its touchpoints.

    Negative drivers stand below them: none of the four calls for them.

    Parameters
    ----------
    numbers
        The number of every bubble that carries one on the chart instead of its name, by the bubble's id.

    Notes
    -----
    What only is read is drawn for all quadrants at once: each element that a page has costs the browser time
    at every control. One grid has all of it (``style.css``), which keeps the columns level where a name takes
    two lines, and each list below its strategy where there is no room for four columns.
    """
    lists = _lists(matrix, lang)
    further = [_told(one, lang) for each in lists for one in each.bubbles[_MOST:]]
    list_search.draw("strategy_lists", "tbody", len(matrix.bubbles), lang, further)
    with st.container(key="strategies", gap="xsmall"):
        st.html(_four(_head(each) for each in lists))
        if not state.lock():
            with st.container(key="reword"):
                for quadrant in QUADRANTS:
                    _reword(matrix, quadrant, lang)
        with st.container(key="strategy_lists"):
            st.html(_four(_list(numbers, matrix, each, lang) for each in lists))


@dataclass(frozen=True)
class _Listed:
    """A strategy with its touchpoints: its place in the grid, the colour of its head."""

    place: int
    words: Strategy
    shade: Shade
    bubbles: tuple[Bubble, ...]


def _lists(matrix: Matrix, lang: Language) -> list[_Listed]:
    """The four strategies, and after them what is looked into first, where there is any."""
    colours = shades(matrix.settings.look.colours)
    four = [
        _Listed(place, building.heading(matrix, one, lang), colours[one], matrix.advised(one))
        for place, one in enumerate(QUADRANTS, 1)
    ]
    worse = matrix.negative_drivers
    shade = look_into_shade(one.fill for one in colours.values())
    last = _Listed(len(four) + 1, building.looked_into(lang), shade, worse)
    return [*four, last] if worse else four


def _four(parts: Iterable[str]) -> str:
    return f"<div class='cx-four'>{''.join(parts)}</div>"


def _head(one: _Listed) -> str:
    style = f"border-color:{one.shade.fill}; color:{of_text(one.shade.text)}; --part:1; --place:{one.place}"
    heading = f"<p class='cx-strategy' role='heading' aria-level='2' style='{style}'>"
    name = f"{heading}<b>{text.for_html(one.words.name)}</b></p>"
    style = f"--part:2; --place:{one.place}"
    return f"{name}<p class='cx-explained' style='{style}'>{text.for_html(one.words.text)}</p>"


def _reword(matrix: Matrix, quadrant: Quadrant, lang: Language) -> None:
    label = text.say("strategies.reword", lang)
    box = st.popover(
        label, icon=":material/edit:", key=f"reword_{quadrant}", on_change="rerun", type="tertiary"
    )
    if not box.open:
        return
    now = building.strategy(matrix.settings, quadrant, lang)
    with box:
        said = _box_key(quadrant, lang)
        name = state.control(
            f"{said}_name", now.name, lambda typed: _say(quadrant, lang, Strategy(typed, now.text))
        )
        st.text_input(text.say("strategies.name", lang), max_chars=80, **name)
        body = state.control(
            f"{said}_text", now.text, lambda typed: _say(quadrant, lang, Strategy(now.name, typed))
        )
        st.text_area(text.say("strategies.text", lang), max_chars=600, **body)


def _box_key(quadrant: Quadrant, lang: Language) -> str:
    return f"strategy_{lang}_{quadrant}"


def _say(quadrant: Quadrant, lang: Language, words: Strategy) -> None:
    own = dict(state.current().settings.strategies)
    own[lang, quadrant] = (words.name, words.text)
    if words == building.default_strategy(quadrant, lang) or not words.name.strip():
        del own[lang, quadrant]
    state.set_settings(strategies=own)


def _list(numbers: Mapping[str, int], matrix: Matrix, listed: _Listed, lang: Language) -> str:
    bubbles = listed.bubbles
    caption = text.say("count.touchpoints", lang, n=len(bubbles))
    heads = "".join(f"<th scope='col'>{text.say(f'strategies.head.{key}', lang)}</th>" for key in _NUMBERS)
    shown = bubbles[:_MOST]
    rows = "".join(_rows(bubble, matrix, numbers.get(bubble.id), listed.words, lang) for bubble in shown)
    if len(bubbles) > len(shown):
        more = text.say("strategies.more", lang, shown=len(shown), count=len(bubbles))
        rows += f"<tbody><tr><td colspan='3' class='cx-backed'>{more}</td></tr></tbody>"
    body = f"<thead><tr>{heads}</tr></thead>{rows}" if bubbles else ""
    table = f"<table class='cx-table cx-list'><caption>{caption}</caption>{body}</table>"
    return f"<div style='--part:4; --place:{listed.place}'>{table}</div>"


_MOST = 60
"""Touchpoints that the list of one quadrant draws: a browser would draw thousands at every control."""
_NUMBERS = ("satisfaction", "impact", "volume")


def _rows(bubble: Bubble, matrix: Matrix, number: int | None, above: Strategy, lang: Language) -> str:
    """Return two lines: the name, and below it the numbers, so that a long name has the whole column.

    Below those what speaks for the strategy, and which one it is where that is not the one above the list.
    """
    rank = building.rank_words(bubble, lang) if bubble.priority else ""
    place = f"{rank}. " if rank else ""
    values = (
        building.satisfaction_words(bubble.satisfaction, matrix, lang, "table"),
        building.impact_in_column(bubble.height, matrix, lang),
        text.whole(bubble.volume, lang),
    )
    cells = "".join(f"<td>{value}</td>" for value in values)
    said = f"{place}{text.for_html(bubble.label)}{_on_chart(number, rank, lang)}"
    name = f"<th scope='rowgroup' colspan='3'>{said}</th>"
    own = building.strategy_of(bubble, matrix.settings, lang)
    said = (own.name if own and own != above else "", building.backed_in_short(bubble, lang))
    backed = text.for_html(" · ".join(one for one in said if one))
    below = f"<tr><td colspan='3' class='cx-backed'>{backed}</td></tr>" if backed else ""
    return f"<tbody><tr>{name}</tr><tr>{cells}</tr>{below}</tbody>"


def _told(bubble: Bubble, lang: Language) -> str:
    """Return a touchpoint that its list does not draw, as the list would name it."""
    return f"{building.rank_words(bubble, lang)}. {bubble.label}" if bubble.priority else bubble.label


def _on_chart(number: int | None, rank: str, lang: Language) -> str:
    """Say which number stands for the name on the chart, where one does that is not that of the list."""
    if number is None or rank == text.whole(number, lang):
        return ""
    return f" <span class='cx-on-chart'>{text.say('strategies.on_chart', lang, n=number)}</span>"
