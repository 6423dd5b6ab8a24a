"""A file's bytes become raw cells, then an understanding, then a touchpoint table with findings."""

from cx.intake.counted import Counts, counts
from cx.intake.joined import combined, together
from cx.intake.limits import Limits, limits_set
from cx.intake.reading import read
from cx.intake.responses import responses
from cx.intake.tables import touchpoints
from cx.intake.typed import blank, edited, pasted
from cx.intake.understanding import source, understand
from cx.records.workbook import CellEdit, Sheet, Workbook

__all__ = [
    "CellEdit",
    "Counts",
    "Limits",
    "Sheet",
    "Workbook",
    "blank",
    "combined",
    "counts",
    "edited",
    "limits_set",
    "pasted",
    "read",
    "responses",
    "source",
    "together",
    "touchpoints",
    "understand",
]
