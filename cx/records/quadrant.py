"""The four quadrants of the matrix."""

from __future__ import annotations

from typing import Literal, get_args

Quadrant = Literal["fix_first", "expand_reach", "minimise_cost", "simplify"]
QUADRANTS: tuple[Quadrant, ...] = get_args(Quadrant)
