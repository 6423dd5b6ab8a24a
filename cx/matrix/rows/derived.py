"""Derived impact beside what other files say about the same touchpoints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from cx.matrix.rows.view import visible
from cx.records import Filters, Touchpoints

_SCORED = ("satisfaction", "impact", "n", "sd")


def with_others(
    derived: Touchpoints, others: Sequence[Touchpoints], matches: Mapping[str, str] | None = None
) -> Touchpoints:
    """Return derived touchpoints with volumes, costs and the like from other tables, joined by name.

    Parameters
    ----------
    derived
        From responses: satisfaction, n, impact, and exposure as volume.
    others
        Tables of the same touchpoints. Their volumes take the place of exposure. Their scores and impact
        stand aside: satisfaction and impact come from the same respondents.
    matches
        Name in another table to the touchpoint that it is.

    Notes
    -----
    Of a table with several periods the latest counts.
    """
    if not others:
        return derived
    from cx import intake  # the first page does not wait for it

    return intake.combined([derived, *(_beside(other) for other in others)], matches)


def _beside(other: Touchpoints) -> Touchpoints:
    if other.rows["satisfaction"].isna().all() and other.impact_kind == "none":
        return other
    rows = visible(other, Filters())
    blank = dict.fromkeys(_SCORED, np.nan)
    return replace(
        other, rows=rows.assign(**blank, period=""), impact_kind="none", impact_parts=(), periods=()
    )
