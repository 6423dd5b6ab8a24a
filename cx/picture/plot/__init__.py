"""The plot: where values stand on the sheet, and what carries the bubbles."""

from cx.picture.plot.coordinates import Plane, plane

__all__ = ["Plane", "plane"]
