"""Which places are free of everything fixed, and which places exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from cx.picture.names.candidates import APART, Candidates, Flags, Indices, Numbers, Singles, Surroundings
from cx.picture.names.crossing import crossed, crossing, span, through

_CROSSED_DISC, _NEAR_DISC, _COVERED_RING = 2.2, 0.35, 1.6
_BEYOND, _FAR_BEYOND = 2.0, 12.0
"""What a name costs that stands in another quadrant than its bubble: it misleads."""
_NEAR = 5.0
_BLOCK = 600_000
"""How many pairs of a place and a bubble are measured at once."""
_PART = 256
_CELLS = (240, 135)


def free(places: Candidates, around: Surroundings, unit: float) -> Candidates:
    """Return the places that touch no other bubble, line, text or edge.

    Being near another bubble costs a little: it might be taken for that bubble's name.
    """
    inner = places[_in_frame(places, around, unit) & ~_on_lines(places, around, unit)]
    inner = inner[~_on_boxes(inner, around, unit)]
    inner = inner[~_on_marks(inner, around, unit)]
    inner = inner[~_on_centres(inner, around)]
    clear: Flags = np.zeros(len(inner), dtype=bool)
    near = np.zeros(len(inner))
    for rows in _blocks(inner, len(around.discs)):
        clear[rows], near[rows] = _among_discs(inner[rows], around, unit)
    kept = inner[clear]
    return replace(kept, cost=kept.cost + _NEAR_DISC * near[clear])


def _blocks(places: Candidates, others: int) -> Iterator[slice]:
    """Return the places in parts that are measured against so many others in bounded memory."""
    step = max(1, _BLOCK // max(others, 1))
    for start in range(0, len(places), step):
        yield slice(start, start + step)


def _among_discs(places: Candidates, around: Surroundings, unit: float) -> tuple[Flags, Indices]:
    """Return which places touch no other bubble, and how many bubbles are near each."""
    distance = _distances(places, around.discs)
    own = np.arange(len(around.discs)) == places.owner[:, None]
    distance[own & places.inside[:, None]] = np.inf
    distance[own & ~places.inside[:, None]] += APART * unit
    near: Indices = ((distance < _NEAR * unit) & ~own).sum(axis=1)
    return np.all(distance >= APART * unit, axis=1), near


def _on_centres(places: Candidates, around: Surroundings) -> Flags:
    """Return which places outside their bubble surely cover the middle of one: in a crowd, nearly all.

    The middles are counted in the cells of a grid, and summed so that those of a rectangle of cells are
    known at
    once; only whole cells inside a label count.
    """
    frame, cells = around.frame, _CELLS
    x, y, _ = around.discs.T
    sides = (frame.width / cells[0], frame.height / cells[1])
    edges = [[frame.left, frame.right], [frame.top, frame.bottom]]
    counted, _, _ = np.histogram2d(x, y, bins=cells, range=edges)
    total = np.zeros((cells[0] + 1, cells[1] + 1))
    total[1:, 1:] = counted.cumsum(axis=0).cumsum(axis=1)
    left = np.clip(np.ceil((places.left - frame.left) / sides[0]), 0, cells[0]).astype(int)
    right = np.clip(np.floor((places.right - frame.left) / sides[0]), left, cells[0]).astype(int)
    top = np.clip(np.ceil((places.top - frame.top) / sides[1]), 0, cells[1]).astype(int)
    bottom = np.clip(np.floor((places.bottom - frame.top) / sides[1]), top, cells[1]).astype(int)
    inside = total[right, bottom] - total[left, bottom] - total[right, top] + total[left, top]
    covers: Flags = (inside > 0) & ~places.inside
    return covers


def with_crossings(places: Candidates, around: Surroundings) -> Candidates:
    """Return the places with what they cross, and what their leader lines cross, added to their cost."""
    added = np.zeros(len(places))
    for rows in _blocks(places, max(len(around.discs), len(around.strokes))):
        added[rows] = _crossings(places[rows], around) + _covering(places[rows], around)
    return replace(places, cost=places.cost + added)


def conflicts(one: Candidates, other: Candidates, unit: float) -> Flags:
    """Return which places of ``one`` (rows) and of ``other`` (columns) exclude each other."""
    pad = APART * unit
    table = _overlapping(one, other, pad)
    _add_leaders_through_labels(table, one, other, pad)
    if one is other:
        table |= table.T
    else:
        _add_leaders_through_labels(table.T, other, one, pad)
    _add_crossing_leaders(table, one, other)
    table[one.owner[:, None] == other.owner] = False
    return table


def exclusions(places: Candidates, unit: float) -> Flags:
    """Return which places exclude each other: a symmetric table, made in parts of bounded memory."""
    table = np.zeros((len(places), len(places)), dtype=bool)
    for start in range(0, len(places), _PART):
        part = conflicts(places[start : start + _PART], places[start:], unit)
        table[start : start + _PART, start:] = part
        table[start:, start : start + _PART] = part.T
    return table


def _in_frame(places: Candidates, around: Surroundings, unit: float) -> Flags:
    frame, pad = around.frame, APART * unit
    return (
        (places.left >= frame.left + pad)
        & (places.right <= frame.right - pad)
        & (places.top >= frame.top + pad)
        & (places.bottom <= frame.bottom - pad)
    )


def _on_lines(places: Candidates, around: Surroundings, unit: float) -> Flags:
    pad = APART * unit
    hit = np.zeros(len(places), dtype=bool)
    for x in around.uprights:
        hit |= (places.left < x + pad) & (places.right > x - pad)
    for y in around.levels:
        hit |= (places.top < y + pad) & (places.bottom > y - pad)
    return hit


def _on_boxes(places: Candidates, around: Surroundings, unit: float) -> Flags:
    pad = APART * unit
    hit = np.zeros(len(places), dtype=bool)
    for box in around.boxes:
        hit |= (
            (places.left < box.right + pad)
            & (places.right > box.left - pad)
            & (places.top < box.bottom + pad)
            & (places.bottom > box.top - pad)
        )
        edges = np.array([[box.left, box.top, box.right, box.bottom]])
        hit |= places.leader & through(places.start, places.end, np.repeat(edges, len(places), axis=0))
    return hit


def _on_marks(places: Candidates, around: Surroundings, unit: float) -> Flags:
    """Return which places stand on a mark; leader lines may cross marks."""
    pad, hit = APART * unit, np.zeros(len(places), dtype=bool)
    if not around.marks:
        return hit
    left, top, right, bottom = np.array(
        [(one.left - pad, one.top - pad, one.right + pad, one.bottom + pad) for one in around.marks],
        dtype=np.float32,
    ).T
    for rows in _blocks(places, len(around.marks)):
        part = places[rows]
        hit[rows] = (
            (part.left[:, None] < right)
            & (part.right[:, None] > left)
            & (part.top[:, None] < bottom)
            & (part.bottom[:, None] > top)
        ).any(axis=1)
    return hit


def _distances(places: Candidates, discs: Numbers) -> Singles:
    """Return how far each label is from the edge of each bubble; negative where they overlap."""
    x, y, radius = discs.astype(np.float32).T
    left, top, right, bottom = (
        edge.astype(np.float32)[:, None] for edge in (places.left, places.top, places.right, places.bottom)
    )
    across, up = np.clip(x, left, right), np.clip(y, top, bottom)
    across -= x
    up -= y
    across *= across
    up *= up
    across += up
    distance: Singles = np.sqrt(across, out=across)
    distance -= radius
    return distance


def _crossings(places: Candidates, around: Surroundings) -> Numbers:
    """Return what a place costs for the bubbles that its leader crosses and the lines it lies beyond."""
    cost = np.zeros(len(places))
    rows = np.flatnonzero(places.leader)
    crossed = _passing(places.start[rows], places.end[rows], around.discs)
    crossed[np.arange(len(rows)), places.owner[rows]] = False
    cost[rows] += _CROSSED_DISC * crossed.sum(axis=1)
    beyond = np.where(places.leader, _FAR_BEYOND, _BEYOND)
    x, y, _ = around.discs[places.owner].T
    for line in around.uprights:
        cost += beyond * ((places.left + places.right < 2 * line) != (x < line))
    for line in around.levels:
        cost += beyond * ((places.top + places.bottom < 2 * line) != (y < line))
    return cost


def _covering(places: Candidates, around: Surroundings) -> Numbers:
    """Return what a place costs for the lines that it crosses and the hollow bubbles that it covers."""
    cost = np.zeros(len(places))
    edges = np.stack([places.left, places.top, places.right, places.bottom], axis=1)
    if around.strokes and len(places):
        cost += crossed(edges, np.array(around.strokes))
    if around.rings and len(places):
        cost += _COVERED_RING * (_distances(places, np.array(around.rings)) < 0).sum(axis=1)
    return cost


def _passing(start: Numbers, end: Numbers, discs: Numbers) -> Flags:
    """Return which segments (rows) pass over which bubbles (columns)."""
    x, y, radius = discs.astype(np.float32).T
    x0, y0 = start.astype(np.float32).T[:, :, None]
    dx, dy = (end - start).astype(np.float32).T[:, :, None]
    span = np.maximum(dx * dx + dy * dy, np.float32(1e-6))
    right, down = x - x0, y - y0
    share = np.clip((right * dx + down * dy) / span, 0, 1)
    right -= share * dx
    down -= share * dy
    passes: Flags = right * right + down * down < radius * radius
    return passes


def _overlapping(one: Candidates, other: Candidates, pad: float) -> Flags:
    left, right, top, bottom = (
        edge.astype(np.float32)[:, None] for edge in (one.left, one.right, one.top, one.bottom)
    )
    table = left < (other.right + pad).astype(np.float32)
    table &= right > (other.left - pad).astype(np.float32)
    table &= top < (other.bottom + pad).astype(np.float32)
    table &= bottom > (other.top - pad).astype(np.float32)
    return table


def _add_leaders_through_labels(table: Flags, one: Candidates, other: Candidates, pad: float) -> None:
    """Mark in the table where a leader line of ``one`` runs through a label of ``other``."""
    rows = np.flatnonzero(one.leader)
    start, end = one.start[rows], one.end[rows]
    low, high = span(start, end)
    edges = np.stack([other.left - pad, other.top - pad, other.right + pad, other.bottom + pad], axis=1)
    left, top, right, bottom = edges.astype(np.float32).T
    near = (low[0] < right) & (high[0] > left)
    near &= low[1] < bottom
    near &= high[1] > top
    near &= ~table[rows]
    line, label = np.nonzero(near)
    hit = through(start[line], end[line], edges[label])
    table[rows[line[hit]], label[hit]] = True


def _add_crossing_leaders(table: Flags, one: Candidates, other: Candidates) -> None:
    rows, columns = np.flatnonzero(one.leader), np.flatnonzero(other.leader)
    low, high = span(one.start[rows], one.end[rows])
    first, last = span(other.start[columns], other.end[columns])
    near = (low[0] < last[0].T) & (high[0] > first[0].T)
    near &= low[1] < last[1].T
    near &= high[1] > first[1].T
    near &= ~table[np.ix_(rows, columns)]
    line, across = np.nonzero(near)
    i, j = rows[line], columns[across]
    hit = crossing(one.start[i], one.end[i], other.start[j], other.end[j])
    table[i[hit], j[hit]] = True
