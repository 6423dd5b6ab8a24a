"""What can be taken away: deck, workbook, images, PDF and the list of priorities, each made on the click."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import text
from cx.records import Matrix, Touchpoints
from cx.text import Language
from pages.shell import additions, cached, deck_options, language
from pages.shell.deck_options import DeckOptions
from pages.shell.state import Workspace

if TYPE_CHECKING:
    from cx.deliver import Additions
    from cx.picture import Picture


@dataclass(frozen=True)
class Source:
    """What every file is made from; nothing in it needs the session, which a click has not."""

    matrix: Matrix
    touchpoints: Touchpoints
    lang: Language
    day: dt.date
    groups: tuple[str, ...]
    """Every name that a colour stands for."""
    added: Additions
    """What is told beside the matrix."""
    deck: DeckOptions

    @property
    def picture(self) -> Picture:
        """The picture as it goes onto a sheet: as on the screen, with title and subtitle."""
        from cx import picture

        return picture.compute(self.matrix, lang=self.lang, day=self.day, groups=self.groups)


def draw(workspace: Workspace, lang: Language) -> None:
    """Draw the button that opens the choice of files and of the language that they are in."""
    box = st.popover(
        text.say("take.title", lang),
        icon=":material/download:",
        key="take_away",
        on_change="rerun",
        type="primary",
        width="stretch",
    )
    if not box.open:
        return
    with box:
        chosen = language.for_files(lang)
        matrix, touchpoints = cached.matrix(workspace), cached.touchpoints(workspace)
        added = additions.of(workspace)
        deck = deck_options.draw(added.topics, lang)
        day, groups = cached.today(), cached.groups(workspace)
        source = Source(matrix, touchpoints, chosen, day, groups, added, deck)
        for name, kind, icon, make in _FILES:
            _button(name, kind, icon, make, source, lang)


def _button(
    name: str, kind: str, icon: str, make: Callable[[Source], bytes], source: Source, lang: Language
) -> None:
    from cx import deliver

    st.download_button(
        text.say(f"take.{name}", lang),
        partial(make, source),
        file_name=deliver.file_name(source.matrix, kind, source.lang, source.day),
        mime=_MIME[kind],
        icon=icon,
        key=f"take_{name}_{source.lang}",
        on_click="ignore",
        width="stretch",
    )


def _deck(source: Source) -> bytes:
    from cx import deliver

    chosen, template = source.deck.topics, source.deck.template
    lang, day = source.lang, source.day
    picture = deliver.deck_picture(source.matrix, lang=lang, day=day, groups=source.groups, template=template)
    added = source.added
    return deliver.deck(
        source.matrix, picture, lang=lang, day=day, added=added, topics=chosen, template=template
    )


def _workbook(source: Source) -> bytes:
    from cx import deliver

    lang, day, added = source.lang, source.day, source.added
    return deliver.workbook(source.matrix, source.touchpoints, lang=lang, day=day, added=added)


def _report(source: Source) -> bytes:
    from cx import deliver

    lang, day, added = source.lang, source.day, source.added
    return deliver.report(
        source.matrix, source.picture, lang=lang, day=day, added=added, topics=source.deck.topics
    )


def _priorities(source: Source) -> bytes:
    from cx import deliver

    return deliver.priorities_csv(source.matrix, source.lang)


def _image(source: Source, pixels: int = 1920) -> bytes:
    from cx import picture

    return picture.static(source.picture, "png", pixels=pixels)


def _drawing(source: Source) -> bytes:
    from cx import picture

    return picture.static(source.picture, "svg")


_FILES: Final = (
    ("deck", "pptx", ":material/slideshow:", _deck),
    ("workbook", "xlsx", ":material/table_view:", _workbook),
    ("image", "png", ":material/image:", _image),
    ("image_large", "png", ":material/image:", partial(_image, pixels=3840)),
    ("drawing", "svg", ":material/draw:", _drawing),
    ("report", "pdf", ":material/picture_as_pdf:", _report),
    ("priorities", "csv", ":material/list_alt:", _priorities),
)
_MIME: Final = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "csv": "text/csv",
}
