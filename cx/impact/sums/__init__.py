"""Answers as sums: one pass over the rows gives everything that estimates are computed from."""

from cx.impact.sums.answers import GROUPS, Answers, group_of
from cx.impact.sums.engine_sums import contrast_sums, moments_of
from cx.impact.sums.histogram import Histogram
from cx.impact.sums.moments import Moments, of_columns

__all__ = [
    "GROUPS",
    "Answers",
    "Histogram",
    "Moments",
    "contrast_sums",
    "group_of",
    "moments_of",
    "of_columns",
]
