"""Logs beyond what is read cell by cell: the first rows, or counts, say what the columns are."""

from cx.intake.events.at_size.glance import are_known
from cx.intake.events.at_size.large import large_log
from cx.intake.events.at_size.parts import check_columns_agree, headers_of
from cx.intake.events.at_size.warehouse import table_log
from cx.intake.events.at_size.watch import Watch

__all__ = ["Watch", "are_known", "check_columns_agree", "headers_of", "large_log", "table_log"]
