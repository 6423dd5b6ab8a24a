"""The matrix in words."""

from cx.matrix.telling.headings import (
    axis_title,
    crosshair_words,
    footnote,
    headline,
    source_name,
    spotlight,
    subtitle,
)
from cx.matrix.telling.order import first_of, pareto_told, range_words, rank_words, start_words
from cx.matrix.telling.proof import proof
from cx.matrix.telling.revealed_title import footnote_so_far, so_far
from cx.matrix.telling.values import impact_in_column, impact_words, on_scale, satisfaction_words
from cx.text import goal_words

__all__ = [
    "axis_title",
    "crosshair_words",
    "first_of",
    "footnote",
    "footnote_so_far",
    "goal_words",
    "headline",
    "impact_in_column",
    "impact_words",
    "on_scale",
    "pareto_told",
    "proof",
    "range_words",
    "rank_words",
    "satisfaction_words",
    "so_far",
    "source_name",
    "spotlight",
    "start_words",
    "subtitle",
]
