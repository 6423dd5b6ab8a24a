"""A workbook as the parts of its zip: which part is what, which changed, and how it is written again."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from ..pipe.refusal import Refused
from .splices import Element, Reading, Splice, as_utf8, attribute, inserted, spliced

TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_PACKAGE}"/>'
)
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_BOOK = "/officeDocument"


@dataclass(frozen=True)
class Relation:
    """A relation of a part."""

    key: str
    kind: str
    """Its type in full."""
    target: str
    """The name of the part in the zip; outside of it the address."""
    outside: bool
    element: Element

    def is_a(self, *endings: str) -> bool:
        """Return whether its type ends so."""
        return any(self.kind.endswith(f"/{ending}") for ending in endings)


@dataclass
class Package:
    """The zip, and what of it was changed."""

    content: bytes
    changed: dict[str, bytes] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    _archive: zipfile.ZipFile = field(init=False)
    _names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Read which parts there are."""
        self._archive = zipfile.ZipFile(io.BytesIO(self.content))
        listed = self._archive.namelist()
        self._names = {name.lower(): name for name in listed}
        if len(self._names) != len(listed):
            raise Refused("not_markable")

    def has(self, name: str) -> bool:
        """Return whether there is a part of that name."""
        return name in self.changed or (name.lower() in self._names and name not in self.gone)

    def part(self, name: str) -> bytes:
        """Return a part as it is now, in UTF-8."""
        if name in self.changed:
            return self.changed[name]
        if not self.has(name):
            raise Refused("not_markable")
        return as_utf8(self._archive.read(self._names[name.lower()]))

    def raw(self, name: str) -> bytes:
        """Return the bytes of a part that is no XML."""
        if name in self.changed:
            return self.changed[name]
        if not self.has(name):
            raise Refused("not_markable")
        return self._archive.read(self._names[name.lower()])

    def put(self, name: str, content: bytes) -> None:
        """Set a part."""
        known = self._names.get(name.lower(), name)
        self.gone.discard(known)
        self.changed[known] = content

    def drop(self, name: str) -> None:
        """Take a part out."""
        self.changed.pop(name, None)
        self.gone.add(self._names.get(name.lower(), name))

    def free(self, pattern: str) -> str:
        """Return the first name of a pattern with ``{}`` for a number that no part has."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def named(self, pattern: str) -> list[str]:
        """Return the names, as they are written, that match a pattern of small letters."""
        known = [*self._names.values(), *(name for name in self.changed if name.lower() not in self._names)]
        return [name for name in known if re.fullmatch(pattern, name.lower()) and self.has(name)]

    def relations(self, name: str) -> list[Relation]:
        """Return the relations of a part; empty name: of the whole."""
        place = _relations_of(name)
        if not self.has(place):
            return []
        found: list[Relation] = []

        def seen(one: Element, depth: int) -> None:
            if one.local == "Relationship" and depth > 1:
                about = one.attributes
                outside = about.get("TargetMode") == "External"
                target = about.get("Target", "")
                path = target if outside else _resolved(name, target)
                found.append(Relation(about.get("Id", ""), about.get("Type", ""), path, outside, one))

        Reading(self.part(place), ended=seen).run()
        return found

    def relate(self, name: str, kind: str, target: str) -> str:
        """Add a relation of a part to another, and return its key."""
        known = {one.key for one in self.relations(name)}
        number = len(known) + 1
        while f"rId{number}" in known:
            number += 1
        place = _relations_of(name)
        if not self.has(place):
            self.default("rels", _RELATIONS)
        content = self.part(place) if self.has(place) else _NO_RELATIONS.encode()
        root = root_of(content)
        path = posixpath.relpath(target, posixpath.dirname(name) or ".")
        entry = (
            f"<{root.prefix}Relationship Id={attribute(f'rId{number}')} Type={attribute(kind)}"
            f" Target={attribute(path)}/>"
        )
        self.put(place, spliced(content, [inserted(root, entry.encode())]))
        return f"rId{number}"

    def unrelate(self, name: str, gone: list[Relation]) -> None:
        """Take relations of a part away."""
        if gone:
            place = _relations_of(name)
            cuts = [Splice(one.element.start, one.element.end, b"") for one in gone]
            self.put(place, spliced(self.part(place), cuts))

    def typed(self, name: str, kind: str) -> None:
        """Say which content type a part has."""
        content = self.part(TYPES)
        found: list[Element] = []

        def seen(one: Element, depth: int) -> None:
            said = one.attributes.get("PartName", "").lower() == f"/{name}".lower()
            if depth > 1 and said:
                found.append(one)

        Reading(content, ended=seen).run()
        root = root_of(content)
        entry = f"<{root.prefix}Override PartName={attribute(f'/{name}')} ContentType={attribute(kind)}/>"
        cuts = [Splice(one.start, one.end, b"") for one in found]
        self.put(TYPES, spliced(content, [*cuts, inserted(root, entry.encode())]))

    def default(self, ending: str, kind: str) -> None:
        """Say which content type parts of an ending have, where nobody says so."""
        content, found = self.part(TYPES), []

        def seen(one: Element, depth: int) -> None:
            if depth > 1 and one.local == "Default":
                found.append(one.attributes.get("Extension", "").lower())

        Reading(content, ended=seen).run()
        if ending not in found:
            root = root_of(content)
            entry = f'<{root.prefix}Default Extension="{ending}" ContentType={attribute(kind)}/>'
            self.put(TYPES, spliced(content, [Splice(root.inside, root.inside, entry.encode())]))

    def untyped(self, name: str) -> None:
        """Say no content type of a part any more."""
        content, cuts = self.part(TYPES), []

        def seen(one: Element, depth: int) -> None:
            if depth > 1 and one.attributes.get("PartName", "").lower() == f"/{name}".lower():
                cuts.append(Splice(one.start, one.end, b""))

        Reading(content, ended=seen).run()
        self.put(TYPES, spliced(content, cuts))

    def type_of(self, name: str) -> str:
        """Return the content type that is said of a part by its name; empty where none is."""
        found: list[str] = []

        def seen(one: Element, _depth: int) -> None:
            if one.attributes.get("PartName", "").lower() == f"/{name}".lower():
                found.append(one.attributes.get("ContentType", ""))

        Reading(self.part(TYPES), begun=seen).run()
        return found[0] if found else ""

    def book(self) -> str:
        """Return the name of the workbook's own part."""
        for one in self.relations(""):
            if one.kind.endswith(_BOOK):
                return one.target
        raise Refused("not_markable")

    def written(self) -> bytes:
        """Return the zip: what did not change has the bytes that it had."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
            for item in self._archive.infolist():
                name = item.filename
                if name in self.gone:
                    continue
                content = self.changed.get(name)
                copy.writestr(item, self._archive.read(item) if content is None else content)
            for name, content in self.changed.items():
                if name.lower() not in self._names:
                    copy.writestr(name, content, zipfile.ZIP_DEFLATED)
        return target.getvalue()


def root_of(content: bytes) -> Element:
    """Return the outermost element of a part."""
    found: list[Element] = []
    Reading(content, ended=lambda one, depth: found.append(one) if depth == 1 else None).run()
    if not found:
        raise Refused("not_markable")
    return found[0]


def _relations_of(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def _resolved(name: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
