"""Which customers only: those with or without something on their path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Way = Literal["with", "without", "starts", "ends"]
"""Whose path has it, has it not, begins with it, or ends with it."""
WAYS: tuple[Way, ...] = get_args(Way)


@dataclass(frozen=True)
class Only:
    """Only those customers whose path has a touchpoint, or a step from one to the next, in some way."""

    way: Way
    touchpoints: tuple[str, ...]
    """One touchpoint, or two that follow one another directly."""
