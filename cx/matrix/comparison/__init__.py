"""Two matrices or more side by side: periods, segments, methods, and the alerts that follow."""

from cx.matrix.comparison.alerts import alert_in_words, raised
from cx.matrix.comparison.drawn_beside import companions, earlier_period, with_lens
from cx.matrix.comparison.movements import alike_names, movements_in_words, sides_in_words
from cx.matrix.comparison.segments import Segments
from cx.matrix.comparison.stated import Stated
from cx.matrix.comparison.stress import lost_words, stressed
from cx.matrix.comparison.stress import verdict as stress_verdict
from cx.matrix.comparison.two_matrices import comparison

__all__ = [
    "Segments",
    "Stated",
    "alert_in_words",
    "alike_names",
    "companions",
    "comparison",
    "earlier_period",
    "lost_words",
    "movements_in_words",
    "raised",
    "sides_in_words",
    "stress_verdict",
    "stressed",
    "with_lens",
]
