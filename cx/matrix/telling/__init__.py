"""The matrix in words."""

from cx.matrix.telling.goal import goal_words
from cx.matrix.telling.headings import (
    axis_title,
    crosshair_words,
    footnote,
    headline,
    impact_in_column,
    impact_words,
    source_name,
    spotlight,
    subtitle,
)

__all__ = [
    "axis_title",
    "crosshair_words",
    "footnote",
    "goal_words",
    "headline",
    "impact_in_column",
    "impact_words",
    "source_name",
    "spotlight",
    "subtitle",
]
