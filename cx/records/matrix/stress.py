"""Which conclusions of a matrix survive when something about them is changed."""

from __future__ import annotations

from dataclasses import dataclass

from cx.records.evidence import TrialKind


@dataclass(frozen=True)
class Strain:
    """One thing that was changed, and what did not survive it."""

    kind: TrialKind
    lost: tuple[str, ...]
    """The touchpoints that lie elsewhere, or of whose impact it is doubtful, in the order of the file."""
    about: str = ""
    """What was left out, in the user's words."""
    amount: float | None = None
    """How much of it there was: a part of the ratings' variance, answers, pairs, effects."""


@dataclass(frozen=True)
class Stress:
    """All that was changed, one thing at a time."""

    conclusions: tuple[str, ...]
    """The touchpoints whose quadrant the data carry: each is one conclusion."""
    strains: tuple[Strain, ...]

    @property
    def lost(self) -> dict[str, tuple[Strain, ...]]:
        """Each conclusion that does not survive, with what it does not survive."""
        found = {name: tuple(one for one in self.strains if name in one.lost) for name in self.conclusions}
        return {name: strains for name, strains in found.items() if strains}

    @property
    def surviving(self) -> int:
        """How many conclusions survive everything."""
        return len(self.conclusions) - len(self.lost)
