"""Touchpoints to the matrix: crosshair, quadrants, certainty, strategy and priority."""

from cx.matrix.build import build, goal_of
from cx.matrix.derived import with_others
from cx.matrix.evidence import in_short as backed_in_short
from cx.matrix.priority import Pareto, pareto
from cx.matrix.regions import regions
from cx.matrix.seen import findings_about
from cx.matrix.strategy import Distances, Strategy, advice, default_strategy, distances, short_name, strategy
from cx.matrix.view import ViewOptions, view_options
from cx.matrix.wording import (
    axis_title,
    crosshair_words,
    footnote,
    headline,
    impact_in_column,
    impact_words,
    source_name,
    subtitle,
)

__all__ = [
    "Distances",
    "Pareto",
    "Strategy",
    "ViewOptions",
    "advice",
    "axis_title",
    "backed_in_short",
    "build",
    "crosshair_words",
    "default_strategy",
    "distances",
    "findings_about",
    "footnote",
    "goal_of",
    "headline",
    "impact_in_column",
    "impact_words",
    "pareto",
    "regions",
    "short_name",
    "source_name",
    "strategy",
    "subtitle",
    "view_options",
    "with_others",
]
