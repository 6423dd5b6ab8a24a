"""What words mean in headers, names and answers, and how names are compared."""

from cx.intake.words.answers import BY_HAND, ENDS, YES_NO, code_kind, ladders_of, spoken
from cx.intake.words.clock import is_fine
from cx.intake.words.comparable import LONGEST, folded, join_key, plain
from cx.intake.words.degrees import Spoken
from cx.intake.words.headers import counts_answers, named
from cx.intake.words.legends import Legend, codes_in, legend_of, may_be_school_grade, school_grades
from cx.intake.words.levels import goodness, is_good, level
from cx.intake.words.months import MONTHS, month_otherwise
from cx.intake.words.numbered_answers import NUMBERED, climbs, glued_number, number_in_words, unnumbered
from cx.intake.words.totals import is_total, may_sum_up
from cx.intake.words.zeros import ZEROS

__all__ = [
    "BY_HAND",
    "ENDS",
    "LONGEST",
    "MONTHS",
    "NUMBERED",
    "YES_NO",
    "ZEROS",
    "Legend",
    "Spoken",
    "climbs",
    "code_kind",
    "codes_in",
    "counts_answers",
    "folded",
    "glued_number",
    "goodness",
    "is_fine",
    "is_good",
    "is_total",
    "join_key",
    "ladders_of",
    "legend_of",
    "level",
    "may_be_school_grade",
    "may_sum_up",
    "month_otherwise",
    "named",
    "number_in_words",
    "plain",
    "school_grades",
    "spoken",
    "unnumbered",
]
