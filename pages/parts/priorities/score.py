"""The table of priorities: which terms the score multiplies, and its columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Literal

import pandas as pd
import streamlit as st

from cx import matrix as building
from cx import text
from cx.matrix.strategy import share_of_impact, share_of_priority
from cx.records import QUADRANTS, Bubble, Matrix, Quadrant
from cx.text import Language
from pages.parts.around import rename
from pages.parts.shell import keys, number_field, numbers, state

Listed = Quadrant | Literal["look_into"]
"""Whose touchpoints a list shows: a quadrant's, or negative drivers."""


def terms(matrix: Matrix, lang: Language) -> None:
    """Draw the target satisfaction and the terms of the score."""
    st.markdown(f"**{text.say('score.title', lang)}**")
    number_field.draw(
        "target",
        text.say("score.target", lang),
        matrix.target,
        lambda to: state.set_settings(target=to),
        lang,
        allowed=building.line_bounds(matrix, "satisfaction"),
        help_=text.say("score.target.help", lang),
    )
    used = building.terms_used(matrix)
    for term in ("impact", "gap", "volume"):
        tied = state.control(f"term_{term}", term in used, partial(_set_term, term))
        # One term has to stay: without any of them every touchpoint would score the same.
        fixed = used == (term,) or (term == "volume" and not matrix.has_volume)
        help_ = text.say(f"score.{term}.help", lang)
        st.toggle(text.say(f"score.{term}", lang), help=help_, disabled=fixed, **tied)


def strategy_filter(matrix: Matrix, lang: Language) -> tuple[Listed, ...]:
    """Draw the choice of strategies to list; return those chosen, all of them where none is.

    Negative drivers have one of their own: they are looked into first, whatever their quadrant.
    """
    if not matrix.has_impact:
        return ()
    names: dict[Listed, str] = {
        quadrant: building.heading(matrix, quadrant, lang).name for quadrant in QUADRANTS
    }
    if matrix.negative_drivers:
        names["look_into"] = building.looked_into(lang).name
    kept = [one for one in st.session_state.get(keys.QUADRANTS, []) if one in names]
    tied = state.control("quadrants", kept, _keep_quadrants, names)
    chosen = st.pills(
        text.say("score.quadrants", lang),
        list(names),
        selection_mode="multi",
        format_func=lambda quadrant: text.for_markdown(names[quadrant]),
        **tied,
    )
    return tuple(chosen)


def _keep_quadrants(chosen: list[Listed]) -> None:
    st.session_state[keys.QUADRANTS] = chosen


