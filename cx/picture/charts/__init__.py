"""Further charts for the screen: bars of drivers, gain against budget, ranks."""

from cx.picture.charts.bars import bars_in_words, driver_bars

__all__ = ["bars_in_words", "driver_bars"]
