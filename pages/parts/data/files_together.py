"""How several files come together: the same names, names that look alike, and what matches nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from cx import text
from cx.records import Join, NameMatch
from cx.text import Language
from pages.parts.computed import all_files
from pages.parts.shell import state

_MOST = 20
_NOBODY = ""


def draw(lang: Language) -> None:
    """Draw each file that is joined by name, with what is asked about it."""
    found = all_files.joins(state.current())
    if not found:
        return
    st.header(text.say("joined.title", lang), anchor=False)
    for place, join in enumerate(found):
        with st.container(border=True):
            _one(place, join, lang)


def _one(place: int, join: Join, lang: Language) -> None:
    file = _named(join)
    st.markdown(text.say("joined.exact", lang, n=len(join.exact), file=file))
    if join.proposed:
        st.markdown(text.say("joined.proposed", lang, n=len(join.proposed)))
    if len(join.proposed) > 1:
        label = text.say("joined.all", lang, n=len(join.proposed))
        st.button(label, key=f"all_{place}", icon=":material/done_all:", on_click=partial(_take_all, join))
    for match in join.proposed[:_MOST]:
        _proposed(place, match, lang)
    if len(join.proposed) > _MOST:
        st.markdown(f":small[{text.say('joined.more', lang, n=len(join.proposed[_MOST:]))}]")
    for match in join.confirmed:
        _confirmed(place, match, lang)
    _unmatched(place, join, lang)


def _named(join: Join) -> str:
    """Return the file of a join, with its sheet where the table comes from the same file."""
    files = [file.workbook for file in state.current().files]
    several = any(book.name == join.file and len(book.sheets) > 1 for book in files)
    parts = [join.file, join.sheet] if several and join.sheet else [join.file]
    return text.for_markdown(" · ".join(parts))


def _proposed(place: int, match: NameMatch, lang: Language) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"match_{place}_{match.name}"):
        name, other = text.for_markdown(match.name), text.for_markdown(match.other)
        st.markdown(
            text.say("joined.alike", lang, name=name, other=other, score=text.whole(match.score, lang)),
            width="stretch",
        )
        yes, no = text.say("joined.confirm", lang), text.say("joined.reject", lang)
        take, leave = partial(_set, match.name, match.other), partial(_set, match.name, _NOBODY)
        st.button(yes, key=f"same_{place}_{match.name}", icon=":material/check:", on_click=take)
        st.button(no, key=f"other_{place}_{match.name}", icon=":material/close:", on_click=leave)


def _confirmed(place: int, match: NameMatch, lang: Language) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        name, other = text.for_markdown(match.name), text.for_markdown(match.other)
        st.markdown(text.say("joined.confirmed", lang, name=name, other=other), width="stretch")
        label = text.say("joined.undo", lang)
        st.button(
            label, key=f"apart_{place}_{match.name}", type="tertiary", on_click=partial(_forget, match.name)
        )


def _unmatched(place: int, join: Join, lang: Language) -> None:
    """List what matches nothing on both sides; a name of the file can be matched by hand."""
    sides = {"unmatched": join.unmatched, "missing": join.missing}
    shown = {side: names for side, names in sides.items() if names}
    if not shown:
        return
    for side, area in zip(shown, st.columns(len(shown), gap="medium"), strict=True):
        with area:
            heading = text.say(f"joined.{side}", lang, n=len(shown[side]), file=_named(join))
            st.markdown(f"**{heading}**")
            st.markdown("\n".join(f"- {text.for_markdown(name)}" for name in shown[side][:_MOST]))
            if len(shown[side]) > _MOST:
                st.markdown(f":small[{text.say('joined.more', lang, n=len(shown[side][_MOST:]))}]")
    if join.unmatched and join.missing:
        _by_hand(place, join, lang)


def _by_hand(place: int, join: Join, lang: Language) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(text.say("joined.name", lang), join.unmatched, key=f"unmatched_{place}")
        st.selectbox(text.say("joined.other", lang), join.missing, key=f"missing_{place}")
        st.button(
            text.say("joined.match", lang),
            key=f"by_hand_{place}",
            icon=":material/link:",
            on_click=partial(_take, place),
        )


def _take(place: int) -> None:
    _set(st.session_state[f"unmatched_{place}"], st.session_state[f"missing_{place}"])


def _take_all(join: Join) -> None:
    """Match all names that only look alike; each can be taken apart again."""
    alike = {match.name: match.other for match in join.proposed}
    _change(lambda known: {**known, **alike})


def _set(name: str, other: str) -> None:
    """Match two names in all files: the sheets of one may be joined as well."""
    _change(lambda known: {**known, name: other})


def _forget(name: str) -> None:
    _change(lambda known: {one: other for one, other in known.items() if one != name})


def _change(new: Callable[[Mapping[str, str]], dict[str, str]]) -> None:
    now = state.current()
    files = (
        replace(file, choices=replace(file.choices, matches=new(file.choices.matches))) for file in now.files
    )
    state.change(replace(now, files=tuple(files)))
