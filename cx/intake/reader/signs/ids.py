"""Ids of ours: a key for every shape of a slide, and the sign that a shape bears in the file.

The sign is the shape's ``creationId``, which PowerPoint gives to every shape, keeps through all edits and
takes along when a slide is doubled or a shape is copied. LibreOffice drops it: there the fingerprint does.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from .fingerprint import words_in
from .names import A16, A, local, placeholder, properties, shapes_of

BELOW = "\x1f"
"""Between the key of a group and that of a shape in it: a sign that no name can hold."""
_OURS = "4358D3C8"
"""How every sign of ours begins."""
_URI = "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"
_SIGN = re.compile(rf"\{{{_OURS}-([0-9A-F]{{4}})-([0-9A-F]{{4}})-([0-9A-F]{{4}})-([0-9A-F]{{12}})\}}")
_BY_LIBRARY = re.compile(
    r"(TextBox|Rectangle|Oval|(Straight )?Connector|Freeform(: Shape)?|Group|Chart|Table|Title) \d+"
)
"""Names that the library gives, with a number that is not the same twice."""


def keyed(tree: Any) -> Iterator[tuple[str, Any]]:
    """Yield the shapes of a slide or a group with a key each, alike for the same shape of another day."""
    seen: Counter[str] = Counter()
    for shape in shapes_of(tree):
        called = _called(shape)
        seen[called] += 1
        yield f"{called}#{seen[called]}", shape


def sign_of(slide: str, path: str) -> str:
    """Return the sign of a shape.

    Parameters
    ----------
    slide
        The key of the slide that it was made for.
    path
        Its key, behind those of the groups that it stands in.
    """
    where, what = _digits(slide, 8), _digits(path, 16)
    return f"{{{_OURS}-{where[:4]}-{where[4:]}-{what[:4]}-{what[4:]}}}"


def sign_on(shape: Any) -> str:
    """Return the sign that a shape bears; empty where it bears none of ours."""
    for known in properties(shape).iter(f"{A16}creationId"):
        said = str(known.get("id", "")).upper()
        if _SIGN.fullmatch(said):
            return said
    return ""


def put_sign(shape: Any, sign: str) -> None:
    """Let a shape bear a sign, in the place of any that it has."""
    about = properties(shape)
    for extension in about.findall(f"{A}extLst/{A}ext"):
        if extension.get("uri") == _URI:
            extension.getparent().remove(extension)
    listed = about.find(f"{A}extLst")
    if listed is None:
        listed = about.makeelement(f"{A}extLst", {})
        about.append(listed)
    extension = listed.makeelement(f"{A}ext", {"uri": _URI})
    extension.append(extension.makeelement(f"{A16}creationId", {"id": sign}, {"a16": A16[1:-1]}))
    listed.append(extension)


def _called(shape: Any) -> str:
    """What a shape is called whatever the data: a placeholder by its role, others by kind and name."""
    holder = placeholder(shape)
    if holder is not None:
        return f"{holder.get('type', 'obj')}:{holder.get('idx', '')}"
    if local(shape) == "graphicFrame":
        return "table" if shape.find(f".//{A}tbl") is not None else "chart"
    name = str(properties(shape).get("name", ""))
    told = " ".join(words_in(shape))
    plain = " ".join(name.split()) == told or _BY_LIBRARY.fullmatch(name)
    return f"{local(shape)}:{'' if plain else name}"


def _digits(words: str, count: int) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:count].upper()
