"""A file's bytes become raw cells, then an understanding, then a touchpoint table with findings."""

from cx.intake.limits import Limits
from cx.intake.reading import read
from cx.intake.tables import touchpoints
from cx.intake.typed import blank, edited, pasted
from cx.intake.understanding import understand

__all__ = ["Limits", "blank", "edited", "pasted", "read", "touchpoints", "understand"]
