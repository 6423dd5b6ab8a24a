"""A deck of ours gets its ids, and keeps what was written: so that it can be refreshed one day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..marking.package import Package
from .charts import of_chart
from .fingerprint import Seen, of_shape, words_in
from .ids import BELOW, keyed, put_sign, sign_of
from .names import P, hashed, local, read, written
from .parts import (
    Places,
    chart_of,
    notes_body,
    place_on,
    places_of,
    presentation,
    related,
    slides_of,
    tree_of,
)
from .record import put_record


def signed(content: bytes, slides: Sequence[str], about: Mapping[str, Any]) -> bytes:
    """Return a deck whose shapes bear ids, and which keeps a record of what was written.

    Parameters
    ----------
    slides
        What each slide is, in their order: a key that the same slide of another day has too.
    about
        What else it keeps: how it was made, and of which figures.
    """
    package = Package(content)
    kept = [_slide(package, name, key) for name, key in zip(slides_of(package), slides, strict=True)]
    put_record(package, {"about": dict(about), "size": size_of(package), "slides": kept})
    return package.written()


def size_of(package: Package) -> list[int]:
    """Return width and height of the slides."""
    size = read(package.part(presentation(package))).find(f"{P}sldSz")
    return [0, 0] if size is None else [int(size.get("cx", "0")), int(size.get("cy", "0"))]


def _slide(package: Package, name: str, key: str) -> dict[str, Any]:
    root = read(package.part(name))
    places = places_of(package, name)
    shapes = [_shape(package, name, key, path, one, places) for path, one in keyed(tree_of(root))]
    package.put(name, written(root))
    return {"key": key, "shapes": shapes, "notes": notes_of(package, name)}


def notes_of(package: Package, slide: str) -> str | None:
    """Return a fingerprint of the speaker's notes; ``None`` where there are none."""
    page = related(package, slide, "notesSlide")
    body = notes_body(read(package.part(page.target))) if page else None
    return None if body is None else hashed(words_in(body))


def _shape(package: Package, slide: str, key: str, path: str, shape: Any, places: Places) -> Seen:
    put_sign(shape, sign_of(key, path))
    seen = seen_on(package, slide, shape, places)
    if local(shape) == "grpSp":
        inside = [(f"{path}{BELOW}{below}", one) for below, one in keyed(shape)]
        seen["inside"] = [_shape(package, slide, key, below, one, places) for below, one in inside]
    return {"key": path, **seen}


def seen_on(package: Package, slide: str, shape: Any, places: Places) -> Seen:
    """Return the fingerprint of a shape on a slide, with that of the chart in it."""
    seen = {**of_shape(shape), "place": place_on(shape, places)}
    chart = chart_of(package, slide, shape)
    return seen if chart is None else {**seen, "chart": of_chart(chart.space, chart.content)}


__all__ = ["notes_of", "seen_on", "signed", "size_of"]
