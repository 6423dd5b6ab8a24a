"""Further charts for the screen: bars of drivers, gain against budget, ranks."""

from cx.picture.charts.bars import bars_in_words, driver_bars
from cx.picture.charts.bars import not_shown as bars_not_shown

__all__ = ["bars_in_words", "bars_not_shown", "driver_bars"]