def table(
    matrix: Matrix, shown: tuple[Listed, ...], lang: Language, seen: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Return one line per touchpoint in order of priority; only of the strategies shown, where any are.

    Parameters
    ----------
    seen
        The touchpoint's name to what the lens that is on says of it.
    """
    bubbles = _listed(matrix, shown)
    lines = [_line(bubble, matrix, lang) for bubble in bubbles]
    if seen:
        lines = [
            {**line, "lens": "" if bubble.group else seen.get(bubble.name, "")}
            for bubble, line in zip(bubbles, lines, strict=True)
        ]
    return pd.DataFrame(lines)


def pick(row: int, _column: str) -> None:
    """Take note of the row whose cell was clicked."""
    st.session_state[keys.PICKED] = row


def rename_box(matrix: Matrix, shown: tuple[Listed, ...], lang: Language) -> None:
    """Draw the way to another name for the touchpoint whose cell is chosen; else how to choose it."""
    bubbles = _listed(matrix, shown)
    place: int = st.session_state.get(keys.PICKED, -1)
    if place not in range(len(bubbles)):
        st.markdown(f":small[{text.say('rename.hint', lang)}]")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{text.for_markdown(bubbles[place].label)}**", width="content")
        rename.draw(bubbles[place].name, lang)


def _listed(matrix: Matrix, shown: tuple[Listed, ...]) -> list[Bubble]:
    own = ((one, "look_into" if one.negative else one.quadrant) for one in matrix.by_priority)
    return [bubble for bubble, strategy in own if not shown or strategy in shown]


def order(matrix: Matrix, *, lens: bool = False) -> tuple[str, ...]:
    """Return the columns that have something to show, in order; with that of a lens where one is on."""
    measured = ("satisfaction", "volume") if matrix.has_volume else ("satisfaction",)
    known = ("touchpoint", *(("lens",) if lens else ()), *measured)
    terms_shown = (*(f"{term}_term" for term in building.terms_used(matrix)), "priority", "cumulative")
    ranges = any(claim.rank_low is not None for claim in matrix.claims.touchpoints)
    first = ("rank", "ranks") if ranges else ("rank",)
    return (*first, known[0], "strategy", *known[1:], *terms_shown) if matrix.has_impact else known


def columns(matrix: Matrix, lang: Language) -> dict[str, numbers.Column]:
    """Return how each column is drawn: bars for the terms, numbers for what was measured."""
    bars = {
        f"{term}_term": _bar(f"score.head.{_WORDS.get(term, term)}", _highest(matrix, term), lang)
        for term in ("impact", "gap", "volume")
    }
    decimals = text.score_decimals(matrix.scale.width, "table")
    measured = {
        name: numbers.Column(text.say(f"score.head.{name}", lang), write=numbers.plain(count, lang))
        for name, count in (("rank", 0), ("satisfaction", decimals), ("volume", 0))
    }
    ranges = text.say("score.head.ranks.help", lang)
    return {
        **measured,
        "ranks": numbers.Column(text.say("score.head.ranks", lang), "words", help=ranges),
        "touchpoint": numbers.Column(text.say("score.head.touchpoint", lang), "name"),
        "strategy": numbers.Column(text.say("score.head.strategy", lang), "words"),
        **_lens(matrix, lang),
        **bars,
        "priority": _bar("score.head.priority", _most(matrix), lang),
        "cumulative": _bar("score.head.cumulative", 1.0, lang),
    }


def _lens(matrix: Matrix, lang: Language) -> dict[str, numbers.Column]:
    lens = matrix.settings.look.lens
    if lens is None:
        return {}
    key = "lens.column.negative" if lens == "proactivity" else f"lens.{lens}.tab"
    return {"lens": numbers.Column(text.say(key, lang), "words")}


_WORDS = {"volume": "volume_term"}
"""Where the words of a term stand under another key than its name: volume is a column of its own as well."""


def _bar(key: str, top: float, lang: Language) -> numbers.Column:
    help_ = text.say(f"{key}.help", lang)
    write = numbers.plain(0, lang, "%")
    return numbers.Column(text.say(key, lang), "bar", write=write, help=help_, top=text.percents(top) or top)


def _highest(matrix: Matrix, term: str) -> float:
    return (
        max((getattr(bubble.priority, term) for bubble in matrix.bubbles if bubble.priority), default=0.0)
        or 1.0
    )


def _most(matrix: Matrix) -> float:
    return max((share_of_priority(bubble, matrix) or 0.0 for bubble in matrix.bubbles), default=0.0) or 1.0


def _line(bubble: Bubble, matrix: Matrix, lang: Language) -> dict[str, object]:
    priority = bubble.priority
    share = share_of_priority(bubble, matrix)
    return {
        "rank": priority.rank if priority else None,
        "ranks": building.range_words(bubble, lang),
        "touchpoint": bubble.label,
        "strategy": building.strategy_words(bubble, matrix.settings, lang),
        "satisfaction": bubble.satisfaction,
        "volume": bubble.volume,
        "impact_term": text.percents(share_of_impact(bubble, matrix)),
        "gap_term": text.percents(priority.gap) if priority else None,
        "volume_term": text.percents(priority.volume) if priority else None,
        "priority": None if share is None else text.percents(share),
        "cumulative": text.percents(priority.cumulative) if priority else None,
    }


def _set_term(term: str, value: bool) -> None:  # noqa: FBT001 - what a toggle holds
    chosen = replace(state.current().settings.priority_terms, **{term: value})
    state.set_settings(priority_terms=chosen)
