"""What the texts of columns stand for: known words, codes, and words that nobody knows."""

from cx.intake.survey.answers.texts.record import Texts
from cx.intake.survey.answers.texts.scales import scales_of_texts

__all__ = ["Texts", "scales_of_texts"]
