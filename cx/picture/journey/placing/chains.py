"""Steps as chains through the columns: what passes a column has a place of its own in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cx.picture.journey.placing.drawn_cases import Step
from cx.picture.journey.placing.rows import Chains, Column


@dataclass(frozen=True)
class Net:
    """Touchpoints and what passes the columns between them, by number; touchpoints come first."""

    names: tuple[str, ...]
    """By number; what comes behind them passes a column."""
    chains: Chains
    passing: Mapping[Step, tuple[int, ...]]
    """Of each step between two columns the numbers by which it passes others, from its start to its end."""


def net(columns: Sequence[Sequence[str]], steps: Iterable[Step]) -> Net:
    """Return the steps as chains; one back is a chain like that of one forward."""
    names = tuple(name for column in columns for name in column)
    number = {name: at for at, name in enumerate(names)}
    place = {name: at for at, column in enumerate(columns) for name in column}
    inside: list[Column] = [[number[name] for name in column] for column in columns]
    links: list[tuple[int, int]] = []
    passing: dict[Step, tuple[int, ...]] = {}
    bows: list[tuple[int, int, bool]] = []
    count = len(names)
    for a, b in sorted(steps):
        first, last = (a, b) if place[a] <= place[b] else (b, a)
        span = range(place[first] + 1, place[last])
        if place[a] == place[b]:
            bows.append((number[a], number[b], number[a] < number[b]))
            continue
        own = tuple(range(count, count + len(span)))
        count += len(own)
        for column, one in zip(span, own, strict=True):
            inside[column].append(one)
        way = (number[first], *own, number[last])
        links += pairwise(way)
        passing[a, b] = own if first == a else own[::-1]
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for left, right in links:
        after[left].append(right)
        before[right].append(left)
    return Net(names, Chains(inside, before, after, bows), passing)
