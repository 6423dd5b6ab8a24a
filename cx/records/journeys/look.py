"""How paths are drawn and told: what a matrix says of their touchpoints, and what lines show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from cx.records.logo import Logo
from cx.records.quadrant import Quadrant


@dataclass(frozen=True)
class PathLook:
    """How paths are drawn and told; without anything, as where there is no matrix."""

    quadrants: Mapping[str, Quadrant] = field(default_factory=dict)
    """A touchpoint of the paths to its quadrant; one that has no place on the matrix is not there."""
    strategies: Mapping[Quadrant, str] = field(default_factory=dict)
    """What each quadrant's strategy is called."""
    colours: Mapping[Quadrant, str] = field(default_factory=dict)
    """Brand colours of quadrants."""
    hidden: Mapping[str, str] = field(default_factory=dict)
    """What every touchpoint of the paths is called instead, where their names are not to be shown."""
    measure: Literal["customers", "time"] = "customers"
    """What the lines of the map show: how many take a step, or its median time."""
    variants: int | None = None
    """So many different paths are drawn; ``None``: as many as can be read."""
    logo: Logo | None = None
    """For slides, report and image; ``None`` where none is wished there."""
