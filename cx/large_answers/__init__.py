"""Answers in a file too large to be read cell by cell: a part of it is understood, all of it is added up."""

from cx.large_answers.study import LargeStudy, PartRead

__all__ = ["LargeStudy", "PartRead"]
