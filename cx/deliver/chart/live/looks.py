"""How bubbles of a native chart look: those of a series, and single ones that differ from it."""

from __future__ import annotations

from dataclasses import dataclass

from cx.deliver.chart.elements import EMU, fill, tag, value
from cx.deliver.chart.live.plot_records import Series
from cx.picture import Picture
from cx.picture.colour import FILL_OPACITY, OUTLINE_WIDTH
from cx.picture.record import Disc

_DASHES = {"solid": "solid", "dashed": "dash", "dotted": "sysDot"}


@dataclass(frozen=True)
class BaseLook:
    """The look of a series, from which single points may differ."""

    fill: str
    outline: str
    opacity: float
    width: float

    @property
    def drawn(self) -> str:
        """As the chart has it."""
        return _shape(self.fill, self.outline, self.opacity, self.width, "solid")


def base(series: Series, picture: Picture) -> BaseLook:
    """Return the look of a series as a whole."""
    unit = min(picture.width / 960, picture.height / 540)
    hollow = any(disc.opacity == 0 for disc in picture.discs)
    opacity = 0.0 if hollow else FILL_OPACITY
    return BaseLook(series.shade.fill, series.shade.text, opacity, OUTLINE_WIDTH * unit)


def point_look(at: int, disc: Disc, base: BaseLook) -> str:
    """Return how a bubble differs from its series; empty where it does not."""
    outline = base.outline if disc.emphasis == "normal" else disc.outline
    own = _shape(base.fill, outline, disc.opacity, disc.outline_width, disc.stroke)
    if own == base.drawn:
        return ""
    return tag("c:dPt", value("c:idx", at), value("c:invertIfNegative", 0), value("c:bubble3D", 0), own)


def _shape(colour: str, outline: str, opacity: float, width: float, stroke: str) -> str:
    line = tag("a:ln", fill(outline), value("a:prstDash", _DASHES[stroke]), w=round(width * EMU))
    return tag("c:spPr", fill(colour, opacity), line)
