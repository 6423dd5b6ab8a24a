"""The ladder of levels, and what is measured where: steps along the axis instead of values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import get_args

from cx import text
from cx.matrix.telling import lenses as telling
from cx.picture.colour import GROUND, INK
from cx.picture.lenses.record import Chart, Entry, Part, Row, Spot
from cx.records.lenses import Coverage, LensResult, Measured, MeasuredBy, Reading
from cx.text import Language

_LEVELS = 5
_STEP = 0.06
"""The room between two steps of the ladder, in steps."""
_RUNGS = ("#BCCBDC", "#9DB3CB", "#7596B7", "#4A7299", "#24486C")
"""The steps of the ladder, darker upwards."""
_EMPTY = "#F3F4F5"
MEASURES: tuple[MeasuredBy, ...] = get_args(MeasuredBy)


def ladder(result: LensResult, readings: Sequence[Reading], lang: Language) -> Chart:
    """Return the level that each touchpoint has reached, as steps that are filled."""
    rows = tuple(_rungs(result, one, lang) for one in readings)
    ticks = tuple((at + 0.5, text.say(f"lens.level.{at + 1}.short", lang)) for at in range(_LEVELS))
    return Chart(
        rows,
        0.0,
        float(_LEVELS),
        ticks,
        text.say("lens.axis.level", lang),
        text.say("lens.head.level", lang),
        grid=False,
        steps=True,
    )


def _rungs(result: LensResult, one: Reading, lang: Language) -> Row:
    level = round(one.number or 0.0)
    parts = tuple(
        Part(at + _STEP, at + 1 - _STEP, _RUNGS[at] if at < level else _EMPTY) for at in range(_LEVELS)
    )
    return Row(
        one.name,
        telling.cell(result, one, lang),
        parts,
        hover=(one.name, telling.in_words(result, one, lang)),
    )


def measured(
    result: LensResult, readings: Sequence[Reading], fresh_from: dt.date | None, lang: Language
) -> Chart:
    """Return what is measured in each channel of each touchpoint: full where it is fresh.

    Parameters
    ----------
    fresh_from
        What was answered before that day is older; ``None``: everything is fresh.
    """
    rows = tuple(row for one in readings for row in _channels(result, one, fresh_from, lang))
    return Chart(
        rows,
        -0.5,
        len(MEASURES) - 0.5,
        tuple((float(at), text.say(f"lens.measure.{name}", lang)) for at, name in enumerate(MEASURES)),
        text.say("lens.axis.measured", lang),
        text.say("lens.head.blind", lang),
        (
            Entry(INK, INK, text.say("lens.legend.fresh", lang)),
            Entry(GROUND, INK, text.say("lens.legend.old", lang)),
        ),
        steps=True,
    )


def _channels(result: LensResult, one: Reading, fresh_from: dt.date | None, lang: Language) -> list[Row]:
    found = one.measures if isinstance(one, Coverage) else ()
    blind = one.number or 0.0
    figure = text.percent(blind, lang, 2) if blind else ""
    hover = (one.name, telling.in_words(result, one, lang))
    channels = list(dict.fromkeys(each.channel for each in found)) or [""]
    rows = []
    for channel in channels:
        name = text.say("lens.row.channel", lang, name=one.name, channel=channel) if channel else one.name
        here = [each for each in found if each.channel == channel]
        rows.append(Row(name, figure, spots=tuple(_spot(each, fresh_from) for each in here), hover=hover))
    return rows


def _spot(one: Measured, fresh_from: dt.date | None) -> Spot:
    fresh = one.last is None or fresh_from is None or one.last >= fresh_from
    return Spot(float(MEASURES.index(one.measure)), INK if fresh else GROUND, INK)
