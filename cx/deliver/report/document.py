"""The report: the picture, strategies, priorities, method and sources as pages of a PDF."""

from __future__ import annotations

import datetime as dt
import io
import threading
import warnings
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Unpack

from cx.deliver.chart import journey_picture, lens_on_page, lens_subtitle, maps
from cx.deliver.ground import LEADING, PADDING, Form, Frame, Grid, Line, Page, footnote_frame, plain
from cx.deliver.pages import by_topic as making
from cx.deliver.pages import journeys, names
from cx.deliver.report import bars
from cx.deliver.report.paper import Paper
from cx.deliver.told import AskedByTopic, Telling, Told, arrows, on_matrix, told_of
from cx.deliver.told.journeys import PathsTold, paths_told
from cx.picture import DECK_SIZES, SCREEN_SIZES, Picture, compute, source_sans
from cx.picture.colour import CROSSHAIR, GRID, GROUND, INK, SECONDARY
from cx.picture.journey import JourneyMap, draw_map
from cx.picture.record import Box, TextBlock, Weight
from cx.picture.render import draw_ink, draw_logo, draw_overlay
from cx.records import Matrix
from cx.records.journeys import PathLook, Paths
from cx.text import Language, say

_MARK, _HAIRLINE = 2.5, 0.75
_ONE_AT_A_TIME = threading.Lock()
"""The drawing library reads its settings from one place for the whole process."""


def report(matrix: Matrix, picture: Picture, **asked: Unpack[AskedByTopic]) -> bytes:
    """Return the report as a PDF file, without a browser.

    Parameters
    ----------
    matrix
        What is told.
    picture
        The first page, in the options' format; one in another language or size is computed anew.
    lang, day, added, topics, options, companions
        What is told, and in which language: the fields of :class:`~cx.deliver.told.telling.Telling`.
    """
    telling = Telling(matrix, **asked)
    told, lang, form = telling.told, telling.lang, plain(telling.options)
    size = (form.width, form.height)
    if picture.lang != lang or (picture.width, picture.height) != size:
        picture = _drawn(telling, size)
    below = footnote_frame(told.footnote, lang, form)
    moved = arrows(telling, told.added.comparison)
    papers: list[Paper] = []
    for topic in told.topics:
        pages = making.of(topic, told, below, form)
        if topic == "matrix":
            papers.append(_picture(picture))
            pages = names.pages(picture, lang, below, form)
        if topic == "lenses":
            papers += _lenses(telling, told, below, form, first=len(papers) + 1)
        if topic == "comparison" and moved:
            papers.append(_picture(_drawn(moved, size)))
        papers += [_words(page, at, form) for at, page in enumerate(pages, start=len(papers) + 1)]
        if topic == "journeys" and told.paths:
            papers += _paths(told.paths, len(papers) + 1)
    facts = {"Title": picture.title.text, "Subject": picture.alt, "Author": say("app.name", lang)}
    return _bound(papers, facts)


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
    facts = {"Title": scene.title.text, "Subject": scene.alt, "Author": say("app.name", lang)}
    return _bound(_paths(told, 1), facts)


def _paths(told: PathsTold, number: int) -> list[Paper]:
    """The sheets of paths, of which the first is at ``number`` in the report."""
    form = plain()
    papers = [_map(one) for one in maps(told, _on_sheet(), SCREEN_SIZES)]
    pages = enumerate(journeys.pages(told, form), start=number + len(papers))
    return [*papers, *(_words(page, at, form) for at, page in pages)]


def _on_sheet() -> Form:
    return replace(plain(), font=source_sans())


def _lenses(telling: Telling, told: Told, below: Frame, form: Form, *, first: int) -> list[Paper]:
    """Return a page for each lens that has something to show; moments are shown on the matrix."""
    papers = []
    for number, one in enumerate(told_of(told), start=first):
        named = telling.added.lenses.of("moments") if telling.added and telling.added.lenses else None
        if one.result.lens == "moments" and named is not None:
            papers.append(_picture(_drawn(on_matrix(telling, named, one.title), (form.width, form.height))))
            continue
        drawn = lens_on_page(one, told, replace(form, font=source_sans()))
        paper = _words(Page(one.title, lens_subtitle(one, drawn, told), below), number, form)
        draw_ink(paper.axes, drawn.inks)
        for block in drawn.texts:
            paper.write(block)
        papers.append(paper)
    return papers


def _map(scene: JourneyMap) -> Paper:
    paper = Paper(scene.width, scene.height)
    draw_map(paper.axes, scene)
    for block in scene.texts:
        paper.write(block)
    return paper


def _drawn(telling: Telling, size: tuple[float, float]) -> Picture:
    return compute(
        telling.matrix,
        lang=telling.lang,
        day=telling.day,
        size=size,
        options=telling.options,
        companions=telling.companions,
    )


