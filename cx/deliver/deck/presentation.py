"""The deck: the matrix as a native chart, and after it a slide or more for everything that is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Unpack

from cx.deliver.chart import picture as chart_frame
from cx.deliver.deck import journeys, slide
from cx.deliver.deck import lenses as lens_slides
from cx.deliver.deck import matrix as matrix_slide
from cx.deliver.deck import words as page_slide
from cx.deliver.deck.finished import Kept, finished, remembering
from cx.deliver.deck.template import Cover, DeckTemplate, form_of, grafted, paints_of
from cx.deliver.ground import footnote_frame
from cx.deliver.pages import by_topic, names
from cx.deliver.remembered import about_of, slide_keys
from cx.deliver.told import AskedByTopic, Telling, arrows, touchpoints
from cx.matrix import headline, source_name
from cx.picture import Picture
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
    telling = Telling(matrix, lang, day, options=options, companions=companions)
    return chart_frame.drawn(telling, form_of(template, options), groups)


def deck_mark(matrix: Matrix, *, template: DeckTemplate | None = None, **asked: Unpack[AskedByTopic]) -> str:
    """Return the mark that :func:`deck` puts into a deck of the same arguments, without making it."""
    telling = Telling(matrix, **asked)
    templated = template is not None and template.form is not None
    return str(about_of(telling, telling.told, templated=templated)["mark"])


def deck(
    matrix: Matrix,
    picture: Picture | None = None,
    *,
    template: DeckTemplate | None = None,
    **asked: Unpack[AskedByTopic],
) -> bytes:
    """Return the deck as a .pptx file.

    Parameters
    ----------
    matrix
        What is told.
    picture
        What is drawn, from :func:`deck_picture`; one made for a screen, or none, is computed anew for slides.
    template
        The user's own, from :func:`deck_template`; where it has no suitable layout the plain deck is made.
    lang, day, added, topics, options, companions
        What is told, and in which language: the fields of :class:`~cx.deliver.told.telling.Telling`.

    Raises
    ------
    cx.errors.FileError
        When the template cannot be written into.
    """
    telling = Telling(matrix, **asked)
    told, lang = telling.told, telling.lang
    form = form_of(template, telling.options)
    drawn = chart_frame.fitting(telling, picture, form)
    made = slide.new_deck(drawn.title.text, lang, form)
    below = footnote_frame(told.footnote, lang, form)
    moved = arrows(telling, told.added.comparison)
    paints = paints_of(template, form, by_quadrant=told.matrix.settings.colour_by == "quadrant")
    done: list[tuple[str, int]] = []
    for topic in told.topics:
        words = by_topic.of(topic, told, below, form)
        if topic == "matrix":
            notes = touchpoints.notes(told.matrix, lang)
            matrix_slide.add(made, told.matrix, drawn, lang, notes, form, paints)
            words = names.pages(drawn, lang, below, form)
        if topic == "lenses":
            done += lens_slides.add(made, telling, told, below, form, paints)
        if topic == "comparison" and moved:
            now = chart_frame.drawn(moved, form)
            notes = "\n".join(page.notes for page in words)
            matrix_slide.add(made, told.matrix, now, lang, notes, form, paints)
            done.append(("comparison.picture", len(made.slides)))
        for page in words:
            page_slide.draw(made, page, lang, form)
        if topic == "journeys" and told.paths:
            journeys.add(made, told.paths, form)
        done.append((topic, len(made.slides)))
    content = finished(made, telling.day, lang)
    templated = template is not None and template.form is not None
    kept = Kept(slide_keys(done), about_of(telling, told, templated=templated))
    if template is None or template.form is None:
        return remembering(content, kept)
    by_quadrant = told.matrix.settings.colour_by == "quadrant"
    cover = Cover(headline(told.matrix, lang), source_name(told.matrix), by_quadrant=by_quadrant)
    return grafted(content, template, cover, lang=lang, day=telling.day, kept=kept)
