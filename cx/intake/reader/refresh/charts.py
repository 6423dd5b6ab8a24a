"""A native chart with new numbers: names that people moved, hid or rewrote, and colours, stay.

The new chart is the ground, and what people did to the old one is carried over, point by point by the names
beside the numbers; so numbers, caches and workbook are of one piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ..signs.charts import (
    UNSEEN,
    Point,
    axes_of,
    of_axis,
    of_chart,
    of_label,
    of_look,
    points_of,
    series_name,
)
from ..signs.names import C, local
from ..signs.sheet import names_by_row
from .changes_told import Told
from .schema_order import AXIS, CHART, LABEL, POINT, SERIES, insert, put

Base = Mapping[str, Any]
_NEAR = 2e-3
"""The share of a chart's width or height by which a name may lie elsewhere without having been moved."""
_LIKE = 1e-6
_OF_AXIS = {
    "ends": ("scaling", "axis_ends"),
    "hidden": ("delete", "axis_hidden"),
    "letters": ("txPr", "axis_letters"),
}
"""What is seen of an axis: the element that says it, and what is told where people changed it."""


@dataclass(frozen=True)
class Opened:
    """A chart's root with the workbook that it embeds."""

    space: Any
    workbook: bytes


@dataclass(frozen=True)
class _Seen:
    """A point of the old chart, and what was written of it."""

    point: Point
    series: str
    """The name of its series."""
    name: str
    base: Base


def merged(base: Base, old: Opened, new: Opened, told: Told, part: str) -> None:
    """Carry over what people did to the old chart into the new one, in place.

    Parameters
    ----------
    base
        The fingerprint of the chart as it was written.
    part
        What the chart is called.
    """
    names = names_by_row(new.workbook)
    points = [(series, one) for series, one in _points(new.space, names) if one.name]
    fresh = {one.name: (series, one) for series, one in reversed(points)}
    fresh_in = {(series_name(series), one.name): (series, one) for series, one in points}
    done: dict[str, list[str]] = {"names_moved": [], "names_hidden": [], "names_edited": [], "recoloured": []}
    lost = []
    for seen in _seen(base, old):
        kinds = list(_differs(seen))
        if not kinds:
            continue
        if seen.name not in fresh:
            lost.append(seen.name)
            continue
        series, point = fresh_in.get((seen.series, seen.name), fresh[seen.name])
        for kind in kinds:
            _CARRY[kind](series, point, seen.point)
            done[kind].append(seen.name)
    for kind, found in done.items():
        if found:
            told.add(kind, part=part, names=sorted(set(found)))
    if lost:
        told.add("names_gone", part=part, names=sorted(set(lost)))
    _whole(base, old.space, new.space, told, part)
    if old.workbook and base["sheet"] != of_chart(old.space, old.workbook)["sheet"]:
        told.add("sheet", part=part)


def _points(space: Any, names: Mapping[int, str]) -> Iterator[tuple[Any, Point]]:
    for series in space.iter(f"{C}ser"):
        for point in points_of(series, names):
            yield series, point


def _seen(base: Base, old: Opened) -> Iterator[_Seen]:
    """The old chart's points with what was written of each: by name, without names by their numbers."""
    names = names_by_row(old.workbook)
    written: Sequence[Base] = base["series"]
    known = {one["name"]: one for series in reversed(written) for one in series["points"] if one["name"]}
    for at, series in enumerate(old.space.iter(f"{C}ser")):
        beside = written[at]["points"] if at < len(written) else []
        for point in points_of(series, names):
            own = next((one for one in beside if point.name and one["name"] == point.name), None)
            own = (
                own or known.get(point.name) or next((one for one in beside if _same_place(one, point)), None)
            )
            if own is not None and own["name"]:
                yield _Seen(point, series_name(series), own["name"], own)


def _same_place(base: Base, point: Point) -> bool:
    pairs = ((base["x"], point.x), (base["y"], point.y))
    return all(
        one is other or (one is not None and other is not None and abs(one - other) < _LIKE)
        for one, other in pairs
    )


def _differs(seen: _Seen) -> Iterator[str]:
    """What people did to a point: to its label, and to its colour."""
    label, base = of_label(seen.point.label), seen.base["label"]
    if label is not None:
        was = base or {"gone": True, "moved": [None, None], "words": "", "look": ""}
        if label["gone"] != was["gone"]:
            yield "names_hidden" if label["gone"] else "names_edited"
        elif not label["gone"]:
            if not _near(label["moved"], was["moved"]):
                yield "names_moved"
            if label["words"] != was["words"]:
                yield "names_edited"
    elif base is not None and not base["gone"]:
        yield "names_hidden"
    if seen.point.look is None or seen.base["look"] in ("", UNSEEN):
        return
    if of_look(seen.point.look) != seen.base["look"]:
        yield "recoloured"


