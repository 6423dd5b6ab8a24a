"""Shares as bars: contacts negative, reactive and proactive, standards met, and impact with a standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cx import text
from cx.matrix.telling import lenses as telling
from cx.picture.axes import nice
from cx.picture.colour import GROUND, LEVEL_SHADES, MET_SHADES
from cx.picture.lenses.record import Chart, Entry, Part, Row
from cx.records.lenses import LensResult, Proactivity, Reading
from cx.text import Language

_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
_KINDS = ("negative", "reactive", "proactive")


def of_contacts(result: LensResult, readings: Sequence[Reading], lang: Language) -> Chart:
    """Return the bars of negative, reactive and proactive contacts."""
    rows = tuple(
        Row(
            one.name,
            text.percent_told(_value(one), lang),
            parts=tuple(_stacked(_shares(one), LEVEL_SHADES)),
            interval=_interval(one),
            hover=(one.name, telling.in_words(result, one, lang)),
        )
        for one in readings
    )
    legend = [
        Entry(shade, "", text.say(f"lens.legend.{kind}", lang))
        for kind, shade in zip(_KINDS, LEVEL_SHADES, strict=True)
    ]
    return _of_whole(rows, "contacts", "negative", legend, lang)


def of_delivery(result: LensResult, readings: Sequence[Reading], lang: Language) -> Chart:
    """Return the bars of contacts in which the standard was met."""
    rows = tuple(
        Row(
            one.name,
            text.percent_told(_value(one), lang),
            parts=tuple(_stacked((_value(one), 1 - _value(one)), MET_SHADES)),
            interval=_interval(one),
            hover=(one.name, telling.in_words(result, one, lang)),
        )
        for one in readings
    )
    legend = [
        Entry(shade, "", text.say(f"lens.legend.{kind}", lang))
        for kind, shade in zip(("met", "not_met"), MET_SHADES, strict=True)
    ]
    return _of_whole(rows, "share", "share", legend, lang)


def of_standards(
    result: LensResult, readings: Sequence[Reading], heights: Mapping[str, float], lang: Language
) -> Chart:
    """Return each touchpoint's share of impact, dark where there is a standard."""
    positive = {name: max(height, 0.0) for name, height in heights.items()}
    whole = sum(positive.get(one.name, 0.0) for one in result.touchpoints) or 1.0
    shares = {one.name: positive.get(one.name, 0.0) / whole for one in readings}
    rows = tuple(_standard(result, one, shares[one.name], lang) for one in readings)
    most = max(shares.values(), default=0.0) * 1.06 or 1.0
    dark, ticks = MET_SHADES[0], nice(0.0, most, most=6)
    decimals = text.decimals_needed([100 * value for value in ticks])
    return Chart(
        rows,
        0.0,
        most,
        tuple((value, text.percent(value, lang, decimals)) for value in ticks),
        text.say("lens.axis.of_impact", lang),
        text.say("lens.head.standard", lang),
        (
            Entry(dark, "", text.say("lens.legend.standard", lang)),
            Entry(GROUND, dark, text.say("lens.legend.no_standard", lang)),
        ),
    )


def _standard(result: LensResult, one: Reading, share: float, lang: Language) -> Row:
    dark = MET_SHADES[0]
    fill, outline = (dark, "") if _value(one) else (GROUND, dark)
    hover = (one.name, telling.in_words(result, one, lang), text.percent(share, lang, 1))
    return Row(
        one.name, telling.cell(result, one, lang), parts=(Part(0.0, share, fill, outline),), hover=hover
    )


def _of_whole(rows: tuple[Row, ...], axis: str, head: str, legend: Sequence[Entry], lang: Language) -> Chart:
    return Chart(
        rows,
        0.0,
        1.0,
        tuple((value, text.percent(value, lang)) for value in _QUARTERS),
        text.say(f"lens.axis.{axis}", lang),
        text.say(f"lens.head.{head}", lang),
        tuple(legend),
        grid=False,
    )


def _stacked(shares: Sequence[float], shades: Sequence[str]) -> Iterator[Part]:
    start = 0.0
    for share, shade in zip(shares, shades, strict=True):
        yield Part(start, start + share, shade)
        start += share


def _shares(one: Reading) -> tuple[float, ...]:
    if not isinstance(one, Proactivity):
        return (0.0, 0.0, 0.0)
    return tuple(bar.value if bar else 0.0 for bar in (one.negative, one.reactive, one.proactive))


def _interval(one: Reading) -> tuple[float, float] | None:
    return None if one.low is None or one.high is None else (one.low, one.high)


def _value(one: Reading) -> float:
    return one.number or 0.0
