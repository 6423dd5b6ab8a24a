"""Other lines and fewer answers: which conclusions survive, and whether these are the right ones."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from benchmarks.claimed.conditions import Condition
from benchmarks.claimed.files import File, files
from benchmarks.claimed.populations import Numbers, told
from cx import matrix

CONDITIONS = {
    "ordinary": Condition(),
    "one mood (correlation .8)": Condition(alike=(0.8, 0.8)),
    "30% straight-liners": Condition(straight=0.3),
}


def survived(replications: int) -> Iterator[str]:
    """Yield the table of the stress panel."""
    yield (
        "| the stress panel, n 500 | conclusions of 10 | lost with the median | with the midpoint | "
        "with PMVD | survive all | right: of all | of those that survive |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    for name, condition in CONDITIONS.items():
        rows = [row for one in files(condition, 500, replications, of=15) if (row := _of(one)) is not None]
        counts = np.array([row[0] for row in rows], float)
        right = [np.concatenate([row[place] for row in rows]) for place in (1, 2)]
        whole = counts[:, 0]
        parts = (_part(counts[:, place], whole) for place in range(1, 5))
        yield f"| {name} | {told(whole, 1)} | {' | '.join(parts)} | {told(right[0])} | {told(right[1])} |"


def _part(some: Numbers, whole: Numbers) -> str:
    share = some.sum() / whole.sum()
    error = float(np.sqrt(((some - share * whole) ** 2).sum())) / whole.sum()
    return f"{share:.2f} ± {error:.2f}"


def _of(one: File) -> tuple[tuple[int, ...], Numbers, Numbers] | None:
    """How many conclusions there are and are lost, and which are right: of all, of those that survive."""
    panel = matrix.stressed(one.drawn, one.touchpoints)
    if panel is None or not panel.conclusions:
        return None
    lost = {strain.kind: len(strain.lost) for strain in panel.strains}
    right = dict(zip([bubble.label for bubble in one.bubbles], one.right, strict=True))
    kept = [name for name in panel.conclusions if name not in panel.lost]
    counts = len(panel.conclusions), *(lost.get(kind, 0) for kind in ("median", "midpoint", "pmvd"))
    return (
        (*counts, panel.surviving),
        np.array([right[name] for name in panel.conclusions], float),
        np.array([right[name] for name in kept], float),
    )
