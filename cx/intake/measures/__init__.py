"""One row a touchpoint: which rows count, and their satisfaction, impact and other numbers."""

from cx.intake.measures.impact import Effects, effects_of
from cx.intake.measures.rows import Kept, kept_rows
from cx.intake.measures.satisfaction import Satisfaction, satisfaction_of
from cx.intake.measures.subtotals import without_subtotals

__all__ = [
    "Effects",
    "Kept",
    "Satisfaction",
    "effects_of",
    "kept_rows",
    "satisfaction_of",
    "without_subtotals",
]
