"""What is compared with what: the choice, the two matrices, and names that a person has to confirm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from cx import matrix as building
from cx import text
from cx.matrix import ViewOptions
from cx.records import Comparison, ComparisonKind, Filters, Matrix, Session, Settings, Touchpoints
from cx.text import Language
from pages.parts.computed import comparisons, matrices, memory
from pages.parts.shell import keys, language, state, trouble
from pages.parts.shell.database import store
from pages.parts.shell.state import Workspace

if TYPE_CHECKING:
    from cx.session.sessions import Summary


@dataclass(frozen=True)
class Pair:
    """Two matrices, and what they are called."""

    kind: ComparisonKind
    before: Matrix
    after: Matrix
    names: tuple[str, str]
    matches: Mapping[str, str] = field(default_factory=dict)
    """Name in the later to name in the earlier one, as confirmed; an empty name: not the same."""
    session: str = ""
    """The id of the saved session that is the earlier side; empty: it is none."""


def compared(workspace: Workspace, pair: Pair) -> Comparison:
    """Return the comparison of a pair, and keep it for files; raises as :func:`cx.matrix.comparison`."""
    confirmed = {name: other for name, other in pair.matches.items() if other}
    found = building.comparison(pair.before, pair.after, kind=pair.kind, names=pair.names, matches=confirmed)
    comparisons.keep(workspace, found)
    return found


def draw(workspace: Workspace, lang: Language) -> Pair | None:
    """Draw the choice; return the pair, or ``None`` where there is nothing to compare with."""
    options = matrices.options(workspace)
    saved = _saved()
    offered: dict[ComparisonKind, bool] = {
        "period": len(options.periods) > 1,
        "segment": len(options.segments) > 1,
        "session": bool(saved),
    }
    kinds = [kind for kind, possible in offered.items() if possible]
    if not kinds:
        return None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = _kind(kinds, lang)
        if kind == "session":
            return _with_session(workspace, saved, lang)
        return _within(workspace, kind, options, lang)


def _kind(kinds: list[ComparisonKind], lang: Language) -> ComparisonKind:
    kept = st.session_state.get(keys.COMPARE_KIND)
    chosen = kept if kept in kinds else kinds[0]
    tied = state.control("compare_kind", chosen, partial(_keep, keys.COMPARE_KIND), kinds)
    words = {kind: text.say(f"compare.kind.{kind}", lang) for kind in kinds}
    st.segmented_control(
        text.say("compare.kind", lang), kinds, required=True, format_func=words.__getitem__, **tied
    )
    return chosen


def _within(workspace: Workspace, kind: ComparisonKind, options: ViewOptions, lang: Language) -> Pair:
    values = options.periods if kind == "period" else options.segments
    kept = st.session_state.get(keys.COMPARED, {}).get(kind, values[-2:])
    before, after = kept if set(kept) <= set(values) else values[-2:]
    names = (_one(kind, 0, before, after, values, lang), _one(kind, 1, after, before, values, lang))
    sides = [matrices.matrix(_of(workspace, kind, name)) for name in names]
    return Pair(kind, sides[0], sides[1], names)


def _one(
    kind: ComparisonKind, place: int, now: str, other: str, values: tuple[str, ...], lang: Language
) -> str:
    among = [value for value in values if value != other]
    keep = partial(_keep_side, kind, place, (now, other))
    tied = state.control(f"compare_{kind}_{place}", now, keep, among)
    label = text.say("compare.after" if place else "compare.before", lang)
    st.selectbox(label, among, width=240, **tied)
    return now


def _of(workspace: Workspace, kind: ComparisonKind, name: str) -> Workspace:
    filters = workspace.settings.filters
    chosen = replace(filters, period=name) if kind == "period" else replace(filters, segments=(name,))
    return replace(workspace, settings=replace(workspace.settings, filters=chosen))


def _with_session(workspace: Workspace, saved: dict[str, str], lang: Language) -> Pair:
    kept = st.session_state.get(keys.COMPARED_SESSION)
    chosen = kept if kept in saved else next(iter(saved))
    tied = state.control("compare_session", chosen, partial(_keep, keys.COMPARED_SESSION), saved)
    label = text.say("compare.session", lang)
    st.selectbox(label, list(saved), format_func=saved.__getitem__, width=400, **tied)
    before = _matrix_of_session(chosen)
    names = (saved[chosen], text.say("compare.today", lang))
    matches = st.session_state.get(keys.COMPARE_MATCHES, {}).get(chosen, {})
    return Pair("session", before, matrices.matrix(workspace), names, matches, chosen)


def _saved() -> dict[str, str]:
    """Return the saved sessions beside the one that is open: id to name and day."""
    from cx.session.sessions import stored

    mine = st.session_state.get(keys.SESSION)
    found: tuple[Summary, ...] = ()
    with trouble.told(language.current()):
        found = stored.listed(store())
    return {one.id: f"{one.name} · {one.changed:%Y-%m-%d}" for one in found if not mine or one.id != mine.id}


def saved_session(pair: Pair) -> Session | None:
    """Return the saved session that a pair compares with; ``None`` where it does not."""
    from cx.session.sessions import stored

    return stored.load(store(), pair.session) if pair.session else None


def _matrix_of_session(session_id: str) -> Matrix:
    from cx.session.sessions import stored

    saved = stored.load(store(), session_id)
    plain = replace(saved.settings, filters=Filters())
    return memory.shared(
        f"session-matrix-{session_id}-{saved.revision}", lambda: _built(saved.touchpoints, plain)
    )


def _built(touchpoints: Touchpoints, settings: Settings) -> Matrix:
    return building.build(touchpoints, settings)


def names_box(pair: Pair, found: Comparison, lang: Language) -> None:
    """Draw the names that look alike, for a person to say whether they are the same touchpoint."""
    open_ones = building.alike_names(found, rejected=pair.matches)
    confirmed = {name: other for name, other in pair.matches.items() if other}
    if not open_ones and not confirmed:
        return
    session = st.session_state.get(keys.COMPARED_SESSION) or ""
    with st.container(border=True):
        st.markdown(f"**{text.say('compare.names', lang)}**")
        for now, then in open_ones:
            _ask(session, now, then, lang)
        for now, then in confirmed.items():
            _confirmed(session, now, then, lang)


def _ask(session: str, now: str, then: str, lang: Language) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        words = text.say("compare.names.ask", lang, now=now, then=then)
        st.markdown(text.for_markdown(words), width="stretch")
        for answer, other in (("yes", then), ("no", "")):
            label = text.say(f"compare.names.{answer}", lang)
            st.button(label, key=f"{answer}_{now}", on_click=_settle, args=(session, now, other))


def _confirmed(session: str, now: str, then: str, lang: Language) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        words = text.say("compare.names.same", lang, now=now, then=then)
        st.markdown(text.for_markdown(words), width="stretch")
        label = text.say("compare.names.undo", lang)
        st.button(label, key=f"apart_{now}", on_click=_settle, args=(session, now, ""))


def _settle(session: str, now: str, then: str) -> None:
    every: dict[str, Mapping[str, str]] = st.session_state.get(keys.COMPARE_MATCHES, {})
    st.session_state[keys.COMPARE_MATCHES] = {**every, session: {**every.get(session, {}), now: then}}


def _keep(key: str, chosen: object) -> None:
    st.session_state[key] = chosen


def _keep_side(kind: ComparisonKind, place: int, sides: tuple[str, str], chosen: str) -> None:
    now, other = sides
    pair = (other, chosen) if place else (chosen, other)
    every = st.session_state.get(keys.COMPARED, {})
    st.session_state[keys.COMPARED] = {**every, kind: pair if chosen != other else (now, other)}
