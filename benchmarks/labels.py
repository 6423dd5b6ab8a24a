"""Names on the same bubbles, placed by us and by two label placers for matplotlib, in one run.

    python benchmarks/labels.py [--tables 10]

Clustered touchpoints on 1280 x 720 pixels, 14 pixel type, the largest bubble 90 pixels across. Overlaps are
counted here, by rules of their own. adjustText and textalloc take part where they are installed; they are no
part of the program.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cx.picture.names.candidates import Surroundings
from cx.picture.names.placement import spots
from cx.picture.record.parts import Box
from cx.picture.type.font import source_sans, source_sans_file

WIDTH, HEIGHT, TYPE, LARGEST = 1280, 720, 14.0, 45.0
WORDS = [
    *("invoice", "annual", "statement", "calling", "customer", "service", "chat", "signing", "up", "moving"),
    *("house", "monthly", "amount", "account", "app", "meter", "readings", "engineer", "visit", "outage"),
    *("smart", "appointment", "claims", "payment", "plan", "reminder", "letter", "solar", "quote", "welcome"),
    *("pack", "switch", "confirmation", "price", "change", "contract", "renewal", "newsletter", "website"),
    *("search", "energy", "advice", "boiler", "maintenance", "cancelling", "final", "settlement", "tariff"),
    *("comparison", "direct", "debit", "call-back", "social", "media"),
]
Placer = Callable[[NDArray[np.float64], Sequence[str]], "Result"]


@dataclass(frozen=True)
class Result:
    """The boxes of the names on the chart, whose they are, and the lengths of leader lines, in pixels."""

    boxes: tuple[Box, ...]
    owners: tuple[int, ...]
    names: int
    """How many of the boxes are names, not numbers of a key."""
    leaders: tuple[float, ...] = ()


@dataclass(frozen=True)
class Score:
    """What was counted on one table."""

    seconds: float
    label_overlaps: int
    bubble_overlaps: int
    outside: int
    named: float
    leader: float


def table(count: int, seed: int) -> tuple[NDArray[np.float64], list[str]]:
    """Return bubbles (x, y, radius in pixels) in four clusters, and a name for each."""
    random = np.random.default_rng([count, seed])
    centres = random.uniform((260, 170), (1020, 550), (4, 2))
    member = random.integers(0, 4, count)
    radius = np.exp(random.normal(0, 0.65, count))
    radius = np.maximum(LARGEST * radius / radius.max(), 5.0)
    places = centres[member] + random.normal(0, 1, (count, 2)) * (110, 85)
    low, high = radius[:, None] + 4, np.array([WIDTH, HEIGHT]) - radius[:, None] - 4
    places = np.clip(places, low, high)
    names = [
        " ".join(random.choice(WORDS, random.integers(1, 5), replace=False)).capitalize()
        for _ in range(count)
    ]
    discs = np.column_stack([places, radius])
    order = np.argsort(-radius)
    return discs[order], [names[index] for index in order]


def ours(discs: NDArray[np.float64], names: Sequence[str]) -> Result:
    """Place with the product."""
    around = Surroundings(discs, Box(0, 0, WIDTH, HEIGHT))
    found = spots(names, around, source_sans(), TYPE, unit=HEIGHT / 540, figure_size=12)
    leaders = tuple(math.dist(*spot.leader) for spot in found if spot.leader and not spot.numbered)
    return Result(
        tuple(spot.box for spot in found),
        tuple(range(len(found))),
        sum(not spot.numbered for spot in found),
        leaders,
    )


def with_adjust_text(discs: NDArray[np.float64], names: Sequence[str]) -> Result:
    """Place with adjustText."""
    from adjustText import adjust_text

    axes, bubbles = _drawn(discs)
    texts = [
        axes.text(x, y, name, fontsize=TYPE * 0.72) for (x, y, _), name in zip(discs, names, strict=True)
    ]
    adjust_text(texts, x=discs[:, 0], y=discs[:, 1], objects=bubbles, ax=axes)
    return _measured(axes, texts)


def with_textalloc(discs: NDArray[np.float64], names: Sequence[str]) -> Result:
    """Place with textalloc."""
    import textalloc

    axes, bubbles = _drawn(discs)
    textalloc.allocate(
        axes, discs[:, 0], discs[:, 1], list(names), scatter_plot=bubbles, textsize=TYPE * 0.72, linecolor="k"
    )
    return _measured(axes, axes.texts)


def _drawn(discs: NDArray[np.float64]) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import fontManager

    fontManager.addfont(source_sans_file("regular"))
    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(0, HEIGHT))
    bubbles = axes.scatter(discs[:, 0], discs[:, 1], s=(discs[:, 2] * 2 * 0.72) ** 2)
    figure.canvas.draw()
    return axes, bubbles


def _measured(axes: Any, texts: Sequence[Any]) -> Result:
    renderer = axes.figure.canvas.get_renderer()
    extents = [text.get_window_extent(renderer) for text in texts]
    boxes = tuple(Box(box.x0, box.y0, box.width, box.height) for box in extents)
    return Result(boxes, tuple(range(len(boxes))), len(boxes), ())


def score(discs: NDArray[np.float64], names: Sequence[str], placer: Placer) -> Score:
    """Return what one placer makes of one table."""
    start = time.perf_counter()
    result = placer(discs, names)
    seconds = time.perf_counter() - start
    labels = sum(
        _overlap(one, other) for index, one in enumerate(result.boxes) for other in result.boxes[index + 1 :]
    )
    bubbles = sum(
        _hits(box, disc)
        for box, owner in zip(result.boxes, result.owners, strict=True)
        for index, disc in enumerate(discs)
        if index != owner
    )
    outside = sum(
        box.left < 0 or box.top < 0 or box.right > WIDTH or box.bottom > HEIGHT for box in result.boxes
    )
    leader = statistics.fmean(result.leaders) if result.leaders else 0.0
    return Score(seconds, labels, bubbles, outside, result.names / len(names), leader)


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def _hits(box: Box, disc: NDArray[np.float64]) -> bool:
    x, y, radius = disc
    across = x - min(max(x, box.left), box.right)
    up = y - min(max(y, box.top), box.bottom)
    return bool(math.hypot(across, up) < radius - 1e-6)


def main() -> None:
    """Print one line a placer and size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tables", type=int, default=10)
    tables = parser.parse_args().tables
    placers: dict[str, Placer] = {"ours": ours}
    if importlib.util.find_spec("adjustText"):
        placers["adjustText"] = with_adjust_text
    if importlib.util.find_spec("textalloc"):
        placers["textalloc"] = with_textalloc
    for name, placer in placers.items():
        placer(*table(8, 0))
        for count in (24, 40):
            print(line(name, count, [score(*table(count, seed), placer) for seed in range(tables)]))


def line(name: str, count: int, scores: Sequence[Score]) -> str:
    """Return the scores of one placer at one size in words: medians of time, worst of the rest."""
    seconds = statistics.median(one.seconds for one in scores)
    return (
        f"{name:10} {count} touchpoints, {len(scores)} tables: {seconds * 1000:6.1f} ms;"
        f" labels overlapping labels {sum(one.label_overlaps for one in scores)},"
        f" bubbles {sum(one.bubble_overlaps for one in scores)}, edges {sum(one.outside for one in scores)};"
        f" names on the chart {min(one.named for one in scores):.0%} at least,"
        f" {statistics.fmean(one.named for one in scores):.0%} on average;"
        f" mean leader line {max(one.leader for one in scores):.0f} px at most"
    )


if __name__ == "__main__":
    main()
