"""What a matrix says of the touchpoints of paths: the quadrant of each, and what the quadrants are called."""

from __future__ import annotations

from collections.abc import Mapping

from cx.matrix.strategy.by_quadrant import strategy
from cx.records import QUADRANTS, Matrix, Quadrant
from cx.records.journeys import PathLook
from cx.text import Language


def path_look(matrix: Matrix, names: Mapping[str, str], lang: Language) -> PathLook:
    """Return how paths are drawn beside a matrix.

    Parameters
    ----------
    names
        A touchpoint of the paths to what the matrix calls it.

    Notes
    -----
    A touchpoint that the matrix draws several times (by segment, say) has a quadrant where all of its bubbles
    lie in one. A negative driver has none here: what the colour of its quadrant calls for is not for it.
    """
    found: dict[str, set[Quadrant | None]] = {}
    for bubble in matrix.bubbles:
        found.setdefault(bubble.name, set()).add(bubble.advised)
    quadrants = {
        name: quadrant
        for name, called in names.items()
        if len(of_one := found.get(called, set())) == 1 and (quadrant := next(iter(of_one)))
    }
    strategies = {one: strategy(matrix.settings, one, lang).name for one in QUADRANTS}
    look = matrix.settings.look
    return PathLook(quadrants, strategies, look.colours, logo=look.logo_on_files)
