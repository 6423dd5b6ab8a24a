"""The Picture drawn: as a figure on the screen, and as a file."""

from cx.picture.render.file_marks import draw_overlay
from cx.picture.render.files import Kind, Sheet, drawn_on, static, write
from cx.picture.render.ink_in_files import draw_ink
from cx.picture.render.ink_shapes import ink_shapes
from cx.picture.render.screen import ScreenSheet, layout, screen_figure, screen_sheet, texts, type_scale
from cx.picture.render.targets import Target, targets

__all__ = [
    "Kind",
    "ScreenSheet",
    "Sheet",
    "Target",
    "draw_ink",
    "draw_overlay",
    "drawn_on",
    "ink_shapes",
    "layout",
    "screen_figure",
    "screen_sheet",
    "static",
    "targets",
    "texts",
    "type_scale",
    "write",
]
