"""The axes of a native bubble chart."""

from __future__ import annotations

from cx.deliver.chart.elements import EMU, fill, rich, tag, text_look, value
from cx.picture import Picture
from cx.picture.colour import CROSSHAIR, SECONDARY
from cx.picture.record import Axis, Box, TextBlock

X_AXIS, Y_AXIS = 111_000_001, 111_000_002
_UPWARD = -5_400_000


def axes(picture: Picture, frame: Box, *, alone: bool) -> str:
    """Return both axes, without values; of a chart that stands alone they are the crosshair.

    The values stand on the chart as words: Office counts them from the end of an axis, the Picture shows
    round ones.
    """
    lines = {line.axis: line.value for line in picture.crosshair}
    across = _axis(picture.x_axis, picture.x_title, X_AXIS, lines.get("impact"), frame, alone=alone)
    return across + _axis(
        picture.y_axis, picture.y_title, Y_AXIS, lines.get("satisfaction"), frame, alone=alone
    )


def _axis(axis: Axis, title: TextBlock, own: int, crossing: float | None, frame: Box, *, alone: bool) -> str:
    """Return an axis; a chart that stands alone draws it at ``crossing`` on the other axis."""
    crosses = alone and crossing is not None
    line = tag("a:ln", fill(CROSSHAIR), w=round(1.5 * EMU)) if crosses else tag("a:ln", "<a:noFill/>")
    return tag(
        "c:valAx",
        value("c:axId", own),
        tag(
            "c:scaling",
            value("c:orientation", "minMax"),
            value("c:max", axis.maximum),
            value("c:min", axis.minimum),
        ),
        value("c:delete", 0),
        value("c:axPos", "b" if own == X_AXIS else "l"),
        _axis_title(title, own, frame),
        tag("c:numFmt", formatCode="General", sourceLinked=0),
        value("c:majorTickMark", "none"),
        value("c:minorTickMark", "none"),
        value("c:tickLblPos", "none"),
        tag("c:spPr", line),
        text_look(12, SECONDARY),
        value("c:crossAx", Y_AXIS if own == X_AXIS else X_AXIS),
        value("c:crossesAt", crossing) if crosses else value("c:crosses", "min"),
        value("c:crossBetween", "midCat"),
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
