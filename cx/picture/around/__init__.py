"""What stands around the plot and takes its room before the plot has a place: titles, footnote, legends."""

from cx.picture.around.logo import logo_at, logo_beside, logo_room, placed_logo
from cx.picture.around.sheet import (
    Reserved,
    Sheet,
    View,
    bottom,
    message,
    plain,
    same_sheet,
    sheet_of,
)
from cx.picture.around.titles import footnote as foot_of
from cx.picture.around.titles import headings

__all__ = [
    "Reserved",
    "Sheet",
    "View",
    "bottom",
    "foot_of",
    "headings",
    "logo_at",
    "logo_beside",
    "logo_room",
    "message",
    "placed_logo",
    "plain",
    "same_sheet",
    "sheet_of",
]
