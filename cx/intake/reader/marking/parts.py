"""What a workbook holds that its marked copy does not, by the parts in its zip."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax import saxutils

from ..container import kinds, protected
from ..pipe import wire

_CHUNK = 1 << 18
_OVERLAP = 1 << 14
"""Bytes of the piece before that are looked at again; the longest formula fits in."""
_QUOTED = rb'(?:"[^"<]*"|&quot;(?:(?!&quot;)[^<])*&quot;)'
_DDE = rb"<(?:\w+:)?f(?:\s[^>]*)?>(?:%s[^<|\"&]|&(?!quot;)|" + _QUOTED + rb")*+\|"
"""A formula that asks another program: a bar outside of quotes and of names of sheets, which go before."""
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s(?:[^>]*\s)?name=(?:\"([^\"]*)\"|'([^']*)')")
_MOST_NAMES = 1 << 22
"""Bytes of the list of sheets that are looked at."""
_BY_NAME: tuple[tuple[str, str], ...] = (("signature", r"_xmlsignatures/.+"),)
"""Names of parts, in small letters."""
_BY_CONTENT: tuple[tuple[str, str, bytes], ...] = (
    ("dde", r"xl/externallinks/[^/]*\.xml", rb"<(\w+:)?ddeLink[ >]"),
)
ORDER = ("dde", "signature")
_MACROS = re.compile(rb"<(?:\w+:)?Override\s[^>]*macroEnabled[^>]*>")


def looked(head: Mapping[str, Any], content: bytes) -> list[bytes]:
    """Return the message that says whether the workbook can be marked itself, and what it would lose.

    ``ending``: of the marked file; empty where only a new workbook can be made.
    """
    if protected.is_protected(content):
        return wire.packed({"ending": "", "lost": ["formatting", "password"]}, [])
    if not content.startswith(b"PK"):
        return wire.packed({"ending": "", "lost": ["formatting"]}, [])
    kinds.kind_of(content, unpacked_limit=int(str(head["unpacked_bytes"])))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = {name.lower(): name for name in archive.namelist()}
        if "xl/workbook.xml" not in names:
            return wire.packed({"ending": "", "lost": ["formatting"]}, [])
        found = {*_named(names), *_held(archive, names)}
        with archive.open(names["[content_types].xml"]) as types:
            macros = _MACROS.search(types.read(_MOST_NAMES)) is not None
    lost = [key for key in ORDER if key in found]
    return wire.packed({"ending": "xlsm" if macros else "xlsx", "lost": lost}, [])


def _named(names: Mapping[str, str]) -> Iterator[str]:
    for key, pattern in _BY_NAME:
        if any(re.fullmatch(pattern, name) for name in names):
            yield key


def _held(archive: zipfile.ZipFile, names: Mapping[str, str]) -> Iterator[str]:
    """The keys of what stands inside the parts; each part is read once, in pieces."""
    asks = ("dde", r"xl/worksheets/[^/]*\.xml", _DDE % _with_a_bar(archive, names["xl/workbook.xml"]))
    for name, stored in names.items():
        wanted = {key: mark for key, pattern, mark in (asks, *_BY_CONTENT) if re.fullmatch(pattern, name)}
        if wanted:
            yield from _seen(archive, stored, wanted)


def _with_a_bar(archive: zipfile.ZipFile, book: str) -> bytes:
    """The references to sheets whose names have a bar in them, as the start of a choice of a pattern."""
    with archive.open(book) as part:
        listed = _SHEET.findall(part.read(_MOST_NAMES))
    names = [html.unescape((one or other).decode("utf-8", "replace")) for one, other in listed]
    inside = [name.replace("'", "''") for name in names if "|" in name]
    told = [f"{quote}{_escaped(name, quote)}{quote}!" for name in inside for quote in ("'", "&apos;")]
    return b"".join(re.escape(one.encode()) + b"|" for one in told)


def _escaped(name: str, quote: str) -> str:
    """A name as it stands between quotes in the text of a part."""
    return saxutils.escape(name, {"'": quote})


def _seen(archive: zipfile.ZipFile, name: str, wanted: dict[str, bytes]) -> Iterator[str]:
    with archive.open(name) as part:
        before = b""
        while wanted and (piece := part.read(_CHUNK)):
            here = [key for key, mark in wanted.items() if re.search(mark, before + piece)]
            for key in here:
                del wanted[key]
            yield from here
            before = piece[-_OVERLAP:]
