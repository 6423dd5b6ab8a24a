"""Answers too many to be read cell by cell, in files or a database: a part says how they are meant."""

from cx.large_answers.database_study import AskedStudy, understood
from cx.large_answers.part_read import PartRead
from cx.large_answers.study import LargeStudy

__all__ = ["AskedStudy", "LargeStudy", "PartRead", "understood"]
