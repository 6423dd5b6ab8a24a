"""What words mean in headers, names and answers, and how names are compared."""

from cx.intake.words.answers import BY_HAND, NUMBERED, YES_NO, code_kind, goodness, is_good, spoken
from cx.intake.words.comparable import LONGEST, folded, plain
from cx.intake.words.degrees import Spoken
from cx.intake.words.headers import named
from cx.intake.words.months import MONTHS
from cx.intake.words.totals import is_total, may_sum_up

__all__ = [
    "BY_HAND",
    "LONGEST",
    "MONTHS",
    "NUMBERED",
    "YES_NO",
    "Spoken",
    "code_kind",
    "folded",
    "goodness",
    "is_good",
    "is_total",
    "may_sum_up",
    "named",
    "plain",
    "spoken",
]
