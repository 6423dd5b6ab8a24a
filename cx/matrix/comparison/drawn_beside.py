"""What is drawn beside the matrix: where bubbles stood before, another segment, where they may lie."""

from __future__ import annotations

from dataclasses import replace

from cx.matrix.build import build
from cx.matrix.certainty import regions
from cx.matrix.rows import period_in_view
from cx.records import Companions, Matrix, Settings, Touchpoints
from cx.records.lenses import Lenses


def companions(matrix: Matrix, touchpoints: Touchpoints) -> Companions:
    """Return what the look of a matrix asks to be drawn beside it.

    Parameters
    ----------
    matrix
        As drawn; its settings say what is wanted.
    touchpoints
        The table that it was built from.

    Notes
    -----
    The earlier period and the other segment are drawn against the crosshair of this matrix; their own lines
    are not shown. A period before the first one has no arrows.
    """
    look = matrix.settings.look
    before = earlier_period(matrix, touchpoints) if look.arrows else ""
    return Companions(
        earlier=_places(build(touchpoints, _in_period(matrix, before))) if before else {},
        earlier_name=before,
        ghost=build(touchpoints, _in_segment(matrix, look.ghost)) if look.ghost else None,
        ghost_name=look.ghost or "",
        regions=regions(matrix, touchpoints) if look.regions else {},
        roster=tuple(str(name) for name in touchpoints.rows["touchpoint"].unique()),
    )


def with_lens(beside: Companions, matrix: Matrix, found: Lenses) -> Companions:
    """Return the companions with the marks of the lens that the look of a matrix asks for.

    Bubbles of one channel or segment have none: a lens speaks of the whole touchpoint.
    """
    lens = matrix.settings.look.lens
    result = found.of(lens) if lens else None
    if result is None:
        return beside
    known = {one.name: one for one in result.touchpoints}
    marks = {one.id: known[one.name] for one in matrix.bubbles if not one.group and one.name in known}
    return replace(beside, lens=lens, readings=marks, lens_figure=result.figure)


def earlier_period(matrix: Matrix, touchpoints: Touchpoints) -> str:
    """Return the period before the one in view; empty where there is none."""
    seen = period_in_view(touchpoints, matrix.settings.filters)
    place = touchpoints.periods.index(seen) if seen in touchpoints.periods else 0
    return touchpoints.periods[place - 1] if place else ""


def _in_period(matrix: Matrix, period: str) -> Settings:
    return replace(matrix.settings, filters=replace(matrix.settings.filters, period=period))


def _in_segment(matrix: Matrix, segment: str) -> Settings:
    return replace(matrix.settings, filters=replace(matrix.settings.filters, segments=(segment,)))


def _places(matrix: Matrix) -> dict[str, tuple[float, float | None]]:
    return {bubble.id: (bubble.satisfaction, bubble.height) for bubble in matrix.bubbles}
