"""A file's bytes to raw cells: asking the reader process, and what a file may cost."""

from cx.intake.opening.as_text import as_text
from cx.intake.opening.limits import Limits, limits_set
from cx.intake.opening.logo import logo
from cx.intake.opening.notices import notices_of
from cx.intake.opening.workbook import read

__all__ = ["Limits", "as_text", "limits_set", "logo", "notices_of", "read"]
