"""What a native bubble chart plots: a row a touchpoint, the series, the two lines and the words on the chart.

How it lies on the sheet is said in :mod:`cx.deliver.chart.layout`, and written by
:mod:`cx.deliver.chart.sheet` with formulas; what is computed here are the same values, for whoever opens the
file without computing anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from cx.deliver.chart import layout
from cx.deliver.chart.order import drawing_order
from cx.deliver.chart.sizes import SizeRule, size_rule
from cx.deliver.ground import cell_text
from cx.matrix import strategy
from cx.matrix.lines import quadrant_of
from cx.picture import Picture
from cx.picture.colour import OTHER_SHADE, QUADRANT_SHADES, Shade
from cx.picture.record import Disc, TextBlock
from cx.records import QUADRANTS, Bubble, Matrix, Quadrant
from cx.text import Language, say

_TINY = 1e-6
_CLOSE = 0.5
"""Points by which a place may differ and still be the same."""
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


def of(
    matrix: Matrix,
    picture: Picture,
    lang: Language,
    shades: Mapping[Quadrant, Shade] = QUADRANT_SHADES,
) -> ChartData:
    """Return the data of the native chart that shows the Picture's bubbles.

    Parameters
    ----------
    matrix, picture
        What is told, and how it is drawn.
    lang
        The language of names that are ours.
    shades
        The colours of the quadrants, for one that has no touchpoint yet.
    """
    grouped = drawing_order(picture)
    names = _names(matrix, picture, lang)
    by = _by(matrix, picture)
    titles = _titles(grouped, names if by == "quadrant" else {}, lang)
    rules = size_rule(matrix, picture)
    lines = {line.axis: line.value for line in picture.crosshair}
    level = (lines.get("satisfaction", matrix.crosshair.satisfaction), lines.get("impact"))
    labels = {label.id: "\n".join(label.block.lines) for label in picture.labels}
    made = _Rows(matrix, picture, names, level, rules, labels)
    discs = [disc for _, group in grouped for disc in group]
    if picture.y_stands_for == "rank":
        discs.sort(key=lambda disc: -disc.y)
    every = {disc.id: titles[disc.group] for disc in discs}
    x_axis, y_axis = picture.x_axis, picture.y_axis
    return ChartData(
        made.of(discs, every),
        _series(grouped, every, names if by == "quadrant" else {}, by, shades, lang),
        by,
        names if picture.quadrants else {},
        level,
        (x_axis.minimum, y_axis.value(0.0)),
        (x_axis.maximum, y_axis.value(1.0)),
        rules,
        picture.y_stands_for,
        _foot(discs, matrix, picture),
        y_axis.log,
        _words(picture),
        (cell_text(x_axis.title), cell_text(y_axis.title)),
        {
            layout.SCALE: say("deliver.chart.scale", lang),
            layout.CROSSING: say("deliver.chart.lines", lang),
            layout.WORDS: say("deliver.chart.marks", lang),
        },
    )


def _by(matrix: Matrix, picture: Picture) -> str:
    by = matrix.settings.colour_by
    return by if by != "quadrant" or picture.quadrants else ""


def _names(matrix: Matrix, picture: Picture, lang: Language) -> dict[Quadrant, str]:
    """Return the names of the quadrants, no two alike: the series of a row is found by its name."""
    found: dict[Quadrant, str] = {}
    for one in QUADRANTS if picture.quadrants else ():
        name = cell_text(strategy(matrix.settings, one, lang).name).strip() or one
        found[one] = _unique(name, found.values())
    return found


def _titles(
    grouped: Sequence[tuple[str, Sequence[Disc]]], names: Mapping[str, str], lang: Language
) -> dict[str, str]:
    """Return the name of each group's series, no two alike."""
    found: dict[str, str] = {}
    for group, _ in grouped:
        name = names.get(group) or cell_text(group).strip() or say("deliver.chart.all", lang)
        found[group] = name if group in names else _unique(name, (*names.values(), *found.values()))
    return found


def _unique(name: str, taken: Iterable[str]) -> str:
    known = set(taken)
    unique, count = name, 2
    while unique in known:
        unique, count = f"{name} {count}", count + 1
    return unique


@dataclass(frozen=True)
class _Rows:
    """What rows are made from."""

    matrix: Matrix
    picture: Picture
    names: Mapping[str, str]
    lines: tuple[float, float | None]
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
        said = self._by_lines(disc)
        quadrant = self.names.get(bubble.quadrant or "", "") if bubble else said
        size = disc.radius**2 / self.rule.unit
        by_rule = self.rule.of(volume)
        by_volume = abs(by_rule / size - 1) < self.rule.SAME
        return Row(
            disc,
            disc.satisfaction,
            disc.impact if self.picture.y_stands_for == "impact" else None,
            volume,
            quadrant,
            quadrant == said,
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

    def _by_lines(self, disc: Disc) -> str:
        satisfaction, impact = self.lines
        if impact is None or disc.impact is None or not self.names:
            return ""
        return self.names[quadrant_of(disc.satisfaction, disc.impact, (satisfaction, impact))]


def _series(
    grouped: Sequence[tuple[str, Sequence[Disc]]],
    every: Mapping[str, str],
    names: Mapping[str, str],
    by: str,
    shades: Mapping[Quadrant, Shade],
    lang: Language,
) -> tuple[Series, ...]:
    """Return the series in the order of drawing; every quadrant has one, and so has what is none of them."""
    missing = (one for one in QUADRANTS if one in names and one not in dict(grouped))
    found = [Series(names[one], shades[one]) for one in missing]
    for group, discs in grouped:
        first = discs[0]
        rest = not by or (by == "quadrant" and group not in names)
        shade = Shade(first.fill, _outline(discs), "")
        found.append(Series(every[first.id], shade, rest))
    if by not in ("", "quadrant"):
        other = _unique(say("deliver.chart.other", lang), [one.name for one in found])
        found.append(Series(other, OTHER_SHADE, rest=True))
    return tuple(found)


def _outline(discs: Sequence[Disc]) -> str:
    """Return the outline of those that do not stand out and stand not back."""
    plain = [disc.outline for disc in discs if disc.emphasis == "normal"]
    return (plain or [disc.outline for disc in discs])[0]


def _foot(discs: Sequence[Disc], matrix: Matrix, picture: Picture) -> float | None:
    """Return where those without a volume stand on an axis of volumes."""
    if picture.y_stands_for != "volume":
        return None
    for disc in discs:
        bubble = matrix.bubble(disc.id)
        if bubble is not None and bubble.volume is None:
            return picture.values_at(disc.x, disc.y)[1]
    return None


def _words(picture: Picture) -> tuple[Words, ...]:
    """Return strategies and the lines' values, each at the nearest place on the plot."""
    blocks: list[tuple[str, TextBlock]] = [(area.quadrant, area.name) for area in picture.quadrants]
    blocks += [(line.axis, line.label) for line in picture.crosshair]
    if picture.y_stands_for == "volume" and picture.tick_labels:
        low = picture.y_axis.ticks[0].label if picture.y_axis.ticks else ""
        blocks += [("foot", one) for one in picture.tick_labels if one.text == low and not low[-1:].isdigit()]
    places = {line.axis: line.start for line in picture.crosshair}
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
