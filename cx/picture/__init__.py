"""One Picture of the matrix, and the renderers that draw it."""

from cx.picture.around import logo_room, placed_logo
from cx.picture.axes import window_of
from cx.picture.bubbles import revealed
from cx.picture.charts import bars_in_words, bars_not_shown, driver_bars
from cx.picture.colour import colour_findings, shades
from cx.picture.geometry import compute
from cx.picture.journey import (
    PAIR,
    JourneyMap,
    MapOptions,
    Side,
    clicked,
    journey_map,
    journey_pair,
    screen_map,
    static_map,
    trend_in_words,
    trend_lines,
    trend_name,
)
from cx.picture.lenses import LensPicture, lens_picture, months_picture, placed_lens, screen_lens
from cx.picture.names import anonymised, names_hidden
from cx.picture.record import Picture
from cx.picture.render import (
    Handles,
    ScreenSheet,
    handles,
    pinned_at,
    screen_figure,
    screen_sheet,
    static,
    tints,
    type_scale,
)
from cx.picture.type import DECK_SIZES, SCREEN_SIZES, Font, Sizes, arial, source_sans, unwritable

__all__ = [
    "DECK_SIZES",
    "PAIR",
    "SCREEN_SIZES",
    "Font",
    "Handles",
    "JourneyMap",
    "LensPicture",
    "MapOptions",
    "Picture",
    "ScreenSheet",
    "Side",
    "Sizes",
    "anonymised",
    "arial",
    "bars_in_words",
    "bars_not_shown",
    "clicked",
    "colour_findings",
    "compute",
    "driver_bars",
    "handles",
    "journey_map",
    "journey_pair",
    "lens_picture",
    "logo_room",
    "months_picture",
    "names_hidden",
    "pinned_at",
    "placed_lens",
    "placed_logo",
    "revealed",
    "screen_figure",
    "screen_lens",
    "screen_map",
    "screen_sheet",
    "shades",
    "source_sans",
    "static",
    "static_map",
    "tints",
    "trend_in_words",
    "trend_lines",
    "trend_name",
    "type_scale",
    "unwritable",
    "window_of",
]
