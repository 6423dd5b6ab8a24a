"""Type: fonts and their metrics, sizes, and text set on a sheet."""

from cx.picture.type.canvas import MARGIN, Canvas, moved, unit_of
from cx.picture.type.embedded import with_font
from cx.picture.type.fallback import families, families_for, files_for, unwritable
from cx.picture.type.font import (
    BASELINE,
    ELLIPSIS,
    LEADING,
    SCREEN_FAMILY,
    Font,
    arial,
    certain_width,
    source_sans,
    source_sans_file,
)
from cx.picture.type.sizes import DECK_SIZES, SCREEN_SIZES, Sizes
from cx.picture.type.truetype import face

__all__ = [
    "BASELINE",
    "DECK_SIZES",
    "ELLIPSIS",
    "LEADING",
    "MARGIN",
    "SCREEN_FAMILY",
    "SCREEN_SIZES",
    "Canvas",
    "Font",
    "Sizes",
    "arial",
    "certain_width",
    "face",
    "families",
    "families_for",
    "files_for",
    "moved",
    "source_sans",
    "source_sans_file",
    "unit_of",
    "unwritable",
    "with_font",
]
