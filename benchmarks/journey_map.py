"""The map of journeys against Graphviz `dot`: how many steps cross, and how long placing takes.

`python benchmarks/journey_map.py` needs `dot` (Debian: graphviz), which the program does not. Ten logs are
drawn by both; crossings are counted on the lines as they are drawn, between steps that share no touchpoint.
`dot` chooses its own columns; with `--columns` it gets ours.
"""

import argparse
import datetime as dt
import json
import shutil
import subprocess
import sys
import time
from itertools import combinations
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cx import picture
from cx.picture import JourneyMap, MapOptions
from cx.records.journeys import Journeys
from tests.made.logs.journeys import journeys_of, ten_logs

PARTS = 8


def main() -> None:
    """Print both counts for each log, and the ratio of all."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--columns", action="store_true", help="give dot our columns")
    asked.add_argument("--variants", type=int, default=100)
    arguments = asked.parse_args()
    ours_all = theirs_all = 0
    for name, paths in ten_logs():
        figures = journeys_of(paths)
        options = picture.MapOptions(dt.date(2026, 11, 30), variants=arguments.variants)
        seconds = min(placed(figures, options) for _ in range(3))
        scene = picture.journey_map(figures, options)
        ours, theirs = crossings(lines_of(scene)), crossings(by_dot(scene, columns=arguments.columns))
        ours_all, theirs_all = ours_all + ours, theirs_all + theirs
        counts = f"{len(scene.nodes)} touchpoints, {len(scene.edges)} steps"
        print(f"{name}: {counts}; {ours} crossings, dot {theirs}; {seconds:.3f} s of processor time")
    print(f"all: {ours_all} crossings, dot {theirs_all}: {ours_all / theirs_all:.2f} times as many")


def placed(figures: Journeys, options: MapOptions) -> float:
    """Return the processor seconds that a map takes."""
    began = time.process_time()
    picture.journey_map(figures, options)
    return time.process_time() - began


def lines_of(scene: JourneyMap) -> dict[tuple[str, str], np.ndarray]:
    """Return the steps between two touchpoints as lines of short straight parts."""
    return {(one.start, one.end): np.array(one.points) for one in scene.edges if one.start != one.end}


def by_dot(scene: JourneyMap, *, columns: bool) -> dict[tuple[str, str], np.ndarray]:
    """Return the same steps as `dot` draws them."""
    lines = ["digraph {", "rankdir=LR; nodesep=0.25; ranksep=0.6;"]
    for node in scene.nodes:
        width, height = max(node.box.width, node.label.box.width) / 72, node.box.height / 72 + 0.5
        look = f"shape=box, fixedsize=true, width={width:.2f}, height={height:.2f}"
        lines.append(f"{json.dumps(node.name)} [{look}];")
    order = [node.name for node in scene.nodes]
    for a, b in lines_of(scene):
        back = order.index(a) > order.index(b)
        ends = (b, a) if back else (a, b)
        lines.append(f"{json.dumps(ends[0])} -> {json.dumps(ends[1])} [id={json.dumps(json.dumps([a, b]))}];")
    if columns:
        places = sorted({round(node.box.centre[0]) for node in scene.nodes})
        for place in places:
            names = [json.dumps(n.name) for n in scene.nodes if round(n.box.centre[0]) == place]
            lines.append(f"{{rank=same; {'; '.join(names)};}}")
        firsts = [
            next(json.dumps(n.name) for n in scene.nodes if round(n.box.centre[0]) == place)
            for place in places
        ]
        lines.append(" -> ".join(firsts) + " [style=invis, weight=0, id=none];" if len(firsts) > 1 else "")
    lines.append("}")
    said = subprocess.run(
        [shutil.which("dot") or "dot", "-Tjson"],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = {}
    for edge in json.loads(said).get("edges", []):
        if edge.get("id", "none") != "none":
            found[tuple(json.loads(edge["id"]))] = spline(edge["pos"])
    return found


def spline(pos: str) -> np.ndarray:
    """Return the curve that `dot` gives as points along it."""
    marks = [part for part in pos.split() if part[0] not in "es"]
    points = np.array([[float(value) for value in part.split(",")] for part in marks])
    t = np.linspace(0, 1, PARTS + 1)[:, None]
    found = [points[:1]]
    for at in range(0, len(points) - 3, 3):
        a, b, c, d = points[at : at + 4]
        found.append(((1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * c + t**3 * d)[1:])
    return np.concatenate(found)


def crossings(lines: dict[tuple[str, str], np.ndarray]) -> int:
    """Return how often lines cross that share no touchpoint."""
    return sum(
        crossed(one, other)
        for (ends, one), (others, other) in combinations(lines.items(), 2)
        if not set(ends) & set(others)
    )


def crossed(one: np.ndarray, other: np.ndarray) -> int:
    """Return how many parts of one line cross parts of another."""
    a, b = one[:-1, None], one[1:, None]
    c, d = other[None, :-1], other[None, 1:]
    first = turn(a, b, c) * turn(a, b, d) < 0
    second = turn(c, d, a) * turn(c, d, b) < 0
    return int(np.count_nonzero(first & second))


def turn(a: np.ndarray, b: np.ndarray, c: np.ndarray) -> np.ndarray:
    """Return on which side of a to b each c lies."""
    return (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (
        c[..., 0] - a[..., 0]
    )


if __name__ == "__main__":
    main()
