"""What each column is, and on which scale."""

from cx.intake.columns.distinguishing_column import KEYS, repeats
from cx.intake.columns.named_choices import by_header
from cx.intake.columns.period_notices import notice_periods
from cx.intake.columns.roles import Roles, column_named, has_column, roles_of
from cx.intake.columns.scales import GRADES, PERCENT, SCHOOLS, ScaleReading, scale_of
from cx.intake.columns.subject import Subject
from cx.intake.columns.turned_to_dates import dates_for_scores, like_scores

__all__ = [
    "GRADES",
    "KEYS",
    "PERCENT",
    "SCHOOLS",
    "Roles",
    "ScaleReading",
    "Subject",
    "by_header",
    "column_named",
    "dates_for_scores",
    "has_column",
    "like_scores",
    "notice_periods",
    "repeats",
    "roles_of",
    "scale_of",
]
