"""Every figure period by period, from one question to the engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from cx import engine
from cx.engine.queries import path_figures
from cx.journeys.asking import Asked, Rows, log_of
from cx.journeys.calendar import calendar, trend_periods
from cx.journeys.figure_lists import shown
from cx.journeys.options import Options
from cx.journeys.periods import side_of
from cx.process import Beat
from cx.records.journeys import Events, Figure, Journeys, LogFacts, Only, Trend, Trends

_SECOND = 1e6
_MOST = 120
"""So many periods at most, the last ones."""
Key = tuple[int, ...]


def with_trends(
    events: Events | engine.Log,
    found: Journeys,
    options: Options,
    *,
    only: Sequence[Only] = (),
    beat: Beat | None = None,
) -> Journeys:
    """Return figures with how each goes from one period to the next, as :func:`trends` finds it.

    Periods are those that the log names, else months, else quarters, else years; where all paths begin in one
    of them there is no trend.
    """
    known = events.facts.periods or trend_periods(calendar(events, least=options.least, beat=beat))
    if len(known) < 2:  # noqa: PLR2004 - a line needs two ends
        return found
    return replace(found, trends=trends(events, known[-_MOST:], options, only=only, beat=beat))


def trends(
    events: Events | engine.Log,
    periods: Sequence[str],
    options: Options | None = None,
    *,
    only: Sequence[Only] = (),
    beat: Beat | None = None,
) -> Trends:
    """Return what each figure is in each of several periods that share no path.

    Parameters
    ----------
    periods
        As two periods are named in options, in their order.
    options, only, beat
        As :func:`cx.journeys.journeys` takes them; the periods in them do not count here.

    Notes
    -----
    Shares are of the paths of their period; the time of a step is its median.
    """
    log = events if isinstance(events, engine.Log) else log_of(events)
    options = options or Options()
    sides = tuple(side_of(log.facts, name) for name in periods)
    answers = Asked(log, options, only, beat, sides)(
        {
            "totals": path_figures.sided_totals(),
            "cases": path_figures.cases(sides=True),
            "steps": path_figures.sided_edges(),
            "middles": path_figures.sided_middles(),
        }
    )
    cases = _counted(answers["totals"], len(periods))
    lines = partial(_lines, cases=cases, facts=log.facts, least=options.least)
    return _without_empty_ends(
        tuple(periods),
        tuple(shown(n, options.least) for n in cases),
        (
            *lines("share_of_cases", ((s, (p,), n) for s, p, n, _ in answers["cases"])),
            *lines("edge_share", ((s, (p, q), n) for s, p, q, n in answers["steps"])),
            _repeats(answers["totals"], cases, options.least),
            *_times(answers, cases, log.facts, options.least),
        ),
    )


def _without_empty_ends(
    periods: tuple[str, ...], cases: tuple[int | None, ...], rows: tuple[Trend, ...]
) -> Trends:
    """The trends without periods before the first and behind the last in which a path begins."""
    filled = [at for at, n in enumerate(cases) if n != 0]
    part = slice(filled[0], filled[-1] + 1) if filled else slice(None)
    kept = tuple(replace(row, values=row.values[part]) for row in rows)
    return Trends(periods[part], cases[part], kept)


def _counted(rows: Rows, count: int) -> list[int]:
    known = {int(side or 0): int(n or 0) for side, n, _ in rows}
    return [known.get(side, 0) for side in range(count)]


def _lines(
    figure: Figure,
    rows: Iterable[tuple[object, tuple[object, ...], object]],
    *,
    cases: Sequence[int],
    facts: LogFacts,
    least: int,
) -> list[Trend]:
    """One line for each touchpoint or step, those of most cases first."""
    counts: dict[Key, dict[int, int]] = {}
    for side, key, n in rows:
        counts.setdefault(tuple(int(part) for part in key), {})[int(side)] = int(n)  # type: ignore[call-overload]
    order = sorted(counts, key=lambda key: (-sum(counts[key].values()), _about(key, facts)))
    return [
        Trend(
            figure,
            _about(key, facts),
            tuple(_share(counts[key].get(s, 0), n, least) for s, n in enumerate(cases)),
        )
        for key in order
    ]


def _share(count: int, of: int, least: int) -> float | None:
    known = shown(count, least)
    return None if known is None or not of else known / of


def _about(key: Key, facts: LogFacts) -> str | tuple[str, str]:
    names = [facts.touchpoints[place] for place in key]
    return names[0] if len(names) == 1 else (names[0], names[1])


def _repeats(rows: Rows, cases: Sequence[int], least: int) -> Trend:
    again = {int(side or 0): int(n or 0) for side, _, n in rows}
    values = tuple(_share(again.get(side, 0), n, least) for side, n in enumerate(cases))
    return Trend("repeat_share", None, values)


def _times(answers: Mapping[str, Rows], cases: Sequence[int], facts: LogFacts, least: int) -> list[Trend]:
    """Medians of whole paths and of each step, where enough cases stand behind them."""
    enough = {(s, p, q): n for s, p, q, n in answers["steps"]}
    values: dict[Key, dict[int, float]] = {}
    for side, p, q, middle in answers["middles"]:
        behind = cases[int(side or 0)] if p == -1 else int(enough.get((side, p, q)) or 0)
        if shown(behind, least) is not None:
            values.setdefault((int(p or 0), int(q or 0)), {})[int(side or 0)] = float(middle or 0) / _SECOND
    return [
        Trend(
            "median_seconds",
            None if key[0] == -1 else _about(key, facts),
            tuple(values[key].get(side) for side in range(len(cases))),
        )
        for key in sorted(values, key=lambda key: (key[0] != -1, key))
    ]
