"""Several files: names that are the same, rows below each other, numbers beside each other."""

from cx.intake.join.matching import alike, has_scores, join_key, joins, renamed, unused
from cx.intake.join.side_by_side import beside
from cx.intake.join.stacked import below, with_periods

__all__ = ["alike", "below", "beside", "has_scores", "join_key", "joins", "renamed", "unused", "with_periods"]
