"""Where touchpoints stand and steps run: which cases are drawn, columns, their order, and heights."""

from cx.picture.journey.placing.drawn_cases import Drawn, Step, drawn
from cx.picture.journey.placing.layers import typical
from cx.picture.journey.placing.plane import Plane, Spot, capacity, place

__all__ = ["Drawn", "Plane", "Spot", "Step", "capacity", "drawn", "place", "typical"]
