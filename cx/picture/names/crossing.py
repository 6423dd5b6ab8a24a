"""Which segments meet boxes, and which meet one another."""

from __future__ import annotations

import numpy as np

from cx.picture.names.candidates import Flags, Numbers, Singles


def crossed(edges: Numbers, strokes: Numbers) -> Numbers:
    """Return what each box (left, top, right, bottom) costs for the strokes (x, y, x, y, cost) through it.

    Only boxes that a stroke comes near are measured: of the rest, the ends alone tell that it passes by.
    """
    low, high = span(strokes[:, :2], strokes[:, 2:4])
    left, top, right, bottom = edges.astype(np.float32).T
    near = (low[0] <= right) & (high[0] >= left)
    near &= low[1] <= bottom
    near &= high[1] >= top
    stroke, box = np.nonzero(near)
    hit = through(strokes[stroke, :2], strokes[stroke, 2:4], edges[box])
    cost: Numbers = np.bincount(box[hit], strokes[stroke[hit], 4], len(edges)).astype(np.float64)
    return cost


def span(start: Numbers, end: Numbers) -> tuple[Singles, Singles]:
    """Return the smaller and the larger ends of segments: across and up, as columns."""
    low: Singles = np.minimum(start, end).astype(np.float32).T[:, :, None]
    high: Singles = np.maximum(start, end).astype(np.float32).T[:, :, None]
    return low, high


def through(start: Numbers, end: Numbers, edges: Numbers) -> Flags:
    """Return whether segments meet boxes (left, top, right, bottom), by separating axes."""
    apart = np.maximum(start, end) < edges[:, :2]
    apart |= np.minimum(start, end) > edges[:, 2:]
    half, middle = (edges[:, 2:] - edges[:, :2]) / 2, (edges[:, 2:] + edges[:, :2]) / 2
    normal = np.stack([start[:, 1] - end[:, 1], end[:, 0] - start[:, 0]], axis=1)
    off = np.abs(((middle - start) * normal).sum(axis=1)) > (half * np.abs(normal)).sum(axis=1)
    meets: Flags = ~(apart.any(axis=1) | off)
    return meets


def crossing(a: Numbers, b: Numbers, c: Numbers, d: Numbers) -> Flags:
    """Return whether the segments a-b and c-d cross."""
    return (_side(a, b, c) * _side(a, b, d) < 0) & (_side(c, d, a) * _side(c, d, b) < 0)


def _side(a: Numbers, b: Numbers, point: Numbers) -> Numbers:
    side: Numbers = (b[:, 0] - a[:, 0]) * (point[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (
        point[:, 0] - a[:, 0]
    )
    return side
