"""The map of journeys as a slide or a sheet needs it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from cx.deliver.ground import HEIGHT, WIDTH, Form, plain
from cx.deliver.told.journeys import PathsTold, paths_told
from cx.picture import DECK_SIZES, SCREEN_SIZES, source_sans
from cx.picture.journey import (
    PAIR,
    JourneyMap,
    MapOptions,
    Side,
    differing,
    journey_map,
    journey_pair,
    static_map,
)
from cx.picture.render import Kind
from cx.picture.type import Sizes
from cx.records.journeys import PathLook, Paths
from cx.text import Language


def journey_picture(told: PathsTold, form: Form, sizes: Sizes = DECK_SIZES) -> JourneyMap:
    """Return the map in the room that a form leaves, measured in its font.

    Parameters
    ----------
    sizes
        Of the type: a slide's, which is read from the back of a room, or a sheet's.
    """
    return journey_map(told.found, _options(told, form, sizes))


def maps(told: PathsTold, form: Form, sizes: Sizes = DECK_SIZES) -> tuple[JourneyMap, ...]:
    """Return the maps of a deck or a report: of all paths, and of each of two periods; none if not wanted."""
    if not told.wants("map"):
        return ()
    return journey_picture(told, form, sizes), *side_pictures(told, form, sizes)


def side_pictures(told: PathsTold, form: Form, sizes: Sizes = DECK_SIZES) -> tuple[JourneyMap, ...]:
    """Return a map of each of two periods, every touchpoint at the same place; none without two periods.

    Figures are shares of the period's own paths, and what differs beyond chance stands out, as in the picture
    of both.
    """
    options = _options(told, form, sizes)
    differs = differing(told.found.differences, options.measure)
    compared = replace(options, whole=told.found, shares=True, differs=differs)
    return tuple(
        journey_map(side, replace(compared, about=(name, *told.about)))
        for side, name in zip(told.paths.sides, told.periods.values(), strict=bool(told.paths.sides))
    )


def pair_picture(told: PathsTold, form: Form, sizes: Sizes = DECK_SIZES) -> JourneyMap:
    """Return two periods in one picture, as the screen has them, on a sheet higher than a slide."""
    options = replace(_options(told, form, sizes), whole=told.found, size=PAIR)
    first, second = (
        Side(name, side) for name, side in zip(told.periods.values(), told.paths.sides, strict=True)
    )
    return journey_pair((first, second), told.found.differences, options)


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
        measure=told.look.measure,
        variants=told.look.variants,
        quadrants=told.look.quadrants,
        strategies=told.look.strategies,
        colours=told.look.colours,
        logo=told.look.logo,
    )


def paths_image(
    paths: Paths,
    kind: Kind,
    *,
    lang: Language,
    day: dt.date,
    look: PathLook | None = None,
    pixels: int = 1920,
    clear: bool = False,
) -> bytes:
    """Return the map alone as a file: ``png`` (so many pixels wide), ``svg`` or ``pdf``.

    ``clear``: nothing is painted behind it. Where two periods are compared, both are in it.
    """
    told, form = paths_told(paths, lang, day, look), replace(plain(), font=source_sans())
    draw = pair_picture if paths.sides else journey_picture
    return static_map(draw(told, form, sizes=SCREEN_SIZES), kind, pixels=pixels, clear=clear)
