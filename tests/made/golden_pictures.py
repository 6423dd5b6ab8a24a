"""The pictures that are held still: run this file to draw them anew, and look at each before committing."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Callable
from pathlib import Path

from cx.picture import Picture, compute, static
from cx.records import Companions, Matrix, PictureOptions, Region
from tests.made.picture_cases import clustered

FOLDER = Path(__file__).parents[1] / "golden"
DAY = dt.date(2026, 11, 22)
WIDTH = 960


def region(satisfaction: float, impact: float, *, area: bool) -> Region:
    """Return an ellipse, or an interval of satisfaction, around a place."""
    if not area:
        return Region("satisfaction", ((satisfaction - 0.1, impact), (satisfaction + 0.1, impact)))
    turns = [math.tau * step / 64 for step in range(64)]
    corners = ((satisfaction + 0.1 * math.cos(t), impact + 0.003 * math.sin(t)) for t in turns)
    return Region("both", tuple(corners))


def companions(matrix: Matrix) -> Companions:
    """Return an earlier period, a segment and regions for a matrix, made from its own bubbles."""
    bubbles = matrix.bubbles
    earlier = {
        one.id: (
            one.satisfaction + (0.25, -0.2, 0.1)[place % 3],
            (one.impact or 0.0) * (0.9, 1.1, 1.05)[place % 3],
        )
        for place, one in enumerate(bubbles)
        if place % 2 == 0
    }
    segment = tuple(
        dataclasses.replace(one, satisfaction=one.satisfaction + 0.12, volume=(one.volume or 0.0) * 0.4)
        for one in bubbles
    )
    regions = {
        one.id: region(one.satisfaction, one.impact or 0.0, area=place % 3 > 0)
        for place, one in enumerate(bubbles)
    }
    ghost = dataclasses.replace(matrix, bubbles=segment)
    return Companions(
        earlier, "Q2 2026", ghost, "zakelijk", regions, roster=tuple(one.name for one in bubbles)
    )


def _plain() -> Picture:
    return compute(clustered(24, 3, "en"), lang="en", day=DAY)


def _crowd() -> Picture:
    return compute(clustered(80, 3), lang="nl", day=DAY)


def _compared() -> Picture:
    matrix = clustered(24, 3, "en")
    options = PictureOptions(
        priority_lines=True,
        arrows=True,
        regions=True,
        format="4:3",
        colours={"fix_first": "#B00020", "expand_reach": "#2E7D32"},
        title="Where the energy customers were lost " * 4,
        footnote="Board meeting of 3 December",
    )
    return compute(matrix, lang="en", day=DAY, options=options, companions=companions(matrix))


def _nameless() -> Picture:
    matrix = clustered(24, 3)
    chosen = tuple(one.id for one in matrix.bubbles[3:6])
    options = PictureOptions(ghost="zakelijk", anonymous=True, highlight=chosen, tint=False, format="a4")
    return compute(matrix, lang="nl", day=DAY, options=options, companions=companions(matrix))


def _part() -> Picture:
    return compute(clustered(40, 3), lang="nl", day=DAY, window=(7.0, 7.7, 0.015, 0.035))


PICTURES: dict[str, Callable[[], Picture]] = {
    "picture-plain": _plain,
    "picture-crowd": _crowd,
    "picture-compared": _compared,
    "picture-nameless": _nameless,
    "picture-part": _part,
}


def main() -> None:
    """Draw every picture anew."""
    for name, draw in PICTURES.items():
        (FOLDER / f"{name}.png").write_bytes(static(draw(), "png", pixels=WIDTH))


if __name__ == "__main__":
    main()
