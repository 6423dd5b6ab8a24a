"""The Picture with some of its quadrants only, for a room that is shown one after the other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from cx.picture.record import Box, Picture, TextBlock
from cx.picture.type import LEADING, source_sans
from cx.records import Matrix, Quadrant


def revealed(
    picture: Picture, matrix: Matrix, quadrants: Collection[Quadrant], *, footnote: str, alt: str
) -> Picture:
    """Return the picture without anything that tells of the other quadrants; nothing moves.

    Parameters
    ----------
    picture, matrix
        The picture, and the matrix that it draws.
    quadrants
        What is shown.
    footnote, alt
        What may be said of it: the picture's own words name touchpoints and what came out.
    """
    ids = {bubble.id for bubble in matrix.bubbles if bubble.quadrant in quadrants}
    colours = {disc.fill for disc in picture.discs if disc.id in ids}
    key = tuple(entry for entry in picture.key if entry.id in ids)
    beyond = tuple(one for one in picture.beyond_key if one.id in ids)
    return replace(
        picture,
        quadrants=tuple(area for area in picture.quadrants if area.quadrant in quadrants),
        discs=tuple(disc for disc in picture.discs if disc.id in ids),
        labels=tuple(label for label in picture.labels if label.id in ids),
        key=key,
        key_title=picture.key_title if key else None,
        beyond_key=beyond,
        key_note=picture.key_note if beyond else None,
        footnote=_said(picture.footnote, footnote),
        alt=alt,
        regions=tuple(region for region in picture.regions if region.id in ids),
        arrows=tuple(arrow for arrow in picture.arrows if arrow.id in ids),
        inks=tuple(ink for ink in picture.inks if ink.id in ids),
        ghosts=tuple(ghost for ghost in picture.ghosts if ghost.id in ids),
        colour_legend=tuple(one for one in picture.colour_legend if one.colour in colours),
        grounds=tuple(ground for ground in picture.grounds if ground.id in {*ids, *quadrants}),
    )


def _said(block: TextBlock, words: str) -> TextBlock:
    """Return other, shorter words in the place of a footnote: they end where it ended."""
    lines = source_sans().wrapped(words, block.box.width, block.size)
    high = len(lines) * block.size * LEADING
    box = Box(block.box.left, block.box.bottom - high, block.box.width, high)
    return replace(block, lines=lines, box=box)
