"""What words mean in headers, names and answers, and how names are compared."""

from cx.intake.words.answers import (
    BY_HAND,
    NUMBERED,
    YES_NO,
    code_kind,
    goodness,
    is_good,
    number_in_words,
    spoken,
)
from cx.intake.words.comparable import LONGEST, folded, plain
from cx.intake.words.compared import Side, shared_words, side_of
from cx.intake.words.degrees import Spoken
from cx.intake.words.headers import counts_answers, named
from cx.intake.words.months import MONTHS, month_otherwise
from cx.intake.words.recommending import Group, group_of
from cx.intake.words.totals import is_total, may_sum_up

__all__ = [
    "BY_HAND",
    "LONGEST",
    "MONTHS",
    "NUMBERED",
    "YES_NO",
    "Group",
    "Side",
    "Spoken",
    "code_kind",
    "counts_answers",
    "folded",
    "goodness",
    "group_of",
    "is_good",
    "is_total",
    "may_sum_up",
    "month_otherwise",
    "named",
    "number_in_words",
    "plain",
    "shared_words",
    "side_of",
    "spoken",
]
