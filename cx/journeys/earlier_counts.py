"""What differs between the counts of an earlier log and of a later one, and which of it beyond chance."""

from __future__ import annotations

from collections.abc import Iterator

from cx.journeys.differences import About, Tested, beyond_chance, share_tested
from cx.records.journeys import Difference, Figure, PathCounts


def differences_from(before: PathCounts, now: PathCounts) -> tuple[Difference, ...]:
    """Return the share of paths with each touchpoint, step and repeat, before (a) and now (b).

    Nothing where the two count different things: other units, or visits with another gap. What one side keeps
    to itself, since too few stand behind it, is not tested.

    Notes
    -----
    Newcombe's interval and the pooled z test, Holm over all that can be tested, as between two periods.
    """
    if (before.unit, before.gap_days) != (now.unit, now.gap_days):
        return ()
    return beyond_chance(list(_tested(before, now)))


def _tested(before: PathCounts, now: PathCounts) -> Iterator[Tested]:
    cases = before.cases, now.cases
    sides = dict(before.touchpoints), dict(now.touchpoints)
    unmet = [0 if one.all_touchpoints else None for one in (before, now)]
    pairs = list(zip(sides, unmet, strict=True))
    for name in sorted({*sides[0], *sides[1]}):
        yield _share("share_of_cases", name, [one.get(name, none) for one, none in pairs], cases)
    steps = _steps(before), _steps(now)
    for step in sorted({*steps[0], *steps[1]}):
        absent = [0 if one.all_edges else None for one in (before, now)]
        counts = [one.get(step, nobody) for one, nobody in zip(steps, absent, strict=True)]
        yield _share("edge_share", step, counts, cases)
    yield _share("repeat_share", None, [before.repeat_cases, now.repeat_cases], cases)


def _steps(counts: PathCounts) -> dict[tuple[str, str], int]:
    return {(start, end): n for start, end, n in counts.edges}


def _share(figure: Figure, about: About, counts: list[int | None], cases: tuple[int, int]) -> Tested:
    if None not in counts:
        return share_tested(figure, about, [n or 0 for n in counts], cases, 1)
    known = [None if n is None else n / of for n, of in zip(counts, cases, strict=True)]
    return Tested(figure, about, known[0], known[1], None, None, None)
