"""Findings as they are made, each with its place in the user's file."""

from cx.intake.findings.layout import notice_table
from cx.intake.findings.noticed import Noticed
from cx.intake.findings.other_sheets import named_others, sheets_told_once
from cx.intake.findings.places import CellPlaces, about_row, about_rows, file_of

__all__ = [
    "CellPlaces",
    "Noticed",
    "about_row",
    "about_rows",
    "file_of",
    "named_others",
    "notice_table",
    "sheets_told_once",
]
