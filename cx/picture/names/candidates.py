"""Every place where a name could stand: inside its bubble, beside it, or at the end of a leader line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cx.picture.names.wording import Wording
from cx.picture.record import Box
from cx.picture.type import LEADING, Font

Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]
Flags = NDArray[np.bool_]
Singles = NDArray[np.float32]

GAP = 2.5
"""Between a bubble and a label beside it, in points of a picture 540 high."""
APART = 1.5
"""Between a label and anything else."""


@dataclass(frozen=True)
class Rays:
    """The places around a bubble that are tried: so many directions, at each distance from its edge."""

    directions: int
    distances: tuple[float, ...]
    """In points of a picture 540 high; the first is beside the bubble, the others need a leader line."""


NEAR = Rays(16, (GAP, 11.0, 20.0, 31.0, 44.0, 58.0))
FAR = Rays(60, (GAP, 8.0, 14.0, 22.0, 31.0, 44.0, 58.0, 74.0, 94.0, 120.0))
"""For numbers that find no place nearer."""

_WIDEST, _LINES = 16.0, 4
"""How wide a name may be, in em, and in how many lines."""
_MOST_SIGNS = 1_000
"""Three times what fits of the narrowest letters: of more, most are marks upon others, without end."""
_ASIDE = 0.6
"""How far to the side a label stands for its lines to start or end at its bubble."""
_SHIFTS = ((0.0, 0.0), (0.0, -0.3), (0.0, 0.3), (-0.3, 0.0), (0.3, 0.0), (0.0, -0.5), (0.0, 0.5))
"""How far from its bubble's middle a name inside may stand, in radii."""
_SHIFTED = 1.0
"""What a shift by one radius costs."""
_GLYPH = 0.36
"""Half the height of letters, in lines."""
_BREAKS_COST = (0.0, 0.12, 0.45, 0.9, 1.5)
_INSIDE, _BESIDE, _LEADER, NUMBER_COST = 0.0, 1.0, 3.0, 14.0


@dataclass(frozen=True)
class Surroundings:
    """What labels must keep clear of; places and sizes in points."""

    discs: Numbers
    """One row a bubble: x, y, radius."""
    frame: Box
    boxes: tuple[Box, ...] = ()
    """Strategy names and other text inside the frame."""
    uprights: tuple[float, ...] = ()
    """Where upright lines stand."""
    levels: tuple[float, ...] = ()
    """Where level lines stand."""
    strokes: tuple[tuple[float, float, float, float, float], ...] = ()
    """Lines that names had better not cross (x, y, x, y), and what crossing one costs."""
    rings: tuple[tuple[float, float, float], ...] = ()
    """Hollow bubbles (x, y, radius) that names had better not cover."""
    marks: tuple[Box, ...] = ()
    """Marks of a lens: no name stands on them, but leader lines may cross them."""


@dataclass(frozen=True)
class Candidates:
    """Places, one a row of each array; those of one bubble stand together."""

    owner: Indices
    wording: Indices
    left: Numbers
    top: Numbers
    right: Numbers
    bottom: Numbers
    cost: Numbers
    aside: Numbers
    """-1 left of its bubble, 0 above, below or inside, 1 right: the lines' alignment."""
    inside: Flags
    start: Numbers
    """Where the leader line leaves the bubble, two columns."""
    end: Numbers
    """Where it meets the label; the same as ``start`` where there is no leader."""
    leader: Flags
    numbered: Flags
    """Whether it is the place of a number."""

    def __getitem__(self, chosen: NDArray[Any] | slice) -> Candidates:
        """Return some of the places; of a slice, views."""
        return Candidates(**{field.name: getattr(self, field.name)[chosen] for field in fields(self)})

    def __len__(self) -> int:
        """Return how many places there are."""
        return len(self.owner)


