"""The deck of paths: the map with its connectors, and after it a slide or more for every part."""

from __future__ import annotations

import datetime as dt

from cx.deliver.chart import journey_picture, side_pictures
from cx.deliver.deck import journey_map, slide
from cx.deliver.deck import words as page_slide
from cx.deliver.deck.finished import finished
from cx.deliver.ground import plain
from cx.deliver.pages import journeys
from cx.deliver.told.journeys import PathsTold
from cx.records.journeys import Paths
from cx.text import Language


def paths_deck(paths: Paths, *, lang: Language, day: dt.date) -> bytes:
    """Return the deck of paths as a .pptx file."""
    told, form = PathsTold(paths, lang, day), plain()
    scene = journey_picture(told, form)
    made = slide.new_deck(scene.title.text, lang, form)
    journey_map.add(made, scene, scene.alt, form)
    for side in side_pictures(told, form):
        journey_map.add(made, side, side.alt, form)
    for page in journeys.pages(told, form):
        page_slide.draw(made, page, lang, form)
    return finished(made, day, lang)
