"""One Picture of the matrix, and the renderers that draw it."""

from cx.picture.bars import bars_in_words, driver_bars
from cx.picture.files import static
from cx.picture.font import Font, arial, source_sans
from cx.picture.geometry import compute
from cx.picture.record import Picture
from cx.picture.screen import screen_figure, type_scale
from cx.picture.theme import DECK_SIZES, SCREEN_SIZES, Sizes

__all__ = [
    "DECK_SIZES",
    "SCREEN_SIZES",
    "Font",
    "Picture",
    "Sizes",
    "arial",
    "bars_in_words",
    "compute",
    "driver_bars",
    "screen_figure",
    "source_sans",
    "static",
    "type_scale",
]
