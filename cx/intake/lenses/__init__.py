"""Columns of a table of touchpoints that lenses read: which they are, and what their cells say."""

from cx.intake.lenses.settle import REASON, with_lenses
from cx.intake.lenses.values import lens_values, on_scale

__all__ = ["REASON", "lens_values", "on_scale", "with_lenses"]
