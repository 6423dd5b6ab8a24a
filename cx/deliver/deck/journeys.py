"""The slides of paths: the map with its connectors, and after it a slide or more for every part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING

from cx.deliver.chart import journey_picture, maps
from cx.deliver.deck import journey_map, own_theme, page_slide, slide
from cx.deliver.deck.finishing import Kept, finished, remembering
from cx.deliver.deck.template import Cover, DeckTemplate, form_of, grafted
from cx.deliver.ground import Form
from cx.deliver.pages import chapters, journeys
from cx.deliver.remembered import slide_keys
from cx.deliver.told.journeys import PathsTold, paths_told
from cx.records.journeys import PathLook, Paths
from cx.text import Language

if TYPE_CHECKING:
    from pptx.presentation import Presentation


def paths_deck(
    paths: Paths,
    *,
    lang: Language,
    day: dt.date,
    look: PathLook | None = None,
    slides: Collection[str] | None = None,
    template: DeckTemplate | None = None,
) -> bytes:
    """Return the deck of paths as a .pptx file.

    Parameters
    ----------
    look
        How the map is drawn: in the colours of a matrix where one is known.
    slides
        Which of :data:`~cx.deliver.told.journeys.PATH_SLIDES`; ``None``: all that there is to tell.
    template
        The user's own, from :func:`~cx.deliver.deck.template.deck_template`; where it has no suitable layout
        the plain deck is made.

    Raises
    ------
    cx.errors.FileError
        When the template cannot be written into.
    """
    told, form = paths_told(paths, lang, day, look, slides), form_of(template, None)
    title = journey_picture(told, form).title.text
    made = slide.new_deck(title, lang, form)
    add(made, told, form)
    kept = Kept(slide_keys([("journeys", len(made.slides))]), {"kind": "paths"})
    if template is None or template.form is None:
        return remembering(finished(made, day, lang, own_theme.paints(form.shades)), kept)
    content = finished(made, day, lang)
    cover = Cover(title, ", ".join(told.paths.files), by_quadrant=True)
    return grafted(content, template, cover, lang=lang, day=day, kept=kept)


def add(made: Presentation, told: PathsTold, form: Form) -> None:
    """Add the slides of paths to a deck."""
    add_maps(made, told, form)
    for page in chapters.Titles(told.lang).named(journeys.pages(told, form), "journeys"):
        page_slide.draw(made, page, told.lang, form)


def add_maps(made: Presentation, told: PathsTold, form: Form) -> None:
    """Add the slides with maps of paths to a deck."""
    for scene in maps(told, form):
        journey_map.add(made, scene, scene.alt, form)
