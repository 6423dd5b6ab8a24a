"""The paths in logs, in words: what a person reads of them on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from cx import text
from cx.cli.output import aligned, findings_as_text
from cx.records.journeys import Difference, Journeys, LogFacts, Step
from cx.text import Language

_LISTED = 10
"""Paths and steps that are shown where nobody asked for another number."""
_AROUND = 5
"""Touchpoints shown at each offset from an anchor."""
_ARROW = " → "


def as_text(found: Journeys, facts: LogFacts, arguments: argparse.Namespace, lang: Language) -> str:
    """Return the figures of paths as short tables, with the findings."""
    top = arguments.top or _LISTED
    blocks = [
        _head(found, lang),
        _touchpoints(found, lang),
        _variants(found, top, lang),
        _edges(found, top, lang),
        _funnel(found, lang),
        _steps(found, lang),
        _differences(found, arguments, lang),
        _outcomes(found, facts, top, lang),
        _drop_off(found, lang),
        findings_as_text(found.findings, lang),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _head(found: Journeys, lang: Language) -> list[str]:
    return [
        text.say(
            "cli.journeys.head",
            lang,
            n=found.cases,
            events=found.events,
            touchpoints=len(found.touchpoints),
            unit=text.say(f"cli.journeys.unit.{found.unit}", lang),
        ),
        text.say(
            "cli.journeys.length",
            lang,
            low=found.shortest,
            high=found.longest,
            mean=found.mean_length,
            median=text.duration(found.median_seconds, lang),
            average=text.duration(found.mean_seconds, lang),
        ),
        text.say("cli.journeys.repeats", lang, share=text.percent(found.repeat_share, lang)),
    ]


def _table(columns: tuple[str, ...], rows: list[list[str]], lang: Language) -> list[str]:
    head = [text.say(f"cli.journeys.table.{name}", lang) for name in columns]
    return aligned([head, *rows], (0,))


def _touchpoints(found: Journeys, lang: Language) -> list[str]:
    rows = [
        [
            one.name,
            *(text.whole(n, lang) for n in (one.events, one.cases, one.starts, one.ends, one.repeat_cases)),
            text.trimmed(one.median_position, lang, 1),
        ]
        for one in found.touchpoints
    ]
    columns = ("touchpoint", "events", "cases", "starts", "ends", "repeat_cases", "place")
    return _table(columns, rows, lang)


def _variants(found: Journeys, top: int, lang: Language) -> list[str]:
    listed = [one for one in found.variants if one.path is not None][:top]
    covered = sum(one.cases for one in listed)
    share = text.percent(covered / found.cases, lang)
    rows = [
        [text.percent(one.share, lang, 1), text.whole(one.cases, lang), _ARROW.join(one.path or ())]
        for one in listed
    ]
    return [text.say("cli.journeys.variants", lang, n=found.variant_count, share=share), *aligned(rows, (2,))]


def _edges(found: Journeys, top: int, lang: Language) -> list[str]:
    rows = [
        [
            text.say("cli.journeys.edge", lang, start=one.start, end=one.end),
            text.whole(one.events, lang),
            text.whole(one.cases, lang),
            text.duration(one.median_seconds, lang),
            text.duration(one.p90_seconds, lang),
        ]
        for one in [edge for edge in found.edges if edge.start is not None][:top]
    ]
    told = [
        text.say("cli.journeys.edges", lang),
        *_table(("step", "events", "cases", "median", "late"), rows, lang),
    ]
    return told if rows else []


def _funnel(found: Journeys, lang: Language) -> list[str]:
    rows = [
        [
            one.touchpoint,
            text.whole(one.cases, lang),
            text.percent(one.of_start, lang, 1),
            text.percent(one.of_before, lang, 1),
        ]
        for one in found.funnel
    ]
    told = _table(("touchpoint", "cases", "of_start", "of_before"), rows, lang)
    return [text.say("cli.journeys.funnel", lang), *told] if rows else []


def _steps(found: Journeys, lang: Language) -> list[str]:
    if not found.steps:
        return []
    rows = [
        [
            f"{one.offset:+d}",
            text.percent(one.share, lang, 1),
            text.whole(one.cases, lang),
            _stands(one, lang),
        ]
        for one in _most_common(found.steps)
    ]
    head = text.say("cli.journeys.steps", lang, anchor=found.anchor, n=found.steps[0].of)
    return [head, *aligned(rows, (3,))]


def _most_common(steps: Sequence[Step]) -> list[Step]:
    """At each offset the most common ones, and what has begun or ended."""
    offsets: dict[int, list[Step]] = {}
    for step in steps:
        offsets.setdefault(step.offset, []).append(step)
    return [
        step
        for at_offset in offsets.values()
        for place, step in enumerate(at_offset)
        if place < _AROUND or step.touchpoint is None
    ]


def _stands(step: Step, lang: Language) -> str:
    nothing = "before" if step.offset < 0 else "after"
    return step.touchpoint or text.say(f"cli.journeys.{nothing}", lang)


def _differences(found: Journeys, arguments: argparse.Namespace, lang: Language) -> list[str]:
    if not found.differences:
        return []
    told = [one for one in found.differences if one.told]
    values = {"a": arguments.period_a, "b": arguments.period_b, "n": len(found.differences)}
    if not told:
        return [text.say("cli.journeys.no_difference", lang, **values)]
    rows = [[_about(one, lang), *(_figure(one, number, lang) for number in (one.a, one.b))] for one in told]
    return [text.say("cli.journeys.differences", lang, **values), *aligned(rows, (0,))]


def _about(one: Difference, lang: Language) -> str:
    about = _ARROW.join(one.about) if isinstance(one.about, tuple) else one.about
    about = about or text.say("cli.journeys.whole", lang)
    return text.say(f"cli.journeys.figure.{one.figure}", lang, about=about)


def _figure(one: Difference, value: float | None, lang: Language) -> str:
    return text.duration(value, lang) if one.figure == "median_seconds" else text.percent(value, lang, 1)


def _outcomes(found: Journeys, facts: LogFacts, top: int, lang: Language) -> list[str]:
    rows = [
        [
            text.say("cli.journeys.edge", lang, start=one.start, end=one.end),
            text.fine(one.difference, lang),
            text.fine(one.low, lang),
            text.fine(one.high, lang),
            text.whole(one.having, lang),
        ]
        for one in found.outcomes[:top]
    ]
    head = text.say("cli.journeys.outcomes", lang, outcome=facts.outcome)
    return [head, *aligned(rows, (0,))] if rows else []


def _drop_off(found: Journeys, lang: Language) -> list[str]:
    rows = [
        [one.touchpoint, text.whole(one.cases, lang), text.percent(one.share, lang, 1)]
        for one in found.drop_off
    ]
    return [text.say("cli.journeys.drop_off", lang), *aligned(rows, (0,))] if rows else []
