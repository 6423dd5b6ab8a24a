"""Taking part on a phone: the code, the name, the ballot, and what is said when the round is over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import errors, text
from cx.records.session import Ballot, Round
from cx.session.voting import codes, invitations, receipts, round_words, rounds, taking_part
from cx.text import Language
from pages.parts.shell import keys
from pages.parts.shell.database import for_phones
from pages.parts.vote import ballot_paper

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

COOKIE: Final = "cx_ballot"
_EVERY: Final = 8.0
"""Seconds after which a phone asks whether the round was closed; to read "8s" Streamlit would load pandas."""
_GONE: Final = "gone"
_SOON: Final = 3.0
"""Seconds after which a page that could not reach the store tries again."""
FAULTS: Final = errors.SessionError
"""What the store raises where it is away, full, locked or damaged."""


def draw(lang: Language) -> None:
    """Draw the vote page, as far as this phone has come; raises :data:`FAULTS` where the store is away."""
    found = mine()
    if found is None:
        begin(lang)
        return
    token, asked, ballot = found
    seen = standing((asked, ballot))
    if seen[0] == "open":
        vote(token, asked, ballot, lang)
    else:
        over(token, asked, ballot, lang)
        go_on(token, asked, ballot, lang)
    watch(token, seen, acknowledged())


def mine() -> tuple[str, Round, Ballot] | None:
    """Return the token, round and ballot of this phone: those of the address, else those it remembers.

    What it remembers stands in the address from then on: there it is found again once the round is over.
    """
    token = st.query_params.get("ballot", "")
    found = taking_part.of_token(for_phones(), token) if token else None
    mine = (token, *found) if found else _remembered(st.query_params.get("code", ""))
    if mine and mine[0] != token:
        st.query_params["ballot"] = mine[0]
    st.session_state[keys.BALLOT_SEEN] = mine
    return mine


def _remembered(code: str) -> tuple[str, Round, Ballot] | None:
    """The ballot that this phone got before for the round that its address names, or an open one."""
    token = st.context.cookies.get(COOKIE)
    found = taking_part.of_token(for_phones(), token) if token and isinstance(token, str) else None
    if found is None:
        return None
    asked = found[0]
    own = code in (asked.code, *asked.former) if code else asked.state == "open"
    if not own and _invite():
        own = invitations.opens(for_phones(), _invite(), asked.id)
    return (token, *found) if own else None


def begin(lang: Language) -> None:
    """Draw what comes before the ballot: the code, then the name."""
    admitted: Round | None = st.session_state.get(keys.ADMITTED)
    code = st.query_params.get("code", "")
    gone, refused = st.empty(), st.empty()  # always there: nothing below is drawn anew while somebody types
    if st.query_params.get("ballot"):
        gone.warning(text.say("vote.ballot_gone", lang), icon=":material/info:")
    if admitted is None and (code or _invite()):
        admitted = _admit(code, lang, refused)
    if admitted is None:
        _ask_code(lang, code)
    else:
        _ask_name(admitted, lang)


def _invite() -> str:
    """The secret of the personal invitation in the address."""
    secret: str = st.query_params.get("invite", "")
    return secret


def _admit(code: str, lang: Language, place: DeltaGenerator) -> Round | None:
    try:
        if _invite():
            found = taking_part.invited(for_phones(), _invite())
        else:
            found = taking_part.admitted(for_phones(), code, st.query_params.get("pass", ""))
    except errors.VoteRefused as refused:
        place.error(refused.message(lang), icon=":material/error:")
        return None
    st.session_state[keys.ADMITTED] = found
    return found


def _ask_code(lang: Language, code: str) -> None:
    st.title(text.say("vote.join.title", lang), anchor=False)
    with st.form("code", border=False):
        label, help_ = text.say("vote.code", lang), text.say("vote.code.help", lang)
        typed = st.text_input(label, value=code, max_chars=20, help=help_, key=keys.CODE_TYPED)
        label = text.say("vote.code.next", lang)
        if st.form_submit_button(label, type="primary", width="stretch") and typed.strip():
            st.query_params.from_dict({"code": typed.strip()})
            st.rerun()


def _ask_name(asked: Round, lang: Language) -> None:
    st.title(text.say("vote.join.title", lang), anchor=False)
    st.markdown(round_words.question(asked, lang))
    with st.form("name", border=False):
        label, help_ = text.say("vote.name", lang), text.say("vote.name.help", lang)
        name = st.text_input(label, max_chars=taking_part.LONGEST_NAME, autocomplete="name")
        st.caption(help_)
        if st.form_submit_button(text.say("vote.join", lang), type="primary", width="stretch"):
            _join(asked, name, lang)


def _join(asked: Round, name: str, lang: Language, before: str = "") -> None:
    try:
        token = taking_part.join(for_phones(), asked, name, invite=_invite(), before=before)
    except errors.VoteRefused as refused:
        st.session_state.pop(keys.ADMITTED, None)
        st.error(refused.message(lang), icon=":material/error:")
        return
    st.session_state.pop(keys.ADMITTED, None)
    way_in = {"invite": _invite()} if _invite() else {"code": asked.code}
    st.query_params.from_dict({**way_in, "ballot": token})
    st.rerun()


def vote(token: str, asked: Round, ballot: Ballot, lang: Language) -> None:
    """Draw the ballot of an open round."""
    st.title(round_words.question(asked, lang), anchor=False)
    known = text.say("vote.as", lang, name=text.for_markdown(ballot.name)) if ballot.name else ""
    st.markdown(f":small[{known or text.say('vote.as.nobody', lang)} {text.say('vote.private', lang)}]")

    def take() -> None:
        _take(token, asked, ballot.name, lang)

    ballot_paper.draw(
        asked,
        ballot,
        token,
        lang,
        acknowledged=acknowledged(),
        refused=st.session_state.get(keys.VOTE_REFUSED, ""),
        take=take,
    )
    if ballot.choices:
        st.markdown(f":small[{text.say('vote.receipt', lang, receipt=_receipt(token, ballot))}]")


def _receipt(token: str, ballot: Ballot) -> str:
    return codes.shown(receipts.made(token, ballot.choices))


def _take(token: str, asked: Round, name: str, lang: Language) -> None:
    """Keep what the phone sent; it is acknowledged after the store has it."""
    sent = ballot_paper.sent(asked)
    if sent is None:
        return
    number, choices = sent
    st.session_state[keys.VOTE_REFUSED] = ""
    try:
        taking_part.cast(for_phones(), asked, token, name, choices)
    except FAULTS:
        return  # not acknowledged: the phone says so, and sends it again
    except errors.VoteRefused as refused:
        st.session_state[keys.VOTE_REFUSED] = refused.message(lang)
        return
    st.session_state[keys.VOTE_ACKNOWLEDGED] = number


def away(lang: Language) -> None:
    """Say that the store cannot be reached, keep the ballot in sight, and try again soon."""
    st.warning(text.say("vote.away", lang), icon=":material/cloud_off:")
    seen = st.session_state.get(keys.BALLOT_SEEN)
    if seen and seen[1].state == "open":
        vote(*seen, lang)
    _soon(iter([True]))


@st.fragment(run_every=_SOON)
def _soon(first: Iterator[bool]) -> None:
    """Draw the page anew at each run of this part but its first, which belongs to the page itself."""
    if not next(first, False):
        st.rerun()


def over(token: str, asked: Round, ballot: Ballot, lang: Language) -> None:
    """Say that the round is over, with what this participant chose and the way on."""
    kind = "revealed" if asked.state == "revealed" else "closed"
    st.title(text.say(f"vote.{kind}.title", lang), anchor=False)
    if st.session_state.get(keys.VOTE_REFUSED):
        st.warning(st.session_state[keys.VOTE_REFUSED], icon=":material/info:")
    if ballot.choices:
        st.markdown(text.say(f"vote.{kind}", lang))
        _chosen(asked, ballot, lang)
        _counted(token, asked, ballot, lang)
    else:
        st.markdown(text.say("vote.over.nothing", lang))


def _chosen(asked: Round, ballot: Ballot, lang: Language) -> None:
    st.markdown(f"**{text.say('vote.yours', lang)}**")
    names = [(name, ballot.choices.get(id_, 0)) for id_, name in asked.touchpoints]
    rows = "".join(
        f"<tr><th>{text.for_html(name)}</th><td class='cx-number'>{_given(given, asked, lang)}</td></tr>"
        for name, given in names
        if given
    )
    st.html(f"<table class='cx-table'>{rows}</table>")


def _given(given: int, asked: Round, lang: Language) -> str:
    if asked.guess is not None:
        return round_words.label(asked.guess, given, lang)
    return text.say("vote.given", lang, n=given) if asked.points is not None else str(given)


def _counted(token: str, asked: Round, ballot: Ballot, lang: Language) -> None:
    """The receipt; after the reveal also whether this ballot, with these votes, is among those counted."""
    st.markdown(text.say("vote.receipt", lang, receipt=_receipt(token, ballot)))
    if asked.state != "revealed":
        st.markdown(f":small[{text.say('vote.receipt.closed', lang)}]")
        return
    found = receipts.standing(for_phones(), asked.id, token, ballot)
    words = text.say(f"vote.receipt.{found.state}", lang, n=found.counted)
    if found.state == "counted":
        st.success(words, icon=":material/verified:")
    else:
        st.warning(words, icon=":material/info:")


def go_on(token: str, asked: Round, ballot: Ballot, lang: Language) -> None:
    """Draw the way to the round that was opened after this one, for those who took part in this one."""
    later = rounds.following(for_phones(), asked)
    if later:
        st.markdown(text.say("vote.next", lang))
        if st.button(text.say("vote.next.go", lang), type="primary", width="stretch"):
            _join(later, ballot.name, lang, before=token)
    if st.button(text.say("vote.other", lang), type="tertiary"):
        st.query_params.clear()
        st.rerun()


@st.fragment(run_every=_EVERY)
def watch(token: str, seen: tuple[str, str], told: int) -> None:
    """Draw the page anew when the round changed since it was drawn, or a vote came in that it does not tell.

    A vote that arrives together with this question is taken in by it, and the ballot has to say so.
    """
    try:
        now = standing(taking_part.of_token(for_phones(), token))
    except FAULTS:
        now = _GONE, ""
    if told != acknowledged() or now != seen:
        st.rerun()


def acknowledged() -> int:
    """Return the number of the last change on this page that the store has."""
    number: int = st.session_state.get(keys.VOTE_ACKNOWLEDGED, 0)
    return number


def standing(found: tuple[Round, Ballot] | None) -> tuple[str, str]:
    """Return the state of a round, and the next one where it is over."""
    if found is None:
        return _GONE, ""
    if found[0].state == "open" and found[0].expires > rounds.now():
        return "open", ""
    later = rounds.following(for_phones(), found[0])
    return found[0].state if found[0].state != "open" else "expired", later.id if later else ""
