"""The Picture drawn: as a figure on the screen, and as a file."""

from cx.picture.render.file_marks import draw_overlay
from cx.picture.render.files import static
from cx.picture.render.screen import screen_figure, type_scale

__all__ = ["draw_overlay", "screen_figure", "static", "type_scale"]
