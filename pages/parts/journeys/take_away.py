"""What can be taken away of paths: deck, workbook, report and picture, each made on the click."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

import streamlit as st

from cx import errors, text
from cx.records.journeys import SHARED_LEAST, PathLook, Paths
from cx.text import Language
from pages.parts.computed import path_map, paths
from pages.parts.computed.paths_shared import Source, ready
from pages.parts.computed.places import Logs
from pages.parts.journeys import progress, refreshing
from pages.parts.shell import clock, language
from pages.parts.shell.paths import PathQuestion
from pages.parts.shell.workspace import Workspace
from pages.parts.take_away import deck_options, earlier_deck
from pages.parts.take_away.deck_options import DeckOptions


@dataclass(frozen=True)
class _Files:
    """What every file is made from; nothing in it needs the session, which a click has not."""

    source: Source
    look: PathLook
    lang: Language
    """Of the files."""
    day: dt.date
    deck: DeckOptions

    def made(self, make: Callable[[_Files, Paths], bytes]) -> bytes:
        """Return a file."""
        return make(self, self.source.paths())


def draw(workspace: Workspace, files: Logs, asked: PathQuestion, lang: Language) -> None:
    """Draw the button that opens the choice of files and of the language that they are in."""
    refreshing.show(workspace, files, lang)
    box = st.popover(
        text.say("take.title", lang),
        icon=":material/download:",
        key=_BOX,
        on_change="rerun",
        type="primary",
    )
    if not box.open:
        return
    with box:
        st.caption(text.say("journeys.take.folded", lang, least=SHARED_LEAST))
        told = language.for_files(lang)
        try:
            with progress.said(files, lang, part="files") as beat:
                made_source = ready(files, asked, beat)
                deck = deck_options.draw(paths.slides(files, asked), lang, of_matrix=False)
        except errors.CxError as error:
            st.error(text.for_markdown(error.message(lang)), icon=":material/error:")
            return
        made_from = _Files(made_source, path_map.look(workspace, asked, told), told, clock.today(), deck)
        for name, kind, icon, make in _FILES:
            _button(name, kind, icon, partial(made_from.made, make), made_from, lang)
        earlier_deck.button(_BOX, lang)


def _button(
    name: str, kind: str, icon: str, make: Callable[[], bytes], made_from: _Files, lang: Language
) -> None:
    from cx import deliver

    st.download_button(
        text.say(f"take.{name}", lang),
        make,
        file_name=deliver.paths_file_name(made_from.source.files, kind, made_from.lang, made_from.day),
        mime=_MIME[kind],
        icon=icon,
        key=f"paths_take_{name}_{made_from.lang}",
        on_click="ignore",
        width="stretch",
    )


def _deck(how: _Files, found: Paths) -> bytes:
    from cx import deliver

    chosen, template = how.deck.topics, how.deck.template
    return deliver.paths_deck(
        found,
        lang=how.lang,
        day=how.day,
        look=how.look,
        slides=chosen,
        template=template,
        reading=refreshing.reading(how.source.asked),
    )


def _workbook(how: _Files, found: Paths) -> bytes:
    from cx import deliver

    return deliver.paths_workbook(found, lang=how.lang, day=how.day, look=how.look)


def _report(how: _Files, found: Paths) -> bytes:
    from cx import deliver

    return deliver.paths_report(found, lang=how.lang, day=how.day, look=how.look, slides=how.deck.topics)


def _image(how: _Files, found: Paths) -> bytes:
    from cx import deliver

    return deliver.paths_image(found, "png", lang=how.lang, day=how.day, look=how.look)


_BOX: Final = "paths_take_away"
_FILES: Final = (
    ("deck", "pptx", ":material/slideshow:", _deck),
    ("workbook", "xlsx", ":material/table_view:", _workbook),
    ("report", "pdf", ":material/picture_as_pdf:", _report),
    ("map", "png", ":material/image:", _image),
)
_MIME: Final = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "png": "image/png",
}
