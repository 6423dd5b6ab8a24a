"""The samples that come with the program, one click from being loaded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from cx import text
from cx.text import Language
from pages.parts.shell import state
from pages.parts.upload import taking

if TYPE_CHECKING:
    from cx.records.file import Workbook

_FOLDER = Path(__file__).parents[3] / "data"
TOUCHPOINTS: Final[dict[Language, str]] = {
    "en": "energy-touchpoints-en.xlsx",
    "nl": "energie-contactmomenten-nl.xlsx",
}
_ANSWERS: Final[dict[Language, str]] = {"en": "energy-responses-en.csv", "nl": "energie-antwoorden-nl.csv"}
_CONTACTS: Final[dict[Language, str]] = {
    "en": "energy-contacts-en.parquet",
    "nl": "energie-contacten-nl.parquet",
}

_LENSES: Final[dict[Language, str]] = {"en": "energy-lenses-en.xlsx", "nl": "energie-lenzen-nl.xlsx"}


def bytes_of(name: str) -> bytes:
    """Return the bytes of a sample."""
    return (_FOLDER / name).read_bytes()


def button(lang: Language, *, quiet: bool = False) -> None:
    """Draw the button that loads the sample in the language of the screens; ``quiet`` beside another way."""
    kind: Literal["secondary", "tertiary"] = "tertiary" if quiet else "secondary"
    if st.button(text.say("upload.sample", lang), icon=":material/science:", type=kind):
        name = TOUCHPOINTS[lang]
        content = bytes_of(name)
        taking.take(name, lambda: taking.opened(content, name), content=content)


def responses_button(lang: Language, *, add: bool = False) -> None:
    """Draw the button that loads sample responses; the page stays, and goes on with them."""
    if st.button(text.say("drivers.sample", lang), icon=":material/science:"):
        name = _ANSWERS[lang]
        workbook: Workbook = taking.intake().read(bytes_of(name), name)
        state.load((state.LoadedFile(workbook),), add=add)
        st.rerun()


def contacts_button(lang: Language, *, add: bool = False) -> None:
    """Draw the button that loads the sample log, beside the sample touchpoints where nothing is loaded."""
    if st.button(text.say("journeys.sample", lang), icon=":material/science:"):
        names = (_CONTACTS[lang],) if add else (TOUCHPOINTS[lang], _CONTACTS[lang])
        taking.take_all({name: bytes_of(name) for name in names}, add=add, stay=True)


def lenses_button(lang: Language) -> None:
    """Draw the button that loads the sample of lenses; the page stays."""
    if st.button(text.say("lenses.sample", lang), icon=":material/science:"):
        names = (_LENSES[lang], _CONTACTS[lang])
        taking.take_all({name: bytes_of(name) for name in names}, add=False, stay=True)
