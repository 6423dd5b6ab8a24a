"""The words of the program in both languages, side by side."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.text import Language

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
    "outcome",
    "effect",
    "reach",
    "interval",
    "hygiene",
    "budget",
    "ghost",
    "lens",
    "knowledge_gap",
    "expectation",
    "specification_gap",
    "delivery_gap",
    "pyramid",
    "proactive",
    "rear_view",
    "moment_of_truth",
    "branded_moment",
    "coverage",
    "blind_spot",
    "session",
    "lock",
    "round",
    "reveal",
    "decision",
    "mission",
    "alert",
)


def draw(lang: Language) -> None:
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
