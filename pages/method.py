"""Method: how to read the matrix, every formula with its source, and the words in both languages."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.matrix import formulas
from cx.records import CROSSHAIR_RULES, QUADRANTS
from cx.text import Language
from pages.shell import frame

_TERMS: Final = (
    "touchpoint",
    "satisfaction",
    "impact",
    "volume",
    "quadrant",
    "crosshair",
    "strategy",
    "priority",
    "target",
    "base",
    "certainty",
    "finding",
    "journey",
    "channel",
    "segment",
    "period",
)
_WARNINGS: Final = ("hygiene", "association", "relative", "small", "mix", "stated", "borderline")


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
    for formula in formulas.FORMULAS:
        with st.container(border=True):
            st.markdown(f"**{formula.name(lang)}**  \n{formula.what(lang)}")
            st.markdown(rf"$\displaystyle {formula.latex}$")
            source = formula.source or text.say("method.own", lang)
            st.markdown(f":small[{text.say('method.source', lang, source=source)}]")


def glossary(lang: Language) -> None:
    """Draw the words of the program in English and Dutch, side by side."""
    heads = "".join(f"<th scope='col'>{name}</th>" for name in ("English", "Nederlands"))
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td lang='{one}'><b>{text.for_html(text.say(f'term.{term}', one))}</b><br>"
            f"{text.for_html(text.say(f'term.{term}.what', one))}</td>"
            for one in text.LANGUAGES
        )
        + "</tr>"
        for term in _TERMS
    )
    caption = text.say("method.glossary", lang)
    st.html(
        f"<table class='cx-table cx-halves' aria-label='{text.for_html(caption)}'>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


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
    glossary(page.lang)
    st.markdown(f":small[{text.say('method.credit', page.lang)}]")
