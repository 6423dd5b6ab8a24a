"""The report: the picture, what to do, strategies, priorities, method and sources as a tagged PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Unpack

from cx.deliver.chart import journey_picture, lens_on_page, lens_subtitle, maps, months_on_page
from cx.deliver.ground import Form, Frame, Page, footnote_frame, plain
from cx.deliver.pages import Tabled, by_topic, journeys, names, tables
from cx.deliver.report import drawings, parts
from cx.deliver.report.parts import Data
from cx.deliver.report.tagged_pdf import Facts, pdf
from cx.deliver.told import AskedByTopic, Telling, Told, Topic, arrows, on_matrix, told_of
from cx.deliver.told.journeys import PathsTold, paths_told
from cx.picture import SCREEN_SIZES, Picture, compute, source_sans
from cx.records import Matrix, PictureOptions
from cx.records.journeys import PathLook, Paths
from cx.text import Language

_NAMES_ACROSS, _TEXT_ACROSS = 4, 2
_FLOWING = ("strategies", "method")


def report(matrix: Matrix, picture: Picture, **asked: Unpack[AskedByTopic]) -> bytes:
    """Return the report as a PDF file (PDF/UA-1), without a browser.

    Parameters
    ----------
    matrix
        What is told.
    picture
        The first page, in the options' format; one in another language or size is computed anew.
    lang, day, added, topics, options, companions
        What is told, and in which language: the fields of :class:`~cx.deliver.told.request.Telling`.
    """
    telling = Telling(matrix, **asked)
    told, lang, form = telling.told, telling.lang, plain(telling.options)
    size = (form.width, form.height)
    if picture.lang != lang or (picture.width, picture.height) != size:
        picture = _drawn(telling, size)
    found = [part for topic in told.topics for part in _topic(topic, telling, told, picture, form)]
    return pdf(found, Facts(picture.title.text, picture.alt, lang, telling.day), form)


def paths_report(
    paths: Paths,
    *,
    lang: Language,
    day: dt.date,
    look: PathLook | None = None,
    slides: Collection[str] | None = None,
) -> bytes:
    """Return the report of paths as a PDF file: the same pages as the deck."""
    told = paths_told(paths, lang, day, look, slides)
    scene = journey_picture(told, _on_sheet(), SCREEN_SIZES)
    form = plain(PictureOptions(logo=told.look.logo))
    return pdf(list(_paths(told)), Facts(scene.title.text, scene.alt, lang, day), form)


def _topic(topic: Topic, telling: Telling, told: Told, picture: Picture, form: Form) -> Iterator[Data]:
    """The parts of one topic."""
    below = footnote_frame(told.footnote, told.lang, form)
    if topic == "matrix":
        yield drawings.matrix(picture)
        for page in names.whole(picture, told.lang, below, form):
            yield parts.running(page, _NAMES_ACROSS)
    if topic == "lenses":
        yield from _lenses(telling, told, below, form)
    if topic == "comparison" and (moved := arrows(telling, told.added.comparison)):
        yield drawings.matrix(_drawn(moved, (form.width, form.height)))
    for page in by_topic.whole(topic, told, below, form):
        yield _page(page, form, told.lang, flowing=topic in _FLOWING)
    for one in by_topic.tabled(topic, told):
        yield _table(one, below, form, told.lang)
    if topic == "journeys" and told.paths:
        yield from _paths(told.paths)


def _page(page: Page, form: Form, lang: Language, *, flowing: bool) -> Data:
    if flowing:
        return _flowing(page)
    drawn = drawings.drivers(page.bar_chart, form, lang) if page.bar_chart else None
    return parts.placed(page, drawn)


def _flowing(page: Page) -> Data:
    """Columns beside each other, or one long text in two of them."""
    return parts.columns(page) if page.frames[1:] else parts.running(page, _TEXT_ACROSS)


def _table(found: Tabled, below: Frame, form: Form, lang: Language) -> Data:
    sheet = replace(form, font=source_sans())
    return parts.table(tables.measured(found, sheet, lang), found.story, below, sheet)


def _paths(told: PathsTold) -> Iterator[Data]:
    """The parts of paths: the maps, their tables, and how they were made."""
    form = plain()
    below = footnote_frame(told.footnote, told.lang, form)
    yield from (drawings.journeys(one) for one in maps(told, _on_sheet(), SCREEN_SIZES))
    yield from (_table(one, below, form, told.lang) for one in journeys.tabled(told))
    yield from (_flowing(page) for page in journeys.method_whole(told, form))


def _on_sheet() -> Form:
    return replace(plain(), font=source_sans())


def _lenses(telling: Telling, told: Told, below: Frame, form: Form) -> Iterator[Data]:
    """A page for each lens that has something to show; moments are shown on the matrix."""
    for one in told_of(told):
        named = telling.added.lenses.of("moments") if telling.added and telling.added.lenses else None
        if one.result.lens == "moments" and named is not None:
            marked = on_matrix(telling, named, one.title)
            yield drawings.matrix(_drawn(marked, (form.width, form.height)))
            continue
        drawn = lens_on_page(one, told, replace(form, font=source_sans()))
        page = Page(one.title, lens_subtitle(one, drawn, told), below)
        yield parts.placed(page, drawings.lens(drawn, form, told.lang))
        trend = months_on_page(one, told, replace(form, font=source_sans()))
        if trend is not None:
            yield parts.placed(Page(one.months, one.how, below), drawings.lens(trend, form, told.lang))


def _drawn(telling: Telling, size: tuple[float, float]) -> Picture:
    return compute(
        telling.matrix,
        lang=telling.lang,
        day=telling.day,
        size=size,
        options=telling.options,
        companions=telling.companions,
    )
