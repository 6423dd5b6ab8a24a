"""What else there is to know about the paths, one tab a question."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.process import Beat
from cx.records.journeys import Journeys
from cx.text import Language
from pages.parts.around import frame
from pages.parts.computed.places import Logs
from pages.parts.journeys import around_touchpoint, changes, counts, funnel, outcome, trend, variants
from pages.parts.shell.paths import PathQuestion

NAMES: Final = ("variants", "around", "funnel", "again", "times", "leaving", "outcome", "changes", "trend")


def draw(page: frame.Frame, files: Logs, asked: PathQuestion, found: Journeys, beat: Beat) -> None:
    """Draw the tabs; each computes only where it is open."""
    lang = page.lang
    tabs = st.tabs(
        [text.say(f"journeys.tab.{name}", lang) for name in NAMES],
        key=_key(lang),
        on_change="rerun",
    )
    for tab, name in zip(tabs, NAMES, strict=True):
        if tab.open:
            with tab:
                _one(name, page, files, asked, found=found, beat=beat)


def close(lang: Language) -> None:
    """Open the first tab instead of the one that is open: it computes nothing."""
    st.session_state[_key(lang)] = text.say(f"journeys.tab.{NAMES[0]}", lang)


def _key(lang: Language) -> str:
    return f"paths_tabs_{lang}"


def _one(
    name: str,
    page: frame.Frame,
    files: Logs,
    asked: PathQuestion,
    *,
    found: Journeys,
    beat: Beat,
) -> None:
    lang: Language = page.lang
    match name:
        case "variants":
            variants.draw(found, lang)
        case "around":
            around_touchpoint.draw(files, asked, found, lang, beat)
        case "funnel":
            funnel.draw(files, asked, found, lang, beat)
        case "again":
            counts.again(found, lang)
        case "times":
            counts.times(found, lang)
        case "leaving":
            counts.leaving(found, lang)
        case "outcome":
            outcome.draw(files, asked, lang, beat)
        case "changes":
            changes.draw(files, asked, lang, beat)
        case _:
            trend.draw(files, asked, page.window.bars_width, lang, beat)
