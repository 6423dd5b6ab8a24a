"""The deck: the matrix as a native chart, and after it a slide or more for everything that is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from cx.deliver.chart import picture as chart_frame
from cx.deliver.deck import journeys, own_theme, page_slide, slide
from cx.deliver.deck import lenses as lens_slides
from cx.deliver.deck import matrix as matrix_slide
from cx.deliver.deck.finishing import Kept, finished, remembering
from cx.deliver.deck.template import Cover, DeckTemplate, form_of, grafted, paints_of
from cx.deliver.deck.theme_colours import Paints
from cx.deliver.ground import Form, Page, footnote_frame
from cx.deliver.pages import by_topic, chapters, names
from cx.deliver.pages import journeys as path_pages
from cx.deliver.remembered import about_of, slide_keys
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
        What is told, and in which language: the fields of :class:`~cx.deliver.told.request.Telling`.

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
    paints = paints_of(template, form, by_quadrant=told.matrix.settings.colour_by == "quadrant")
    inside = _Deck(made, telling, told, form, paints)
    inside.fill(drawn)
    templated = template is not None and template.form is not None
    kept = Kept(slide_keys(inside.done), about_of(telling, told, templated=templated))
    if template is None or template.form is None:
        return remembering(finished(made, telling.day, lang, own_theme.paints(form.shades)), kept)
    content = finished(made, telling.day, lang)
    by_quadrant = told.matrix.settings.colour_by == "quadrant"
    cover = Cover(headline(told.matrix, lang), source_name(told.matrix), by_quadrant=by_quadrant)
    return grafted(content, template, cover, lang=lang, day=telling.day, kept=kept)


@dataclass
class _Deck:
    """A deck on its way, topic by topic."""

    made: Presentation
    telling: Telling
    told: Told
    form: Form
    paints: Paints
    done: list[tuple[str, int]] = field(default_factory=list)
    """What was added, and how many slides the deck had after it."""
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
            self._matrix(drawn, touchpoints.notes(told.matrix, told.lang), topic, topic)
            self._later(names.pages(drawn, told.lang, below, form), topic)
        if topic == "lenses":
            self.done += lens_slides.add(self.made, self.telling, told, below, form, self.paints)
            self.titles.taken.update(name for one in told_of(told) for name in (one.title, one.months))
        found = by_topic.cut(topic, told, below, form)
        if topic == "comparison" and (moved := arrows(self.telling, told.added.comparison)):
            now = chart_frame.drawn(moved, form)
            self._matrix(now, "\n".join(page.notes for page in found.shown), topic, "comparison.picture")
        if topic == "journeys" and told.paths:
            journeys.add_maps(self.made, told.paths, form)
            self._added("journeys.map")
            found = path_pages.cut(told.paths, form)
        self._draw(found.shown, topic, topic)
        self._later(found.further, topic)

    def _matrix(self, drawn: Picture, notes: str, topic: Topic, key: str) -> None:
        self.titles.apart(drawn.title.text, topic)
        matrix_slide.add(self.made, self.told.matrix, drawn, self.told.lang, notes, self.form, self.paints)
        self._added(key)
        if self.telling.numbered and not self.form.templated:
            page_slide.add_number(self.made.slides[-1], self.told.lang, self.form, self.form.number_above)

    def _draw(self, pages: Iterable[Page], topic: Topic, key: str) -> None:
        for page in self.titles.named(pages, topic):
            page_slide.draw(self.made, page, self.told.lang, self.form)
        self._added(key)

    def _added(self, key: str) -> None:
        self.done.append((key, len(self.made.slides)))

    def _later(self, pages: Iterable[Page], topic: Topic) -> None:
        self.further += [(topic, page) for page in pages]

    def _append(self) -> None:
        for topic, page in self.further:
            self._draw(chapters.as_appendix([page], self.told.lang), topic, f"{topic}.further")
        self.further.clear()
