"""The Picture drawn: as a figure on the screen, and as a file."""

from cx.picture.render.file_marks import draw_overlay
from cx.picture.render.files import Kind, Sheet, drawn_on, static, write
from cx.picture.render.handles import Handles, LineHandle, handles, pinned_at
from cx.picture.render.ink_in_files import draw_ink
from cx.picture.render.ink_shapes import ink_shapes
from cx.picture.render.logo_in_files import draw_logo
from cx.picture.render.screen import layout, screen_figure, texts, type_scale
from cx.picture.render.targets import Target, targets

__all__ = [
    "Handles",
    "Kind",
    "LineHandle",
    "Sheet",
    "Target",
    "draw_ink",
    "draw_logo",
    "draw_overlay",
    "drawn_on",
    "handles",
    "ink_shapes",
    "layout",
    "pinned_at",
    "screen_figure",
    "static",
    "targets",
    "texts",
    "type_scale",
    "write",
]
