"""The slides of paths: the map with its connectors, and after it a slide or more for every part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING, Required, TypedDict, Unpack

from cx.deliver.chart import journey_picture, maps
from cx.deliver.deck import journey_map, own_theme, page_slide, slide
from cx.deliver.deck.finishing import Kept, finished, remembering
from cx.deliver.deck.template import Cover, DeckTemplate, form_of, grafted
from cx.deliver.ground import Form
from cx.deliver.pages import chapters, journeys
from cx.deliver.remembered import LogReading, about_paths, slide_keys
from cx.deliver.told.journeys import PathsTold, Since, paths_told
from cx.records import PictureOptions
from cx.records.journeys import PathLook, Paths
from cx.text import Language

if TYPE_CHECKING:
    from pptx.presentation import Presentation


class AskedOfPaths(TypedDict, total=False):
    """How a deck of paths is asked for."""

    lang: Required[Language]
    day: Required[dt.date]
    look: PathLook | None
    """How the map is drawn: in the colours of a matrix where one is known."""
    slides: Collection[str] | None
    """Which of :data:`~cx.deliver.told.journeys.PATH_SLIDES`; ``None``: all that there is to tell."""
    template: DeckTemplate | None
    """The user's own, from :func:`~cx.deliver.deck.template.deck_template`; where it has no suitable layout
    the plain deck is made."""
    reading: LogReading | None
    """What was said of the files of the log, for the deck to keep; ``None``: nothing."""


def paths_deck(paths: Paths, *, since: Since | None = None, **asked: Unpack[AskedOfPaths]) -> bytes:
    """Return the deck of paths as a .pptx file.

    Parameters
    ----------
    since
        What the paths differ from is told where they do not compare two periods themselves.
    lang, day, look, slides, template, reading
        As :class:`AskedOfPaths` says.

    Raises
    ------
    cx.errors.FileError
        When the template cannot be written into.
    """
    lang, day, template = asked["lang"], asked["day"], asked.get("template")
    told = _told(paths, asked)
    form = form_of(template, PictureOptions(logo=told.look.logo))
    about = _about(told, asked)
    told = told if since is None else since.told(told)
    title = journey_picture(told, form).title.text
    made = slide.new_deck(title, lang, form)
    kept = Kept(slide_keys(add(made, told, form)), about)
    if template is None or template.form is None:
        return remembering(finished(made, day, lang, own_theme.paints(form.shades)), kept)
    content = finished(made, day, lang)
    cover = Cover(title, ", ".join(told.paths.files), by_quadrant=True)
    return grafted(content, template, cover, lang=lang, day=day, kept=kept)


def paths_deck_mark(paths: Paths, **asked: Unpack[AskedOfPaths]) -> str:
    """Return the mark that :func:`paths_deck` puts into a deck of the same arguments, without making it."""
    return str(_about(_told(paths, asked), asked)["mark"])


def _told(paths: Paths, asked: AskedOfPaths) -> PathsTold:
    return paths_told(paths, asked["lang"], asked["day"], asked.get("look"), asked.get("slides"))


def _about(told: PathsTold, asked: AskedOfPaths) -> dict[str, object]:
    look, template = asked.get("look"), asked.get("template")
    hidden = look is not None and bool(look.hidden)
    templated = template is not None and template.form is not None
    return about_paths(told, asked.get("reading") or LogReading(), hidden=hidden, templated=templated)


def add(made: Presentation, told: PathsTold, form: Form) -> list[tuple[str, int]]:
    """Add the slides of paths to a deck; return what was added, and how many slides it had after each."""
    add_maps(made, told, form)
    done = [("journeys.map", len(made.slides))]
    titles = chapters.Titles(told.lang)
    for part, found in journeys.by_part(told, form):
        for page in titles.named(found, "journeys"):
            page_slide.draw(made, page, told.lang, form)
        done.append((f"journeys.{part}", len(made.slides)))
    return done


def add_maps(made: Presentation, told: PathsTold, form: Form) -> None:
    """Add the slides with maps of paths to a deck."""
    for scene in maps(told, form):
        journey_map.add(made, scene, scene.alt, form)
