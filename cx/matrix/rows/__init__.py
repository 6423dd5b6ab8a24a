"""The rows of a table that are in view, put together to one row a touchpoint, with its impact."""

from cx.matrix.rows.aggregate import Group, folded
from cx.matrix.rows.derived_impact import with_others, with_own_impact
from cx.matrix.rows.impact_known import impact_claim
from cx.matrix.rows.precision import impact_errors, precision_of, standard_error
from cx.matrix.rows.row_findings import findings_about, findings_of
from cx.matrix.rows.view import ViewOptions, period_in_view, view_options, visible
from cx.matrix.rows.with_impact import Drawn, axis_values, drawn

__all__ = [
    "Drawn",
    "Group",
    "ViewOptions",
    "axis_values",
    "drawn",
    "findings_about",
    "findings_of",
    "folded",
    "impact_claim",
    "impact_errors",
    "period_in_view",
    "precision_of",
    "standard_error",
    "view_options",
    "visible",
    "with_others",
    "with_own_impact",
]
