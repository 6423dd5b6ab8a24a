"""Method: how to read the matrix, every formula with its source, and the words in both languages."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.matrix.method import formulas
from cx.records import CROSSHAIR_RULES, QUADRANTS
from cx.text import Language
from pages.parts.around import frame
from pages.parts.method import glossary

_WARNINGS: Final = (
    "hygiene",
    "association",
    "survey",
    "relative",
    "small",
    "mix",
    "stated",
    "borderline",
    "many",
    "chosen",
    "room",
)


def reading(lang: Language) -> None:
    """Draw how the matrix is read, quadrant by quadrant."""
    st.markdown(text.say("method.reading", lang))
    for column, quadrant in zip(st.columns(4, gap="medium"), QUADRANTS, strict=True):
        where = text.say(f"method.where.{quadrant}", lang)
        column.markdown(f"**{text.say(f'quadrant.{quadrant}', lang)}**  \n{where}")
        column.markdown(text.say(f"strategy.{quadrant}", lang))


def rules(lang: Language) -> None:
    """Draw what each rule of the crosshair does."""
    for rule in CROSSHAIR_RULES:
        st.markdown(f"**{text.say(f'view.rule.{rule}', lang)}.** {text.say(f'method.rule.{rule}', lang)}")
    st.markdown(text.say("method.freeze", lang))


def all_formulas(lang: Language) -> None:
    """Draw every formula with what its signs stand for and its source."""
    for part in formulas.PARTS:
        st.subheader(text.say(f"method.part.{part}", lang), anchor=False)
        for formula in formulas.of(part):
            with st.container(border=True):
                st.markdown(f"**{formula.name(lang)}**  \n{formula.what(lang)}")
                st.markdown(rf"$\displaystyle {formula.latex}$")
                source = formula.source or text.say("method.own", lang)
                st.markdown(f":small[{text.say('method.source', lang, source=source)}]")


page = frame.draw("method")
st.title(text.say("method.title", page.lang), anchor=False)
with st.container(width=1040):
    reading(page.lang)
    st.header(text.say("method.rules", page.lang), anchor=False)
    rules(page.lang)
    st.header(text.say("method.warnings", page.lang), anchor=False)
    for warning in _WARNINGS:
        st.markdown(f"- {text.say(f'method.warning.{warning}', page.lang)}")
    st.header(text.say("method.formulas", page.lang), anchor=False)
    all_formulas(page.lang)
    st.header(text.say("method.glossary", page.lang), anchor=False)
    glossary.draw(page.lang)
    st.markdown(f":small[{text.say('method.credit', page.lang)}]")
