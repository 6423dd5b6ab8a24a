"""Opening a round: what is asked, about which touchpoints, with how many points."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from cx import errors, text
from cx.records import Matrix
from cx.records.session import ROUND_KINDS, Guess, RoundKind
from cx.session.voting import guessing, invitations, round_log, rounds
from cx.text import Language, NumberBounds
from pages.parts.computed import matrices
from pages.parts.open_session import who
from pages.parts.room import guess_question
from pages.parts.shell import keys, number_field, state
from pages.parts.shell.database import store

_FIRST: Final = 10
"""As many touchpoints are proposed: a room keeps its attention for about that many."""
_MOST: Final = 200
_KIND: Final = "round_kind"
_CHOSEN: Final = "round_touchpoints"
_POINTS: Final = "round_points"
_INVITED: Final = "round_invited"
_PERSONAL: Final = "round_personal"
_PEOPLE: Final = 20
"""As many invitations are proposed."""


def kinds(matrix: Matrix) -> list[RoundKind]:
    """Return what can be asked; an estimate of the impact only where there is none."""
    return [kind for kind in ROUND_KINDS if kind != "impact" or not matrix.has_impact]


def proposed(matrix: Matrix, kind: RoundKind) -> list[str]:
    """Return the ids of the touchpoints that a round is about, unless somebody chooses others.

    An estimate or a guess needs all of them; a vote the first in order of priority, as many as are to be
    fixed first.
    """
    if kind in ("impact", "guess"):
        return [bubble.id for bubble in matrix.bubbles][:_MOST]
    return [bubble.id for bubble in matrix.by_priority][: max(_FIRST, len(matrix.advised("fix_first")))]


def draw(session_id: str, matrix: Matrix, lang: Language) -> None:
    """Draw the form that opens a round."""
    offered = kinds(matrix)
    kind: RoundKind = st.segmented_control(
        text.say("room.kind", lang),
        offered,
        default="impact" if "impact" in offered else offered[0],
        required=True,
        format_func=lambda one: text.say(f"round.kind.{one}", lang),
        key=f"{_KIND}_{lang}",
    )
    st.markdown(text.say(f"room.kind.{kind}", lang))
    asked = None
    if kind == "guess":  # assessments are about touchpoints, whatever the matrix draws
        matrix = matrices.decisions_matrix(state.current())
        asked = guess_question.draw(matrix, lang)
    chosen = _touchpoints(matrix, kind, lang)
    points = _points(len(chosen), lang) if kind == "points" else None
    invited = _invited(lang)
    label = text.say("room.open", lang)
    disabled = not chosen or len(chosen) > _MOST
    if len(chosen) > _MOST:
        st.warning(text.say("room.too_many", lang, most=_MOST), icon=":material/warning:")
    if st.button(label, type="primary", icon=":material/how_to_vote:", disabled=disabled):
        begin(session_id, kind, chosen, lang, points=points, invited=invited, guess=asked)


def _touchpoints(matrix: Matrix, kind: RoundKind, lang: Language) -> list[tuple[str, str]]:
    ranked = [(bubble.id, bubble.label) for bubble in matrix.by_priority]
    names = dict(guessing.in_order(matrix) if kind == "guess" else ranked)
    key, first = f"{_CHOSEN}_{kind}", proposed(matrix, kind)
    # Closed: a room that is yet to guess sees nothing of their order.
    with st.expander(text.say("room.touchpoints.which", lang), icon=":material/list:"):
        ids: list[str] = st.multiselect(
            text.say("room.touchpoints", lang),
            list(names),
            default=first,
            format_func=names.__getitem__,
            key=key,
            help=text.say(f"room.touchpoints.help{'.guess' if kind == 'guess' else ''}", lang),
        )
    return [(id_, names[id_]) for id_ in names if id_ in ids]


def _points(chosen: int, lang: Language) -> int:
    """The points follow the number of touchpoints whenever that changes; then somebody may set them."""
    if st.session_state.get(keys.POINTS_FOLLOW) != chosen:
        st.session_state[keys.POINTS_FOLLOW] = chosen
        st.session_state[_POINTS] = rounds.points_for(chosen)
    label, help_ = text.say("room.points", lang), text.say("room.points.help", lang)
    return _whole(_POINTS, label, NumberBounds(1, 100, whole=True), lang, help_=help_)


def _invited(lang: Language) -> int:
    """How many personal invitations; none where whoever has the code may join."""
    label, help_ = text.say("room.invited", lang), text.say("room.invited.help", lang)
    if not st.checkbox(label, key=_PERSONAL, help=help_):
        return 0
    st.session_state.setdefault(_INVITED, _PEOPLE)
    allowed = NumberBounds(1, invitations.MOST, whole=True)
    return _whole(_INVITED, text.say("room.invited.n", lang), allowed, lang)


def _whole(key: str, label: str, allowed: NumberBounds, lang: Language, *, help_: str | None = None) -> int:
    """Draw a field for a whole number of the page, and return it."""
    now: int = st.session_state[key]
    take = partial(_keep_whole, key)
    number_field.draw(key, label, now, take, lang, allowed=allowed, width=240, help_=help_)
    return now


def _keep_whole(key: str, typed: float | None) -> None:
    if typed is not None:
        st.session_state[key] = int(typed)


def begin(
    session_id: str,
    kind: RoundKind,
    chosen: list[tuple[str, str]],
    lang: Language,
    *,
    points: int | None = None,
    invited: int = 0,
    guess: Guess | None = None,
) -> None:
    """Open a round, note it in the history of the session, and draw it."""
    try:
        opened = rounds.open_round(
            store(), session_id, kind, chosen, points=points, guess=guess, invited=invited
        )
        round_log.noted(store(), opened, "opened", who=who.name())
    except errors.VoteRefused as refused:
        st.error(refused.message(lang), icon=":material/error:")
    else:
        st.rerun()
