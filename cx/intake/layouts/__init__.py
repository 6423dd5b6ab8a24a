"""Tables of touchpoints that lie otherwise than one row a touchpoint and one column a measure."""

from cx.intake.layouts.arrange import arranged
from cx.intake.layouts.counts import sheets as question_sheets

__all__ = ["arranged", "question_sheets"]
