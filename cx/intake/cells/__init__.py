"""What the cells of a column hold: numbers, dates, periods, names."""

from cx.intake.cells.currency import currency_of
from cx.intake.cells.days import day_count, days_of, span_of
from cx.intake.cells.labels import Labels, labels_of, no_labels
from cx.intake.cells.numbers import (
    DAY,
    EMPTY,
    FAULT,
    FINE,
    NO_ANSWER,
    TRUTH,
    UNSTORED,
    VAST,
    WORDS,
    Numbers,
    numbers_of,
)
from cx.intake.cells.numerals import LONGEST, Evidence, evidence, number_in
from cx.intake.cells.periods import (
    are_periods,
    beyond_calendar,
    in_order,
    latest_year,
    weeks_in,
    within_year,
)

__all__ = [
    "DAY",
    "EMPTY",
    "FAULT",
    "FINE",
    "LONGEST",
    "NO_ANSWER",
    "TRUTH",
    "UNSTORED",
    "VAST",
    "WORDS",
    "Evidence",
    "Labels",
    "Numbers",
    "are_periods",
    "beyond_calendar",
    "currency_of",
    "day_count",
    "days_of",
    "evidence",
    "in_order",
    "labels_of",
    "latest_year",
    "no_labels",
    "number_in",
    "numbers_of",
    "span_of",
    "weeks_in",
    "within_year",
]
