"""The deck: the matrix as a native chart, and after it a slide or more for everything that is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from cx.deliver.chart import picture as chart_frame
from cx.deliver.deck import journeys, own_theme, slide
from cx.deliver.deck import lenses as lens_slides
from cx.deliver.deck import matrix as matrix_slide
from cx.deliver.deck import words as page_slide
from cx.deliver.deck.finished import finished
from cx.deliver.deck.template import Cover, DeckTemplate, form_of, grafted
from cx.deliver.ground import Form, Page, footnote_frame
from cx.deliver.pages import by_topic, chapters, names
from cx.deliver.pages import journeys as path_pages
from cx.deliver.told import AskedByTopic, Telling, Told, Topic, arrows, told_of, touchpoints
from cx.matrix import headline, source_name
from cx.picture import Picture
from cx.records import Companions, Matrix, PictureOptions
from cx.text import Language

if TYPE_CHECKING:
    from pptx.presentation import Presentation


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
    _Deck(made, telling, told, form).fill(drawn)
    if template is None or template.form is None:
        return finished(made, telling.day, lang, own_theme.paints(form.shades))
    content = finished(made, telling.day, lang)
    by_quadrant = told.matrix.settings.colour_by == "quadrant"
    cover = Cover(headline(told.matrix, lang), source_name(told.matrix), by_quadrant=by_quadrant)
    return grafted(content, template, cover, lang=lang, day=telling.day)


@dataclass
class _Deck:
    """A deck on its way, topic by topic."""

    made: Presentation
    telling: Telling
    told: Told
    form: Form
    further: list[tuple[Topic, Page]] = field(default_factory=list)
    """What stands in the appendix."""

    @cached_property
    def titles(self) -> chapters.Titles:
        return chapters.Titles(self.told.lang)

    def fill(self, drawn: Picture) -> None:
        """Add all slides; the appendix stands before the method where that comes last."""
        *others, last = self.told.topics
        for topic in others:
            self._add(topic, drawn)
        if last != "method":
            self._add(last, drawn)
            self._append()
        else:
            self._append()
            self._add(last, drawn)
            self._append()

    def _add(self, topic: Topic, drawn: Picture) -> None:
        told, form = self.told, self.form
        below = footnote_frame(told.footnote, told.lang, form)
        if topic == "matrix":
            self._matrix(drawn, touchpoints.notes(told.matrix, told.lang), topic)
            self._later(names.pages(drawn, told.lang, below, form), topic)
        if topic == "lenses":
            lens_slides.add(self.made, self.telling, told, below, form)
            self.titles.taken.update(one.title for one in told_of(told))
        found = by_topic.cut(topic, told, below, form)
        if topic == "comparison" and (moved := arrows(self.telling, told.added.comparison)):
            now = chart_frame.drawn(moved, form)
            self._matrix(now, "\n".join(page.notes for page in found.shown), topic)
        if topic == "journeys" and told.paths:
            journeys.add_maps(self.made, told.paths, form)
            found = path_pages.cut(told.paths, form)
        self._draw(found.shown, topic)
        self._later(found.further, topic)

    def _matrix(self, drawn: Picture, notes: str, topic: Topic) -> None:
        self.titles.apart(drawn.title.text, topic)
        matrix_slide.add(self.made, self.told.matrix, drawn, self.told.lang, notes, self.form)
        if self.telling.numbered and not self.form.templated:
            page_slide.add_number(self.made.slides[-1], self.told.lang, self.form, self.form.number_above)

    def _draw(self, pages: Iterable[Page], topic: Topic) -> None:
        for page in self.titles.named(pages, topic):
            page_slide.draw(self.made, page, self.told.lang, self.form)

    def _later(self, pages: Iterable[Page], topic: Topic) -> None:
        self.further += [(topic, page) for page in pages]

    def _append(self) -> None:
        for topic, page in self.further:
            self._draw(chapters.as_appendix([page], self.told.lang), topic)
        self.further.clear()