def wordings(owner: int, name: str, font: Font, size: float) -> list[Wording]:
    """Return the ways to break a name into lines: one line first, each narrower than the one before."""
    found: list[Wording] = []
    if len(name) > _MOST_SIGNS or font.width("".join(name.split()), size) > (_LINES + 1) * _WIDEST * size:
        return found  # a story: trying to break it costs with the square of its length, and nothing would fit
    for count in range(1, _LINES + 1):
        word = _wording(owner, font.balanced(name, count, size), font, size)
        if word.width <= _WIDEST * size and (not found or word.width < 0.93 * found[-1].width):
            found.append(word)
    if not found:
        lines = font.wrapped(name, _WIDEST * size, size)
        if len(lines) <= _LINES + 1:
            found.append(_wording(owner, lines, font, size))
    return found


def _wording(owner: int, lines: tuple[str, ...], font: Font, size: float) -> Wording:
    widths = tuple(font.width(line, size) for line in lines)
    return Wording(owner, lines, max(widths), len(lines) * size * LEADING, numbered=False, widths=widths)


def candidates(
    words: Sequence[Wording], around: Surroundings, size: float, unit: float, *, rays: Rays = NEAR
) -> Candidates:
    """Return every place of every wording, free or not, with its cost.

    Notes
    -----
    Cost 0 is inside the bubble; beside it about 1, right before left before above and below; a leader line 3
    and more, growing with its length; a number with the name in the key comes last.
    """
    inside = _inside(words, around, unit)
    beside = _around(words, around, rays, size, unit)
    return joined(inside, beside)


def _inside(words: Sequence[Wording], around: Surroundings, unit: float) -> Candidates:
    """Return places in the bubble: in its middle, and off it, for where another bubble covers a part."""
    fits = [
        (index, shift)
        for index, word in enumerate(words)
        for shift, (right, down) in enumerate(_SHIFTS)
        if _fits(word, around.discs[word.owner, 2], right, down, unit)
    ]
    chosen = np.array([index for index, _ in fits], dtype=np.int64)
    shifts = np.array([_SHIFTS[shift] for _, shift in fits], dtype=np.float64).reshape(-1, 2)
    owner, width, height, cost = _columns(words, chosen)
    x, y, radius = around.discs[owner].T
    point = np.stack([x, y], axis=1)
    x, y = x + shifts[:, 0] * radius, y + shifts[:, 1] * radius
    none = np.zeros(len(chosen), dtype=bool)
    return Candidates(
        owner,
        chosen,
        x - width / 2,
        y - height / 2,
        x + width / 2,
        y + height / 2,
        cost + _INSIDE + _SHIFTED * np.abs(shifts).sum(axis=1),
        np.zeros(len(chosen)),
        ~none,
        point,
        point,
        none,
        _numbered(words, chosen),
    )


def _fits(word: Wording, radius: float, right: float, down: float, unit: float) -> bool:
    """Return whether every line lies within the circle where the wording is moved by parts of its radius."""
    room = radius - APART * unit
    if word.width > 2 * room or word.height > 2 * radius:
        return False
    widths = word.widths or (word.width,)
    step = word.height / len(widths)
    for number, width in enumerate(widths):
        middle = down * radius - word.height / 2 + (number + 0.5) * step
        far = abs(right) * radius + width / 2, abs(middle) + _GLYPH * step
        if far[0] * far[0] + far[1] * far[1] > room * room:
            return False
    return True


