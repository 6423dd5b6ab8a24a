"""The deck: the matrix as a native chart, and after it a slide or more for everything that is told."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Collection, Sequence
from dataclasses import replace

from cx.deliver import content, matrix_slide, names_pages, page_slide, pages, slide
from cx.deliver.additions import Additions, Topic
from cx.deliver.form import Form, plain
from cx.deliver.own_template import DeckTemplate, grafted
from cx.deliver.page import footnote_frame
from cx.matrix import footnote, headline
from cx.picture import DECK_SIZES, Picture, compute
from cx.records import Matrix
from cx.text import Language


def deck_picture(
    matrix: Matrix,
    *,
    lang: Language,
    day: dt.date,
    groups: Sequence[str] = (),
    template: DeckTemplate | None = None,
) -> Picture:
    """Return the Picture as a slide needs it: type for a room, measured in the deck's font.

    Parameters
    ----------
    groups
        As in :func:`cx.picture.compute`.
    template
        The user's own: the Picture then has the size of the room that it leaves.
    """
    form = _form(template)
    _, title = form.fitting_title(headline(matrix, lang))
    room = form.picture_box()
    shrunk = min(room.width / plain().width, room.height / plain().height)
    return compute(
        matrix,
        lang=lang,
        day=day,
        size=(room.width, room.height),
        type_scale=1 / shrunk,
        sizes=DECK_SIZES if form.templated else replace(DECK_SIZES, title=title),
        font=form.font,
        headings=not form.templated,
        groups=groups,
    )


def for_slide(
    matrix: Matrix,
    picture: Picture | None,
    *,
    lang: Language,
    day: dt.date,
    template: DeckTemplate | None = None,
) -> Picture:
    """Return the Picture where it was made for this slide in this language, else the one that is.

    A Picture for a screen has smaller type in a narrower font: its labels would not fit where they stand.
    """
    room = _form(template).picture_box()
    fits = picture is not None and picture.lang == lang
    if picture is None or not fits or (picture.width, picture.height) != (room.width, room.height):
        return deck_picture(matrix, lang=lang, day=day, template=template)
    small = picture.x_title.size < DECK_SIZES.axis
    return deck_picture(matrix, lang=lang, day=day, template=template) if small else picture


def deck(
    matrix: Matrix,
    picture: Picture | None = None,
    *,
    lang: Language,
    day: dt.date,
    added: Additions | None = None,
    topics: Collection[Topic] | None = None,
    template: DeckTemplate | None = None,
) -> bytes:
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
    added
        What else is told: drivers, a comparison, alerts, votes, decisions.
    topics
        What of all that the deck tells; ``None``: everything.
    template
        The user's own, from :func:`deck_template`; where it has no suitable layout the plain deck is made.

    Raises
    ------
    cx.errors.FileError
        When the template cannot be written into.
    """
    added = added or Additions()
    form = _form(template)
    picture = for_slide(matrix, picture, lang=lang, day=day, template=template)
    made = slide.new_deck(headline(matrix, lang), lang, form)
    told = added.wanted(topics) or ("matrix",)
    below = footnote_frame(footnote(matrix, lang, day), lang, form)
    if "matrix" in told:
        matrix_slide.add(made, matrix, picture, lang, content.notes(matrix, lang), form)
        for page in names_pages.pages(picture, lang, below, form):
            page_slide.draw(made, page, lang, form)
    for page in pages.following(told, added, matrix, lang, below, form):
        page_slide.draw(made, page, lang, form)
    buffer = io.BytesIO()
    made.save(buffer)
    if template is None or template.form is None:
        return buffer.getvalue()
    return grafted(buffer.getvalue(), template, matrix, lang=lang, day=day)


def _form(template: DeckTemplate | None) -> Form:
    return template.form if template and template.form else plain()
