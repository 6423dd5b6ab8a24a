"""Several files: names that are the same, rows below each other, numbers beside each other."""

from cx.intake.join.called import also, moved, named_alike, with_one_name
from cx.intake.join.contacted import names_in_table, with_contacts
from cx.intake.join.matching import alike, has_scores, joins, renamed, unused
from cx.intake.join.side_by_side import beside
from cx.intake.join.stacked import below, with_periods
from cx.intake.words import join_key

__all__ = [
    "alike",
    "also",
    "below",
    "beside",
    "has_scores",
    "join_key",
    "joins",
    "moved",
    "named_alike",
    "names_in_table",
    "renamed",
    "unused",
    "with_contacts",
    "with_one_name",
    "with_periods",
]
