"""Gaps as dumbbells: what customers expect and get, and arrows from what the room believes to what is so."""

from __future__ import annotations

from collections.abc import Sequence

from cx import text
from cx.matrix.telling import lenses as telling
from cx.picture.axes import nice
from cx.picture.colour import EXPECTED_SHADE, GROUND, GUESS_SHADE, INK
from cx.picture.lenses.record import Chart, Entry, Row, Spot
from cx.records.lenses import ExpectationGap, KnowledgeGap, LensResult, Reading
from cx.text import Language

_AIR = 0.06
Ends = tuple[float, float]


def in_order(result: LensResult) -> list[Reading]:
    """Return the touchpoints with both ends, the most striking gap first."""
    known = [one for one in result.touchpoints if ends_of(one) is not None]
    if result.lens == "knowledge_gap":
        return sorted(known, key=lambda one: -abs(_value(one)))
    return sorted(known, key=_value)


def ends_of(one: Reading) -> Ends | None:
    """Return both ends of a gap: truth and guess, or expected and experienced."""
    match one:
        case KnowledgeGap(guess=float(guess), truth=float(truth)):
            return truth, guess
        case ExpectationGap(expectation=float(expected), experience=float(got)):
            return expected, got
    return None


def chart(result: LensResult, readings: Sequence[Reading], lang: Language) -> Chart:
    """Return the dumbbells of some touchpoints."""
    rows = [_row(result, one, lang) for one in readings]
    values = [value for row in rows for value in (*(row.link or ()), *(row.interval or ()))]
    least, most = (min(values), max(values)) if values else (0.0, 1.0)
    air = _AIR * ((most - least) or 1.0)
    least, most = least - air, most + air
    ticks = nice(least, most, most=7)
    decimals = text.decimals_needed([100 * value for value in ticks] if result.of_shares else ticks)
    write = text.percent if result.of_shares else text.number
    guessed = result.lens == "knowledge_gap"
    legend = (
        (Entry(GROUND, GUESS_SHADE, _says("guess", lang)), Entry(INK, INK, _says("truth", lang)))
        if guessed
        else (
            Entry(GROUND, EXPECTED_SHADE, _says("expectation", lang)),
            Entry(INK, INK, _says("experience", lang)),
        )
    )
    return Chart(
        tuple(rows),
        least,
        most,
        tuple((value, write(value, lang, decimals)) for value in ticks),
        text.say(f"lens.axis.{result.figure or 'satisfaction'}", lang),
        text.say("lens.head.gap", lang),
        legend,
    )


def _says(what: str, lang: Language) -> str:
    return text.say(f"lens.legend.{what}", lang)


def _row(result: LensResult, one: Reading, lang: Language) -> Row:
    anchor, other = ends_of(one) or (0.0, 0.0)
    guessed = result.lens == "knowledge_gap"
    shade = GUESS_SHADE if guessed else EXPECTED_SHADE
    hollow, full = (other, anchor) if guessed else (anchor, other)
    interval = None if one.low is None or one.high is None else (anchor + one.low, anchor + one.high)
    return Row(
        one.name,
        telling.gap_said(result, _value(one), lang),
        link=(hollow, full),
        arrow=guessed,
        interval=interval,
        spots=(Spot(hollow, GROUND, shade), Spot(full, INK, INK)),
        hover=(one.name, telling.in_words(result, one, lang)),
    )


def _value(one: Reading) -> float:
    return one.number or 0.0
