"""What can be taken away: deck, workbook, images, PDF and the list of priorities, each made on the click."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from cx import text
from cx.records import Companions, Matrix, Touchpoints
from cx.text import Language
from pages.parts.computed import all_files, matrices, memory, one_file, screen
from pages.parts.shell import clock, findings, language
from pages.parts.shell.state import Workspace
from pages.parts.take_away import additions, deck_options, noted_decks, refreshing
from pages.parts.take_away.deck_options import DeckOptions

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
    companions: Companions
    """What is drawn beside the matrix."""
    added: Additions | None = None
    """What is told beside the matrix."""
    deck: DeckOptions = field(default_factory=DeckOptions)
    reading: str = ""
    """How the files were read, for a deck to keep."""

    @property
    def look(self) -> dict[str, Any]:
        """The options of the picture, and what is drawn beside the matrix."""
        return {"options": self.matrix.settings.look, "companions": self.companions}

    @property
    def picture(self) -> Picture:
        """The picture as it goes onto a sheet: as on the screen, with title and subtitle."""
        from cx import picture

        return picture.compute(self.matrix, lang=self.lang, day=self.day, groups=self.groups, **self.look)


def draw(workspace: Workspace, lang: Language) -> None:
    """Draw the button that opens the choice of files and of the language that they are in."""
    refreshing.show(workspace, lang)
    box = st.popover(
        text.say("take.title", lang),
        icon=":material/download:",
        key=_BOX,
        on_change="rerun",
        type="primary",
        width="stretch",
    )
    if not box.open:
        return
    with box:
        added = additions.of(workspace)
        deck = deck_options.draw(added.topics, lang)
        made_from = replace(source(workspace, language.for_files(lang)), added=added, deck=deck)
        for name, kind, icon, make in _FILES:
            _button(name, kind, icon, make, made_from, lang)
        with st.container(width=_NARROW), st.expander(text.say("take.what", lang), icon=":material/help:"):
            said = {name: text.say(f"take.{name}.what", lang) for name, *_ in _FILES}
            lines = (f"- **{text.say(f'take.{name}', lang)}**: {words}" for name, words in said.items())
            st.markdown("\n".join(lines))
        warn(made_from, lang)
        refreshing.draw(_BOX, lang)


def warn(made_from: Source, lang: Language) -> None:
    """Say what will be hard to read in the files: colours without contrast, and characters without a font."""
    from cx import picture

    look = made_from.matrix.settings.look
    findings.brief(picture.colour_findings(look.colours), lang)
    typed = (look.title or "", look.footnote or "", *(bubble.label for bubble in made_from.matrix.bubbles))
    letters = _unwritable("".join(sorted(set("".join(typed)))))
    if letters:
        st.caption(text.for_markdown(text.say("take.unwritable", lang, letters=letters)))


def _unwritable(characters: str) -> str:
    """Return the characters that no font of this machine has: images and the report show boxes for them."""
    if characters.isascii():
        return ""

    def missing() -> str:
        from cx.picture.type import families_for

        return families_for(characters)[1]

    return memory.shared(f"unwritable {characters}", missing)


def source(workspace: Workspace, lang: Language) -> Source:
    """Return what files in a language are made from; raises as :func:`all_files.touchpoints`."""
    matrix, touchpoints = matrices.matrix(workspace), all_files.touchpoints(workspace)
    groups, beside = matrices.groups(workspace), screen.companions(workspace)
    reading = one_file.reading(workspace.files)
    return Source(matrix, touchpoints, lang, clock.today(), groups, beside, reading=reading)


def image_button(made_from: Source, lang: Language) -> None:
    """Draw the button for the picture alone, as it goes onto a slide."""
    from cx import deliver

    st.download_button(
        text.say("take.image.short", lang),
        partial(image, made_from),
        file_name=deliver.file_name(made_from.matrix, "png", made_from.lang, made_from.day),
        mime=_MIME["png"],
        icon=":material/image:",
        key=f"take_image_alone_{lang}",
        on_click="ignore",
        width="stretch",
    )


def _button(
    name: str, kind: str, icon: str, make: Callable[[Source], bytes], source: Source, lang: Language
) -> None:
    from cx import deliver

    st.download_button(
        text.say(f"take.{name}", lang),
        partial(make, source),
        file_name=deliver.file_name(source.matrix, kind, source.lang, source.day, _SIZED.get(name, "")),
        mime=_MIME[kind],
        icon=icon,
        key=f"take_{name}_{source.lang}",
        on_click=noted_decks.when_taken(_mark(source)) if name == "deck" else "ignore",
        width="stretch",
    )


def _mark(source: Source) -> str:
    """What the deck will keep of how it was made."""
    from cx import deliver

    chosen = source.deck
    return deliver.deck_mark(
        source.matrix,
        lang=source.lang,
        day=source.day,
        added=source.added,
        topics=chosen.topics,
        template=chosen.template,
        **source.look,
    )


def _deck(source: Source) -> bytes:
    from cx import deliver

    chosen, template = source.deck.topics, source.deck.template
    lang, day = source.lang, source.day
    look, added = source.look, source.added
    told = {"topics": chosen, "template": template, "numbered": source.deck.numbered}
    told |= {"reading": source.reading}
    picture = deliver.deck_picture(
        source.matrix, lang=lang, day=day, groups=source.groups, template=template, **look
    )
    return deliver.deck(source.matrix, picture, lang=lang, day=day, added=added, **told, **look)


def _workbook(source: Source) -> bytes:
    from cx import deliver

    lang, day, look = source.lang, source.day, source.look
    picture = deliver.deck_picture(source.matrix, lang=lang, day=day, groups=source.groups, **look)
    return deliver.workbook(
        source.matrix, source.touchpoints, picture, lang=lang, day=day, added=source.added, **look
    )


def _report(source: Source) -> bytes:
    from cx import deliver

    lang, day, added = source.lang, source.day, source.added
    chosen = source.deck.topics
    return deliver.report(
        source.matrix, source.picture, lang=lang, day=day, added=added, topics=chosen, **source.look
    )


def _priorities(source: Source) -> bytes:
    from cx import deliver

    return deliver.priorities_csv(source.matrix, source.lang, **source.look)


def image(source: Source, pixels: int = 1920, *, clear: bool = False) -> bytes:
    """Return the picture as a PNG so many pixels wide; ``clear``: with nothing painted behind it."""
    from cx import picture

    return picture.static(source.picture, "png", pixels=pixels, clear=clear)


def _drawing(source: Source) -> bytes:
    from cx import picture

    return picture.static(source.picture, "svg")


_BOX: Final = "take_away"
_NARROW: Final = 360
"""The width of the box, in pixels, whatever is said in it."""
_FILES: Final = (
    ("deck", "pptx", ":material/slideshow:", _deck),
    ("workbook", "xlsx", ":material/table_view:", _workbook),
    ("image", "png", ":material/image:", image),
    ("image_large", "png", ":material/image:", partial(image, pixels=3840)),
    ("image_clear", "png", ":material/image:", partial(image, pixels=3840, clear=True)),
    ("drawing", "svg", ":material/draw:", _drawing),
    ("report", "pdf", ":material/picture_as_pdf:", _report),
    ("priorities", "csv", ":material/list_alt:", _priorities),
)
_SIZED: Final = {"image_large": "3840", "image_clear": "clear"}
"""What stands in the name of a file that is not the only one of its kind."""
_MIME: Final = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "csv": "text/csv",
}
