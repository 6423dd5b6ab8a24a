"""A file's bytes become raw cells, then an understanding, then a touchpoint table with findings."""

from cx.intake.counted import Counts, counts
from cx.intake.joined import combined, together
from cx.intake.limits import Limits, limits_set
from cx.intake.matching import joins
from cx.intake.preview import preview
from cx.intake.reading import read
from cx.intake.responses import responses
from cx.intake.tables import further_sheets, touchpoints
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
    "further_sheets",
    "joins",
    "limits_set",
    "pasted",
    "preview",
    "read",
    "responses",
    "source",
    "together",
    "touchpoints",
    "understand",
]
