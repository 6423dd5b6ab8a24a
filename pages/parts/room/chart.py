"""The matrix with what the room gave: a ring and a badge on each bubble that was voted on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from cx import text
from cx.picture import type_scale
from cx.picture.marks import Badge
from cx.picture.marks import badges as drawing
from cx.records import Matrix
from cx.records.session import Tally, VoteResult
from cx.text import Language
from pages.parts.computed import screen
from pages.parts.shell import plain_chart
from pages.parts.shell.state import Workspace
from pages.parts.shell.window import Board


def badges(result: VoteResult, matrix: Matrix, lang: Language) -> Mapping[str, Badge]:
    """Return what each bubble's badge says, by the bubble's id; a touchpoint is found by id, else by name."""
    by_id = {tally.id: tally for tally in result.tallies}
    by_name = {tally.name: tally for tally in result.tallies}
    found = {bubble.id: by_id.get(bubble.id) or by_name.get(bubble.label) for bubble in matrix.bubbles}
    return {
        id_: Badge(number(tally, result, lang), tally.disagree)
        for id_, tally in found.items()
        if tally and tally.told and tally.count
    }


def number(tally: Tally, result: VoteResult, lang: Language) -> str:
    """Return the votes of a touchpoint as a badge shows them: the points, or the median."""
    points = result.round.points is not None
    return text.whole(tally.votes, lang) if points else text.trimmed(tally.median, lang, 1)


def draw(result: VoteResult, workspace: Workspace, matrix: Matrix, lang: Language, board: Board) -> None:
    """Draw the chart with its badges, and say below what they mean."""
    given = badges(result, matrix, lang)
    bare = replace(workspace.settings, look=replace(workspace.settings.look, room_marks=None))
    workspace = replace(workspace, settings=bare)  # else the votes would stand there twice
    sight, width = screen.Sight(board), board.width
    figure = screen.figure(workspace, lang, sight)
    picture = screen.picture(workspace, lang, sight)
    placed = drawing.place(picture, given, enlarged=type_scale(width, points=picture.width))
    with st.container(width=width):
        plain_chart.draw(
            drawing.with_badges(figure, picture, placed, width=width), "room_chart", _alt(result, lang)
        )
        plain_chart.names_below(picture, lang)
        st.html(f"<p class='cx-foot'>{text.for_html(text.say(f'room.badges.{_kind(result)}', lang))}</p>")


def _kind(result: VoteResult) -> str:
    return "points" if result.round.points is not None else "ratings"


def _alt(result: VoteResult, lang: Language) -> str:
    first = [f"{tally.name}: {number(tally, result, lang)}" for tally in result.tallies[:5] if tally.told]
    return text.say("room.alt", lang, votes="; ".join(first))
