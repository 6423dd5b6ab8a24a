"""One Picture of the matrix, and the renderers that draw it."""

from cx.picture.anonymity import anonymised
from cx.picture.bars import bars_in_words, driver_bars
from cx.picture.brand import colour_findings, shades
from cx.picture.fallback import unwritable
from cx.picture.files import static
from cx.picture.font import Font, arial, source_sans
from cx.picture.geometry import compute
from cx.picture.reveal import revealed
from cx.picture.screen import screen_figure, type_scale
from cx.picture.sizes import DECK_SIZES, SCREEN_SIZES, Sizes
from cx.picture.whole import Picture
from cx.picture.window import window_of

__all__ = [
    "DECK_SIZES",
    "SCREEN_SIZES",
    "Font",
    "Picture",
    "Sizes",
    "anonymised",
    "arial",
    "bars_in_words",
    "colour_findings",
    "compute",
    "driver_bars",
    "revealed",
    "screen_figure",
    "shades",
    "source_sans",
    "static",
    "type_scale",
    "unwritable",
    "window_of",
]
