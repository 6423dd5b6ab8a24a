"""How sure it is that a touchpoint lies in its quadrant, and where it may lie."""

from cx.matrix.certainty.ellipses import regions
from cx.matrix.certainty.of_touchpoints import certainties
from cx.matrix.certainty.probabilities import Certainty

__all__ = ["Certainty", "certainties", "regions"]
