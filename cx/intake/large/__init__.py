"""A file of answers too large to be read cell by cell: understood by a part of it, added up by the engine."""

from cx.intake.large.part import part_of
from cx.intake.large.survey import LargeSurvey, large_survey
from cx.intake.large.whole import Whole, whole_of

LARGE = 10_000_000
"""Bytes of text from which a file of answers may be added up instead of read cell by cell."""

__all__ = ["LARGE", "LargeSurvey", "Whole", "large_survey", "part_of", "whole_of"]
