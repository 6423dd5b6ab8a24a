"""The Picture with some of its quadrants only, for a room that is shown one after the other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from cx.picture.record import Picture
from cx.records import Matrix, Quadrant


def revealed(picture: Picture, matrix: Matrix, quadrants: Collection[Quadrant]) -> Picture:
    """Return the picture without the names, bubbles and labels of the other quadrants; nothing moves.

    Parameters
    ----------
    picture, matrix
        The picture, and the matrix that it draws.
    quadrants
        What is shown.
    """
    ids = {bubble.id for bubble in matrix.bubbles if bubble.quadrant in quadrants}
    return replace(
        picture,
        quadrants=tuple(area for area in picture.quadrants if area.quadrant in quadrants),
        discs=tuple(disc for disc in picture.discs if disc.id in ids),
        labels=tuple(label for label in picture.labels if label.id in ids),
        key=tuple(entry for entry in picture.key if entry.id in ids),
        regions=tuple(region for region in picture.regions if region.id in ids),
        arrows=tuple(arrow for arrow in picture.arrows if arrow.id in ids),
        inks=tuple(ink for ink in picture.inks if ink.id in ids),
        ghosts=tuple(ghost for ghost in picture.ghosts if ghost.id in ids),
        grounds=tuple(ground for ground in picture.grounds if ground.id in {*ids, *quadrants}),
    )
