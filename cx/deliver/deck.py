"""The deck: the matrix as a native chart, strategies, priorities, method and sources."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import replace

from cx.deliver import (
    content,
    matrix_slide,
    method_pages,
    names_pages,
    page_slide,
    priority_pages,
    slide,
    strategy_pages,
)
from cx.deliver.page import HEIGHT, WIDTH, Frame, Page, fitting_title, footnote_frame
from cx.matrix import footnote, headline
from cx.picture import DECK_SIZES, Picture, arial, compute
from cx.records import Matrix
from cx.text import Language


def deck_picture(matrix: Matrix, *, lang: Language, day: dt.date, groups: Sequence[str] = ()) -> Picture:
    """Return the Picture as a slide needs it: 960 x 540, type for a room, measured in the deck's font.

    Parameters
    ----------
    groups
        As in :func:`cx.picture.compute`.
    """
    _, title = fitting_title(headline(matrix, lang))
    sizes = replace(DECK_SIZES, title=title)
    return compute(matrix, lang=lang, day=day, sizes=sizes, font=arial(), groups=groups)


def for_slide(matrix: Matrix, picture: Picture | None, *, lang: Language, day: dt.date) -> Picture:
    """Return the Picture where it was made for a slide in this language, else the one that is.

    A Picture for a screen has smaller type in a narrower font: its labels would not fit where they stand.
    """
    if picture is None or picture.lang != lang or (picture.width, picture.height) != (WIDTH, HEIGHT):
        return deck_picture(matrix, lang=lang, day=day)
    return picture if picture.x_title.size >= DECK_SIZES.axis else deck_picture(matrix, lang=lang, day=day)


def deck(matrix: Matrix, picture: Picture | None = None, *, lang: Language, day: dt.date) -> bytes:
    """Return the deck as a .pptx file.

    Parameters
    ----------
    matrix
        What is told.
    picture
        What is drawn, from :func:`deck_picture`; one made for a screen, or none, is computed anew for slides.
    lang
        The deck's language.
    day
        The date in the footnotes.
    """
    picture = for_slide(matrix, picture, lang=lang, day=day)
    made = slide.new_deck(headline(matrix, lang), lang)
    below = footnote_frame(footnote(matrix, lang, day), lang)
    matrix_slide.add(made, matrix, picture, lang, content.notes(matrix, lang))
    for page in (*names_pages.pages(picture, lang, below), *word_pages(matrix, lang, below)):
        page_slide.draw(made, page, lang)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def word_pages(matrix: Matrix, lang: Language, footnote: Frame) -> list[Page]:
    """Return the pages after the matrix: strategies, priorities, method and sources."""
    makers = (strategy_pages.pages, priority_pages.pages, method_pages.pages)
    return [page for make in makers for page in make(matrix, lang, footnote)]
