"""What lies over what on a refreshed slide: ours as on the new one, unless people put it in another order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..marking.splices import Splice
from .located_shapes import OldSlide


@dataclass(frozen=True)
class Made:
    """A shape that was made anew or stays, and where on the old slide it is written."""

    where: Splice
    shape: Any
    """``None`` where it stays as it is."""
    path: str
    """Of the shape that it stands for on the new slide; empty where that is another slide."""
    content: bytes = b""
    """What is written."""

    @property
    def splice(self) -> Splice:
        """Where it is written, and what."""
        return Splice(self.where.start, self.where.end, self.content)


def in_order(made: Sequence[Made], slide: OldSlide, paths: Sequence[str]) -> list[Made]:
    """Return the shapes, those of this slide at one another's places so that they lie as on the new one.

    Parameters
    ----------
    paths
        Of the shapes on the new slide, from the back to the front.

    Notes
    -----
    What people put between ours stays between the same places.
    """
    front = {path: at for at, path in enumerate(paths)}
    ours = [one for one in made if one.path in front]
    if _reordered(slide):
        return list(made)
    places = sorted((one.where for one in ours), key=lambda one: (one.start, one.end))
    shapes = sorted(ours, key=lambda one: front[one.path])
    moved = [replace(one, where=where) for one, where in zip(shapes, places, strict=True)]
    return [*moved, *(one for one in made if one.path not in front)]


def _reordered(slide: OldSlide) -> bool:
    """Whether people put shapes of ours in another order."""
    if slide.base is None:
        return True
    here = [one.path for one in slide.ours if one.slide == slide.base["key"]]
    known = set(here)
    return here != [path for one in slide.base["shapes"] if (path := str(one["key"])) in known]
