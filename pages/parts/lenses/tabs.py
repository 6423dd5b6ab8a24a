"""One tab a lens; only the one that is open is computed and drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from cx import text
from cx.records.lenses import LENSES, Lens, Lenses
from cx.text import Language
from pages.parts.around import frame
from pages.parts.computed import lenses as computed
from pages.parts.computed import matrices
from pages.parts.lenses import assess, empty, one_lens, settings, wishes
from pages.parts.open_session import autosave
from pages.parts.shell.state import Workspace

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator


@dataclass(frozen=True)
class Heads:
    """The places for what stands above the tabs."""

    title: DeltaGenerator
    lead: DeltaGenerator


def draw(page: frame.Frame, workspace: Workspace, found: Lenses, heads: Heads) -> None:
    """Draw the tabs, the first lens with something to show open at first."""
    lang: Language = page.lang
    labels = {lens: text.say(f"lens.{lens}.tab", lang) for lens in LENSES}
    first = next((labels[result.lens] for result in found.results), labels[LENSES[0]])
    tabs = st.tabs(list(labels.values()), default=first, key=f"lenses_tabs_{lang}", on_change="rerun")
    for tab, lens in zip(tabs, LENSES, strict=True):
        if not tab.open:
            continue
        with tab:
            _lens(page, workspace, lens, found, heads)


def _lens(page: frame.Frame, workspace: Workspace, lens: Lens, found: Lenses, heads: Heads) -> None:
    """Draw the lens that is open, and below it what can be said by hand and set."""
    lang, result = page.lang, found.of(lens)
    if result is None:
        title, lead = text.say(f"lens.{lens}", lang), text.say("lenses.lead", lang)
    else:
        told = computed.told(workspace, result, lang, _invested())
        title, lead = told.title, told.lead
    heads.title.title(text.for_markdown(title), anchor=False)
    heads.lead.html(f"<p class='cx-lead'>{text.for_html(lead)}</p>")
    if lens == "moments":
        settings.segment(computed.segments(workspace), lang, aside=computed.segments_aside(workspace))
    if result is None:
        empty.draw(lens, lang)
    else:
        one_lens.draw(page, workspace, result, told)
    if lens == "coverage":
        settings.fresh_days(lang)
    if lens == "moments":
        settings.promise(lang)
        wishes.draw(matrices.decisions_matrix(workspace), lang)
    assess.draw(lens, matrices.decisions_matrix(workspace), lang)


def _invested() -> frozenset[str] | None:
    """The touchpoints in which the open session decided to invest; ``None`` where nothing is decided."""
    session = autosave.opened()
    if session is None or not session.decisions:
        return None
    return frozenset(one.name for one in session.log if one.strategy in ("fix_first", "expand_reach"))
