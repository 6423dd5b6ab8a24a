"""What a deck of ours keeps about itself, in a part of custom XML: PowerPoint and LibreOffice leave it in.

PowerPoint's "Inspect Document" takes it out, as all custom XML; the deck is then one without our ids.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from ..marking.package import Package
from ..pipe.reasonable_size import is_reasonable
from ..pipe.refusal import Refused
from .names import local, read
from .parts import presentation

FORMAT = "cx-deck"
VERSION = 1
"""Raised when decks are marked in a way that the program before could not read."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACE = "urn:cx-impact-matrix:deck"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM = "{6E2A6C3B-5D0F-4C52-9B6B-4358D3C80001}"
_MOST_BYTES = 20_000_000
_MOST_PARTS = 1_000_000
"""The figures of 20,000 touchpoints are a third of that."""


def record_of(package: Package) -> dict[str, Any]:
    """Return what a deck keeps about itself.

    Raises
    ------
    Refused
        When it keeps nothing, what it keeps is damaged, or a newer version of the program wrote it.
    """
    name = _place(package)
    if name is None:
        raise Refused("deck_without_ids")
    said = "".join(read(package.part(name)).itertext())
    try:
        found: Any = json.loads(said[:_MOST_BYTES], parse_constant=_refused, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise Refused("deck_record_damaged") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT or not is_reasonable(found, _MOST_PARTS):
        raise Refused("deck_record_damaged")
    version = found.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        raise Refused("deck_record_damaged")
    if version > VERSION:
        raise Refused("deck_newer", found=version, known=VERSION)
    return dict(found)


def put_record(package: Package, record: Mapping[str, Any]) -> None:
    """Let a deck keep this about itself, in the place of what it kept."""
    said = json.dumps(
        {"format": FORMAT, "version": VERSION, **record}, ensure_ascii=True, separators=(",", ":")
    )
    content = f'{_HEAD}<deck xmlns="{_SPACE}">{escape(said)}</deck>'
    name = _place(package)
    if name is None:
        name = package.free("customXml/item{}.xml")
        _add(package, name)
    package.put(name, content.encode())


def _add(package: Package, name: str) -> None:
    about = package.free("customXml/itemProps{}.xml")
    package.put(name, b"<deck/>")
    package.put(
        about,
        (
            '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
            f'<ds:datastoreItem ds:itemID="{_ITEM}" xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{_SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ).encode(),
    )
    package.typed(about, _PROPERTIES)
    package.default("xml", "application/xml")
    package.relate(presentation(package), f"{_OFFICE}/relationships/customXml", name)
    package.relate(name, f"{_OFFICE}/relationships/customXmlProps", about)


def _place(package: Package) -> str | None:
    """Return the part with the record, by its outermost element.

    By the parts, not by the relations: LibreOffice relates custom XML to a place above the package.
    """
    for name in package.named(r"customxml/item[0-9]+\.xml"):
        root = read(package.part(name))
        if local(root) == "deck" and root.tag.startswith(f"{{{_SPACE}}}"):
            return name
    return None


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refused(digits)


def _refused(word: str) -> float:
    raise ValueError(word)
