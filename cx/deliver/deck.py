"""The deck: the matrix as a native chart, and after it a slide or more for everything that is told."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Collection, Sequence
from dataclasses import replace

from cx.deliver import content, matrix_slide, names_pages, page_slide, pages, slide
from cx.deliver.additions import Additions, Topic
from cx.deliver.form import HEIGHT, WIDTH, Form, plain
from cx.deliver.moved import arrows
from cx.deliver.own_template import DeckTemplate, grafted
from cx.deliver.page import footnote_frame
from cx.deliver.told import Told
from cx.matrix import headline
from cx.picture import DECK_SIZES, Picture, compute
from cx.records import Companions, Matrix, PictureOptions
from cx.text import Language


def deck_picture(
    matrix: Matrix,
    *,
    lang: Language,
    day: dt.date,
    groups: Sequence[str] = (),
    options: PictureOptions | None = None,
    companions: Companions | None = None,
    template: DeckTemplate | None = None,
) -> Picture:
    """Return the Picture as a slide needs it: type for a room, measured in the deck's font.

    Parameters
    ----------
    groups, options, companions
        As in :func:`cx.picture.compute`; the deck is as wide and high as the options' format.
    template
        The user's own: the Picture then has the size of the room that it leaves.
    """
    form = form_of(template, options)
    _, title = form.fitting_title((options and options.title) or headline(matrix, lang))
    room = form.picture_box()
    shrunk = min(room.width / WIDTH, room.height / HEIGHT)
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
        options=options,
        companions=companions,
    )


def for_slide(
    matrix: Matrix,
    picture: Picture | None,
    *,
    lang: Language,
    day: dt.date,
    template: DeckTemplate | None = None,
    options: PictureOptions | None = None,
    companions: Companions | None = None,
) -> Picture:
    """Return the Picture where it was made for this slide in this language, else the one that is.

    A Picture for a screen has smaller type in a narrower font: its labels would not fit where they stand.
    """
    room = form_of(template, options).picture_box()
    if (
        picture is not None
        and picture.lang == lang
        and (picture.width, picture.height) == (room.width, room.height)
        and picture.x_title.size >= DECK_SIZES.axis
    ):
        return picture
    return deck_picture(matrix, lang=lang, day=day, template=template, options=options, companions=companions)


def deck(
    matrix: Matrix,
    picture: Picture | None = None,
    *,
    lang: Language,
    day: dt.date,
    added: Additions | None = None,
    topics: Collection[Topic] | None = None,
    options: PictureOptions | None = None,
    companions: Companions | None = None,
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
    options, companions
        What the picture was made with: format, brand colours, title and anonymity hold for every slide.
    template
        The user's own, from :func:`deck_template`; where it has no suitable layout the plain deck is made.

    Raises
    ------
    cx.errors.FileError
        When the template cannot be written into.
    """
    form = form_of(template, options)
    drawn = for_slide(
        matrix, picture, lang=lang, day=day, template=template, options=options, companions=companions
    )
    told = Told.of(matrix, added, topics, options, companions, lang, day)
    made = slide.new_deck(drawn.title.text, lang, form)
    below = footnote_frame(told.footnote, lang, form)
    moved = arrows(told.added.comparison, options, companions, lang)
    for topic in told.topics:
        words = pages.of(topic, told, below, form)
        if topic == "matrix":
            matrix_slide.add(made, told.matrix, drawn, lang, content.notes(told.matrix, lang), form)
            words = names_pages.pages(drawn, lang, below, form)
        if topic == "comparison" and moved:
            now = deck_picture(
                matrix, lang=lang, day=day, options=moved[0], companions=moved[1], template=template
            )
            matrix_slide.add(made, told.matrix, now, lang, "\n".join(page.notes for page in words), form)
        for page in words:
            page_slide.draw(made, page, lang, form)
    buffer = io.BytesIO()
    made.save(buffer)
    if template is None or template.form is None:
        return buffer.getvalue()
    return grafted(buffer.getvalue(), template, told.matrix, lang=lang, day=day)


def form_of(template: DeckTemplate | None, options: PictureOptions | None) -> Form:
    """Return the room on the slides: the template's where it is suitable, else that of the chosen format."""
    if template is None or template.form is None:
        return plain(options)
    return replace(template.form, shades=plain(options).shades)
