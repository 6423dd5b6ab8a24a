"""What headers say: the role that one names, what a question is about, and how much of it words explain."""

from cx.intake.words.headers.aggregates import Measured, keys_of, measured, same_thing
from cx.intake.words.headers.altogether import judges_all
from cx.intake.words.headers.aspects import names_aspect, wants
from cx.intake.words.headers.further import is_abroad, letters
from cx.intake.words.headers.intentions import intends
from cx.intake.words.headers.lenses import guessed_figure, lens_named, says_weight
from cx.intake.words.headers.naming import (
    ALIKE,
    CONTAINED,
    EXACT,
    GOAL,
    INSIDE,
    WEAK,
    counts_answers,
    is_goal,
    named,
)
from cx.intake.words.headers.phrases import WHOLE
from cx.intake.words.headers.questions import asks, counts, explained, overall, said_of
from cx.intake.words.headers.tickets import says_agent, says_beside, says_category

__all__ = [
    "ALIKE",
    "CONTAINED",
    "EXACT",
    "GOAL",
    "INSIDE",
    "WEAK",
    "WHOLE",
    "Measured",
    "asks",
    "counts",
    "counts_answers",
    "explained",
    "guessed_figure",
    "intends",
    "is_abroad",
    "is_goal",
    "judges_all",
    "keys_of",
    "lens_named",
    "letters",
    "measured",
    "named",
    "names_aspect",
    "overall",
    "said_of",
    "same_thing",
    "says_agent",
    "says_beside",
    "says_category",
    "says_weight",
    "wants",
]
