"""The card of one touchpoint: its numbers, its distance to each line, its strategy and its findings."""

from __future__ import annotations

import streamlit as st

from cx import matrix as building
from cx import text
from cx.records import Bubble, Matrix
from cx.text import Language
from pages.shell import findings, keys


def draw(bubble: Bubble, matrix: Matrix, lang: Language) -> None:
    """Draw the card over the half of the chart in which the touchpoint does not lie."""
    side = "left" if bubble.satisfaction >= matrix.crosshair.satisfaction else "right"
    st.html(f"<style>.st-key-card {{ {side}: 8px; }}</style>")
    with st.container(key="card", gap="small"):
        st.markdown(f"**{text.for_markdown(bubble.label)}**")
        if bubble.quadrant:
            st.markdown(text.for_markdown(building.strategy(matrix.settings, bubble.quadrant, lang).name))
        st.html(_numbers(bubble, matrix, lang))
        for sentence in building.advice(bubble, matrix, lang):
            st.markdown(text.for_markdown(sentence))
        findings.brief(building.findings_about(matrix, bubble), lang)
        st.button(text.say("card.close", lang), icon=":material/close:", key="close_card", on_click=close)


def choose(id: str | None) -> None:
    """Choose a touchpoint, or none."""
    st.session_state[keys.CHOSEN] = id


def close() -> None:
    """Choose no touchpoint."""
    choose(None)


def _numbers(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    far = building.distances(bubble, matrix)
    impact = building.impact_words(bubble.impact, matrix, lang)
    priority = bubble.priority
    rows = [
        ("satisfaction", text.trimmed(bubble.satisfaction, lang)),
        ("to_satisfaction", _signed(far.satisfaction, lang)),
        ("impact", impact),
        ("to_impact", _signed_impact(far.impact, matrix, lang)),
        ("volume", text.whole(bubble.volume, lang)),
        ("n", text.whole(bubble.n, lang)),
        ("certainty", text.percent(bubble.certainty, lang)),
        ("rank", text.whole(priority.rank if priority else None, lang)),
    ]
    texts = [(key, getattr(bubble, key)) for key in ("journey", "channel", "segment", "period", "owner", "note")]
    shown = [(key, words) for key, words in rows if words != text.format.NOTHING]
    lines = "".join(_line(key, words, lang, number=True) for key, words in shown)
    lines += "".join(_line(key, words, lang, number=False) for key, words in texts if words)
    return f"<table class='cx-table'><tbody>{lines}</tbody></table>"


def _line(key: str, words: str, lang: Language, *, number: bool) -> str:
    kind = " class='cx-number'" if number else ""
    return f"<tr><th scope='row'>{text.say(f'card.{key}', lang)}</th><td{kind}>{text.for_html(words)}</td></tr>"


def _signed(value: float, lang: Language) -> str:
    words = text.trimmed(abs(value), lang)
    return text.say("card.above" if value >= 0 else "card.below", lang, value=words)


def _signed_impact(value: float | None, matrix: Matrix, lang: Language) -> str:
    if value is None:
        return text.format.NOTHING
    words = building.impact_words(abs(value), matrix, lang)
    return text.say("card.above" if value >= 0 else "card.below", lang, value=words)
