"""What the texts of columns stand for: known words, codes, and words that nobody knows."""

from cx.intake.survey.answers.texts.order import swapped
from cx.intake.survey.answers.texts.record import Texts
from cx.intake.survey.answers.texts.scales import scales_of_texts
from cx.intake.survey.answers.texts.unrated import unrated

__all__ = ["Texts", "scales_of_texts", "swapped", "unrated"]
