"""A native bubble chart that lives: its table with formulas, and its XML."""

from cx.deliver.chart.live import numbers
from cx.deliver.chart.live.bubbles import TINTS, Look, chart_space
from cx.deliver.chart.live.plot_records import ChartData
from cx.deliver.chart.live.sheet import embedded, write

__all__ = ["TINTS", "ChartData", "Look", "chart_space", "embedded", "numbers", "write"]
