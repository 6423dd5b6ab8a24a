"""Native charts for PowerPoint and Excel: their numbers and their XML."""

from cx.deliver.chart.bar_geometry import BAR, TURNED, lower, plot_of, step, upper
from cx.deliver.chart.bubbles import TINTS, Look, chart_space
from cx.deliver.chart.elements import EMU
from cx.deliver.chart.journey_map import journey_picture, maps, paths_image
from cx.deliver.chart.lens_picture import lens_on_page, lens_subtitle
from cx.deliver.chart.numbers import ChartData
from cx.deliver.chart.picture import frame_of
from cx.deliver.chart.sheet import embedded
from cx.deliver.chart.tints import tints

__all__ = [
    "BAR",
    "EMU",
    "TINTS",
    "TURNED",
    "ChartData",
    "Look",
    "chart_space",
    "embedded",
    "frame_of",
    "journey_picture",
    "lens_on_page",
    "lens_subtitle",
    "lower",
    "maps",
    "paths_image",
    "plot_of",
    "step",
    "tints",
    "upper",
]
