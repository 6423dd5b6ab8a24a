"""The matrix as it is set, placed and drawn."""

from cx.records.logo import LOGO_CHARACTERS, LOGO_HEIGHT, LOGO_WIDTH, Logo, packed_png
from cx.records.matrix.companions import Companions, DecisionStatus
from cx.records.matrix.picture_options import (
    PICTURE_FORMATS,
    PictureFormat,
    PictureOptions,
    RoomMarks,
    Window,
)
from cx.records.matrix.pinned import LONGEST_NOTE, MOST_NOTES, PinnedNote, Upwards
from cx.records.matrix.placed import BORDERLINE, Bubble, Crosshair, Matrix, Priority
from cx.records.matrix.region import Region
from cx.records.matrix.settings import (
    CROSSHAIR_RULES,
    ColourBy,
    CrosshairRule,
    Filters,
    PriorityTerms,
    Settings,
    SizeMode,
    Unit,
)
from cx.records.matrix.stress import Strain, Stress

__all__ = [
    "BORDERLINE",
    "CROSSHAIR_RULES",
    "LOGO_CHARACTERS",
    "LOGO_HEIGHT",
    "LOGO_WIDTH",
    "LONGEST_NOTE",
    "MOST_NOTES",
    "PICTURE_FORMATS",
    "Bubble",
    "ColourBy",
    "Companions",
    "Crosshair",
    "CrosshairRule",
    "DecisionStatus",
    "Filters",
    "Logo",
    "Matrix",
    "PictureFormat",
    "PictureOptions",
    "PinnedNote",
    "Priority",
    "PriorityTerms",
    "Region",
    "RoomMarks",
    "Settings",
    "SizeMode",
    "Strain",
    "Stress",
    "Unit",
    "Upwards",
    "Window",
    "packed_png",
]
