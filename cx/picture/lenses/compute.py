"""The picture of a lens: which touchpoints are drawn, in which order, and at which size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cx import text
from cx.picture.lenses import gaps, layout, shares, steps
from cx.picture.lenses.record import Chart, LensPicture
from cx.picture.type import SCREEN_SIZES, Canvas, Font, Sizes, source_sans
from cx.records import Matrix
from cx.records.lenses import Lens, LensResult, Reading
from cx.text import Language

PICTURED: tuple[Lens, ...] = (
    "knowledge_gap",
    "expectation_gap",
    "specification",
    "delivery",
    "pyramid",
    "proactivity",
    "coverage",
)
"""Lenses with a picture of rows; moments are drawn on the matrix."""
_WIDTH = 960.0
_MOST = 30
"""Rows on a screen: the most striking ones; the table names all."""


def lens_picture(
    result: LensResult,
    matrix: Matrix,
    *,
    lang: Language,
    title: str,
    size: tuple[float, float | None] = (_WIDTH, None),
    type_scale: float = 1.0,
    sizes: Sizes = SCREEN_SIZES,
    font: Font | None = None,
) -> LensPicture:
    """Return the picture of a lens.

    Parameters
    ----------
    result
        Of one of the lenses in :data:`PICTURED`.
    matrix
        One bubble a touchpoint: the order of impact, and its shares.
    title
        The conclusion, for those who do not see the picture.
    size
        Width and height in points; without a height, as high as the rows are, at most 30 of them.

    Notes
    -----
    The same arguments give the same picture. Where there are more touchpoints than rows, the most striking
    are drawn: ``shown`` and ``count`` say how many.
    """
    wide, high = size
    unit = type_scale * wide / _WIDTH
    canvas = Canvas(wide, high or wide, unit, font or source_sans(), sizes.scaled(type_scale))
    readings = ordered(result, matrix)
    most = _MOST if high is None else layout.rows_that_fit(high, canvas)
    chart = _chart(result, readings[:most], matrix, lang)
    drawn = replace(chart, rows=chart.rows[:most])
    said = "; ".join(text.say("lens.alt.row", lang, name=row.name, value=row.figure) for row in drawn.rows)
    alt = text.say("lens.alt", lang, title=title, rows=said)
    told = len({row.hover[0] for row in drawn.rows})
    return layout.drawn(result.lens, drawn, canvas, alt, (told, len(readings)), fill=high is not None)


def ordered(result: LensResult, matrix: Matrix) -> Sequence[Reading]:
    """Return the touchpoints that a lens draws, the most striking first."""
    if result.lens in ("knowledge_gap", "expectation_gap"):
        return gaps.in_order(result)
    known = [one for one in result.touchpoints if one.value is not None]
    if result.lens == "delivery":
        return sorted(known, key=_value)
    if result.lens in ("specification", "pyramid"):
        heights = _heights(matrix)
        return sorted(known, key=lambda one: -heights.get(one.name, 0.0))
    return sorted(known, key=lambda one: -_value(one))


def _chart(
    result: LensResult,
    readings: Sequence[Reading],
    matrix: Matrix,
    lang: Language,
) -> Chart:
    match result.lens:
        case "knowledge_gap" | "expectation_gap":
            return gaps.chart(result, readings, lang)
        case "specification":
            return shares.of_standards(result, readings, _heights(matrix), lang)
        case "delivery":
            return shares.of_delivery(result, readings, lang)
        case "proactivity":
            return shares.of_contacts(result, readings, lang)
        case "pyramid":
            return steps.ladder(result, readings, lang)
        case _:
            return steps.measured(result, readings, _fresh_from(result), lang)


def _heights(matrix: Matrix) -> Mapping[str, float]:
    return {one.name: one.height or 0.0 for one in matrix.bubbles}


def _value(one: Reading) -> float:
    return one.number or 0.0


def _fresh_from(result: LensResult) -> dt.date | None:
    """Return from which day on answers are fresh; ``None``: no day is known, so that all are."""
    latest, days = result.total.get("latest"), result.total.get("fresh_days")
    if not isinstance(latest, str) or not isinstance(days, int):
        return None
    return dt.date.fromisoformat(latest) - dt.timedelta(days=days)
