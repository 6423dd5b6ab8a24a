"""The Picture drawn: as a figure on the screen, and as a file."""

from cx.picture.render.file_marks import draw_overlay
from cx.picture.render.files import Kind, Sheet, bare, draw, drawn_on, sheet_of, static, write
from cx.picture.render.handles import Handles, LineHandle, handles, pinned_at
from cx.picture.render.ink_in_files import draw_ink
from cx.picture.render.ink_shapes import ink_shapes
from cx.picture.render.logo_in_files import draw_logo
from cx.picture.render.screen import ScreenSheet, layout, screen_figure, screen_sheet, texts, type_scale
from cx.picture.render.targets import Target, targets
from cx.picture.render.tints import tints

__all__ = [
    "Handles",
    "Kind",
    "LineHandle",
    "ScreenSheet",
    "Sheet",
    "Target",
    "bare",
    "draw",
    "draw_ink",
    "draw_logo",
    "draw_overlay",
    "drawn_on",
    "handles",
    "ink_shapes",
    "layout",
    "pinned_at",
    "screen_figure",
    "screen_sheet",
    "sheet_of",
    "static",
    "targets",
    "texts",
    "tints",
    "type_scale",
    "write",
]
