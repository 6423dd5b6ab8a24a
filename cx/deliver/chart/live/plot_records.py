"""What a native bubble chart plots, as records: a row a touchpoint, the series, the lines and the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cx.deliver.chart import layout
from cx.deliver.chart.live.sizes import SizeRule
from cx.picture.colour import Shade
from cx.picture.record import Disc, TextBlock
from cx.records import Quadrant

_TINY = 1e-6
Pair = tuple[float, float]


@dataclass(frozen=True)
class Row:
    """A touchpoint: what stands in its row of the table."""

    disc: Disc
    satisfaction: float
    impact: float | None
    volume: float | None
    quadrant: str
    by_lines: bool
    """Whether the lines say that quadrant; where not, it stands there as it is."""
    size: float
    by_volume: bool
    """Whether the rule of sizes says that size."""
    label: str
    """The words beside the bubble, a line end between two lines; empty where there is no label."""
    colour: str
    """The name of its series."""
    x: float
    y: float
    """The place on the chart, in the values of the axes."""
    aside: float = 0.0
    above: float = 0.0
    """By how much the place differs from the touchpoint's own values."""
    together: bool = False
    """Whether it only differs while another row has the same values."""


@dataclass(frozen=True)
class Series:
    """The bubbles of one colour."""

    name: str
    shade: Shade
    rest: bool = False
    """Whether it shows what no other series claims."""


@dataclass(frozen=True)
class Words:
    """Words on the chart that are no touchpoint's name: the label of an invisible point."""

    block: TextBlock
    place: Pair
    """The point's place in the Picture."""
    x: float
    y: float
    of: Quadrant | str
    """A quadrant, or the line (``satisfaction``, ``impact``) whose value it tells and with which it moves."""


@dataclass(frozen=True)
class ChartData:
    """Everything that a native bubble chart plots."""

    rows: tuple[Row, ...]
    """In the order of drawing: what comes later lies before what came earlier."""
    series: tuple[Series, ...]
    by: str
    """What gives the colour: ``quadrant``, ``journey`` ...; empty where nothing does."""
    quadrant_names: Mapping[Quadrant, str]
    """Empty where the data show no quadrants."""
    lines: tuple[float, float | None]
    start: Pair
    end: Pair
    """Where the axes begin and end."""
    sizes: SizeRule
    upwards: str
    """``impact``, ``volume`` or ``rank``."""
    foot: float | None
    """Where a touchpoint without a volume stands on an axis of volumes."""
    log: bool
    words: tuple[Words, ...]
    titles: tuple[str, str]
    codes: tuple[str, str]
    """How cells show satisfaction and impact: a decimal more than along the axes."""
    names_below: Mapping[int, str]
    """What the columns of the scale, the lines and the words are called."""

    @property
    def middle(self) -> Pair:
        """The middle of the plot; of a log axis that of its logarithms."""
        x, y = ((low + high) / 2 for low, high in zip(self.start, self.end, strict=True))
        return (x, (self.start[1] * self.end[1]) ** 0.5) if self.log else (x, y)

    @property
    def tiny(self) -> float:
        """The size of an invisible point."""
        return self.sizes.reference * _TINY

    def members(self, series: Series) -> dict[int, Row]:
        """Return the rows of a series, by their place in the table."""
        return {at: row for at, row in enumerate(self.rows) if row.colour == series.name}

    @property
    def reaches(self) -> dict[int, float]:
        """Where the lines cross and how far they reach from there, by column of the sheet."""
        (left, bottom), (right, top) = self.start, self.end
        upright, level = self.lines
        height = bottom if level is None else level
        return {
            layout.X: upright,
            layout.CROSSING: height,
            layout.LEFT: 0.0 if level is None else upright - left,
            layout.RIGHT: 0.0 if level is None else right - upright,
            layout.DOWN: height - bottom,
            layout.UPWARDS: top - height,
        }
