"""Tables of touchpoints that lie otherwise than one row a touchpoint and one column a measure."""

from cx.intake.layouts.arrange import arranged

__all__ = ["arranged"]
