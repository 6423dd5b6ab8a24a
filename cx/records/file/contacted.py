"""What a log of contacts says about a touchpoint."""

from __future__ import annotations

from dataclasses import dataclass

from cx.records.bounds import Count


@dataclass(frozen=True)
class Contacted:
    """Contacts at a touchpoint, whose they were, and after how many somebody was back within 7 days."""

    contacts: Count
    customers: Count | None
    """Different ones; ``None`` where they are few, or the log does not know them."""
    back: Count | None
    """Contacts after which the same customer came to the same touchpoint again, 168 hours later at most."""

    @property
    def repeats(self) -> float | None:
        """Repeat contacts: those after which somebody was back, as a share of all, 0 to 1.

        Examples
        --------
        >>> Contacted(40, 25, 10).repeats, Contacted(40, None, None).repeats
        (0.25, None)
        """
        return None if self.back is None or not self.contacts else self.back / self.contacts
