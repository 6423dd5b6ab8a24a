"""Our shapes in an old deck: by the signs that they bear; where a program dropped those, by fingerprint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..marking.package import Package
from ..signs.fingerprint import words_in
from ..signs.ids import keyed, sign_of, sign_on
from ..signs.names import SHAPES, A, hashed, local, placeholder, read, shapes_of
from ..signs.parts import slides_of, tree_of

_ENOUGH = 0.5
"""The share of a slide's shapes that has to be there for it to be that slide."""
_FRAME = "graphicFrame"
_HOLDERS = ("title", "ctrTitle", "ftr", "sldNum", "dt")
Base = Mapping[str, Any]


@dataclass
class Ours:
    """A shape of ours in the old deck."""

    shape: Any
    slide: str
    """The key of the slide that it was made for."""
    base: Base
    """What was written."""

    @property
    def path(self) -> str:
        """The key of the shape."""
        return str(self.base["key"])


@dataclass
class OldSlide:
    """A slide of the old deck."""

    name: str
    number: int
    root: Any
    ours: list[Ours] = field(default_factory=list)
    base: Base | None = None
    """Which slide of ours it is; ``None``: people's own, even where shapes of ours were copied onto it."""

    @property
    def title(self) -> str:
        """Its title, or the first words on it."""
        said = (" ".join(words_in(shape)) for shape in shapes_of(tree_of(self.root)))
        return next((words for words in said if words), "")

    @property
    def foreign(self) -> list[Any]:
        """The shapes on it that are not ours."""
        known = [one.shape for one in self.ours]
        return [one for one in shapes_of(tree_of(self.root)) if not any(one is shape for shape in known)]


def slides_in(package: Package, record: Mapping[str, Any]) -> list[OldSlide]:
    """Return the slides of an old deck in their order, with what of them is ours."""
    bases: Sequence[Base] = record["slides"]
    found = [
        OldSlide(name, number, read(package.part(name)))
        for number, name in enumerate(slides_of(package), start=1)
    ]
    signed = {sign: known for base in bases for sign, known in _signs(base)}
    for slide in found:
        slide.ours = list(_signed(tree_of(slide.root), signed))
        slide.base = _slide_of(slide, bases)
    if not any(slide.ours for slide in found):
        for slide in found:
            _by_fingerprint(slide, bases)
    return found


def _signs(base: Base) -> Iterator[tuple[str, tuple[str, Base]]]:
    """Every shape of a slide, those inside groups too, by its sign."""

    def below(shapes: Sequence[Base]) -> Iterator[tuple[str, tuple[str, Base]]]:
        for one in shapes:
            yield sign_of(base["key"], one["key"]), (base["key"], one)
            yield from below(one.get("inside", ()))

    return below(base["shapes"])


def _signed(tree: Any, signed: Mapping[str, tuple[str, Base]]) -> Iterator[Ours]:
    """The outermost shapes that bear a sign; also where people put them into groups of their own."""
    for shape in shapes_of(tree):
        known = signed.get(sign_on(shape))
        if known is not None:
            yield Ours(shape, known[0], known[1])
        elif shape.tag == SHAPES[1]:
            yield from _signed(shape, signed)


def _slide_of(slide: OldSlide, bases: Sequence[Base]) -> Base | None:
    """Which slide of ours it is: the one of which at least half of the shapes are here."""
    here: dict[str, set[str]] = {}
    for one in slide.ours:
        here.setdefault(one.slide, set()).add(one.path)
    known = {base["key"]: base for base in bases}
    full = {key: len(paths) / max(1, len(known[key]["shapes"])) for key, paths in here.items()}
    best = max(full, key=lambda key: full[key], default=None)
    return known[best] if best is not None and full[best] >= _ENOUGH else None


def _by_fingerprint(slide: OldSlide, bases: Sequence[Base]) -> None:
    """Find the slide by what is written on it; nothing, where two could be meant."""
    here = dict(keyed(tree_of(slide.root)))
    alike = [(_alike(base, here), base) for base in bases]
    alike.sort(key=lambda pair: -pair[0])
    if not alike or alike[0][0] < _ENOUGH or (alike[1:] and alike[0][0] == alike[1][0]):
        return
    slide.base = base = alike[0][1]
    known = {one["key"]: one for one in base["shapes"]}
    slide.ours = [Ours(shape, base["key"], known[key]) for key, shape in _met(base["shapes"], here).items()]


def _met(shapes: Sequence[Base], here: Mapping[str, Any]) -> dict[str, Any]:
    """Return the shapes that are here by the keys of what was written.

    A program that drops signs may also number placeholders anew, or take a chart out of its own: such a shape
    is known by its role, where only one has that.
    """
    found = {one["key"]: here[one["key"]] for one in shapes if one["key"] in here}
    left = {key: shape for key, shape in here.items() if key not in found}
    for one in shapes:
        role = _role_written(one)
        fits = [key for key, shape in left.items() if role and _role(shape) == role]
        if one["key"] not in found and len(fits) == 1:
            found[one["key"]] = left.pop(fits[0])
    return found


def _role_written(base: Base) -> str:
    """Which part a shape that was written has on its slide; empty where many may have the same."""
    if base.get("kind") == _FRAME:
        return "table" if "cells" in base else "chart"
    holder = str(base["key"]).partition(":")[0]
    return holder if holder in _HOLDERS else ""


def _role(shape: Any) -> str:
    if local(shape) == _FRAME:
        return "table" if shape.find(f".//{A}tbl") is not None else "chart"
    holder = placeholder(shape)
    return str(holder.get("type", "")) if holder is not None else ""


def _alike(base: Base, here: Mapping[str, Any]) -> float:
    """The share of a slide's shapes that are here, and say what was written."""
    shapes: Sequence[Base] = base["shapes"]
    met = _met(shapes, here)
    said = [one for one in shapes if one["key"] in met and _says(one, met[one["key"]])]
    return len(said) / max(1, len(shapes))


def _says(base: Base, shape: Any) -> bool:
    return "words" not in base or base["words"] == hashed(words_in(shape))
