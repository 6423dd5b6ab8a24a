"""Which places are free of everything fixed, and which places exclude each other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cx.picture.candidates import APART, Candidates, Flags, Indices, Numbers, Surroundings

_CROSSED_DISC, _CROSSED_LINE, _NEAR_DISC = 0.9, 0.8, 0.35
_NEAR = 5.0


def free(places: Candidates, around: Surroundings, unit: float) -> Candidates:
    """Return the places that touch no other bubble, line, text or edge, with crossings added to their cost."""
    inner = places[_in_frame(places, around, unit) & ~_on_lines(places, around, unit)]
    inner = inner[~_on_boxes(inner, around, unit)]
    distance = _distances(inner, around.discs)
    own = np.arange(len(around.discs)) == inner.owner[:, None]
    distance[own & inner.inside[:, None]] = np.inf
    distance[own & ~inner.inside[:, None]] += APART * unit
    clear = (distance >= APART * unit).all(axis=1)
    near = ((distance < _NEAR * unit) & ~own).sum(axis=1)[clear]
    kept = inner[clear]
    return replace(kept, cost=kept.cost + _NEAR_DISC * near + _crossings(kept, around))


def exclusions(places: Candidates, unit: float) -> Flags:
    """Return a square table: whether two places cannot both be taken."""
    table = _overlapping(places, APART * unit)
    _add_leaders_through_labels(table, places, APART * unit)
    _add_crossing_leaders(table, places)
    table[places.owner[:, None] == places.owner] = False
    return table


def _in_frame(places: Candidates, around: Surroundings, unit: float) -> Flags:
    frame, pad = around.frame, APART * unit
    return (
        (places.left >= frame.left + pad) & (places.right <= frame.right - pad)
        & (places.top >= frame.top + pad) & (places.bottom <= frame.bottom - pad)
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
            (places.left < box.right + pad) & (places.right > box.left - pad)
            & (places.top < box.bottom + pad) & (places.bottom > box.top - pad)
        )
        edges = np.array([[box.left, box.top, box.right, box.bottom]])
        hit |= places.leader & _through(places.start, places.end, np.repeat(edges, len(places), axis=0))
    return hit


def _distances(places: Candidates, discs: Numbers) -> Numbers:
    """Return how far each label is from the edge of each bubble; negative where they overlap."""
    x, y, radius = discs.T
    across = np.maximum(places.left[:, None] - x, x - places.right[:, None])
    up = np.maximum(places.top[:, None] - y, y - places.bottom[:, None])
    np.maximum(across, 0.0, out=across)
    np.maximum(up, 0.0, out=up)
    distance: Numbers = np.sqrt(across * across + up * up) - radius
    return distance


def _crossings(places: Candidates, around: Surroundings) -> Numbers:
    """Return what a leader costs for the bubbles and lines that it crosses."""
    cost = np.zeros(len(places))
    rows = np.flatnonzero(places.leader)
    if not len(rows):
        return cost
    start, end = places.start[rows], places.end[rows]
    along = end - start
    span = np.maximum((along**2).sum(axis=1), 1e-9)
    centre = around.discs[:, :2]
    share = np.clip(((centre - start[:, None]) * along[:, None]).sum(axis=2) / span[:, None], 0.0, 1.0)
    nearest = start[:, None] + share[:, :, None] * along[:, None]
    gap = np.hypot(*(nearest - centre).transpose(2, 0, 1))
    crossed = gap < around.discs[:, 2]
    crossed[np.arange(len(rows)), places.owner[rows]] = False
    cost[rows] += _CROSSED_DISC * crossed.sum(axis=1)
    for x in around.uprights:
        cost[rows] += _CROSSED_LINE * ((start[:, 0] < x) != (end[:, 0] < x))
    for y in around.levels:
        cost[rows] += _CROSSED_LINE * ((start[:, 1] < y) != (end[:, 1] < y))
    return cost


def _overlapping(places: Candidates, pad: float) -> Flags:
    table = places.left[:, None] < places.right + pad
    table &= table.T
    upright = places.top[:, None] < places.bottom + pad
    upright &= upright.T
    table &= upright
    return table


def _add_leaders_through_labels(table: Flags, places: Candidates, pad: float) -> None:
    rows = np.flatnonzero(places.leader)
    low, high = np.minimum(places.start, places.end)[rows], np.maximum(places.start, places.end)[rows]
    near = (low[:, :1] < places.right + pad) & (high[:, :1] > places.left - pad)
    near &= (low[:, 1:] < places.bottom + pad) & (high[:, 1:] > places.top - pad)
    one, other = np.nonzero(near)
    edges = np.stack([places.left - pad, places.top - pad, places.right + pad, places.bottom + pad], axis=1)
    hit = _through(places.start[rows[one]], places.end[rows[one]], edges[other])
    table[rows[one[hit]], other[hit]] = True
    table[other[hit], rows[one[hit]]] = True


def _add_crossing_leaders(table: Flags, places: Candidates) -> None:
    rows = np.flatnonzero(places.leader)
    low, high = np.minimum(places.start, places.end)[rows], np.maximum(places.start, places.end)[rows]
    near = (low[:, None, 0] < high[:, 0]) & (low[:, None, 1] < high[:, 1])
    near &= near.T
    one, other = np.nonzero(np.triu(near, 1))
    hit = _crossing(places, rows[one], rows[other])
    table[rows[one[hit]], rows[other[hit]]] = True
    table[rows[other[hit]], rows[one[hit]]] = True


def _through(start: Numbers, end: Numbers, edges: Numbers) -> Flags:
    """Return whether segments meet boxes (left, top, right, bottom), by separating axes."""
    apart = np.maximum(start, end) < edges[:, :2]
    apart |= np.minimum(start, end) > edges[:, 2:]
    half, middle = (edges[:, 2:] - edges[:, :2]) / 2, (edges[:, 2:] + edges[:, :2]) / 2
    normal = np.stack([start[:, 1] - end[:, 1], end[:, 0] - start[:, 0]], axis=1)
    off = np.abs(((middle - start) * normal).sum(axis=1)) > (half * np.abs(normal)).sum(axis=1)
    meets: Flags = ~(apart.any(axis=1) | off)
    return meets


def _crossing(places: Candidates, one: Indices, other: Indices) -> Flags:
    a, b, c, d = places.start[one], places.end[one], places.start[other], places.end[other]
    return (_side(a, b, c) * _side(a, b, d) < 0) & (_side(c, d, a) * _side(c, d, b) < 0)


def _side(a: Numbers, b: Numbers, point: Numbers) -> Numbers:
    side: Numbers = (b[:, 0] - a[:, 0]) * (point[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (point[:, 0] - a[:, 0])
    return side
