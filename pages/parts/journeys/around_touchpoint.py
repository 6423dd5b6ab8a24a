"""What stands before and after a touchpoint, place by place."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cx import journeys, text
from cx.process import Beat
from cx.records.journeys import Journeys, Step
from cx.text import Language
from pages.parts.computed import paths as computed
from pages.parts.computed.places import Logs
from pages.parts.shell import paths, state
from pages.parts.shell.paths import PathQuestion

_LISTED = 6


def draw(files: Logs, asked: PathQuestion, found: Journeys, lang: Language, beat: Beat) -> None:
    """Draw the choice of a touchpoint, and a column for each place before and after it."""
    names = tuple(one.name for one in found.touchpoints)
    anchor = asked.anchor if asked.anchor in names else names[0]
    tied = state.control("paths_anchor", anchor, lambda name: paths.ask(anchor=name), names)
    st.selectbox(text.say("journeys.around.of", lang), names, **tied)
    around = computed.journeys(files, replace(asked, anchor=anchor), beat)
    columns = journeys.step_columns(around, _LISTED)
    for place, (offset, steps) in zip(st.columns(max(1, len(columns))), columns, strict=False):
        with place:
            st.html(_column(offset, steps, lang))


def _column(offset: int, steps: list[Step], lang: Language) -> str:
    side = "before" if offset < 0 else "after"
    head = text.say(f"journeys.around.{side}", lang, n=abs(offset))
    rows = "".join(
        f"<tr><td>{text.for_html(_name(one, side, lang))}</td>"
        f"<td class='cx-number'>{text.percent(one.share, lang)}</td></tr>"
        for one in steps
    )
    return f"<table class='cx-table'><caption>{head}</caption><tbody>{rows}</tbody></table>"


def _name(one: Step, side: str, lang: Language) -> str:
    return one.touchpoint or text.say(f"journeys.around.nothing.{side}", lang)
