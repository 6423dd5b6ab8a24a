"""Where every touchpoint stands and every step runs: computed once for all periods and segments."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from cx.picture.journey.placing import chains
from cx.picture.journey.placing.drawn_cases import Drawn, Step
from cx.picture.journey.placing.heights import Extent, Room, needed
from cx.picture.journey.placing.layers import layers
from cx.picture.journey.placing.rows import Column, ordered
from cx.picture.journey.placing.steps_back import below, hung, line_at, lower
from cx.picture.record import Box
from cx.picture.type import LEADING, Canvas

_LARGEST, _LEAST_ROOM = 20.0, 9.0
"""The radius of the touchpoint with most customers, and the room that even the smallest keeps."""
_COLUMN_EM, _GAP = 7.2, 0.36
"""A column is as wide as so much type at least; the gap to the next, of both together."""
_LOOP, _AIR, _PASSING = 11.0, 4.0, 3.5
_TIGHTER = (
    (1.4, 1.4, 3),
    (1.0, 1.0, 3),
    (0.8, 0.8, 3),
    (0.65, 0.6, 2),
    (0.5, 0.45, 2),
    (0.45, 0.3, 1),
    (0.3, 0.15, 1),
)
"""Discs, room of what passes, and lines of a name: the first that fits is taken."""
_CUTS = (0.35, 0.12, 1.0)
"""How much it weighs that columns are about equally full."""
_FILLED, _MOST_AIR = 0.8, 36.0
"""So much of the height the fullest column takes, where that needs no more air than this around each."""


@dataclass(frozen=True)
class Spot:
    """Where a touchpoint stands."""

    x: float
    y: float
    room: float
    """The largest radius that its disc may have."""
    column: int
    lines: tuple[str, ...]
    size: float
    """Type size of its name."""


@dataclass(frozen=True)
class Plane:
    """Where everything stands; the same for every map that is drawn on it."""

    box: Box
    spots: Mapping[str, Spot]
    edges: tuple[tuple[float, float], ...]
    """Left and right edge of each column: names lie between, steps bend outside only."""
    passing: Mapping[Step, tuple[float, ...]]
    """At which heights a step passes the columns between its ends."""
    taken: tuple[tuple[tuple[float, float], ...], ...]
    """Of each column from where to where its touchpoints reach, with their names."""
    loop: float
    """How high a loop rises above its disc."""

    def heights(self, step: Step) -> tuple[float, ...]:
        """Return at which heights a step passes the columns between its ends.

        One that the places were not made for passes each column as straight as its touchpoints allow; one
        back no higher than the straight line.
        """
        if step in self.passing:
            return self.passing[step]
        a, b = (self.spots[name] for name in step)
        ends = (a.column, a.y), (b.column, b.y)
        if a.column < b.column:
            between = range(a.column + 1, b.column)
            return tuple(self._free(column, line_at(*ends, column)) for column in between)
        return tuple(
            below(line_at(*ends, column), self.taken[column], self.box.bottom)
            for column in range(a.column - 1, b.column, -1)
        )

    def _free(self, column: int, wanted: float) -> float:
        """The height nearest to the one that is wanted at which no touchpoint is met."""
        taken = self.taken[column]
        ends = [end for pair in taken for end in pair if self.box.top <= end <= self.box.bottom]
        clear = [y for y in (wanted, *ends) if not any(low < y < high for low, high in taken)]
        return min(clear or [self.box.bottom], key=lambda y: (abs(y - wanted), y))

    @property
    def gap(self) -> float:
        """The room between two columns."""
        return 2 * (self.edges[0][0] - self.box.left)


def capacity(canvas: Canvas, box: Box) -> tuple[int, int]:
    """Return how many columns, and how many touchpoints in one, a sheet has room for."""
    columns = max(1, math.floor(box.width * (1 - _GAP) / (_COLUMN_EM * canvas.sizes.label)))
    least = 2 * _TIGHTER[-2][0] * _LARGEST + _LOOP + _AIR
    cell = least * canvas.unit + (canvas.sizes.label + canvas.sizes.footnote) * LEADING
    return columns, max(1, math.floor(0.8 * box.height / cell))


def place(canvas: Canvas, box: Box, order: Sequence[str], drawn: Drawn) -> Plane:
    """Return where the touchpoints stand that are drawn, given in the order of their typical place."""
    columns, net, rows = _arranged(order, drawn, *capacity(canvas, box))
    pitch = box.width / max(1, len(columns))
    wide = pitch * (1 - _GAP)
    for tightness in _TIGHTER:
        cells = _Cells(canvas, drawn, wide, *tightness)
        extents = [cells.extent(name) for name in net.names]
        thin = _PASSING * canvas.unit * cells.thin
        extents += [Extent(thin, thin)] * (sum(map(len, rows)) - len(extents))
        if all(needed(column, extents) <= box.height for column in rows):
            break
    extents = _airy(canvas, rows, extents, len(net.names), box.height)
    placed = hung(rows, net, Room(extents, len(net.names), box.top, box.bottom))
    rows, found = placed.rows, placed.heights
    edges = tuple(
        (box.left + at * pitch + (pitch - wide) / 2, box.left + at * pitch + (pitch + wide) / 2)
        for at in range(len(columns))
    )
    spots = _spots(columns, cells, found, edges)
    taken = tuple(
        tuple(
            (found[one] - extents[one].up, found[one] + extents[one].down)
            for one in column
            if one < len(net.names)
        )
        for column in rows
    )
    ways = {step: tuple(found[one] for one in own) for step, own in net.passing.items()}
    ends = {name: (spot.column, spot.y) for name, spot in spots.items()}
    passing = lower(ways, ends, taken, box.bottom)
    return Plane(box, spots, edges, passing, taken, _LOOP * canvas.unit)


def _arranged(
    order: Sequence[str], drawn: Drawn, columns: int, rows: int
) -> tuple[list[list[str]], chains.Net, list[Column]]:
    """The columns, their chains and their order: of several ways to cut them the one that crosses least."""
    between = [step for step in drawn.steps if step[0] != step[1]]
    alike = dict.fromkeys(between, 1)
    cuts = {
        repr(cut): cut
        for weights, full in product((drawn.steps, alike), _CUTS)
        for cut in (layers(order, weights, columns, rows, full=full),)
    }
    nets = [(cut, chains.net(cut, between)) for cut in cuts.values()]
    cut, net = min(nets, key=lambda one: ordered(one[1].chains, roughly=True)[1])
    return cut, net, ordered(net.chains)[0]


def _airy(
    canvas: Canvas, rows: Sequence[Column], extents: Sequence[Extent], touchpoints: int, height: float
) -> list[Extent]:
    """The same with air around touchpoints, where the fullest column leaves some."""
    free = [
        (_FILLED * height - needed(column, extents)) / max(1, sum(one < touchpoints for one in column))
        for column in rows
    ]
    air = max(0.0, min(*free, _MOST_AIR * canvas.unit)) / 2
    return [
        Extent(one.up + air, one.down + air) if at < touchpoints else one for at, one in enumerate(extents)
    ]


def _spots(
    columns: Sequence[Sequence[str]],
    cells: _Cells,
    found: Sequence[float],
    edges: Sequence[tuple[float, float]],
) -> dict[str, Spot]:
    spots = {}
    number = 0
    for at, column in enumerate(columns):
        for name in column:
            middle = (edges[at][0] + edges[at][1]) / 2
            spots[name] = Spot(middle, found[number], cells.room(name), at, *cells.written(name))
            number += 1
    return spots


@dataclass(frozen=True)
class _Cells:
    """What each touchpoint needs: its disc, a loop above it, its name and its figure below."""

    canvas: Canvas
    drawn: Drawn
    wide: float
    disc: float
    thin: float
    lines: int

    def room(self, name: str) -> float:
        """The largest radius of its disc."""
        share = self.drawn.customers[name] / max(self.drawn.customers.values())
        return max(_LARGEST * math.sqrt(share), _LEAST_ROOM) * self.disc * self.canvas.unit

    def written(self, name: str) -> tuple[tuple[str, ...], float]:
        """Its name in lines, and their type size: smaller where else a word would have to be broken."""
        longest = max(self.canvas.font.width(word, 1.0) for word in name.split() or [""])
        least = min(self.canvas.sizes.footnote, self.canvas.sizes.label)
        size = min(self.canvas.sizes.label, max(least, self.wide / max(longest, 1e-9)))
        return self.canvas.fitted(name, self.wide, size, lines=self.lines)

    def extent(self, name: str) -> Extent:
        """What it needs above and below the middle of its disc."""
        room, (lines, size) = self.room(name), self.written(name)
        loop = _LOOP if (name, name) in self.drawn.steps else 0.0
        words = (len(lines) * size + self.canvas.sizes.footnote) * LEADING
        up = room + (loop + _AIR) * self.canvas.unit
        return Extent(up, room + _AIR * self.canvas.unit + words)
