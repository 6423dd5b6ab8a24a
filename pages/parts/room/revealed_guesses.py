"""A revealed round of guesses: what the room believes beside what is known, kept for the lenses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from cx import errors, text
from cx import matrix as building
from cx.lenses import assessed_words, gap_words, knowledge_gap
from cx.records import Filters, Matrix
from cx.records.lenses import Assessment, GapFigure, KnowledgeGap, LensResult
from cx.records.session import Guess, VoteResult
from cx.session.sessions import assessing, stored
from cx.session.voting import guessing, round_words, taking_part, tallying
from cx.text import Language
from pages.parts.around import frame
from pages.parts.computed import all_files, matrices, screen
from pages.parts.open_session import autosave
from pages.parts.shell import plain_chart, state
from pages.parts.shell.database import store
from pages.parts.shell.state import Workspace

_FIGURES: dict[str, GapFigure] = {
    "guess_satisfaction": "satisfaction",
    "guess_expectation": "expectation",
    "guess_impact": "impact",
}


def revealed(round_id: str) -> tuple[VoteResult, tuple[Assessment, ...]]:
    """Return what came out of a round, and the assessments that it makes, under the names of today."""
    matrix = matrices.decisions_matrix(state.current())
    names = {bubble.id: bubble.name for bubble in matrix.bubbles}
    result = tallying.named(taking_part.result(store(), round_id), names)
    return result, guessing.assessments(result, stored.moment_now())


def keep(made: Sequence[Assessment]) -> None:
    """Take what the room said into the session, as a step that can be undone, and save it."""
    if made and state.lock() is None:
        state.assess(assessing.put(state.current().assessments, made))
        autosave.keep()


def reveal(round_id: str) -> None:
    """Keep what a round says, right after its reveal."""
    keep(revealed(round_id)[1])


def draw(page: frame.Frame, workspace: Workspace, round_id: str) -> None:
    """Draw what came out: of a figure that is known the gaps, of anything else what the room says."""
    lang = page.lang
    result, made = revealed(round_id)
    guess = result.round.guess
    if guess is None:
        return
    found = _gaps(workspace, guess, made)
    st.title(text.for_markdown(_title(result, found, guess, lang)), anchor=False)
    st.html(f"<p class='cx-lead'>{text.for_html(' · '.join(_lead(result, found, lang)))}</p>")
    if not result.ballots:
        return
    if found:
        _arrows(page, workspace, made)
        st.html(_gap_table(found, result, guess, lang))
        st.markdown(f":small[{text.say('gap.what', lang)}]")
    else:
        st.html(_table(result, guess, lang))
    if any(0 < one.count < guessing.FEWEST_SHOWN for one in result.tallies):
        st.markdown(f":small[{text.say('guess.few', lang, few=guessing.FEWEST_SHOWN)}]")
    _kept(made, lang)


def _arrows(page: frame.Frame, workspace: Workspace, made: tuple[Assessment, ...]) -> None:
    """Draw the matrix with an arrow from guess to truth at every bubble, of this round alone."""
    look = replace(workspace.settings.look, lens="knowledge_gap")
    settings = replace(workspace.settings, unit="touchpoint", filters=Filters(), look=look)
    marked = replace(workspace, settings=settings, assessments=made)
    sight = screen.Sight(page.window.board(look))
    figure = screen.figure(marked, page.lang, sight)
    with st.container(width=sight.width):
        picture = screen.picture(marked, page.lang, sight)
        plain_chart.draw(figure, "guess_chart", picture.alt)
        plain_chart.names_below(picture, page.lang)


def _gaps(workspace: Workspace, guess: Guess, made: tuple[Assessment, ...]) -> LensResult | None:
    """The knowledge gap of this round; ``None`` where it asked something that no figure answers."""
    figure = _FIGURES.get(guess.asked)
    if figure is None or not made:
        return None
    matrix: Matrix = matrices.decisions_matrix(workspace)
    material = building.material(matrix, all_files.touchpoints(workspace), assessments=made)
    return knowledge_gap.of_figure(material, figure)


def _title(result: VoteResult, found: LensResult | None, guess: Guess, lang: Language) -> str:
    if not result.ballots:
        return text.say("guess.nobody", lang)
    if found:
        decimals = round_words.decimals(guess)
        return gap_words.title(found, lang, share=guess.share, decimals=decimals)
    return text.say("guess.says", lang, what=assessed_words.name(guess.asked, lang))


def _lead(result: VoteResult, found: LensResult | None, lang: Language) -> list[str]:
    split = len(result.split)
    parts = [
        round_words.kind(result.round, lang),
        text.say("room.ballots", lang, n=result.ballots),
        gap_words.agreement(found, lang) if found else "",
        text.say("room.split", lang, n=split) if split else "",
    ]
    return [one for one in parts if one]


def _gap_table(found: LensResult, result: VoteResult, guess: Guess, lang: Language) -> str:
    """Guess and truth of each touchpoint, the largest gap first."""
    number = partial(gap_words.number, lang=lang, share=guess.share, decimals=round_words.decimals(guess))
    signed = partial(gap_words.signed, lang=lang, share=guess.share, decimals=round_words.decimals(guess))
    spreads = {one.name: one for one in result.tallies}
    rows = []
    known = gap_words.gaps(found)
    others = [one for one in found.touchpoints if isinstance(one, KnowledgeGap) and one.value is None]
    for one in (*known, *others):
        tally = spreads.get(one.name)
        spread = tally.spread if tally and tally.count >= guessing.FEWEST_SHOWN else None
        ends = {"low": signed(one.low), "high": signed(one.high)}
        interval = text.NOTHING if one.low is None else text.say("gap.range", lang, **ends)
        gap = one.value if isinstance(one.value, float) else None
        counted = text.whole(tally.count, lang) if tally else text.NOTHING
        rows.append(
            (one.name, number(one.guess), number(one.truth), signed(gap), interval, number(spread), counted)
        )
    truth = "figure" if found.figure == "impact" else "truth"
    heads = ("touchpoint", "guess", truth, "gap", "interval", "sd", "n")
    return _html(heads, rows, lang)


def _table(result: VoteResult, guess: Guess, lang: Language) -> str:
    rows = []
    for one in result.tallies:
        told = one.count >= guessing.FEWEST_TOLD
        shown = round_words.counted(guess, one.votes, lang) if told else text.NOTHING
        wide = one.count >= guessing.FEWEST_SHOWN
        spread = round_words.shown(guess, one.spread, lang, 1) if wide else text.NOTHING
        rows.append((one.name, shown, spread, text.whole(one.count, lang)))
    return _html(("touchpoint", "said", "sd", "n"), rows, lang)


def _html(heads: Sequence[str], rows: Sequence[tuple[str, ...]], lang: Language) -> str:
    first, *others = (text.for_html(text.say(f"gap.column.{one}", lang)) for one in heads)
    numbers = "".join(f"<th scope='col' class='cx-number'>{one}</th>" for one in others)
    body = "".join(
        f"<tr><th scope='row'>{text.for_html(name)}</th>"
        + "".join(f"<td class='cx-number'>{text.for_html(cell)}</td>" for cell in cells)
        + "</tr>"
        for name, *cells in rows
    )
    head = f"<thead><tr><th scope='col'>{first}</th>{numbers}</tr></thead>"
    return f"<table class='cx-table cx-votes'>{head}<tbody>{body}</tbody></table>"


def _kept(made: tuple[Assessment, ...], lang: Language) -> None:
    """Say that what the room said is kept; else offer it, unless a lock holds what is assessed."""
    if not made:
        return
    if assessing.agree(state.current().assessments, made):
        st.markdown(f":small[:material/check: {text.say('guess.kept', lang)}]")
        return
    if state.lock() is not None:
        st.info(text.say("guess.locked", lang), icon=":material/lock:")
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(text.say("guess.keep.what", lang))
        if st.button(text.say("guess.keep", lang), icon=":material/bookmark_add:", key="keep_guesses"):
            try:
                keep(made)
            except errors.CxError as error:
                st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
            else:
                st.rerun()
