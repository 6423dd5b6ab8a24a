"""Lenses then and now: what they say of a touchpoint where it is not what it was."""

from __future__ import annotations

from dataclasses import asdict

import pandas as pd
import streamlit as st

from cx import text
from cx.matrix.telling import lenses as telling
from cx.text import Language
from pages.parts.compare import choice
from pages.parts.computed import lenses
from pages.parts.shell import numbers
from pages.parts.shell.state import Workspace


def draw(workspace: Workspace, pair: choice.Pair, lang: Language) -> None:
    """Draw the readings that differ; nothing of lenses is computed before the box is opened."""
    label = text.say("compare.lenses", lang)
    box = st.expander(label, icon=":material/lens_blur:", key="compare_lenses", on_change="rerun")
    if not box.open:
        return
    with box:
        found = telling.changes(*lenses.between(*_sides(workspace, pair)), lang)
        if not found:
            st.markdown(text.say("compare.lenses.none", lang))
            return
        st.markdown(f":small[{text.say('compare.lenses.explained', lang)}]")
        columns = {
            "lens": numbers.Column(text.say("lens.column.lens", lang), "words"),
            "touchpoint": numbers.Column(text.say("lens.column.touchpoint", lang), "name"),
            "before": numbers.Column(text.for_markdown(pair.names[0]), "words"),
            "after": numbers.Column(text.for_markdown(pair.names[1]), "words"),
        }
        numbers.table(pd.DataFrame([asdict(one) for one in found]), columns, label, lang)


def _sides(workspace: Workspace, pair: choice.Pair) -> tuple[lenses.Sides, lenses.Sides]:
    """Both sides, each with what was assessed at that time."""
    table, chosen = lenses.table(workspace), workspace.lens_settings
    now = (pair.after, table, workspace.assessments, chosen)
    saved = choice.saved_session(pair)
    if saved is None:
        return (pair.before, table, workspace.assessments, chosen), now
    return (pair.before, saved.touchpoints, saved.assessments, saved.lens_settings), now
