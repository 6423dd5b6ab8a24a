"""The best set that a budget buys: what it promises, and what it gives."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from benchmarks.claimed.conditions import Condition
from benchmarks.claimed.populations import TEN, Numbers, told
from cx import impact
from cx.impact import Change
from cx.matrix.strategy.budget import Measure, plan

SIZES = (100, 200, 300, 500, 1000)
_BOUGHT = 3


def promised(replications: int) -> Iterator[str]:
    """Yield the table of budgets that buy three of ten improvements of equal cost."""
    yield (
        "| a budget for 3 of 10 | promised ÷ given | by the estimates | interval holds the gain | "
        "chance to be in the best set: shown, of those chosen | right |"
    )
    yield "|---|---|---|---|---|---|"
    for n in SIZES:
        seen = np.array([bought(n, seed) for seed in range(replications)])
        ratios = (ratio(seen[:, place], seen[:, place + 1]) for place in (0, 2))
        shown = (told(seen[:, place]) for place in (4, 5, 6))
        yield f"| n {n:,} | {' | '.join(ratios)} | {' | '.join(shown)} |"


def ratio(above: Numbers, below: Numbers) -> str:
    """Return the ratio of two means with its Monte Carlo error (delta method)."""
    found = above.mean() / below.mean()
    error = (above - found * below).std(ddof=1) / abs(below.mean()) / len(above) ** 0.5
    return f"{found:.2f} ± {error:.2f}"


def bought(n: int, seed: int) -> tuple[float, ...]:
    """Return the promised and the true gain, both by the estimates too, and what is said of the set."""
    random = np.random.default_rng([11, n, seed])
    population = Condition().population(random)
    names, answers = population.names, population.sample(random, n)
    result = impact.drivers(answers, "Overall", names, scales=TEN, missing={}, draws=0)
    measures = [Measure(name, 1.0, Change(satisfaction=1.0)) for name in names]
    found = plan(result, measures, float(_BOUGHT))
    room = np.minimum(1.0, 10.0 - np.array([driver.satisfaction for driver in result.drivers]))
    raw = np.array([driver.effect or 0.0 for driver in result.drivers]) * room
    best = np.sort(np.argsort(-raw)[:_BOUGHT])
    chosen = [names.index(name) for name in found.chosen]
    truth = population.effects * room
    true = float(truth[chosen].sum())
    held = (found.gain.low or 0.0) <= true <= (found.gain.high or 0.0)
    of_best = set(np.argsort(-truth)[:_BOUGHT].tolist())
    chances = [found.options[place].chance or 0.0 for place in chosen]
    return (
        found.gain.value,
        true,
        float(raw[best].sum()),
        float(truth[best].sum()),
        float(held),
        float(np.mean(chances)) if chosen else 0.0,
        float(np.mean([place in of_best for place in chosen])) if chosen else 0.0,
    )