def _near(one: Sequence[float | None], other: Sequence[float | None]) -> bool:
    return all(abs((a or 0.0) - (b or 0.0)) <= _NEAR for a, b in zip(one, other, strict=True))


def _move(series: Any, point: Point, old: Point) -> None:
    label = _label(series, point)
    if label.find(f"{C}delete") is None:
        put(label, old.label.find(f"{C}layout"), LABEL)


def _hide(series: Any, point: Point, _old: Point) -> None:
    label = _label(series, point)
    for child in list(label):
        if local(child) != "idx":
            label.remove(child)
    label.append(label.makeelement(f"{C}delete", {"val": "1"}))


def _rewrite(series: Any, point: Point, old: Point) -> None:
    label = _label(series, point)
    made = deepcopy(old.label)
    made.find(f"{C}idx").set("val", str(point.at))
    label.getparent().replace(label, made)


def _recolour(series: Any, point: Point, old: Point) -> None:
    own = point.look
    if own is None:
        own = series.makeelement(f"{C}dPt", {})
        own.append(own.makeelement(f"{C}idx", {"val": str(point.at)}))
        for name in ("invertIfNegative", "bubble3D"):
            own.append(own.makeelement(f"{C}{name}", {"val": "0"}))
        insert(series, own, SERIES)
    put(own, old.look.find(f"{C}spPr"), POINT)


_CARRY = {
    "names_moved": _move,
    "names_hidden": _hide,
    "names_edited": _rewrite,
    "recoloured": _recolour,
}


def _label(series: Any, point: Point) -> Any:
    """The label of a point in the new chart; made where it has none of its own."""
    labels = series.find(f"{C}dLbls")
    if labels is None:
        labels = series.makeelement(f"{C}dLbls", {})
        for name in (
            "showLegendKey",
            "showVal",
            "showCatName",
            "showSerName",
            "showPercent",
            "showBubbleSize",
        ):
            labels.append(labels.makeelement(f"{C}{name}", {"val": "0"}))
        insert(series, labels, SERIES)
    at = str(point.at)
    for one in labels.findall(f"{C}dLbl"):
        if one.find(f"{C}idx").get("val") == at:
            return one
    made = labels.makeelement(f"{C}dLbl", {})
    made.append(made.makeelement(f"{C}idx", {"val": at}))
    places = [place for place, one in enumerate(labels) if local(one) == "dLbl" and _before(one, point.at)]
    labels.insert(places[-1] + 1 if places else 0, made)
    return made


def _before(label: Any, at: int) -> bool:
    return int(label.find(f"{C}idx").get("val", "0")) < at


def _whole(base: Base, old: Any, new: Any, told: Told, part: str) -> None:
    """Carry over what people did to series, to axes and to the chart as a whole."""
    ours = {series_name(one): one for one in new.iter(f"{C}ser")}
    for was, series in zip(base["series"], old.iter(f"{C}ser"), strict=False):
        own = ours.get(series_name(series))
        if own is None:
            continue
        if was["look"] not in ("", UNSEEN) and of_look(series) not in ("", was["look"]):
            put(own, series.find(f"{C}spPr"), SERIES)
            told.add("recoloured", part=part, names=[series_name(series)])
        for name in ("trendline", "errBars"):
            if name not in was["has"] and series.find(f"{C}{name}") is not None:
                put(own, series.find(f"{C}{name}"), SERIES)
                told.add("kept", part=part, of=name)
    _axes(base, old, new, told, part)
    for name in ("title", "legend"):
        theirs = old.find(f"{C}chart/{C}{name}")
        if theirs is not None and name not in base["beside"] and new.find(f"{C}chart/{C}{name}") is None:
            put(new.find(f"{C}chart"), theirs, CHART)
            if name == "title":
                put(new.find(f"{C}chart"), old.find(f"{C}chart/{C}autoTitleDeleted"), CHART)
            told.add("kept", part=part, of=name)
    letters = old.find(f"{C}txPr")
    if of_chart(old, b"")["letters"] != base["letters"] and letters is not None:
        own = new.find(f"{C}txPr")
        own.getparent().replace(own, deepcopy(letters))
        told.add("kept", part=part, of="look")


def _axes(base: Base, old: Any, new: Any, told: Told, part: str) -> None:
    for was, theirs, own in zip(base["axes"], axes_of(old), axes_of(new), strict=False):
        now = of_axis(theirs)
        for what, (name, said) in _OF_AXIS.items():
            if now[what] != was[what] and theirs.find(f"{C}{name}") is not None:
                put(own, theirs.find(f"{C}{name}"), AXIS)
                told.add("kept", part=part, of=said)
        if now["title"] != was["title"]:
            title = theirs.find(f"{C}title")
            if title is not None:
                put(own, title, AXIS)
            elif own.find(f"{C}title") is not None:
                own.remove(own.find(f"{C}title"))
            told.add("kept", part=part, of="axis_title")
