"""Where the shapes of a part stand in its bytes, and shapes as bytes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from ..marking.splices import Element, Reading
from ..signs.names import SHAPES, P, local

_LOCALS = tuple(tag.rpartition("}")[2] for tag in SHAPES)
_TREE = 3
"""How deep the element stands that holds a slide's shapes."""


def named_shapes(root: Any) -> Iterator[Any]:
    """All elements of a part that are shapes by their name, in its order: as :func:`spans` counts them."""
    return (one for one in root.iter() if isinstance(one.tag, str) and local(one) in _LOCALS)


def spans(content: bytes) -> list[Element]:
    """Where the shapes of a part stand in its bytes, in the order in which they begin."""
    found: list[Element] = []

    def begun(one: Element, _depth: int) -> None:
        if one.local in _LOCALS:
            found.append(one)

    Reading(content, begun=begun).run()
    return found


def end_of_shapes(content: bytes) -> int:
    """Where the shapes of a slide end in its bytes: before the tree's own extensions, or its end."""
    ends: dict[str, int] = {}

    def ended(one: Element, depth: int) -> None:
        if depth == _TREE and one.local == "spTree":
            ends.setdefault("tree", one.close)
        if depth == _TREE + 1 and one.local == "extLst":
            ends.setdefault("own", one.start)

    Reading(content, ended=ended).run()
    return min(ends.values())


def free_ids(root: Any) -> Iterator[int]:
    """Yield numbers that no shape of a slide has."""
    known = [one.get("id", "0") for one in root.iter(f"{P}cNvPr")]
    return count(max((int(one) for one in known if one.isdecimal()), default=1) + 1)


def as_bytes(shape: Any) -> bytes:
    """Return a shape as it is written into a part, with the names that it needs."""
    from lxml import etree

    etree.cleanup_namespaces(shape)
    return bytes(etree.tostring(shape))
