"""How a part of a large file is meant, as whoever asks about it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cx import impact
from cx.records import Choices, Responses


@dataclass(frozen=True)
class PartRead:
    """How a part of a file was understood, and what was asked of it."""

    responses: Responses
    outcome: str
    """The header of the outcome."""
    choices: Choices
    study: impact.Study
    """What was asked, of the part alone."""
    wanted: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Of which respondents alone: headers with the values of which each has one."""
