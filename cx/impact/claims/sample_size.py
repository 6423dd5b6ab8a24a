"""About how many answers would show what the touchpoints explain."""

from __future__ import annotations

import math

from cx.impact.reading import advised_rows
from cx.records import DriverResult, Finding

_SPREAD = 16
_NOISE = 2
_MOST = 20_000
"""More answers than this are no advice."""


def too_little(result: DriverResult) -> Finding:
    """Return the finding that a result explains too little, with about how many answers would do.

    Notes
    -----
    About how many answers would tell an explained share ρ (adjusted) from none: its standard error is about
    2 (1 - ρ) sqrt(ρ / n), and noise adds k / n for a model of k columns, so that
    n ≈ 16 (1 - ρ)² / ρ + 2 k / ρ.
    """
    needed = answers_needed(result)
    details: dict[str, object] = {"n": result.n, "percent": round(100 * result.r2)}
    if needed is None:
        return Finding("warning", "impact_explains_nothing", column=result.outcome, details=details)
    details["needed"] = needed
    return Finding("warning", "impact_explains_little", column=result.outcome, details=details)


def answers_needed(result: DriverResult) -> int | None:
    """Return about how many answers would show what is explained; ``None`` where no number would."""
    share = result.r2_adjusted or 0.0
    if share <= 0:
        return None
    needed = max(
        _SPREAD * (1 - share) ** 2 / share + _NOISE * result.columns / share,
        advised_rows(result.columns),
        result.n,
    )
    return None if needed > _MOST else _rounded(needed)


def _rounded(needed: float) -> int:
    """Rounded up to one digit and a half: 340 is 350, 1,230 is 1,500."""
    step = int(10 ** math.floor(math.log10(needed))) // 2
    return math.ceil(needed / step) * step
