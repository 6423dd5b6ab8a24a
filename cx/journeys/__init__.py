"""Events to paths: which ones are taken, where people turn back and leave, and what that says."""

from cx.journeys.calendar import calendar, trend_periods
from cx.journeys.contacts import contacts
from cx.journeys.options import Options
from cx.journeys.other_names import (
    called_as,
    conditions_unnamed,
    figures_unnamed,
    names_in_table,
    names_of,
    unnamed,
)
from cx.journeys.study import journeys
from cx.journeys.table_rows import (
    change_rows,
    edge_rows,
    outcome_rows,
    step_columns,
    touchpoint_rows,
    variant_rows,
)
from cx.journeys.trends import trends, with_trends

__all__ = [
    "Options",
    "calendar",
    "called_as",
    "change_rows",
    "conditions_unnamed",
    "contacts",
    "edge_rows",
    "figures_unnamed",
    "journeys",
    "names_in_table",
    "names_of",
    "outcome_rows",
    "step_columns",
    "touchpoint_rows",
    "trend_periods",
    "trends",
    "unnamed",
    "variant_rows",
    "with_trends",
]
