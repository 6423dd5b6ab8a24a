"""The parts of a deck: its slides in their order, what they point at, and where their layouts put things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..marking.package import Package, Relation
from ..pipe.refusal import Refused
from .fingerprint import place_of
from .names import C, P, R, local, placeholder, read, shapes_of

_TITLES = ("title", "ctrTitle")
Places = Mapping[tuple[str, str], list[int]]


@dataclass(frozen=True)
class ChartParts:
    """A native chart's parts in the package."""

    name: str
    space: Any
    workbook: str
    """The name of the workbook that it embeds; empty where it has none."""
    content: bytes
    """The workbook's bytes."""


def presentation(package: Package) -> str:
    """Return the name of the part with the presentation.

    Raises
    ------
    Refused
        When there is none.
    """
    for one in package.relations(""):
        if one.is_a("officeDocument") and package.has(one.target):
            return one.target
    raise Refused("deck_damaged")


def slides_of(package: Package) -> list[str]:
    """Return the names of the slides' parts in their order."""
    owner = presentation(package)
    targets = {one.key: one.target for one in package.relations(owner) if not one.outside}
    listed = read(package.part(owner)).find(f"{P}sldIdLst")
    keys = [] if listed is None else [one.get(f"{R}id", "") for one in listed]
    return [targets[key] for key in keys if key in targets and package.has(targets[key])]


def related(package: Package, name: str, ending: str) -> Relation | None:
    """Return the first relation of a part whose type ends so, where its target is there."""
    for one in package.relations(name):
        if one.is_a(ending) and not one.outside and package.has(one.target):
            return one
    return None


def tree_of(root: Any) -> Any:
    """Return the element that holds a slide's shapes."""
    tree = root.find(f"{P}cSld/{P}spTree")
    if tree is None:
        raise Refused("deck_damaged")
    return tree


def notes_body(root: Any) -> Any:
    """Return the shape with the speaker's words on a page of notes, or ``None``."""
    for shape in shapes_of(tree_of(root)):
        holder = placeholder(shape)
        if holder is not None and holder.get("type") == "body":
            return shape
    return None


def chart_of(package: Package, slide: str, shape: Any) -> ChartParts | None:
    """Return the parts of the native chart in a frame; ``None`` where it holds none."""
    held = None if local(shape) != "graphicFrame" else shape.find(f".//{C}chart")
    if held is None:
        return None
    known = {one.key: one for one in package.relations(slide)}
    found = known.get(held.get(f"{R}id", ""))
    if found is None or found.outside or not package.has(found.target):
        return None
    book = related(package, found.target, "package")
    space = read(package.part(found.target))
    if space.find(f"{C}chart/{C}plotArea") is None:
        return None
    workbook = book.target if book else ""
    return ChartParts(found.target, space, workbook, package.raw(workbook) if workbook else b"")


def places_of(package: Package, slide: str) -> Places:
    """Return where the layout of a slide, or else its master, puts its placeholders."""
    found: dict[tuple[str, str], list[int]] = {}
    layout = related(package, slide, "slideLayout")
    master = related(package, layout.target, "slideMaster") if layout else None
    for owner in (master, layout):
        for shape in shapes_of(tree_of(read(package.part(owner.target)))) if owner else ():
            holder, place = placeholder(shape), place_of(shape)
            if holder is not None and place is not None:
                found[role_of(holder)] = place
                found[role_of(holder)[0], ""] = place
    return found


def role_of(holder: Any) -> tuple[str, str]:
    """Return what a placeholder is for, and which of several it is."""
    kind = holder.get("type", "obj")
    return ("title", "") if kind in _TITLES else (kind, holder.get("idx", ""))


def place_on(shape: Any, places: Places) -> list[int] | None:
    """Return where a shape stands: its own place, or that of its layout."""
    own, holder = place_of(shape), placeholder(shape)
    if own is not None or holder is None:
        return own
    kind, number = role_of(holder)
    return places.get((kind, number)) or places.get((kind, ""))
