"""The parts of paths as tables of words: the first rows of each, and the others together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cx.deliver.ground import Column, Table
from cx.deliver.told.journeys.parts import PathPart
from cx.deliver.told.journeys.shared_words import (
    ARROW,
    PathsTold,
    about_in_words,
    figure_in_words,
    part_of_all,
    path_in_words,
)
from cx.records.journeys import Difference, Journeys, Step, Variant
from cx.text import NOTHING, Language, duration, fine, percent, say, trimmed, whole

_VARIANTS, _EDGES, _RANKS, _LISTED = 12, 15, 5, 20
"""Rows that a page can show; the workbook has them all."""
TREND_PERIODS = 6
"""Periods that a page can show beside one another: the last ones."""
Rows = tuple[tuple[str, ...], ...]


def table(part: PathPart, told: PathsTold) -> Table:
    """Return a part as a table."""
    return _TABLES[part](told)


def shown_variants(found: Journeys) -> list[Variant]:
    """Return the paths that a page lists."""
    return [one for one in found.variants if one.path is not None][:_VARIANTS]


def _columns(told: PathsTold, *names: str) -> tuple[Column, ...]:
    """The first is of words and bold, the others of numbers; ``cases`` is headed by what a path is of."""
    first, *others = (told.found.unit if name == "cases" else name for name in names)
    head = Column.named(f"paths.{first}", told.lang, bold=True)
    return (head, *(Column.named(f"paths.{name}", told.lang, right=True) for name in others))


def _variants(told: PathsTold) -> Table:
    lang, found = told.lang, told.found
    shown = shown_variants(found)
    rows = [
        (path_in_words(one.path or (), lang), whole(one.cases, lang), percent(one.share, lang, 1))
        for one in shown
    ]
    rest, cases = found.variant_count - len(shown), found.cases - sum(one.cases for one in shown)
    if rest > 0:
        other = say("deliver.paths.others.variants", lang, n=rest)
        rows.append((other, whole(cases, lang), percent(cases / found.cases, lang, 1)))
    path, *numbers = _columns(told, "path", "cases", "share")
    return Table((Column(path.title), *numbers), tuple(rows))


def _touchpoints(told: PathsTold) -> Table:
    lang = told.lang
    rows = [
        (
            one.name,
            *(whole(n, lang) for n in (one.cases, one.events, one.starts, one.ends, one.repeat_cases)),
            trimmed(one.median_position, lang, 1),
        )
        for one in told.found.touchpoints
        if one.cases is not None
    ]
    few = len(told.found.touchpoints) - len(rows)
    if few:
        other = say("deliver.paths.others.touchpoints", lang, n=few, few=told.counted(None))
        rows.append((other, *[NOTHING] * 6))
    names = ("touchpoint", "cases", "events", "starts", "ends", "repeat_cases", "median_position")
    return Table(_columns(told, *names), tuple(rows))


def _edges(told: PathsTold) -> Table:
    lang = told.lang
    known = [one for one in told.found.edges if one.start is not None]
    rows = [
        (
            ARROW.join((one.start or "", one.end or "")),
            whole(one.cases, lang),
            whole(one.events, lang),
            duration(one.median_seconds, lang),
            duration(one.p90_seconds, lang),
        )
        for one in known[:_EDGES]
    ]
    rest = [*known[_EDGES:], *(one for one in told.found.edges if one.start is None)]
    if rest:
        other = say("deliver.paths.others.edges", lang, n=sum(one.edges for one in rest))
        rows.append((other, NOTHING, whole(sum(one.events for one in rest), lang), NOTHING, NOTHING))
    return Table(_columns(told, "step", "cases", "taken", "median", "p90"), tuple(rows))


def _funnel(told: PathsTold) -> Table:
    lang = told.lang
    rows = tuple(
        (
            one.touchpoint,
            whole(one.cases, lang),
            percent(one.of_start, lang, 1),
            percent(one.of_before, lang, 1),
        )
        for one in told.found.funnel
    )
    return Table(_columns(told, "touchpoint", "cases", "of_start", "of_before"), rows)


def _steps(told: PathsTold) -> Table:
    """A column for each place around the anchor, what stands there most often first."""
    lang = told.lang
    offsets = sorted({one.offset for one in told.found.steps})
    there = [_ranked([one for one in told.found.steps if one.offset == at]) for at in offsets]
    rows = tuple(
        tuple(_cell(column[rank], lang) if rank < len(column) else "" for column in there)
        for rank in range(min(_RANKS, max(map(len, there))))
    )
    heads = (_head(at, lang) for at in offsets)
    return Table(tuple(Column(head) for head in heads), rows)


def _ranked(steps: Sequence[Step]) -> list[Step]:
    return sorted((one for one in steps if one.cases is not None), key=lambda one: -(one.cases or 0))


def _head(offset: int, lang: Language) -> str:
    return say(f"deliver.paths.{'before' if offset < 0 else 'after'}", lang, n=abs(offset))


def _cell(one: Step, lang: Language) -> str:
    nothing = "deliver.paths.nothing_before" if one.offset < 0 else "deliver.paths.nothing_after"
    name = one.touchpoint or say(nothing, lang)
    return f"{name} {part_of_all(one.share, lang)}"


def _differences(told: PathsTold) -> Table:
    lang = told.lang
    ordered = sorted(told.found.differences, key=_strength)
    rows: Rows = tuple(
        (
            about_in_words(one, lang),
            figure_in_words(one, one.a, lang),
            figure_in_words(one, one.b, lang),
            _interval(one, lang),
            _beyond(told=one.told, tested=one.low is not None, lang=lang),
        )
        for one in ordered[:_LISTED]
    )
    if len(ordered) > _LISTED:
        other = say("deliver.paths.others.figures", lang, n=len(ordered) - _LISTED)
        rows = (*rows, (other, *[NOTHING] * 4))
    figure = Column.named("paths.figure", lang, bold=True)
    sides = (Column(told.periods[name], "right") for name in ("a", "b"))
    interval = Column.named("paths.interval", lang, right=True)
    return Table((figure, *sides, interval, Column.named("paths.told", lang)), rows)


def _strength(one: Difference) -> tuple[bool, float]:
    """What differs beyond chance first, and of that what lies furthest from 0 in widths of its interval."""
    if one.low is None or one.high is None:
        return True, 1.0
    wide = one.high - one.low
    return not one.told, -abs(one.low + one.high) / wide if wide else 0.0


def _interval(one: Difference, lang: Language) -> str:
    if one.low is None or one.high is None:
        return NOTHING
    ends = (figure_in_words(one, end, lang) for end in (one.low, one.high))
    return say("deliver.paths.interval", lang, **dict(zip(("low", "high"), ends, strict=True)))


def _beyond(*, told: bool, tested: bool, lang: Language) -> str:
    if not tested:
        return NOTHING
    return say("deliver.significant.yes" if told else "deliver.significant.no", lang)


def _outcome(told: PathsTold) -> Table:
    lang = told.lang
    ordered = sorted(told.found.outcomes, key=lambda one: (not one.told, one.low is None))
    rows: Rows = tuple(
        (
            ARROW.join((one.start, one.end)),
            fine(one.difference, lang),
            NOTHING
            if one.low is None
            else say("deliver.paths.interval", lang, low=fine(one.low, lang), high=fine(one.high, lang)),
            whole(one.having, lang),
            whole(one.lacking, lang),
            _beyond(told=one.told, tested=one.low is not None, lang=lang),
        )
        for one in ordered[:_LISTED]
    )
    if len(ordered) > _LISTED:
        other = say("deliver.paths.others.edges", lang, n=len(ordered) - _LISTED)
        rows = (*rows, (other, *[NOTHING] * 5))
    return Table(_columns(told, "step", "difference", "interval", "with", "without", "told"), rows)


def _drop_off(told: PathsTold) -> Table:
    lang = told.lang
    rows = tuple(
        (one.touchpoint, whole(one.cases, lang), percent(one.share, lang, 1))
        for one in told.found.drop_off
        if one.cases is not None
    )
    few = len(told.found.drop_off) - len(rows)
    if few:
        other = say("deliver.paths.others.touchpoints", lang, n=few, few=told.counted(None))
        rows = (*rows, (other, NOTHING, NOTHING))
    return Table(_columns(told, "touchpoint", "cases", "share_left"), rows)


def _trend(told: PathsTold) -> Table:
    """The paths as a whole, then each touchpoint, most common first, in the last periods."""
    lang, found = told.lang, told.found.trends
    if found is None:
        return Table((), ())
    last = slice(-TREND_PERIODS, None)
    chosen = [one for one in found.rows if one.about is None]
    chosen += [one for one in found.rows if one.figure == "share_of_cases"][:_LISTED]
    whole_row = (say("deliver.paths.trend.cases", lang), *(whole(n, lang) for n in found.cases[last]))
    rows: Rows = (
        whole_row,
        *(
            (about_in_words(one, lang), *(figure_in_words(one, value, lang) for value in one.values[last]))
            for one in chosen
        ),
    )
    heads = (Column(name, "right") for name in found.periods[last])
    return Table((Column.named("paths.figure", lang, bold=True), *heads), rows)


_TABLES: Mapping[PathPart, Callable[[PathsTold], Table]] = {
    "variants": _variants,
    "touchpoints": _touchpoints,
    "edges": _edges,
    "funnel": _funnel,
    "steps": _steps,
    "differences": _differences,
    "outcome": _outcome,
    "drop_off": _drop_off,
    "trend": _trend,
}
