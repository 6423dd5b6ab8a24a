"""What can be pointed at and clicked on a figure: invisible markers with what they say."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_HOVER_WIDTH = 60
"""Characters in a line of the hover, which does not wrap by itself."""
_LEAST_TARGET = 9.0
"""The smallest radius, in pixels, that a pointer can be expected to hit."""


@dataclass(frozen=True)
class Target:
    """A place that can be pointed at and clicked."""

    x: float
    y: float
    radius: float
    id: str
    hover: Sequence[str]
    """Lines of plain text, the name first."""
    colour: str


def targets(places: Sequence[Target], scale: float, name: str = "touchpoints") -> dict[str, Any]:
    """Return a trace of invisible markers that carry ids as ``customdata`` and say what stands there."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [one.x * scale for one in places],
        "y": [one.y * scale for one in places],
        "customdata": [one.id for one in places],
        "hovertext": ["<br>".join(_hover(one.hover)) for one in places],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "size": [2 * max(one.radius * scale, _LEAST_TARGET) for one in places],
            "opacity": 0,
            "color": [one.colour for one in places],
        },
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
        "cliponaxis": False,
    }


def _hover(lines: Sequence[str]) -> Iterable[str]:
    name, *numbers = lines
    bold = (f"<b>{escaped(line)}</b>" for line in _wrapped(name))
    plain = (escaped(line) for number in numbers for line in _wrapped(number))
    return (*bold, *plain)


def _wrapped(line: str) -> Sequence[str]:
    """Return a line in lines that fit; most do as they are, and looking is quicker than wrapping."""
    fits = 0 < len(line) <= _HOVER_WIDTH and line.isprintable() and line == line.strip()
    return [line] if fits else textwrap.wrap(line, _HOVER_WIDTH)


def escaped(line: str) -> str:
    """Return a line without what Plotly takes for markup; quotation marks it shows as typed."""
    return html.escape(line, quote=False)
