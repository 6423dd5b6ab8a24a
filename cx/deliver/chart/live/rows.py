"""The rows of the table behind a native bubble chart, and the words on the chart, as the Picture has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from cx.deliver.chart.live.plot_records import Pair, Row, Words
from cx.deliver.chart.live.sizes import SizeRule
from cx.deliver.ground import cell_text
from cx.picture import Picture
from cx.picture.colour import LOOK_INTO
from cx.picture.record import Disc, TextBlock
from cx.records import Bubble, Matrix

_CLOSE = 0.5
"""Points by which a place may differ and still be the same."""


@dataclass(frozen=True)
class Rows:
    """What rows are made from."""

    matrix: Matrix
    picture: Picture
    names: Mapping[str, str]
    rule: SizeRule
    labels: Mapping[str, str]

    def of(self, discs: Sequence[Disc], colours: Mapping[str, str]) -> tuple[Row, ...]:
        """Return the rows of the discs."""
        pairs = [self._own(disc) for disc in discs]
        return tuple(
            self._row(disc, pair, colours[disc.id], together=pairs.count(pair) > 1)
            for disc, pair in zip(discs, pairs, strict=True)
        )

    def _own(self, disc: Disc) -> Pair:
        """Return the disc's own values, as its formulas take them."""
        bubble, picture = self.matrix.bubble(disc.id), self.picture
        if picture.y_stands_for == "impact":
            return disc.satisfaction, disc.impact or 0.0
        volume = bubble.volume if bubble else None
        if picture.y_stands_for == "volume" and volume and volume > 0:
            return disc.satisfaction, volume
        return disc.satisfaction, picture.values_at(disc.x, disc.y)[1]

    def _row(self, disc: Disc, own: Pair, colour: str, *, together: bool) -> Row:
        bubble: Bubble | None = self.matrix.bubble(disc.id)
        volume = bubble.volume if bubble else None
        drawn = self.picture.values_at(disc.x, disc.y)
        place = self.picture.at(*own)
        still = hypot(place[0] - disc.x, place[1] - disc.y) < _CLOSE
        x, y = own if still else drawn
        quadrant = self.names.get(_called(bubble), "") if bubble else ""
        looked_into = bubble is not None and bubble.negative
        size = disc.radius**2 / self.rule.unit
        by_rule = self.rule.of(volume)
        by_volume = abs(by_rule / size - 1) < self.rule.SAME
        return Row(
            disc,
            disc.satisfaction,
            disc.impact if self.picture.y_stands_for == "impact" else None,
            volume,
            quadrant,
            (bool(quadrant) and not looked_into) or not self.names,
            by_rule if by_volume else size,
            by_volume,
            cell_text(self.labels.get(disc.id, "")),
            colour,
            x,
            y,
            x - own[0],
            y - own[1],
            together and not still,
        )


def _called(bubble: Bubble) -> str:
    """Return what the touchpoint's quadrant is known by; that of a negative driver is not its own."""
    return LOOK_INTO if bubble.negative else bubble.quadrant or ""


def words(picture: Picture) -> tuple[Words, ...]:
    """Return strategies and the lines' values, each at the nearest place on the plot."""
    blocks: list[tuple[str, TextBlock]] = [(area.quadrant, area.name) for area in picture.quadrants]
    blocks += [(line.axis, line.label) for line in picture.crosshair]
    if picture.y_stands_for == "volume" and picture.tick_labels:
        low = picture.y_axis.ticks[0].label if picture.y_axis.ticks else ""
        blocks += [("foot", one) for one in picture.tick_labels if one.text == low and not low[-1:].isdigit()]
    places: dict[str, Pair] = {line.axis: line.start for line in picture.crosshair}
    plot, made = picture.plot, []
    for of_what, block in blocks:
        x, y = block.box.centre
        if of_what == "satisfaction":
            x = places[of_what][0]
        if of_what == "impact":
            y = places[of_what][1]
        place = _within(x, plot.left, plot.right), _within(y, plot.top, plot.bottom)
        if block.text:
            made.append(Words(block, place, *picture.values_at(*place), of_what))
    return tuple(made)


def _within(value: float, low: float, high: float) -> float:
    """Return the value moved just inside the plot: a point on its edge may be left out."""
    return min(max(value, low + _CLOSE), high - _CLOSE)
