"""The logo in the upper right corner of a file, as large as it fits beside a title."""

from __future__ import annotations

from cx.picture.record import Box, PlacedLogo
from cx.picture.type import MARGIN
from cx.records import Logo, PictureOptions

_WIDTH, _HEIGHT, _TOP, _AIR = 120.0, 40.0, 16.0, 14.0
"""The most that it has of both, its top (a page's number stands above), and the gap to the title: in points
of a picture 540 high."""


def placed_logo(options: PictureOptions, width: float, unit: float) -> PlacedLogo | None:
    """Return the logo at its place on a file of that width; ``None`` where none is wished there.

    Parameters
    ----------
    width
        Of the file, in points.
    unit
        What one point of a picture 540 high is here.
    """
    return logo_at(options.logo_on_files, width, unit)


def logo_at(found: Logo | None, width: float, unit: float) -> PlacedLogo | None:
    """Return a logo that is wished for at its place; ``None`` where none is."""
    if found is None:
        return None
    times = min(_WIDTH / found.width, _HEIGHT / found.height) * unit
    wide, high = found.width * times, found.height * times
    return PlacedLogo(Box(width - MARGIN * unit - wide, _TOP * unit, wide, high), found)


def logo_room(options: PictureOptions, unit: float) -> float:
    """Return what a title leaves free for it at its right, in points."""
    return logo_beside(placed_logo(options, 0.0, unit), unit)


def logo_beside(found: PlacedLogo | None, unit: float) -> float:
    """Return what a title leaves free for a logo that has its place, in points."""
    return found.box.width + _AIR * unit if found else 0.0
