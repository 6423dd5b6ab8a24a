"""Several files: names that are the same, rows below each other, numbers beside each other."""

from cx.intake.join.aliases import also, moved, named_alike, with_one_name
from cx.intake.join.contacts_of_logs import names_in_table, with_contacts
from cx.intake.join.files import Stacked, one_below_other
from cx.intake.join.matching import alike, has_scores, joins, renamed, unused
from cx.intake.join.side_by_side import beside
from cx.intake.join.stacked_tables import below, with_periods
from cx.intake.words import join_key

__all__ = [
    "Stacked",
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
    "one_below_other",
    "renamed",
    "unused",
    "with_contacts",
    "with_one_name",
    "with_periods",
]
