"""How sure it is that a touchpoint lies in its quadrant, and where it may lie."""

from cx.matrix.certainty.draws_about_lines import AxisTold, Told
from cx.matrix.certainty.ellipses import regions
from cx.matrix.certainty.of_table import line_errors, variances
from cx.matrix.certainty.of_touchpoints import Certainties, certainties
from cx.matrix.certainty.probabilities import Certainty

__all__ = [
    "AxisTold",
    "Certainties",
    "Certainty",
    "Told",
    "certainties",
    "line_errors",
    "regions",
    "variances",
]
