"""Lines, areas, dots and words that are drawn as they are: the marks of a lens, and a lens's own picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cx.picture.record.parts import Box, Point, TextBlock


@dataclass(frozen=True)
class InkLine:
    """A straight line."""

    start: Point
    end: Point
    colour: str
    width: float = 1.0

    @property
    def box(self) -> Box:
        """The room that it takes."""
        return _around((self.start, self.end), self.width / 2)


@dataclass(frozen=True)
class InkArea:
    """A polygon; the last corner is joined to the first."""

    points: tuple[Point, ...]
    fill: str
    outline: str = ""
    """Empty: none."""

    @property
    def box(self) -> Box:
        """The room that it takes."""
        return _around(self.points, 0.0)


@dataclass(frozen=True)
class InkDot:
    """A round dot."""

    x: float
    y: float
    radius: float
    fill: str
    outline: str

    @property
    def box(self) -> Box:
        """The room that it takes."""
        return _around(((self.x, self.y),), self.radius)


@dataclass(frozen=True)
class Ink:
    """What is drawn about one touchpoint; lines lie below areas, those below dots, and words on top."""

    id: str
    """Of its bubble, or the touchpoint's name in a picture without bubbles."""
    lines: tuple[InkLine, ...] = ()
    areas: tuple[InkArea, ...] = ()
    dots: tuple[InkDot, ...] = ()
    blocks: tuple[TextBlock, ...] = ()

    def moved(self, right: float, down: float) -> Ink:
        """Return the same at another place."""

        def at(point: Point) -> Point:
            return point[0] + right, point[1] + down

        return Ink(
            self.id,
            tuple(replace(one, start=at(one.start), end=at(one.end)) for one in self.lines),
            tuple(replace(one, points=tuple(map(at, one.points))) for one in self.areas),
            tuple(replace(one, x=one.x + right, y=one.y + down) for one in self.dots),
            tuple(replace(one, box=_moved(one.box, right, down)) for one in self.blocks),
        )

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The room that it takes: of each line, and of all else together."""
        solid = (*(one.box for one in self.areas), *(one.box for one in self.dots))
        solid += tuple(one.box for one in self.blocks)
        corners = [corner for box in solid for corner in ((box.left, box.top), (box.right, box.bottom))]
        whole = (_around(corners, 0.0),) if corners else ()
        return (*(one.box for one in self.lines), *whole)


def _around(points: Iterable[Point], room: float) -> Box:
    across, down = zip(*points, strict=True)
    left, top = min(across) - room, min(down) - room
    return Box(left, top, max(across) + room - left, max(down) + room - top)


def _moved(box: Box, right: float, down: float) -> Box:
    return Box(box.left + right, box.top + down, box.width, box.height)


def rectangle(box: Box) -> tuple[Point, ...]:
    """Return the corners of a box."""
    return (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)
