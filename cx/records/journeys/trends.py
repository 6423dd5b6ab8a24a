"""How the figures of paths go from one period to the next."""

from __future__ import annotations

from dataclasses import dataclass

from cx.records.journeys.figures import Figure


@dataclass(frozen=True)
class Trend:
    """One figure in each period."""

    figure: Figure
    about: str | tuple[str, str] | None
    """As in :class:`~cx.records.journeys.figures.Difference`."""
    values: tuple[float | None, ...]
    """``None`` where too few cases stand behind it, or there is none."""


@dataclass(frozen=True)
class Trends:
    """All figures, period by period."""

    periods: tuple[str, ...]
    cases: tuple[int, ...]
    """Paths of each period."""
    rows: tuple[Trend, ...]
    """Of each figure those first that most cases stand behind."""
