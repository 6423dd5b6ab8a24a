"""The lists of figures, with what too few cases stand behind folded or left blank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cx import engine
from cx.journeys.asking import Rows, in_text
from cx.journeys.options import Options
from cx.records.journeys import Edge, FunnelStep, PathTouchpoint, Position, Step, Variant

REACH = 3
"""Steps before and after an anchor."""


_SECOND = 1e6


def seconds(quantile: engine.Cell) -> float:
    """Return a median or a 90% time in seconds, of whole microseconds of which it lies tenths between two.

    Engines differ in the last bit of what they put between two numbers; a tenth is exact.

    Examples
    --------
    >>> seconds(5087292000000.0005)
    5087292.0
    """
    return round(float(quantile or 0), 1) / _SECOND


def shown(count: int, least: int) -> int | None:
    """Return a count, or nothing where it is of a few cases; none at all is told.

    Examples
    --------
    >>> shown(12, 10), shown(9, 10), shown(0, 10)
    (12, None, 0)
    """
    return None if 0 < count < least else count


def touchpoints(answers: Mapping[str, Rows], names: Sequence[str], least: int) -> tuple[PathTouchpoint, ...]:
    """Return every touchpoint, most events first and then by name."""
    cases = {int(p or 0): (int(n or 0), int(again or 0)) for p, n, again in answers["cases"]}
    found = []
    for row in answers["touchpoints"]:
        place, events, starts, ends = (int(value or 0) for value in row[:4])
        known = shown(cases[place][0], least)
        found.append(
            (
                -events,
                PathTouchpoint(
                    name=names[place],
                    events=None if known is None else shown(events, least),
                    cases=known,
                    starts=shown(starts, least),
                    ends=shown(ends, least),
                    repeat_cases=shown(cases[place][1], least),
                    median_position=None if known is None else float(row[4] or 0),
                ),
            )
        )
    return tuple(one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].name)))


def edges(rows: Rows, names: Sequence[str], options: Options) -> tuple[Edge, ...]:
    """Return the edges, most events first and then by names; those of a few cases as one at the end."""
    found = [
        Edge(
            start=names[int(a or 0)],
            end=names[int(b or 0)],
            events=int(events or 0),
            cases=int(cases or 0),
            median_seconds=seconds(middle),
            p90_seconds=seconds(late),
        )
        for a, b, events, cases, middle, late in rows
        if a is not None
    ]
    found.sort(key=lambda one: (-one.events, one.start or "", one.end or ""))
    few = [(int(events or 0), int(n or 0)) for a, _, events, n, *_ in rows if a is None and n]
    folded = [Edge(None, None, events, None, None, None, n) for events, n in few]
    return (*found[: options.top], *folded)


def variants(
    answers: Mapping[str, Rows], names: Sequence[str], cases: int
) -> tuple[tuple[Variant, ...], int, int]:
    """Return the variants, most cases first and then by text; the cases they cover; how many there are."""
    found = []
    parts = [names[place] for _, place, _ in in_text(names)]
    for count, path in answers["variants"]:
        steps = tuple(parts[int(code)] for code in str(path).split(","))
        found.append(Variant(steps, int(count or 0), int(count or 0) / cases))
    count, folded, of_folded = (int(value or 0) for value in answers["kinds"][0])
    rest = [Variant(None, of_folded, of_folded / cases, folded)] if folded else []
    return (*found, *rest), sum(one.cases for one in found), count


def funnel(rows: Rows, options: Options) -> tuple[FunnelStep, ...]:
    """Return the steps of the funnel."""
    counts = [int(cases or 0) for _, cases in rows]
    shares = [(_of(n, counts[0]), 1.0 if not at else _of(n, counts[at - 1])) for at, n in enumerate(counts)]
    return tuple(
        FunnelStep(
            name, shown(n, options.least), *(pair if shown(n, options.least) is not None else (None, None))
        )
        for name, n, pair in zip(options.funnel, counts, shares, strict=bool(counts))
    )


def _of(count: int, whole: int) -> float | None:
    return count / whole if whole else None


def steps(answers: Mapping[str, Rows], names: Sequence[str], options: Options) -> tuple[Step, ...]:
    """Return what stands around the anchor, at each offset most cases first; nothing at all comes last."""
    if options.anchor is None:
        return ()
    whole = int(answers["alone"][0][0] or 0)
    found = []
    for offset in (*range(-REACH, 0), *range(1, REACH + 1)):
        there = [(int(n or 0), names[int(p or 0)]) for away, p, n in answers["around"] if away == offset]
        missing = whole - sum(n for n, _ in there)
        ranked: list[tuple[int, str | None]] = [*sorted(there, key=lambda one: (-one[0], one[1]))]
        for n, name in [*ranked, *([(missing, None)] if missing else [])]:
            known = shown(n, options.least)
            found.append(Step(offset, name, known, None if known is None else n / whole, whole))
    return tuple(found)


def positions(rows: Rows, names: Sequence[str], cases: int, least: int) -> tuple[Position, ...]:
    """Return the touchpoints at the first places, at each most cases first."""
    ranked = sorted((int(k or 0), -int(n or 0), names[int(p or 0)]) for k, p, n in rows)
    return tuple(
        Position(k, name, shown(-n, least), None if shown(-n, least) is None else -n / cases)
        for k, n, name in ranked
    )
