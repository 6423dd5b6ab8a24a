"""Touchpoints assessed by hand under a lens: a line each, with who said what last, and undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import streamlit as st

from cx import errors, text
from cx.lenses import assessed_words
from cx.records import Bubble, Matrix
from cx.records.lenses import Assessed, Assessment, Lens
from cx.text import Language, NumberBounds
from pages.parts.open_session import who
from pages.parts.shell import clock, keys, number_field, state

ASKED: Final[Mapping[Lens, tuple[Assessed, ...]]] = {
    "expectation_gap": ("dimension",),
    "specification": ("standard",),
    "delivery": ("met",),
    "pyramid": ("level",),
    "proactivity": ("negative", "reactive", "proactive"),
    "moments": ("moment", "brand_fit"),
}
"""What people can say under each lens; under the others nothing but in the room, or by a file."""
_CHOICES: Final[Mapping[Assessed, tuple[float, ...]]] = {
    "level": (0.0, 1.0, 2.0, 3.0, 4.0, 5.0),
    "standard": (1.0, 0.0),
    "dimension": (1.0, 2.0, 3.0, 4.0, 5.0),
    "moment": (1.0, 2.0, 0.0),
    "brand_fit": (1.0, 2.0, 3.0, 4.0, 5.0),
}
_PERCENT: Final = NumberBounds(low=0.0, high=100.0)
_PAGE: Final = 12
"""Touchpoints on a page: each is a line of fields."""
_LONGEST: Final = 400
_WIDTHS: Final = {1: 4, 2: 3, 3: 2}
"""Number of questions to the width of each, where a name is 3 wide."""


def draw(lens: Lens, matrix: Matrix, lang: Language) -> None:
    """Draw the fields of a lens, closed until somebody wants them; nothing where nothing can be said.

    Parameters
    ----------
    matrix
        One bubble a touchpoint, nothing filtered away: what is said is about touchpoints.
    """
    if lens not in ASKED:
        return
    label = text.say("assess.title", lang)
    box = st.expander(label, icon=":material/edit_note:", key=f"assess_{lens}", on_change="rerun")
    if box.open:
        with box:
            part(ASKED[lens], matrix, lang)


def part(asked: Sequence[Assessed], matrix: Matrix, lang: Language) -> None:
    """Draw the fields of some questions, for twelve touchpoints at a time, those that matter most first."""
    from cx.session.sessions import assessing

    if state.lock() is not None:
        st.info(text.say("assess.locked", lang), icon=":material/lock:")
    _refused(lang)
    _head(asked, lang)
    counts = assessing.in_force(state.current().assessments)
    found = matrix.by_priority
    shown = _page(found, asked, lang)
    _heads(asked, lang)
    for bubble in shown:
        _line(bubble, asked, counts, lang)
    said = [one for one in counts.values() if one.asked in asked]
    st.markdown(f":small[{text.say('assess.done', lang, n=len(said))}]")


def _head(asked: Sequence[Assessed], lang: Language) -> None:
    """Under which name one assesses, and the way back."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        name = text.for_markdown(who.shown(who.name(), lang))
        st.markdown(text.say("assess.as", lang, who=name), width="content")
        with st.popover(text.say("assess.as.change", lang), type="tertiary"):
            who.box(lang)
        for act, can, do in (
            ("undo", state.can_undo(), state.undo),
            ("redo", state.can_redo(), state.redo),
        ):
            label, key = text.say(f"view.{act}", lang), f"{act}_{asked[0]}"
            st.button(
                label, icon=f":material/{act}:", key=key, on_click=do, disabled=not can, type="tertiary"
            )


def _heads(asked: Sequence[Assessed], lang: Language) -> None:
    """What the columns of the lines are; fields for numbers have their names above them."""
    _, *places, evidence = st.columns(_shares(asked), gap="small")
    for place, one in zip(places, asked, strict=True):
        if one in _CHOICES:
            place.markdown(f":small[**{assessed_words.name(one, lang)}**]")
    evidence.markdown(f":small[**{text.say('assess.evidence', lang)}**]")


def _shares(asked: Sequence[Assessed]) -> list[int]:
    """How wide the columns of a line are: the name, each question, what it rests on."""
    return [3, *(_WIDTHS[len(asked)] for _ in asked), 3]


def _page(found: Sequence[Bubble], asked: Sequence[Assessed], lang: Language) -> Sequence[Bubble]:
    """The touchpoints of the page that is chosen."""
    from cx.session.sessions import assessing

    parts = assessing.pages(len(found), _PAGE)
    if len(parts) < 2:  # noqa: PLR2004 - one page needs no choice
        return found
    names = [
        text.say("assess.page", lang, first=found[one[0]].label, last=found[one[-1]].label) for one in parts
    ]
    at: int = st.selectbox(
        text.say("assess.pages", lang, n=len(found)),
        range(len(parts)),
        format_func=names.__getitem__,
        key=f"assess_page_{lang}_{asked[0]}",
        width=480,
    )
    return [found[place] for place in parts[at]]