def _bound(papers: Sequence[Paper], facts: Mapping[str, str]) -> bytes:
    """Return the sheets as one file; the same sheets give the same bytes."""
    import matplotlib as mpl
    from matplotlib.backends.backend_pdf import PdfPages

    settings: Any = {"text.hinting": "none"}
    buffer = io.BytesIO()
    with _ONE_AT_A_TIME, mpl.rc_context(settings), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from", category=UserWarning)
        with PdfPages(buffer, metadata={**facts, "CreationDate": None, "ModDate": None}) as file:
            for paper in papers:
                file.savefig(paper.figure)
    return buffer.getvalue()


def _picture(picture: Picture) -> Paper:
    paper = Paper(picture.width, picture.height)
    _ground(paper, picture)
    draw_overlay(paper.axes, picture)
    for disc in picture.discs:
        paper.bubble(disc)
    _marks(paper, picture)
    draw_ink(paper.axes, picture.every_ink)
    for size in picture.size_legend:
        paper.circle((size.x, size.y), size.radius, SECONDARY)
    for colour in picture.colour_legend:
        paper.circle((colour.x, colour.y), colour.radius, colour.outline, facecolor=colour.colour)
    for block in picture.texts:
        paper.write(block)
    if picture.message is None:
        paper.write(picture.y_title, turned=True)
    if picture.logo is not None:
        draw_logo(paper.axes, picture.logo, smooth=False)
    return paper


def _ground(paper: Paper, picture: Picture) -> None:
    for area in picture.quadrants:
        if area.tint != GROUND:
            paper.fill(area.box, area.tint)
    for start, end in picture.grid:
        paper.rule(start, end, GRID, 0.75, order=0.8)
    if picture.zero is not None:
        paper.rule(*picture.zero, SECONDARY, 0.75, order=0.8)
    for line in picture.crosshair:
        paper.rule(line.start, line.end, CROSSHAIR, 1.125)


def _marks(paper: Paper, picture: Picture) -> None:
    for x, y in picture.fans:
        paper.rule((x - _MARK, y - _MARK), (x + _MARK, y + _MARK), INK, 1, order=2)
        paper.rule((x - _MARK, y + _MARK), (x + _MARK, y - _MARK), INK, 1, order=2)
    for label in picture.labels:
        if label.leader:
            paper.rule(*label.leader, SECONDARY, 0.75, order=2)


def _words(page: Page, number: int, form: Form) -> Paper:
    paper = Paper(form.width, form.height)
    if form.logo is not None:
        draw_logo(paper.axes, form.logo, smooth=False)
    title = Line(page.title, SCREEN_SIZES.title, bold=True)
    _write(paper, form.title, (title, Line(page.subtitle, SCREEN_SIZES.subtitle, SECONDARY)))
    for bar in page.bars:
        paper.fill(bar.box, bar.colour)
    for frame in (*page.frames, page.footnote):
        _write_frame(paper, frame)
    if page.grid:
        _grid(paper, page.grid)
    if page.bar_chart:
        bars.draw(paper, page.bar_chart)
    _write(paper, form.number, (Line(str(number), DECK_SIZES.footnote, SECONDARY, align="right"),))
    return paper


def _write_frame(paper: Paper, frame: Frame) -> None:
    _write(paper, frame.box, frame.lines)


def _write(paper: Paper, box: Box, lines: tuple[Line, ...]) -> None:
    """Write paragraphs one below the other."""
    top = box.top
    for line in lines:
        block = _block(line, Box(box.left, top + line.above, box.width, 0))
        paper.write(block)
        top = block.box.bottom


def _block(line: Line, box: Box) -> TextBlock:
    """Return a paragraph wrapped to the width of its box, as high as it becomes."""
    weight: Weight = "semibold" if line.bold else "regular"
    lines = source_sans().wrapped(line.text, box.width, line.size, weight)
    deep = len(lines) * line.size * LEADING
    return TextBlock(
        lines, Box(box.left, box.top, box.width, deep), line.size, line.colour, weight, line.align
    )


def _grid(paper: Paper, grid: Grid) -> None:
    top = grid.top
    for deep, cells in zip(grid.heights, grid.cells, strict=True):
        left = grid.left
        for width, line in zip(grid.widths, cells, strict=True):
            block = _block(line, Box(left + PADDING, top, width - 2 * PADDING, 0))
            _write(
                paper,
                Box(left + PADDING, top + (deep - block.box.height) / 2, width - 2 * PADDING, 0),
                (line,),
            )
            left += width
        top += deep
        paper.rule((grid.left, top), (left, top), GRID, _HAIRLINE)
