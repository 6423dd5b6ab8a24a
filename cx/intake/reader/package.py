"""The parts of an .xlsx package: which part holds which sheet."""

from __future__ import annotations

import html
import re
import zipfile
from dataclasses import dataclass

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STYLES, STRINGS = "xl/styles.xml", "xl/sharedStrings.xml"


@dataclass(frozen=True)
class Part:
    """One sheet of the package."""

    sheet: str
    hidden: bool
    path: str


def attributes(tag: bytes) -> dict[str, str]:
    """Return the attributes of a tag by their names without prefix."""
    found = _ATTRIBUTE.findall(tag)
    return {
        name.decode("ascii", "replace").rsplit(":", 1)[-1]: html.unescape((a or b).decode("utf-8", "replace"))
        for name, a, b in found
    }


def parts_of(archive: zipfile.ZipFile) -> list[Part]:
    """Return the work sheets of the package, in their order; none where it is no .xlsx."""
    names = set(archive.namelist())
    if not {WORKBOOK, RELATIONS} <= names:
        return []
    relations = [attributes(tag) for tag in _RELATION.findall(archive.read(RELATIONS))]
    targets = {about.get("Id", ""): about for about in relations}
    found = []
    for tag in _SHEET.findall(archive.read(WORKBOOK)):
        about = attributes(tag)
        relation = targets.get(about.get("id", ""), {})
        path = _path(relation.get("Target", ""))
        if path in names and relation.get("Type", "").endswith("/worksheet"):
            found.append(Part(about.get("name", ""), about.get("state", "visible") != "visible", path))
    return found


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
