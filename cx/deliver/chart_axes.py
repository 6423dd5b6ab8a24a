"""The axes of a native bubble chart."""

from __future__ import annotations

from math import ceil, floor

from cx.deliver.chart_parts import EMU, fill, rich, tag, text_look, value
from cx.picture.record import Axis, Box, Picture, TextBlock
from cx.picture.theme import CROSSHAIR, SECONDARY

X_AXIS, Y_AXIS = 111_000_001, 111_000_002
_SHARE_AT_MOST = 2
_UPWARD = -5_400_000
_NOTHING = 1e-6


def axes(picture: Picture, frame: Box, *, alone: bool) -> str:
    """Return both axes; of a chart that stands alone they are the crosshair and carry their values."""
    lines = {line.axis: line.value for line in picture.crosshair}
    across = _axis(picture.x_axis, picture.x_title, X_AXIS, lines.get("impact"), frame, alone=alone)
    return across + _axis(
        picture.y_axis, picture.y_title, Y_AXIS, lines.get("satisfaction"), frame, alone=alone
    )


def _axis(axis: Axis, title: TextBlock, own: int, crossing: float | None, frame: Box, *, alone: bool) -> str:
    """Return an axis; a chart that stands alone draws it at ``crossing`` on the other axis."""
    minimum, maximum = _round_ends(axis) if alone else (axis.minimum, axis.maximum)
    crosses = alone and crossing is not None
    line = tag("a:ln", fill(CROSSHAIR), w=round(1.5 * EMU)) if crosses else tag("a:ln", "<a:noFill/>")
    return tag(
        "c:valAx",
        value("c:axId", own),
        tag("c:scaling", value("c:orientation", "minMax"), value("c:max", maximum), value("c:min", minimum)),
        value("c:delete", 0),
        value("c:axPos", "b" if own == X_AXIS else "l"),
        _axis_title(title, own, frame),
        tag("c:numFmt", formatCode=_number_format(axis), sourceLinked=0),
        value("c:majorTickMark", "none"),
        value("c:minorTickMark", "none"),
        value("c:tickLblPos", "low" if alone and _unit(axis) else "none"),
        tag("c:spPr", line),
        text_look(12, SECONDARY),
        value("c:crossAx", Y_AXIS if own == X_AXIS else X_AXIS),
        value("c:crossesAt", crossing) if crosses else value("c:crosses", "min"),
        value("c:crossBetween", "midCat"),
        value("c:majorUnit", _unit(axis)) if _unit(axis) else "",
    )


def _axis_title(title: TextBlock, own: int, frame: Box) -> str:
    place = tag(
        "c:manualLayout",
        value("c:xMode", "edge"),
        value("c:yMode", "edge"),
        value("c:x", (title.box.left - frame.left) / frame.width),
        value("c:y", (title.box.top - frame.top) / frame.height),
    )
    words = tag("c:tx", rich(title, 0 if own == X_AXIS else _UPWARD))
    return tag("c:title", words, tag("c:layout", place), value("c:overlay", 0))


def _unit(axis: Axis) -> float:
    """Return the distance between two ticks; 0 where there are not two, or on a log axis."""
    if axis.log or not axis.ticks[1:]:
        return 0.0
    return round(axis.ticks[1].value - axis.ticks[0].value, 12)


def _round_ends(axis: Axis) -> tuple[float, float]:
    """Return the ends moved outward to round values, since Office counts ticks from the end of the axis."""
    unit = _unit(axis)
    if not unit:
        return axis.minimum, axis.maximum
    return floor(axis.minimum / unit + 1e-9) * unit, ceil(axis.maximum / unit - 1e-9) * unit


def _number_format(axis: Axis) -> str:
    """Return the format of the ticks: the decimals that they need, and nothing beyond the Picture's ticks."""
    if not axis.ticks:
        return "General"
    percent = axis.ticks[-1].label.endswith("%") and axis.maximum <= _SHARE_AT_MOST
    values = [tick.value * (100 if percent else 1) for tick in axis.ticks]
    decimals = next((d for d in range(4) if all(abs(round(v, d) - v) < _NOTHING for v in values)), 4)
    shown = "#,##0" + ("." + "0" * decimals if decimals else "") + ("%" if percent else "")
    edge = (_unit(axis) or 1.0) / 2
    low, high = axis.ticks[0].value - edge, axis.ticks[-1].value + edge
    return f'[<{low:.6g}]"";[>{high:.6g}]"";{shown}'
