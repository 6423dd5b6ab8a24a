"""Columns of answers: their numbers, codes and scales."""

from cx.intake.survey.answers.averages import Together, has_decimals, is_named_average
from cx.intake.survey.answers.candidates import is_short, is_slider, likely_ratings, rated_in_words
from cx.intake.survey.answers.code_meanings import code_readings, is_settled, number_of, settled
from cx.intake.survey.answers.code_suspects import core_of, suspects
from cx.intake.survey.answers.code_verdicts import Verdict, verdicts
from cx.intake.survey.answers.column import (
    BLANK,
    GIVEN,
    NOT_MET,
    SILENT,
    UNREAD,
    Answered,
    Flags,
    Values,
)
from cx.intake.survey.answers.scale_by_labels import labelled_scale
from cx.intake.survey.answers.scale_changes import Change, changes_in, moved
from cx.intake.survey.answers.scales import Scaled, most_common, scales_of
from cx.intake.survey.answers.stated_scales import names_promoters, stated_scale
from cx.intake.survey.answers.usual_scales import usual
from cx.intake.survey.answers.whole_table import Read, answered

__all__ = [
    "BLANK",
    "GIVEN",
    "NOT_MET",
    "SILENT",
    "UNREAD",
    "Answered",
    "Change",
    "Flags",
    "Read",
    "Scaled",
    "Together",
    "Values",
    "Verdict",
    "answered",
    "changes_in",
    "code_readings",
    "core_of",
    "has_decimals",
    "is_named_average",
    "is_settled",
    "is_short",
    "is_slider",
    "labelled_scale",
    "likely_ratings",
    "most_common",
    "moved",
    "names_promoters",
    "number_of",
    "rated_in_words",
    "scales_of",
    "settled",
    "stated_scale",
    "suspects",
    "usual",
    "verdicts",
]
