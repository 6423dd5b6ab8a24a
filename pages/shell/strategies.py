"""The four strategies under the chart, each with its touchpoints in order of priority."""

from __future__ import annotations

import streamlit as st

from cx import matrix as building
from cx import text
from cx.matrix import Strategy
from cx.picture import theme
from cx.records import QUADRANTS, Bubble, Matrix, Quadrant
from cx.text import Language
from pages.shell import state


def draw(matrix: Matrix, lang: Language) -> None:
    """Draw a column per quadrant: its strategy, which can be reworded, and its touchpoints."""
    for column, quadrant in zip(st.columns(4, gap="medium"), QUADRANTS, strict=True):
        with column:
            _head(matrix, quadrant, lang)
            _reword(matrix, quadrant, lang)
            st.html(_list(matrix, quadrant, lang))


def _head(matrix: Matrix, quadrant: Quadrant, lang: Language) -> None:
    shade = theme.QUADRANT_SHADES[quadrant]
    words = building.strategy(matrix.settings, quadrant, lang)
    name, explained = text.for_html(words.name), text.for_html(words.text)
    st.html(
        f"<p class='cx-strategy' style='border-color:{shade.fill}; color:{shade.text}'><b>{name}</b></p>"
        f"<p>{explained}</p>"
    )


def _reword(matrix: Matrix, quadrant: Quadrant, lang: Language) -> None:
    label = text.say("strategies.reword", lang)
    box = st.popover(label, icon=":material/edit:", key=f"reword_{quadrant}", on_change="rerun", type="tertiary")
    if not box.open:
        return
    now = building.strategy(matrix.settings, quadrant, lang)
    with box:
        said = _box_key(quadrant, lang)
        name = state.control(f"{said}_name", now.name, lambda typed: _say(quadrant, lang, Strategy(typed, now.text)))
        st.text_input(text.say("strategies.name", lang), max_chars=80, **name)
        body = state.control(f"{said}_text", now.text, lambda typed: _say(quadrant, lang, Strategy(now.name, typed)))
        st.text_area(text.say("strategies.text", lang), max_chars=600, **body)


def _box_key(quadrant: Quadrant, lang: Language) -> str:
    return f"strategy_{lang}_{quadrant}"


def _say(quadrant: Quadrant, lang: Language, words: Strategy) -> None:
    own = dict(state.current().settings.strategies)
    own[lang, quadrant] = (words.name, words.text)
    if words == building.default_strategy(quadrant, lang) or not words.name.strip():
        del own[lang, quadrant]
    state.set_settings(strategies=own)


def _list(matrix: Matrix, quadrant: Quadrant, lang: Language) -> str:
    bubbles = matrix.in_quadrant(quadrant)
    caption = text.say("count.touchpoints", lang, n=len(bubbles))
    keys_shown = ("touchpoint", "satisfaction", "impact", "volume") if matrix.has_volume else _WITHOUT_VOLUME
    heads = "".join(_head_cell(key, lang) for key in keys_shown)
    rows = "".join(_row(bubble, matrix, lang) for bubble in bubbles)
    body = f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>" if bubbles else ""
    return f"<table class='cx-table'><caption>{caption}</caption>{body}</table>"


_WITHOUT_VOLUME = ("touchpoint", "satisfaction", "impact")


def _head_cell(key: str, lang: Language) -> str:
    kind = "" if key == "touchpoint" else " class='cx-number'"
    return f"<th scope='col'{kind}>{text.say(f'strategies.head.{key}', lang)}</th>"


def _row(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    numbers = [text.trimmed(bubble.satisfaction, lang, 1), building.impact_words(bubble.impact, matrix, lang)]
    if matrix.has_volume:
        numbers.append(text.whole(bubble.volume, lang))
    cells = "".join(f"<td class='cx-number'>{number}</td>" for number in numbers)
    return f"<tr><td>{text.for_html(bubble.label)}</td>{cells}</tr>"
