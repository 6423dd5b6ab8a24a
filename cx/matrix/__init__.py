"""Touchpoints to the matrix: crosshair, quadrants, certainty, strategy and priority."""

from cx.matrix.build import build, goal_of
from cx.matrix.certainty import regions
from cx.matrix.comparison import (
    alert_in_words,
    alike_names,
    companions,
    comparison,
    earlier_period,
    movements_in_words,
    raised,
)
from cx.matrix.rows import ViewOptions, findings_about, view_options, with_others
from cx.matrix.strategy import (
    Distances,
    Pareto,
    Strategy,
    advice,
    default_strategy,
    distances,
    pareto,
    short_name,
    strategy,
    terms_used,
)
from cx.matrix.strategy import in_short as backed_in_short
from cx.matrix.telling import (
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
