"""Names of the elements of a slide, and the few questions that all of this room ask of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A16 = "{http://schemas.microsoft.com/office/drawing/2014/main}"
SHAPES = tuple(f"{P}{name}" for name in ("sp", "grpSp", "graphicFrame", "cxnSp", "pic"))
_LONG_ENOUGH = 12


def read(content: bytes) -> Any:
    """Return the root of a part; nothing outside of it is read, and nothing is defined in it."""
    from lxml import etree

    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def written(root: Any) -> bytes:
    """Return a whole part."""
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def local(element: Any) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def shapes_of(tree: Any) -> Iterator[Any]:
    """Yield the shapes that stand in a slide's tree or in a group, in their order."""
    return (child for child in tree if child.tag in SHAPES)


def properties(shape: Any) -> Any:
    """Return the element with a shape's id, name and alternative text."""
    return shape[0].find(f"{P}cNvPr")


def placeholder(shape: Any) -> Any:
    """Return the element that makes a shape a placeholder, or ``None``."""
    return shape[0].find(f"{P}nvPr/{P}ph")


def hashed(value: object) -> str:
    """Return a short fingerprint of plain data."""
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_LONG_ENOUGH]
