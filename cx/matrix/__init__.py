"""Touchpoints to the matrix: crosshair, quadrants, certainty, strategy and priority."""

from cx.matrix.alerts import alert_in_words, raised
from cx.matrix.build import build, goal_of
from cx.matrix.companions import companions, earlier_period
from cx.matrix.comparison import comparison
from cx.matrix.derived import with_others
from cx.matrix.evidence import in_short as backed_in_short
from cx.matrix.movements import alike_names, movements_in_words
from cx.matrix.priority import Pareto, pareto, terms_used
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
    spotlight,
    subtitle,
)

__all__ = [
    "Distances",
    "Pareto",
    "Strategy",
    "ViewOptions",
    "advice",
    "alert_in_words",
    "alike_names",
    "axis_title",
    "backed_in_short",
    "build",
    "companions",
    "comparison",
    "crosshair_words",
    "default_strategy",
    "distances",
    "earlier_period",
    "findings_about",
    "footnote",
    "goal_of",
    "headline",
    "impact_in_column",
    "impact_words",
    "movements_in_words",
    "pareto",
    "raised",
    "regions",
    "short_name",
    "source_name",
    "spotlight",
    "strategy",
    "subtitle",
    "terms_used",
    "view_options",
    "with_others",
]
