"""The sections of the Method page in their order: words first, formulas last."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from cx import text
from cx.matrix.method import formulas
from cx.records import CROSSHAIR_RULES, QUADRANTS
from cx.text import Language
from pages.parts.method import glossary

_WARNINGS: Final = (
    *("hygiene", "association", "survey", "relative", "small", "mix", "stated", "borderline"),
    *("many", "chosen", "room"),
)
_LENSES: Final = (
    *("knowledge_gap", "expectation_gap", "specification", "delivery", "pyramid", "proactivity"),
    *("moments", "coverage"),
)
_JOURNEYS: Final = ("paths", "counted", "order", "difference", "outcome", "rare")
BODY: Final = "method_body"
"""The key of what can be searched."""
ENTRIES: Final = "li, tbody > tr, [class*='st-key-formula_'], [class*='st-key-rule_']"


COUNT: Final = len(formulas.FORMULAS)
"""Of what can be searched at least: more than fits a window."""


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
        with st.container(key=f"rule_{rule}"):
            st.markdown(f"**{text.say(f'view.rule.{rule}', lang)}.** {text.say(f'method.rule.{rule}', lang)}")
    st.markdown(text.say("method.freeze", lang))


def warnings(lang: Language) -> None:
    """Draw when the matrix misleads."""
    _list([text.say(f"method.warning.{one}", lang) for one in _WARNINGS])


def lenses(lang: Language) -> None:
    """Draw what each lens reads, and what it is called."""
    st.markdown(text.say("method.lenses.what", lang))
    _list(
        [
            f"**{text.say(f'lens.{one}.tab', lang)}.** {text.say(f'method.lens.{one}', lang)}"
            for one in _LENSES
        ]
    )


def journeys(lang: Language) -> None:
    """Draw how paths are made of contacts, counted and compared."""
    _list([text.say(f"method.journeys.{one}", lang) for one in _JOURNEYS])


def all_formulas(lang: Language) -> None:
    """Draw every formula with what its signs stand for and its source."""
    for part in formulas.PARTS:
        st.subheader(text.say(f"method.part.{part}", lang), anchor=f"formulas-{part}")
        for formula in formulas.of(part):
            with st.container(border=True, key=f"formula_{formula.key}"):
                st.markdown(f"**{formula.name(lang)}**  \n{formula.what(lang)}")
                st.markdown(rf"$\displaystyle {formula.written(lang)}$")
                source = formula.source or text.say("method.own", lang)
                st.markdown(f":small[{text.say('method.source', lang, source=source)}]")


def _list(lines: list[str]) -> None:
    st.markdown("\n".join(f"- {line}" for line in lines))


SECTIONS: Final[dict[str, Callable[[Language], None]]] = {
    "rules": rules,
    "warnings": warnings,
    "lenses": lenses,
    "journeys": journeys,
    "glossary": glossary.draw,
    "formulas": all_formulas,
}
"""Each section below the first, by the last part of the key of its heading."""


def contents(lang: Language) -> None:
    """Draw the contents: a link to each section, and to each part of the formulas."""
    lines = [f"- [{text.say(f'method.{name}', lang)}](#{name})" for name in SECTIONS]
    parts = [f"[{text.say(f'method.part.{part}', lang)}](#formulas-{part})" for part in formulas.PARTS]
    st.markdown("\n".join([*lines[:-1], f"{lines[-1]}: {', '.join(parts)}"]))
