"""Where on a sheet the table lies: its header, its rows, its columns."""

from cx.intake.sheet.arrangement import Absorbed, Arrangement, Known, Origin, Told
from cx.intake.sheet.legends import steps_of
from cx.intake.sheet.table import Table, table_of
from cx.intake.sheet.window import Excerpt, address, excerpt
from cx.intake.sheet.witnesses import weight_of

__all__ = [
    "Absorbed",
    "Arrangement",
    "Excerpt",
    "Known",
    "Origin",
    "Table",
    "Told",
    "address",
    "excerpt",
    "steps_of",
    "table_of",
    "weight_of",
]
