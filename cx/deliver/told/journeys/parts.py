"""The parts that paths are told in, in their order, and which of them there are."""

from __future__ import annotations

from typing import Literal, get_args

from cx.records.journeys import Journeys

PathPart = Literal[
    "variants",
    "touchpoints",
    "edges",
    "funnel",
    "steps",
    "differences",
    "outcome",
    "drop_off",
    "trend",
]
PARTS: tuple[PathPart, ...] = get_args(PathPart)
PathSlide = Literal[
    "map",
    "variants",
    "touchpoints",
    "edges",
    "funnel",
    "steps",
    "differences",
    "outcome",
    "drop_off",
    "trend",
    "method",
]
PATH_SLIDES: tuple[PathSlide, ...] = get_args(PathSlide)
"""What a deck or a report of paths can tell, in its order: the map, the parts, and how it was made."""


def parts_of(found: Journeys) -> tuple[PathPart, ...]:
    """Return the parts that these figures have."""
    there: dict[PathPart, bool] = {
        "funnel": bool(found.funnel),
        "steps": bool(found.steps),
        "differences": bool(found.differences),
        "outcome": bool(found.outcomes),
        "drop_off": bool(found.drop_off),
        "trend": found.trends is not None,
    }
    return tuple(part for part in PARTS if there.get(part, True))
