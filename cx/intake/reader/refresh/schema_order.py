"""The children of a chart's elements stand in the order of the schema (ECMA-376 part 1, 21.2)."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from ..signs.names import local

CHART = (
    *("title", "autoTitleDeleted", "pivotFmts", "view3D", "floor", "sideWall", "backWall", "plotArea"),
    *("legend", "plotVisOnly", "dispBlanksAs"),
)
SERIES = (
    *("idx", "order", "tx", "spPr", "invertIfNegative", "marker", "pictureOptions", "explosion", "dPt"),
    *("dLbls", "trendline", "errBars", "cat", "xVal", "val", "yVal", "smooth", "shape", "bubbleSize"),
    *("bubble3D", "extLst"),
)
LABEL = (
    *("idx", "delete", "layout", "tx", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal"),
    *("showCatName", "showSerName", "showPercent", "showBubbleSize", "separator", "extLst"),
)
POINT = ("idx", "invertIfNegative", "marker", "bubble3D", "explosion", "spPr")
AXIS = (
    *("axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt"),
    *("majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx", "crosses", "crossesAt"),
)
"""The children of each element in the order of the schema."""


def put(owner: Any, child: Any, order: Sequence[str]) -> None:
    """Put a copy of a child in the place of the one of its name, or where the schema has it."""
    if child is None:
        return
    own = owner.find(child.tag)
    made = deepcopy(child)
    if own is not None:
        owner.replace(own, made)
    else:
        insert(owner, made, order)


def insert(owner: Any, child: Any, order: Sequence[str]) -> None:
    """Put a child where the schema has it."""
    ahead = set(order[: order.index(local(child)) + 1])
    places = [at for at, one in enumerate(owner) if local(one) in ahead]
    owner.insert(places[-1] + 1 if places else 0, child)