def _line(
    bubble: Bubble,
    asked: Sequence[Assessed],
    counts: Mapping[tuple[str, Assessed], Assessment],
    lang: Language,
) -> None:
    """One touchpoint: its name with who said what last, a field for each question, and what it rests on."""
    said = [counts.get((bubble.id, one)) for one in asked]
    with st.container(key=f"assess_{asked[0]}_{bubble.id}", gap="xsmall"):
        name, *fields, evidence = st.columns(_shares(asked), gap="small", vertical_alignment="center")
        name.markdown(f"**{text.for_markdown(bubble.label)}**  \n:small[{_by_whom(said, lang)}]")
        for place, one, known in zip(fields, asked, said, strict=True):
            with place:
                _field(bubble, one, known, lang)
        with evidence:
            _evidence(bubble, asked[0], said[0], lang)
        _whole(asked, said, lang)


def _field(bubble: Bubble, asked: Assessed, known: Assessment | None, lang: Language) -> None:
    from cx.session.sessions import assessing

    name, apply = f"assess_{asked}_{bubble.id}", partial(_take, bubble, asked)
    value = known.value if known else None
    if asked in _CHOICES:
        _choice(asked, name, value, apply, lang)
        return
    shown = assessing.typed_percent(value)
    take, label = partial(_take_percent, bubble, asked), text.say(f"assess.percent.{asked}", lang)
    number_field.draw(name, label, shown, take, lang, allowed=_PERCENT)


def _choice(asked: Assessed, name: str, value: float | None, apply: partial[None], lang: Language) -> None:
    """A list of what can be said; of what the room said between two of them the number itself."""
    offered = [None, *_CHOICES[asked]]
    options = offered if value in offered else [*offered, value]
    words = {one: assessed_words.choice(asked, one, lang) for one in options if one is not None}
    st.selectbox(
        assessed_words.name(asked, lang),
        options,
        format_func=lambda one: text.NOTHING if one is None else words[one],
        label_visibility="collapsed",
        placeholder=text.NOTHING,
        **state.control(name, value, apply, options, sure=True),
        disabled=state.lock() is not None,
    )


def _evidence(bubble: Bubble, asked: Assessed, known: Assessment | None, lang: Language) -> None:
    """What the first question's answer rests on; there is something to rest only where one was given."""
    tied = state.control(
        f"evidence_{asked}_{bubble.id}",
        known.evidence if known else "",
        partial(_rest, bubble, asked),
        sure=True,
    )
    st.text_input(
        text.say("assess.evidence", lang),
        max_chars=_LONGEST,
        label_visibility="collapsed",
        disabled=known is None or state.lock() is not None,
        **tied,
    )


def _by_whom(said: Sequence[Assessment | None], lang: Language) -> str:
    """Who said the latest of it, and when; of the room how many."""
    known = [one for one in said if one]
    if not known:
        return text.say("assess.nothing", lang)
    last = max(known, key=lambda one: one.moment)
    moment = clock.day_and_time(last.moment, lang)
    if last.way == "room":
        return text.say("assess.by.room", lang, n=last.n or 0, moment=moment)
    return text.say("assess.by.hand", lang, who=text.for_markdown(who.shown(last.who, lang)), moment=moment)


def _whole(asked: Sequence[Assessed], said: Sequence[Assessment | None], lang: Language) -> None:
    """Say so where shares that make a whole do not."""
    from cx.session.sessions import assessing

    if tuple(asked) != ASKED["proactivity"]:
        return
    total = assessing.together(one.value if one else None for one in said)
    if total is not None:
        st.markdown(f":small[{text.say('assess.not_whole', lang, total=text.percent(total, lang, 0))}]")


def _take(bubble: Bubble, asked: Assessed, value: float | None) -> None:
    """Keep what was said, or take it back; a refusal is told by the next run."""
    from cx.session.sessions import assessing, stored

    known = state.current().assessments
    if value is None:
        state.assess(assessing.cleared(known, bubble.id, asked))
        return
    place = (bubble.id, bubble.name)
    try:
        state.assess(assessing.given(known, place, asked, value, who=who.name(), now=stored.moment_now()))
    except errors.ArgumentError as error:
        st.session_state[keys.NOT_ASSESSED] = error


def _take_percent(bubble: Bubble, asked: Assessed, percent: float | None) -> None:
    from cx.session.sessions import assessing

    _take(bubble, asked, assessing.share_of(percent))


def _rest(bubble: Bubble, asked: Assessed, evidence: str) -> None:
    """Say what an answer rests on; who says so stands behind the answer."""
    from cx.session.sessions import assessing, stored

    known = state.current().assessments
    one = assessing.in_force(known).get((bubble.id, asked))
    if one is not None:
        state.assess(assessing.rested(known, one, evidence, who=who.name(), now=stored.moment_now()))


def _refused(lang: Language) -> None:
    error: errors.CxError | None = st.session_state.pop(keys.NOT_ASSESSED, None)
    if error is not None:
        st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
