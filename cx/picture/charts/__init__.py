"""Further charts for the screen: bars of drivers, gain against budget, ranks."""

from cx.picture.charts.bars import bars_in_words, driver_bars
from cx.picture.charts.bars import not_shown as bars_not_shown
from cx.picture.charts.style import SMALL, layout, row_name

__all__ = ["SMALL", "bars_in_words", "bars_not_shown", "driver_bars", "layout", "row_name"]
