"""The finding of each part: what is seen, and no more than that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cx.deliver.told.journeys.parts import PathPart
from cx.deliver.told.journeys.shared_words import PathsTold, part_of_all
from cx.deliver.told.journeys.tables import TREND_PERIODS, shown_variants
from cx.records.journeys import Step
from cx.text import duration, say


def title(part: PathPart, told: PathsTold) -> str:
    """Return the title of a part's pages."""
    return _TITLES[part](told)


def legend(part: PathPart, told: PathsTold) -> str:
    """Return the line below the title: what the columns are."""
    values = {"least": told.found.least, "n": told.found.cases, "most": TREND_PERIODS, **told.periods}
    words = say(f"deliver.paths.{part}.legend", told.lang, **values, outcome=told.paths.outcome or "")
    blank = part in ("touchpoints", "funnel", "steps", "drop_off", "trend") and told.found.least > 1
    return f"{words} · {say('deliver.paths.blank', told.lang, few=told.counted(None))}" if blank else words


def _variants(told: PathsTold) -> str:
    shown = shown_variants(told.found)
    cases = told.counted(told.found.cases)
    if not shown:
        return say("deliver.paths.variants.title.none", told.lang, cases=cases, few=told.counted(None))
    share = part_of_all(sum(one.cases for one in shown) / told.found.cases, told.lang)
    values = {"total": told.found.variant_count, "cases": cases, "share": share}
    if len(shown) == told.found.variant_count:
        return say("deliver.paths.variants.title.all", told.lang, n=len(shown), cases=cases)
    return say("deliver.paths.variants.title", told.lang, n=len(shown), **values)


def _touchpoints(told: PathsTold) -> str:
    found, cases = told.found, told.counted(told.found.cases)
    if found.repeat_cases is None:
        return say("deliver.paths.touchpoints.title.few", told.lang, cases=cases, few=told.counted(None))
    if not found.repeat_cases:
        return say("deliver.paths.touchpoints.title.none", told.lang, cases=cases)
    share = part_of_all(found.repeat_share, told.lang)
    return say("deliver.paths.touchpoints.title", told.lang, cases=cases, share=share)


def _edges(told: PathsTold) -> str:
    known = [one for one in told.found.edges if one.start is not None]
    if not known:
        return say("deliver.paths.edges.title.none", told.lang, few=told.counted(None))
    first = known[0]
    if len(known) > 1 and known[1].events == first.events:
        return say("deliver.paths.edges.title.alike", told.lang, n=len(known))
    values = {"start": first.start, "end": first.end, "median": duration(first.median_seconds, told.lang)}
    return say("deliver.paths.edges.title", told.lang, n=first.events, **values)


def _funnel(told: PathsTold) -> str:
    first, last = told.found.funnel[0], told.found.funnel[-1]
    cases = told.counted(first.cases)
    if len(told.found.funnel) == 1 or not first.cases:
        return say("deliver.paths.funnel.title.first", told.lang, cases=cases, first=first.touchpoint)
    values = {"cases": cases, "first": first.touchpoint, "last": last.touchpoint}
    if last.cases is None:
        return say("deliver.paths.funnel.title.few", told.lang, few=told.counted(None), **values)
    return say("deliver.paths.funnel.title", told.lang, share=part_of_all(last.of_start, told.lang), **values)


def _steps(told: PathsTold) -> str:
    before, after = (_foremost(told.found.steps, offset) for offset in (-1, 1))
    anchor, lang = told.found.anchor or "", told.lang
    if before is None or after is None:
        return say("deliver.paths.steps.title.around", lang, anchor=anchor)
    values = {
        "before": before.touchpoint or say("deliver.paths.nothing_before", lang),
        "before_share": part_of_all(before.share, lang),
        "after": after.touchpoint or say("deliver.paths.nothing_after", lang),
        "after_share": part_of_all(after.share, lang),
    }
    return say("deliver.paths.steps.title", lang, anchor=anchor, **values)


def _foremost(steps: Sequence[Step], offset: int) -> Step | None:
    """What stands there most often; nothing where two stand there alike, or too few behind any."""
    there = sorted((one for one in steps if one.offset == offset), key=lambda one: -(one.cases or 0))
    if not there or not there[0].cases or (len(there) > 1 and there[1].cases == there[0].cases):
        return None
    return there[0]


def _differences(told: PathsTold) -> str:
    tested = sum(one.low is not None for one in told.found.differences)
    beyond = sum(one.told for one in told.found.differences)
    if not tested:
        return say("deliver.paths.differences.title.untested", told.lang, **told.periods)
    if not beyond:
        return say("deliver.paths.differences.title.none", told.lang, n=tested, **told.periods)
    return say("deliver.paths.differences.title", told.lang, n=beyond, tested=tested, **told.periods)


def _outcome(told: PathsTold) -> str:
    tested = sum(one.low is not None for one in told.found.outcomes)
    beyond = sum(one.told for one in told.found.outcomes)
    values = {"outcome": told.paths.outcome or ""}
    if not beyond:
        return say("deliver.paths.outcome.title.none", told.lang, n=tested, **values)
    return say("deliver.paths.outcome.title", told.lang, n=beyond, tested=tested, **values)


def _drop_off(told: PathsTold) -> str:
    first, *others = told.found.drop_off
    if first.cases is None or (others and others[0].cases == first.cases):
        return say("deliver.paths.drop_off.title.alike", told.lang)
    share = part_of_all(first.share, told.lang)
    return say("deliver.paths.drop_off.title", told.lang, touchpoint=first.touchpoint, share=share)


def _trend(told: PathsTold) -> str:
    found = told.found.trends
    periods = () if found is None else found.periods[-TREND_PERIODS:]
    return say("deliver.paths.trend.title", told.lang, n=len(periods), a=periods[0], b=periods[-1])


_TITLES: Mapping[PathPart, Callable[[PathsTold], str]] = {
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
