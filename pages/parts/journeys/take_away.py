"""What can be taken away of paths: deck, workbook, report and picture, each made on the click."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import errors, text
from cx.records.journeys import SHARED_LEAST
from cx.text import Language
from pages.parts.computed.paths_shared import Source, ready
from pages.parts.computed.places import Logs
from pages.parts.journeys import progress
from pages.parts.shell import clock, language
from pages.parts.shell.paths import PathQuestion

if TYPE_CHECKING:
    import datetime as dt

    from cx.records.journeys import Paths


def draw(files: Logs, asked: PathQuestion, lang: Language) -> None:
    """Draw the button that opens the choice of files and of the language that they are in."""
    box = st.popover(
        text.say("take.title", lang),
        icon=":material/download:",
        key="paths_take_away",
        on_change="rerun",
        type="primary",
    )
    if not box.open:
        return
    with box:
        st.caption(text.say("journeys.take.folded", lang, least=SHARED_LEAST))
        told, day = language.for_files(lang), clock.today()
        try:
            with progress.said(files, lang, part="files") as beat:
                made_from = ready(files, asked, beat)
        except errors.CxError as error:
            st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
            return
        for name, kind, icon, make in _FILES:
            _button(
                name, kind, icon, partial(_made, make, made_from, told, day), (made_from, told, day, lang)
            )


def _button(
    name: str,
    kind: str,
    icon: str,
    make: Callable[[], bytes],
    about: tuple[Source, Language, dt.date, Language],
) -> None:
    from cx import deliver

    made_from, told, day, lang = about
    st.download_button(
        text.say(f"take.{name}", lang),
        make,
        file_name=deliver.paths_file_name(made_from.files, kind, told, day),
        mime=_MIME[kind],
        icon=icon,
        key=f"paths_take_{name}_{told}",
        on_click="ignore",
        width="stretch",
    )


def _made(
    make: Callable[[Paths, Language, dt.date], bytes], made_from: Source, lang: Language, day: dt.date
) -> bytes:
    return make(made_from.paths(), lang, day)


def _deck(found: Paths, lang: Language, day: dt.date) -> bytes:
    from cx import deliver

    return deliver.paths_deck(found, lang=lang, day=day)


def _workbook(found: Paths, lang: Language, day: dt.date) -> bytes:
    from cx import deliver

    return deliver.paths_workbook(found, lang=lang, day=day)


def _report(found: Paths, lang: Language, day: dt.date) -> bytes:
    from cx import deliver

    return deliver.paths_report(found, lang=lang, day=day)


def _image(found: Paths, lang: Language, day: dt.date) -> bytes:
    from cx import deliver

    return deliver.paths_image(found, "png", lang=lang, day=day)


_FILES: Final = (
    ("deck", "pptx", ":material/slideshow:", _deck),
    ("workbook", "xlsx", ":material/table_view:", _workbook),
    ("report", "pdf", ":material/picture_as_pdf:", _report),
    ("image", "png", ":material/image:", _image),
)
_MIME: Final = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "png": "image/png",
}
