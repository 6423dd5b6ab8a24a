"""The map of journeys as a slide or a sheet needs it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from cx.deliver.ground import HEIGHT, WIDTH, Form, plain
from cx.deliver.told.journeys import PathsTold
from cx.picture import DECK_SIZES, SCREEN_SIZES, source_sans
from cx.picture.journey import JourneyMap, MapOptions, journey_map, static_map
from cx.picture.render import Kind
from cx.picture.type import Sizes
from cx.records.journeys import Paths
from cx.text import Language


def journey_picture(told: PathsTold, form: Form, sizes: Sizes = DECK_SIZES) -> JourneyMap:
    """Return the map in the room that a form leaves, measured in its font.

    Parameters
    ----------
    sizes
        Of the type: a slide's, which is read from the back of a room, or a sheet's.
    """
    return journey_map(told.found, _options(told, form, sizes))


def side_pictures(told: PathsTold, form: Form, sizes: Sizes = DECK_SIZES) -> tuple[JourneyMap, ...]:
    """Return a map of each of two periods, every touchpoint at the same place; none without two periods."""
    options = _options(told, form, sizes)
    names = told.periods.values()
    return tuple(
        journey_map(side, replace(options, whole=told.found, about=(name, *told.about)))
        for side, name in zip(told.paths.sides, names, strict=bool(told.paths.sides))
    )


def _options(told: PathsTold, form: Form, sizes: Sizes) -> MapOptions:
    room = form.picture_box()
    shrunk = min(room.width / WIDTH, room.height / HEIGHT)
    return MapOptions(
        told.day,
        told.lang,
        source=", ".join(told.paths.files),
        about=told.about,
        size=(room.width, room.height),
        type_scale=1 / shrunk,
        sizes=replace(sizes, title=form.title_size) if form.templated else sizes,
        font=form.font,
        headings=not form.templated,
    )


def paths_image(paths: Paths, kind: Kind, *, lang: Language, day: dt.date, pixels: int = 1920) -> bytes:
    """Return the map alone as a file: ``png`` (so many pixels wide), ``svg`` or ``pdf``."""
    told, form = PathsTold(paths, lang, day), replace(plain(), font=source_sans())
    return static_map(journey_picture(told, form, sizes=SCREEN_SIZES), kind, pixels=pixels)
