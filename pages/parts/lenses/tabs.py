"""One tab a lens; only the one that is open is computed and drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from cx import text
from cx.records.lenses import LENSES, Lenses
from cx.text import Language
from pages.parts.around import frame
from pages.parts.computed import lenses as computed
from pages.parts.lenses import empty, one
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
    labels = {lens: text.say(f"lens.{lens}", lang) for lens in LENSES}
    first = next((labels[result.lens] for result in found.results), labels[LENSES[0]])
    tabs = st.tabs(list(labels.values()), default=first, key=f"lenses_tabs_{lang}", on_change="rerun")
    for tab, lens in zip(tabs, LENSES, strict=True):
        if not tab.open:
            continue
        result = found.of(lens)
        with tab:
            if result is None:
                heads.title.title(text.say(f"lens.{lens}", lang), anchor=False)
                heads.lead.html(f"<p class='cx-lead'>{text.for_html(text.say('lenses.lead', lang))}</p>")
                empty.draw(lens, lang)
            else:
                told = computed.told(workspace, result, lang, _invested())
                heads.title.title(text.for_markdown(told.title), anchor=False)
                heads.lead.html(f"<p class='cx-lead'>{text.for_html(told.lead)}</p>")
                one.draw(page, workspace, result, told)


def _invested() -> frozenset[str] | None:
    """The touchpoints in which the open session decided to invest; ``None`` where nothing is decided."""
    session = autosave.opened()
    if session is None or not session.decisions:
        return None
    return frozenset(one.name for one in session.log if one.strategy in ("fix_first", "expand_reach"))
