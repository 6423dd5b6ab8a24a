"""A fingerprint of a native chart: its points by the names beside their numbers, its labels, its axes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .fingerprint import colour_of, letters_of, look_of, paint_of, words_of
from .names import A, C, hashed, local
from .sheet import names_by_row, rows_of, typed_in

_AXES = ("valAx", "catAx", "dateAx", "serAx")
_ENDS = ("min", "max", "logBase", "orientation")
_C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
_DECIMALS, _VAST = 9, 1e15
_SHOWN = ("Val", "CatName", "SerName", "Percent", "BubbleSize")


@dataclass(frozen=True)
class Point:
    """One point of a series, with its label and its own look where it has them."""

    at: int
    name: str
    x: float | None
    y: float | None
    label: Any = None
    look: Any = None


def of_chart(space: Any, workbook: bytes) -> dict[str, Any]:
    """Return what can be seen of a chart.

    Parameters
    ----------
    space
        The root of the chart's part.
    workbook
        What its data editor opens; empty where it has none.
    """
    names = names_by_row(workbook)
    return {
        "series": [_series(one, names) for one in space.iter(f"{C}ser")],
        "axes": [of_axis(one) for one in axes_of(space)],
        "beside": [local(child) for child in space.find(f"{C}chart") if local(child) in ("title", "legend")],
        "letters": _letters(space),
        "sheet": hashed(typed_in(workbook)),
    }


def axes_of(space: Any) -> Iterator[Any]:
    """Yield the axes of a chart."""
    return (one for one in space.find(f"{C}chart/{C}plotArea") if local(one) in _AXES)


def of_axis(axis: Any) -> dict[str, Any]:
    """Return what can be seen of an axis: how far it reaches, whether it is shown, its title, its letters."""
    scaling = axis.find(f"{C}scaling")
    title = axis.find(f"{C}title")
    return {
        "ends": [_value(scaling, name) for name in _ENDS],
        "hidden": _value(axis, "delete") in ("1", "true"),
        "title": "" if title is None else hashed(words_of(title)),
        "letters": _letters(axis),
    }


def points_of(series: Any, names: Mapping[int, str]) -> Iterator[Point]:
    """Yield the points of a series that have a number.

    Parameters
    ----------
    names
        Row of the sheet to the name there; categories of the chart itself come first.
    """
    across, up = (_numbers(series, pair) for pair in (("xVal", "cat"), ("yVal", "val")))
    labels = {_value(one, "idx"): one for one in series.findall(f"{C}dLbls/{C}dLbl")}
    looks = {_value(one, "idx"): one for one in series.findall(f"{C}dPt")}
    called = _called(series, names)
    for at, y in up.items():
        yield Point(at, called.get(at, ""), across.get(at), y, labels.get(str(at)), looks.get(str(at)))


def of_label(label: Any) -> dict[str, Any] | None:
    """Return what can be seen of a label: its place, whether it is hidden, its words and their look."""
    if label is None:
        return None
    layout = label.find(f"{C}layout/{C}manualLayout")
    moved = [_decimal(None if layout is None else _value(layout, side)) for side in ("x", "y")]
    rich = label.find(f"{C}tx/{C}rich")
    return {
        "gone": _is_hidden(label),
        "moved": moved,
        "words": "" if rich is None else hashed(" ".join(words_of(rich))),
        "look": "" if rich is None else hashed([runs[:1] for _, runs in look_of(rich)][:1]),
    }


UNSEEN = hashed(["", "", ""])
"""The look of what is not drawn: scale, lines and words stand on such points."""


def _is_hidden(label: Any) -> bool:
    """Whether a label was deleted, or shows nothing: LibreOffice writes the one as the other."""
    shown = [_value(label, f"show{what}") for what in _SHOWN]
    from_cells = next((one.get("val") for one in label.iter(f"{_C15}showDataLabelsRange")), None)
    said = [one for one in (*shown, from_cells) if one is not None]
    return (bool(said) and not {"1", "true"} & {*said}) or _value(label, "delete") in ("1", "true")


def of_look(point: Any) -> str:
    """Return how a point or a series is painted, as a fingerprint."""
    own = None if point is None else point.find(f"{C}spPr")
    return "" if own is None else hashed(paint_of(own)[1:])


def series_name(series: Any) -> str:
    """Return what a series is called."""
    return series.findtext(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v") or series.findtext(f"{C}tx/{C}v") or ""


def _series(series: Any, names: Mapping[int, str]) -> dict[str, Any]:
    points = [
        {
            "name": one.name,
            "x": one.x,
            "y": one.y,
            "label": of_label(one.label),
            "look": of_look(one.look) or of_look(series),
        }
        for one in points_of(series, names)
    ]
    known = [child.tag for child in series]
    return {
        "name": series_name(series),
        "look": of_look(series),
        "points": points,
        "has": sorted({tag.rpartition("}")[2] for tag in known if isinstance(tag, str)}),
    }


def _called(series: Any, names: Mapping[int, str]) -> dict[int, str]:
    categories = series.find(f"{C}cat")
    if categories is not None:
        return {int(one.get("idx", "0")): one.findtext(f"{C}v") or "" for one in categories.iter(f"{C}pt")}
    for source in ("xVal", "yVal"):
        formula = series.findtext(f"{C}{source}/{C}numRef/{C}f") or ""
        if rows := rows_of(formula):
            return {at: names.get(row, "") for at, row in enumerate(rows)}
    return {}


def _numbers(series: Any, sources: tuple[str, ...]) -> dict[int, float]:
    found = {}
    for source in sources:
        for one in series.iterfind(f"{C}{source}//{C}numCache/{C}pt"):
            number = _decimal(one.findtext(f"{C}v"))
            if number is not None:
                found[int(one.get("idx", "0"))] = number
    return found


def _letters(owner: Any) -> list[str]:
    look = owner.find(f"{C}txPr/{A}p/{A}pPr/{A}defRPr")
    return [] if look is None else letters_of(look)


def _value(owner: Any, name: str) -> str | None:
    one = None if owner is None else owner.find(f"{C}{name}")
    said: str | None = None if one is None else one.get("val", "1" if name == "delete" else None)
    if said is not None and name in _ENDS and (number := _decimal(said)) is not None:
        return repr(number)
    return said


def _decimal(said: str | None) -> float | None:
    try:
        number = float(said) if said is not None else None
    except ValueError:
        return None
    return round(number, _DECIMALS) if number is not None and abs(number) < _VAST else None


__all__ = ["Point", "axes_of", "colour_of", "of_axis", "of_chart", "of_label", "of_look", "points_of"]
