"""How the figures of paths go from one period to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Figure = Literal["share_of_cases", "edge_share", "repeat_share", "median_seconds"]
"""What differs between periods: of a touchpoint, of a step, of all cases, of the time a step takes."""
FIGURES: tuple[Figure, ...] = get_args(Figure)


@dataclass(frozen=True)
class Trend:
    """One figure in each period."""

    figure: Figure
    about: str | tuple[str, str] | None
    """As in :class:`~cx.records.journeys.figures.Difference`."""
    values: tuple[float | None, ...]
    """``None`` where too few cases stand behind it, or there is none."""

    def as_json(self) -> dict[str, object]:
        """Return it as the command line prints it."""
        about = list(self.about) if isinstance(self.about, tuple) else self.about
        return {"figure": self.figure, "about": about, "values": list(self.values)}


@dataclass(frozen=True)
class Trends:
    """All figures, period by period."""

    periods: tuple[str, ...]
    cases: tuple[int | None, ...]
    """Paths that begin in each period; ``None`` where they are too few to be told."""
    rows: tuple[Trend, ...]
    """Of each figure those first that most cases stand behind."""

    def as_json(self) -> dict[str, object]:
        """Return them as ``journeys --json`` prints them."""
        return {
            "periods": list(self.periods),
            "cases": list(self.cases),
            "figures": [one.as_json() for one in self.rows],
        }
