"""Two matrices or more side by side: periods, segments, methods, and the alerts that follow."""

from cx.matrix.comparison.alerts import alert_in_words, raised
from cx.matrix.comparison.beside import companions, earlier_period
from cx.matrix.comparison.movements import alike_names, movements_in_words
from cx.matrix.comparison.of_two import comparison
from cx.matrix.comparison.segments import Segments
from cx.matrix.comparison.stated import Stated

__all__ = [
    "Segments",
    "Stated",
    "alert_in_words",
    "alike_names",
    "companions",
    "comparison",
    "earlier_period",
    "movements_in_words",
    "raised",
]
