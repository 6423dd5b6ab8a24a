"""Changing a part of a workbook at single places: every byte that nobody asked to change stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from ..pipe.refusal import Refused

_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG = re.compile(rb"""[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
"""A tag to its end; an angle in quotes ends none."""


@dataclass(frozen=True)
class Splice:
    """Bytes from ``start`` up to ``end`` that others take the place of."""

    start: int
    end: int
    new: bytes


@dataclass
class Element:
    """An element that is being read, or was."""

    name: str
    """As written, with its prefix."""
    attributes: Mapping[str, str]
    start: int
    """Where its first tag begins."""
    inside: int
    """Where its first tag ends."""
    empty: bool
    """Whether it is one tag."""
    close: int = -1
    """Where its last tag begins; of one tag its end."""
    end: int = -1

    @property
    def local(self) -> str:
        """Its name without the prefix."""
        return self.name.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """The prefix with its colon; empty where it has none."""
        return self.name[: -len(self.local)]


Begun = Callable[[Element, int], None]
"""Told of each element as it begins, with its depth from 1."""


@dataclass
class Reading:
    """A walk through a part's elements, with where they stand in its bytes."""

    content: bytes
    begun: Begun | None = None
    ended: Begun | None = None
    text: Callable[[str], None] | None = None
    _open: list[Element] = field(default_factory=list)

    def run(self) -> None:
        """Go through the part.

        Raises
        ------
        Refused
            When it is no XML, or brings definitions of its own.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.ordered_attributes = False
        parser.StartDoctypeDeclHandler = _refuse

        def start(name: str, attributes: dict[str, str]) -> None:
            at = parser.CurrentByteIndex
            inside = tag_end(self.content, at)
            one = Element(name, attributes, at, inside, self.content[inside - 2 : inside] == b"/>")
            self._open.append(one)
            if self.begun:
                self.begun(one, len(self._open))

        def end(_name: str) -> None:
            one = self._open.pop()
            one.close = one.inside if one.empty else parser.CurrentByteIndex
            one.end = one.inside if one.empty else tag_end(self.content, one.close)
            if self.ended:
                self.ended(one, len(self._open) + 1)

        parser.StartElementHandler, parser.EndElementHandler = start, end
        if self.text:
            parser.CharacterDataHandler = self.text
        try:
            parser.Parse(self.content, True)  # noqa: FBT003 - it takes no names
        except expat.ExpatError as error:
            raise Refused("not_markable") from error


def _refuse(*_about: object) -> None:
    raise Refused("not_markable")


def tag_end(content: bytes, start: int) -> int:
    """Return where the tag that begins at ``start`` ends; an angle in quotes ends none."""
    found = _TAG.match(content, start)
    if found is None:
        raise Refused("not_markable")
    return found.end()


def spliced(content: bytes, splices: Iterable[Splice]) -> bytes:
    """Return the bytes with all splices made; those at one place in the order given."""
    pieces, at = [], 0
    for one in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        if one.start < at:
            raise Refused("not_markable")
        pieces += [content[at : one.start], one.new]
        at = one.end
    return b"".join([*pieces, content[at:]])


def as_utf8(content: bytes) -> bytes:
    """Return a part in UTF-8; nearly all are, and those stay as they are."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        declared = _DECLARED.match(content[:200])
        encoding = declared.group(1).decode().lower() if declared else "utf-8"
    if encoding in ("utf-8", "utf8", "us-ascii", "ascii"):
        return content
    try:
        words = content.decode(encoding)
    except (LookupError, UnicodeDecodeError) as error:
        raise Refused("not_markable") from error
    return re.sub(r"""encoding\s*=\s*["'][^"']*["']""", 'encoding="UTF-8"', words, count=1).encode()


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """Return a tag with an attribute set to a value."""
    there = re.compile(rb"(\s" + re.escape(name.encode()) + rb"\s*=\s*)(\"[^\"]*\"|'[^']*')")
    written = quoteattr(value).encode()
    if there.search(tag):
        return there.sub(lambda found: found.group(1) + written, tag, count=1)
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:end].rstrip() + b" " + name.encode() + b"=" + written + tag[end:]


def without_attribute(tag: bytes, name: str) -> bytes:
    """Return a tag without an attribute."""
    return re.sub(rb"\s" + re.escape(name.encode()) + rb"\s*=\s*(\"[^\"]*\"|'[^']*')", b"", tag, count=1)


def inserted(one: Element, new: bytes) -> Splice:
    """Return the splice that puts something at the end of an element, which may be one tag yet."""
    if not one.empty:
        return Splice(one.close, one.close, new)
    return Splice(one.inside - 2, one.inside, b">" + new + f"</{one.name}>".encode())


def words(value: str) -> str:
    """Return text for between two tags: what XML cannot hold is left out."""
    return escape(_NO_XML.sub("", value), {"\r": "&#13;"})


def attribute(value: str) -> str:
    """Return a value in its quotes, for a tag."""
    return quoteattr(_NO_XML.sub("", value))
