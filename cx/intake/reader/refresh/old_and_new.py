"""The old deck and the new one, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..marking.package import Package
from ..signs.ids import sign_on
from ..signs.names import local, read, shapes_of
from ..signs.parts import slides_of, tree_of
from .brought_parts import Brought
from .changes_told import Told
from .tables import Changes


@dataclass
class Decks:
    """The old deck and the new one, and what goes from one into the other."""

    old: Package
    new: Package
    told: Told
    brought: Brought
    record: dict[str, Any]
    """What the new deck keeps, which the merged one is to keep."""
    marks: Mapping[str, str]
    """Words for the notes: ``edited``."""
    charts: set[str] = field(default_factory=set)
    """The charts of the old deck that are renewed: a doubled slide may lead to the same one."""
    changes: dict[str, Changes] = field(default_factory=dict)
    """By topic: the cells of tables that people changed."""
    shapes: dict[str, tuple[str, Any]] = field(default_factory=dict)
    """By sign: each shape of the new deck, with its slide's part."""
    names: dict[str, str] = field(default_factory=dict)
    """By key: the part of each slide of the new deck."""

    def __post_init__(self) -> None:
        """Read the new deck, which is ours."""
        for name, base in zip(slides_of(self.new), self.record["slides"], strict=True):
            self.names[base["key"]] = name
            for shape in _everywhere(tree_of(read(self.new.part(name)))):
                self.shapes[sign_on(shape)] = name, shape

    def base(self, key: str) -> Any:
        """Return what the new deck keeps of a slide, or ``None``."""
        return next((one for one in self.record["slides"] if one["key"] == key), None)


FURTHER = ".further"
"""Behind the topic of what goes on in the appendix."""


def topic_of(key: str) -> str:
    """Return what slides that go on with one another have in common, those in the appendix too."""
    return key.rpartition(".")[0].removesuffix(FURTHER)


def _everywhere(tree: Any) -> Iterator[Any]:
    """All shapes of a tree, those inside groups too, in the order of the part."""
    for shape in shapes_of(tree):
        yield shape
        if local(shape) == "grpSp":
            yield from _everywhere(shape)