def _around(
    words: Sequence[Wording], around: Surroundings, rays: Rays, size: float, unit: float
) -> Candidates:
    """Return places in every direction at each distance from the bubble's edge."""
    turns = np.tile(
        np.arange(rays.directions) * 2 * np.pi / rays.directions, len(words) * len(rays.distances)
    )
    ux, uy = np.cos(turns), -np.sin(turns)
    away = np.tile(np.repeat(np.array(rays.distances) * unit, rays.directions), len(words))
    chosen = np.repeat(np.arange(len(words)), rays.directions * len(rays.distances))
    owner, width, height, cost = _columns(words, chosen)
    x, y, radius = around.discs[owner].T
    anchor_x, anchor_y = x + (radius + away) * ux, y + (radius + away) * uy
    shift_x, shift_y = np.clip(1.42 * ux, -1, 1), np.clip(1.42 * uy, -1, 1)
    left, top = anchor_x + (shift_x - 1) * width / 2, anchor_y + (shift_y - 1) * height / 2
    right, bottom = left + width, top + height
    leader = away > GAP * unit + 1e-9
    end = np.stack([np.clip(x, left, right), np.clip(y, top + 0.15 * size, bottom - 0.15 * size)], axis=1)
    reach = np.maximum(np.hypot(end[:, 0] - x, end[:, 1] - y), 1e-9)
    start = np.stack([x, y], axis=1) + (end - np.stack([x, y], axis=1)) * (radius / reach)[:, None]
    length = np.maximum(reach - radius, 0.0)
    cost = cost + _turn_cost(ux, uy) + np.where(leader, _LEADER + length / (14 * unit), _BESIDE)
    aside = np.sign(shift_x) * (np.abs(shift_x) > _ASIDE)
    return Candidates(
        owner,
        chosen,
        left,
        top,
        right,
        bottom,
        cost,
        aside,
        np.zeros(len(owner), dtype=bool),
        start,
        np.where(leader[:, None], end, start),
        leader,
        _numbered(words, chosen),
    )


def _turn_cost(ux: Numbers, uy: Numbers) -> Numbers:
    """Return what a direction costs: right 0, left 0.2, above 0.35, below 0.4, in between a little more."""
    straight = np.maximum(np.abs(ux), np.abs(uy))
    sideways = np.where(ux > 0, 0.0, 0.2)
    upward = np.where(uy < 0, 0.35, 0.4)
    share = np.abs(uy) / (np.abs(ux) + np.abs(uy))
    cost: Numbers = sideways * (1 - share) + upward * share + 0.6 * (1 - straight)
    return cost


def _columns(words: Sequence[Wording], chosen: Indices) -> tuple[Indices, Numbers, Numbers, Numbers]:
    owner = np.array([word.owner for word in words], dtype=np.int64)
    width = np.array([word.width for word in words], dtype=np.float64)
    height = np.array([word.height for word in words], dtype=np.float64)
    cost = np.array([NUMBER_COST if word.numbered else _lines_cost(word) for word in words], dtype=np.float64)
    return owner[chosen], width[chosen], height[chosen], cost[chosen]


def _numbered(words: Sequence[Wording], chosen: Indices) -> Flags:
    return np.array([word.numbered for word in words], dtype=bool)[chosen]


def _lines_cost(word: Wording) -> float:
    """Return what breaking costs: two lines are as good as one long one, more are worse."""
    flat = word.width / word.height
    return _BREAKS_COST[len(word.lines) - 1] + 0.03 * max(0.0, flat - 6.0)


def sides(edges: Numbers, discs: Numbers) -> Indices:
    """Return on which side of its bubble each label stands: 1 right, 2 left, 3 below, 4 above.

    Parameters
    ----------
    edges
        One row a label: left, top, right, bottom.
    discs
        One row a label: x, y, radius of its bubble.
    """
    left, top, right, bottom = edges.T
    x, y, radius = discs.T
    across = ((left + right) / 2 - x) / ((right - left) / 2 + radius)
    down = ((top + bottom) / 2 - y) / ((bottom - top) / 2 + radius)
    level = np.abs(across) >= np.abs(down)
    return np.where(level, np.where(across > 0, 1, 2), np.where(down > 0, 3, 4))


def appended(first: Candidates, second: Candidates) -> Candidates:
    """Return the places of both, one after the other."""
    parts = {
        field.name: np.concatenate([getattr(first, field.name), getattr(second, field.name)])
        for field in fields(Candidates)
    }
    return Candidates(**parts)


def joined(first: Candidates, second: Candidates) -> Candidates:
    """Return the places of both, by bubble and then by cost."""
    both = appended(first, second)
    return both[np.lexsort((both.cost, both.owner))]
