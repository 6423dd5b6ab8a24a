"""A round that was revealed: the matrix with the votes, the ranked list, and an estimate as impact."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cx import errors, text
from cx.records import Matrix
from cx.records.session import Round, Tally, VoteResult
from cx.session.voting import codes, round_log, rounds, taking_part, tallying
from cx.text import Language
from pages.parts.around import frame
from pages.parts.open_session import who
from pages.parts.room import chart, estimate, revealed_guesses
from pages.parts.shell.database import store
from pages.parts.shell.state import Workspace


def headline(result: VoteResult, lang: Language) -> str:
    """Return the finding: what the room put first, or that nobody voted."""
    first = [tally.name for tally in result.tallies if tally.rank == 1 and tally.told]
    if not first:
        return text.say("room.nobody" if not result.ballots else "room.too_few", lang)
    if len(first) > 1:
        return text.say(f"room.first.several.{result.round.kind}", lang, n=len(first))
    return text.say(f"room.first.{result.round.kind}", lang, name=first[0])


def draw(page: frame.Frame, workspace: Workspace, matrix: Matrix, round_id: str) -> None:
    """Draw what came out of a round."""
    lang = page.lang
    if rounds.get(store(), round_id).guess is not None:
        revealed_guesses.draw(page, workspace, round_id)
        found = taking_part.result(store(), round_id)
        _receipts(found, lang)
        take_back(found.round, lang)
        return
    names = {bubble.id: bubble.label for bubble in matrix.bubbles}
    result = tallying.named(taking_part.result(store(), round_id), names)
    st.title(text.for_markdown(headline(result, lang)), anchor=False)
    split = len(result.split)
    lead = [
        text.say(f"round.kind.{result.round.kind}", lang),
        text.say("room.ballots", lang, n=result.ballots),
        *([text.say("room.split", lang, n=split)] if split else []),
    ]
    st.html(f"<p class='cx-lead'>{text.for_html(' · '.join(lead))}</p>")
    if result.told:
        chart.draw(result, workspace, matrix, lang, page.window.board(workspace.settings.look))
        st.html(_list(result, lang))
        st.markdown(f":small[{text.say(f'vote.rule.{result.round.kind}', lang)}]")
        if not any(tally.spectrum for tally in result.tallies):
            st.markdown(f":small[{text.say('room.few', lang, few=tallying.FEWEST)}]")
    elif result.ballots:
        st.markdown(text.say("room.too_few.what", lang))
    _receipts(result, lang)
    take_back(result.round, lang)
    if result.round.kind == "impact" and result.told and not matrix.has_impact:
        _offer(result, matrix, lang)


def take_back(asked: Round, lang: Language) -> None:
    """Offer to take votes again in a round that was revealed, and say what becomes of those there are."""
    if asked.together is not None:
        return
    with st.popover(text.say("room.take_back", lang), icon=":material/lock_open:", type="tertiary"):
        st.markdown(text.say("room.take_back.what", lang))
        if st.button(text.say("room.take_back.do", lang), key="take_back"):
            rounds.taken_back(store(), asked.id)
            round_log.noted(store(), asked, "taken_back", who=who.name())
            st.rerun()


def _receipts(result: VoteResult, lang: Language) -> None:
    """The receipts of the ballots that were counted; each person knows one of them."""
    if not result.receipts:
        return
    with st.expander(text.say("room.receipts", lang, n=len(result.receipts)), icon=":material/receipt_long:"):
        st.markdown(text.say("room.receipts.what", lang))
        shown = "".join(f"<li>{text.for_html(codes.shown(one))}</li>" for one in result.receipts)
        st.html(f"<ul class='cx-receipts'>{shown}</ul>")


def _offer(result: VoteResult, matrix: Matrix, lang: Language) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(text.say("room.use.what", lang))
        label = text.say("room.use", lang)
        if st.button(label, type="primary", icon=":material/bubble_chart:", key="use_as_impact"):
            try:
                estimate.use(result, matrix, lang)
            except errors.CxError as error:
                st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
            else:
                st.switch_page("pages/matrix.py")


def _list(result: VoteResult, lang: Language) -> str:
    points = result.round.points is not None
    heads = ("rank", "touchpoint", "votes", "spread", "spectrum", "note")
    names = [text.say(f"room.list.{'points' if points and one == 'votes' else one}", lang) for one in heads]
    head = "".join(
        f"<th scope='col'{_aligned(one)}>{text.for_html(name)}</th>"
        for one, name in zip(heads, names, strict=True)
    )
    body = "".join(_row(tally, result, lang) for tally in result.tallies)
    return f"<table class='cx-table cx-votes'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _aligned(column: str) -> str:
    return " class='cx-number'" if column in ("rank", "votes") else ""


def _row(tally: Tally, result: VoteResult, lang: Language) -> str:
    votes = chart.number(tally, result, lang) if _shown(tally) else "–"
    split = text.for_html(text.say("vote.disagrees", lang)) if tally.disagree else ""
    cells = (
        f"<td class='cx-number'>{tally.rank if _shown(tally) else '–'}</td>",
        f"<th scope='row'>{text.for_html(tally.name)}</th>",
        f"<td class='cx-number'>{votes}</td>",
        f"<td>{text.for_html(spread(tally, result, lang))}</td>",
        f"<td>{_spectrum(tally, result, lang)}</td>",
        f"<td class='cx-split'>{split}</td>",
    )
    return f"<tr>{''.join(cells)}</tr>"


def _shown(tally: Tally) -> bool:
    return tally.told and tally.count > 0


def spread(tally: Tally, result: VoteResult, lang: Language) -> str:
    """Return in words how far the room lies apart about a touchpoint."""
    if not tally.count:
        return text.say("room.spread.none", lang)
    if not tally.spectrum:
        return text.NOTHING
    if result.round.points is not None:
        return text.say("room.spread.points", lang, n=tally.count, all=result.ballots, high=tally.high)
    low, high = text.trimmed(tally.low, lang, 1), text.trimmed(tally.high, lang, 1)
    key = "room.spread.same" if tally.low == tally.high else "room.spread.ratings"
    return text.say(key, lang, low=low, high=high, n=tally.count)


def _spectrum(tally: Tally, result: VoteResult, lang: Language) -> str:
    """A small column for each number that was given, as high as it was given often; no points are no vote."""
    highest = max((max(one.spectrum, default=1) for one in result.tallies), default=1)
    given = range(1, (result.round.most if result.round.points is None else highest) + 1)
    counts = [tally.spectrum.get(number, 0) for number in given]
    if not any(counts):
        return ""
    words = ", ".join(f"{number}: {count}" for number, count in zip(given, counts, strict=True) if count)
    label = text.for_html(text.say("room.spectrum", lang, counts=words))
    return f"<span class='cx-spectrum' role='img' aria-label='{label}' title='{label}'>{_bars(counts)}</span>"


def _bars(counts: Sequence[int]) -> str:
    return "".join(f"<i style='height:{height}%'></i>" for height in tallying.heights(counts))
