"""Answers in further languages: words of their ends and degrees, and answers that are known as a whole."""

from cx.intake.words.languages import further, unanswered
from cx.intake.words.languages.ladders import CLIMBING
from cx.intake.words.languages.whole_answers import WHOLE

__all__ = ["CLIMBING", "WHOLE", "further", "unanswered"]
