"""Shapes of ours in a template's colours, fonts and size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OURS, _THEIRS = "Arial", "+mn-lt"
_FACES = tuple(f"{_A}{kind}" for kind in ("latin", "cs"))
_PLACES = {
    "off": ("x", "y"),
    "chOff": ("x", "y"),
    "ext": ("cx", "cy"),
    "chExt": ("cx", "cy"),
    "gridCol": ("w",),
    "tr": ("h",),
    "ln": ("w",),
    "lnB": ("w",),
    "bodyPr": ("lIns", "tIns", "rIns", "bIns"),
    "tcPr": ("marL", "marR", "marT", "marB"),
}
"""Lengths by the element that holds them."""
_TYPE = ("rPr", "defRPr", "endParaRPr")


def repainted(root: Any, head: Mapping[str, Any], *, slide: bool) -> None:
    """Change a shape or a chart in place.

    Parameters
    ----------
    head
        ``colours``: ours (``RRGGBB``) to the theme's, or to another fixed one; ``enlarged``: how many times
        larger everything becomes.
    slide
        Whether it is a shape of a slide; a chart's parts have places of their own, as shares of its frame.
    """
    for colour in list(root.iter(f"{_A}srgbClr")):
        tone = head["colours"].get(colour.get("val", ""))
        if tone:
            _paint(colour, tone)
    for face in root.iter(*_FACES):
        if face.get("typeface") == _OURS:
            face.set("typeface", _THEIRS)
    times = float(head["enlarged"])
    if times > 1:
        for element in root.iter():
            _enlarge(element, times, slide=slide)


def _paint(colour: Any, tone: Mapping[str, Any]) -> None:
    """Turn a colour into one of the theme, or another; how see-through it is stays."""
    if "rgb" in tone:
        colour.set("val", str(tone["rgb"]))
        return
    colour.tag = f"{_A}schemeClr"
    colour.set("val", str(tone["name"]))
    changes = (("lumMod", int(tone["share"]), 100_000), ("lumOff", int(tone["more"]), 0))
    for place, (name, value, plain) in enumerate(changes):
        if value != plain:
            made = colour.makeelement(f"{_A}{name}", {"val": str(value)})
            colour.insert(place, made)
    if "alpha" in tone and colour.find(f"{_A}alpha") is None:
        colour.append(colour.makeelement(f"{_A}alpha", {"val": str(int(tone["alpha"]))}))


def _enlarge(element: Any, times: float, *, slide: bool) -> None:
    if not isinstance(element.tag, str):
        return
    name = element.tag.rpartition("}")[2]
    if name in _TYPE and element.get("sz"):
        element.set("sz", str(round(int(element.get("sz")) * times)))
    if name in _PLACES and (slide or name == "ln"):
        for side in _PLACES[name]:
            if element.get(side) is not None:
                element.set(side, str(round(int(element.get(side)) * times)))
