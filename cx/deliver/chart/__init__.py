"""Native charts for PowerPoint and Excel: their numbers and their XML."""

from cx.deliver.chart.bar_geometry import BAR, TURNED, lower, plot_of, step, upper
from cx.deliver.chart.elements import EMU
from cx.deliver.chart.journey_map import journey_picture, maps, paths_image
from cx.deliver.chart.lens_picture import lens_on_page, lens_subtitle, months_on_page
from cx.deliver.chart.live import TINTS, ChartData, Look, chart_space, embedded, numbers, write
from cx.deliver.chart.picture import frame_of

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
    "months_on_page",
    "numbers",
    "paths_image",
    "plot_of",
    "step",
    "upper",
    "write",
]
