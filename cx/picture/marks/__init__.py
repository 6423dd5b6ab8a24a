"""What options and the room add to the plot: lines of equal priority, regions, arrows, badges."""

from cx.picture.marks.badges import Badge
from cx.picture.marks.option_marks import overlay

__all__ = ["Badge", "overlay"]
