"""What a native bubble chart plots: a row a touchpoint, the series, the two lines and the words on the chart.

How it lies on the sheet is said in :mod:`cx.deliver.chart.layout`, and written by
:mod:`cx.deliver.chart.sheet` with formulas; what is computed here are the same values, for whoever opens the
file without computing anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cx.deliver.chart import layout
from cx.deliver.chart.axes import cell_code
from cx.deliver.chart.live.order import drawing_order
from cx.deliver.chart.live.plot_records import ChartData, Series
from cx.deliver.chart.live.rows import Rows, words
from cx.deliver.chart.live.sizes import size_rule
from cx.deliver.ground import cell_text
from cx.matrix import heading, looked_into
from cx.picture import Picture
from cx.picture.colour import LOOK_INTO, OTHER_SHADE, QUADRANT_SHADES, Shade
from cx.picture.record import Disc
from cx.records import QUADRANTS, Matrix, Quadrant
from cx.text import Language, say


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
    worse = {LOOK_INTO: _unique(looked_into(lang).name, names.values())}
    called: dict[str, str] = {**dict(names.items()), **worse}
    own: Mapping[str, str] = called if by == "quadrant" else {}
    titles = _titles(grouped, own, lang)
    rules = size_rule(matrix, picture)
    lines = {line.axis: line.value for line in picture.crosshair}
    level = (lines.get("satisfaction", matrix.crosshair.satisfaction), lines.get("impact"))
    labels = {label.id: "\n".join(label.block.lines) for label in picture.labels}
    made = Rows(matrix, picture, called if names else {}, rules, labels)
    discs = [disc for _, group in grouped for disc in group]
    if picture.y_stands_for == "rank":
        discs.sort(key=lambda disc: -disc.y)
    every = {disc.id: titles[disc.group] for disc in discs}
    x_axis, y_axis = picture.x_axis, picture.y_axis
    return ChartData(
        made.of(discs, every),
        _series(grouped, every, own, by, shades, lang),
        by,
        names,
        level,
        (x_axis.minimum, y_axis.value(0.0)),
        (x_axis.maximum, y_axis.value(1.0)),
        rules,
        picture.y_stands_for,
        _foot(discs, matrix, picture),
        y_axis.log,
        words(picture),
        (cell_text(x_axis.title), cell_text(y_axis.title)),
        (cell_code(x_axis, lang), cell_code(y_axis, lang)),
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
        name = cell_text(heading(matrix, one, lang).name).strip() or one
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
