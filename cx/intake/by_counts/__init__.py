"""Answers in a database, understood by counts: rows are made up that have the table's counts, and read."""

from cx.intake.by_counts.likeness import AskedTable, asked_table

__all__ = ["AskedTable", "asked_table"]
