"""A file of answers too large to be read cell by cell: understood by a part of it, added up by the engine."""

from cx.intake.large.part import other_above, part_of, part_of_files
from cx.intake.large.survey import LargeSurvey, large_survey, read_as
from cx.intake.large.whole_file import Whole, whole_of

LARGE = 10_000_000
"""Bytes of text from which a file of answers may be added up instead of read cell by cell."""

__all__ = [
    "LARGE",
    "LargeSurvey",
    "Whole",
    "large_survey",
    "other_above",
    "part_of",
    "part_of_files",
    "read_as",
    "whole_of",
]
