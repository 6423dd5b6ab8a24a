"""The parts of a zipped workbook of Microsoft's kind (.xlsx, .xlsm, .xlsb): which part holds which sheet."""

from __future__ import annotations

import html
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ROOT = "_rels/.rels"
_WORKBOOK = "xl/workbook.xml"
CONTENT = "content.xml"
"""Where an OpenDocument workbook has its sheets."""
_LARGEST = 20_000_000
"""No list of parts, styles or sheets is larger than that."""
UNSOUND = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What the standard library raises for archives that are damaged or odd."""


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


class Package:
    """An open package; its parts are found whatever the capitals and slashes that they are stored under."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.stored = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
        self.workbook = self._workbook()

    def has(self, path: str) -> bool:
        """Return whether there is a part of that path."""
        return path.lower() in self.stored

    def open(self, path: str) -> zipfile.ZipExtFile:
        """Return the part, to be read in pieces; ``KeyError`` where there is none."""
        return self.archive.open(self.stored[path.lower()])  # type: ignore[return-value]

    def read(self, path: str, most: int = _LARGEST) -> bytes:
        """Return the part, or its first ``most`` bytes; nothing where there is none."""
        if not self.has(path):
            return b""
        with self.open(path) as part:
            return part.read(most)

    def related(self, kind: str) -> str:
        """Return the path of the workbook's part of a kind such as ``styles``; empty where there is none."""
        targets = _relations(self, self.workbook).values()
        found = (path for about, path in targets if about.rsplit("/", 1)[-1] == kind)
        return next((path for path in found if self.has(path)), "")

    def sheets(self) -> dict[str, str]:
        """Return the path of each work sheet by the name of its relation."""
        relations = _relations(self, self.workbook)
        return {
            name: path
            for name, (kind, path) in relations.items()
            if kind.endswith("/worksheet") and self.has(path)
        }

    def _workbook(self) -> str:
        """The workbook part is where the package says; else where every program puts it."""
        found = (path for kind, path in _relations(self, "").values() if kind.endswith("/officeDocument"))
        return next((path for path in found if self.has(path)), _WORKBOOK)


def _relations(package: Package, path: str) -> dict[str, tuple[str, str]]:
    """Kind and path of each part that a part refers to, by the relation's name."""
    folder, name = posixpath.split(path)
    tags = _RELATION.findall(package.read(posixpath.join(folder, "_rels", f"{name}.rels") if path else _ROOT))
    found = {}
    for tag in tags:
        about = attributes(tag)
        target = posixpath.normpath(posixpath.join("/", folder, about.get("Target", "").replace("\\", "/")))
        found[about.get("Id", "")] = (about.get("Type", ""), target.lstrip("/"))
    return found


def parts_of(package: Package) -> list[Part]:
    """Return the work sheets of an .xlsx package, in their order; none where it is another kind."""
    if not package.workbook.lower().endswith(".xml"):
        return []
    sheets = package.sheets()
    found = []
    for tag in _SHEET.findall(package.read(package.workbook)):
        about = attributes(tag)
        path = sheets.get(about.get("id", ""))
        if path:
            found.append(Part(about.get("name", ""), about.get("state", "visible") != "visible", path))
    return found
