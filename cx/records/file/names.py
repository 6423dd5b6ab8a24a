"""What a touchpoint is called: by its file, by the program, and by a person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TouchpointName:
    """The names of one touchpoint; the file's own is the one that everything else holds on to."""

    source: str
    """As its file calls it: the header of its column, or what a cell says."""
    found: str
    """What the program calls it: what differs within its question, else as the file calls it."""
    by_hand: str = ""
    """What a person calls it; empty: nobody said so."""
    column: bool = False
    """Whether it is a column of its own, so that its header may be a whole question."""

    @property
    def name(self) -> str:
        """The name in use."""
        return self.by_hand or self.found

    @property
    def note(self) -> str:
        """The whole question, where the name is something else; empty else."""
        return self.source if self.column and self.source != self.name else ""
