"""All figures of the paths of a log (METHODS 11), from sums that the engine gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cx import engine
from cx.engine.queries import path_figures
from cx.errors import NothingUsable
from cx.journeys import figure_lists
from cx.journeys.asking import Asked, log_of
from cx.journeys.differences import differences, queries_of_sides
from cx.journeys.findings import about_steps, findings_of
from cx.journeys.options import Options, place_of
from cx.journeys.outcomes import EFFECTS, drop_off, outcomes, queries_of_outcomes
from cx.process import Beat
from cx.records.journeys import Events, Journeys, LogFacts, Only

_PLACES = 10
SECOND = 1e6


def journeys(
    events: Events | engine.Log,
    options: Options | None = None,
    *,
    only: Sequence[Only] = (),
    effects: bool = True,
    beat: Beat | None = None,
) -> Journeys:
    """Return the figures of all paths of a log.

    Parameters
    ----------
    events
        What :func:`cx.intake.events` read, or what :func:`cx.intake.large_log` found too large for that.
    options
        How paths are made, and what is asked beside; ``None``: a path is all of a case, everything is listed.
    only
        Only the paths of these customers; all of the conditions have to hold.
    effects
        Whether it is told how the outcome differs with each step, which takes longer than all the rest.
    beat
        Called while it waits and works, as :func:`cx.engine.asked` does; what it raises ends the work.

    Raises
    ------
    ArgumentError
        When a touchpoint or a period is named that is not there.
    NothingUsable
        When no path lies in the periods that were chosen.

    Notes
    -----
    Quantiles are linear between neighbours, at (n - 1)q of the sorted values counted from 0. A path's time is
    from its first start to its last start.
    """
    log = events if isinstance(events, engine.Log) else log_of(events)
    facts, options = log.facts, _named(log.facts, options or Options())
    asked = Asked(log, options, only, beat)
    queries = _queries(asked)
    answers = asked({name: one for name, one in queries.items() if effects or name not in EFFECTS})
    total = answers["totals"][0]
    if not total[0]:
        if only:
            raise NothingUsable("no_paths_left")
        if facts.within:
            said = ", ".join(f"{column} = {value}" for column, value in facts.within)
            raise NothingUsable("no_paths_within", said=said)
        raise NothingUsable("no_paths", a=options.period_a or "", b=options.period_b or "")
    length = answers["lengths"][0]
    cases = _whole(total[1])
    names, least = facts.touchpoints, options.least
    variants, covered, count = figure_lists.variants(answers, names, cases)
    again = figure_lists.shown(_whole(length[6]), least)
    return Journeys(
        cases=cases,
        events=_whole(total[0]),
        unit=facts.unit if options.gap is None else "visit",
        gap_days=options.gap,
        ties=_whole(total[3]),
        touchpoints=figure_lists.touchpoints(answers, names, least),
        edges=figure_lists.edges(answers["edges"], names, options),
        variants=variants,
        variant_count=count,
        cases_covered=covered,
        median_seconds=figure_lists.seconds(length[4]),
        mean_seconds=_whole(length[5]) / _whole(length[3]) / SECOND,
        shortest=_whole(length[0]),
        longest=_whole(length[1]),
        mean_length=_whole(length[2]) / _whole(length[3]),
        repeat_cases=again,
        repeat_share=None if again is None else again / cases,
        funnel=figure_lists.funnel(answers.get("funnel", []), options),
        anchor=options.anchor,
        steps=figure_lists.steps(answers, names, options),
        positions=figure_lists.positions(answers["positions"], names, cases, least),
        differences=differences(answers, facts, options),
        outcomes=outcomes(answers, names, options),
        drop_off=drop_off(answers.get("last", []), names, least),
        findings=(*facts.findings, *findings_of(total), *about_steps(answers["edges"])),
        least=least,
    )


def _named(facts: LogFacts, options: Options) -> Options:
    """The options with touchpoints as the log spells them."""
    anchor = None if options.anchor is None else facts.touchpoints[place_of(facts, options.anchor)]
    funnel = tuple(facts.touchpoints[place_of(facts, name)] for name in options.funnel)
    return replace(options, anchor=anchor, funnel=funnel)


def _queries(asked: Asked) -> Mapping[str, str]:
    facts, options = asked.log.facts, asked.options
    found = {
        "totals": path_figures.totals(),
        "touchpoints": path_figures.touchpoints(),
        "cases": path_figures.cases(),
        "edges": path_figures.edges(options.least),
        "lengths": path_figures.lengths(),
        "variants": path_figures.variants(asked.path_mark, options.top, options.least),
        "kinds": path_figures.variant_counts(asked.path_mark, options.least),
        "positions": path_figures.positions(_PLACES),
    }
    if options.anchor is not None:
        found["around"] = path_figures.around(place_of(facts, options.anchor), figure_lists.REACH)
        found["alone"] = path_figures.cases_with(place_of(facts, options.anchor))
    if options.funnel:
        found["funnel"] = path_figures.funnel([place_of(facts, name) for name in options.funnel])
    return found | queries_of_sides(options) | queries_of_outcomes(facts, asked.set_mark)


def _whole(value: float | str | None) -> int:
    return int(value or 0)
