"""What a PowerPoint template offers a deck: its best layout, the room there, fonts and colours.

Through python-pptx, whose model is far larger than the file: so here, under the limits of this process.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from ..container import kinds
from ..pipe import wire
from ..pipe.refusal import Refused
from . import grounds
from .layouts import Box, Chosen, best
from .own_words import said_look

EMU = 12_700
_DEFAULT_TITLE = 44.0
_ALIKE = 2.0
"""Points by which two edges that are meant to be one may differ."""
_DIGITS = 6
_STRICT = "http://purl.oclc.org/ooxml/"
"""How names begin in a file that was saved as Strict Open XML; no library here writes those."""
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_CLR_MAP = ("bg1", "tx1", "bg2", "tx2", *(f"accent{number}" for number in range(1, 7)))
_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}


def looked(head: Mapping[str, Any], content: bytes) -> list[bytes]:
    """Return the message with what the template offers; its layout is ``null`` where none is suitable.

    Raises
    ------
    Refused
        When it is no PowerPoint file, or unpacks beyond a limit.
    """
    deck = opened(head, content)
    size = deck.slide_width / EMU, deck.slide_height / EMU
    found = best(deck)
    about: dict[str, object] = {
        "width": size[0],
        "height": size[1],
        "layout": _described(found) if found else None,
        "fonts": _fonts(found),
        "colours": {} if found is None else {**palette(found), **_numbered(_behind(found))},
    }
    return wire.packed(about, [])


def opened(head: Mapping[str, Any], content: bytes) -> Any:
    """Return the presentation in a file's bytes, be it a .pptx, a .potx or one with macros.

    Raises
    ------
    Refused
        When it is none, or unpacks beyond a limit.
    """
    _check(head, content)
    sys.modules["numpy"] = None  # type: ignore[assignment]
    from pptx.opc.constants import CONTENT_TYPE
    from pptx.package import Package

    package = Package.open(io.BytesIO(content))
    if any(rel.reltype.startswith(_STRICT) for rel in package._rels.values()):  # noqa: SLF001
        raise Refused("template_strict")
    part: Any = package.main_document_part
    if not hasattr(part, "presentation"):
        raise Refused("template_damaged")
    part._content_type = CONTENT_TYPE.PML_PRESENTATION_MAIN  # noqa: SLF001 - a template becomes a deck
    return part.presentation


def _check(head: Mapping[str, Any], content: bytes) -> None:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("template_protected")
    if not content.startswith(b"PK"):
        raise Refused("template_unknown")
    try:
        names = kinds.unpacked_names(
            content, int(str(head["unpacked_bytes"])), int(str(head["unpacked_ratio"]))
        )
    except zipfile.BadZipFile as error:
        raise Refused("template_damaged") from error
    if "ppt/presentation.xml" not in names:
        raise Refused("template_unknown")


def _described(found: Chosen) -> dict[str, object]:
    box = found.title.box
    left, top, right, bottom = _insets(found.title.shapes)
    return {
        "master": found.master,
        "layout": found.place,
        "name": found.layout.name,
        "title": (box[0] + left, box[1] + top, box[2] - left - right, box[3] - top - bottom),
        "title_size": _title_size(found),
        "capitals": _title_attribute(found, "cap") == "all",
        "content": _beside(found, left, right),
        "subtitle": found.subtitle.box if found.subtitle else None,
    }


def _beside(found: Chosen, left: float, right: float) -> Box:
    """Return the room for the content: where it begins and ends with the title, as the title's words do."""
    box, title = found.content, found.title.box
    start = left if abs(box[0] - title[0]) <= _ALIKE else 0.0
    end = right if abs(box[0] + box[2] - title[0] - title[2]) <= _ALIKE else 0.0
    return (box[0] + start, box[1], box[2] - start - end, box[3])


def _insets(shapes: Sequence[Any]) -> tuple[float, float, float, float]:
    """Return the padding of a placeholder's text: its own, else its master's, else the usual."""
    found = dict(_INSETS)
    for shape in reversed(shapes):
        for body in shape._element.iter(f"{_A}bodyPr"):  # noqa: SLF001 - python-pptx has no call for it
            found.update({side: int(value) for side, value in body.attrib.items() if side in found})
    return tuple(found[side] / EMU for side in ("lIns", "tIns", "rIns", "bIns"))  # type: ignore[return-value]


def _title_size(found: Chosen) -> float:
    size = _title_attribute(found, "sz")
    return int(size) / 100 if size and size.isdecimal() else _DEFAULT_TITLE


def _title_attribute(found: Chosen, name: str) -> str | None:
    """Return what a title's type is said to be: by the layout, by the master's title, by its styles."""
    said = said_look(found.title.shapes[0])
    looks: list[Any] = [] if said is None else [said]
    for shape in found.title.shapes:
        looks += shape._element.findall(f".//{_A}lstStyle/{_A}lvl1pPr/{_A}defRPr")  # noqa: SLF001
    master = found.layout.slide_master._element  # noqa: SLF001
    looks += master.findall(f"{_P}txStyles/{_P}titleStyle/{_A}lvl1pPr/{_A}defRPr")
    return next((look.get(name) for look in looks if look.get(name) is not None), None)


def theme_of(found: Chosen) -> Any:
    """Return the root of the theme of a layout's master."""
    from lxml import etree
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = found.layout.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _fonts(found: Chosen | None) -> dict[str, str]:
    if found is None:
        return {}
    theme = theme_of(found)
    names = {}
    for kind in ("major", "minor"):
        latin = theme.find(f"{_A}themeElements/{_A}fontScheme/{_A}{kind}Font/{_A}latin")
        names[kind] = latin.get("typeface", "") if latin is not None else ""
    return names


def palette(found: Chosen) -> dict[str, str]:
    """Return the colours (``RRGGBB``) of a layout's theme by the names that slides use."""
    scheme = {
        entry.tag.rpartition("}")[2]: value
        for entry in theme_of(found).iterfind(f"{_A}themeElements/{_A}clrScheme/*")
        if (value := _rgb(entry)) is not None
    }
    names = _mapping(found)
    return {name: scheme[names.get(name, name)] for name in _CLR_MAP if names.get(name, name) in scheme}


def _behind(found: Chosen) -> tuple[str, ...]:
    """Return what lies behind the content."""
    return grounds.behind(found.layout, palette(found), theme_of(found), found.content)


def _mapping(found: Chosen) -> dict[str, str]:
    """Return which of the theme's colours a slide's names stand for: the layout's say, else the master's."""
    own = found.layout._element.find(f"{_P}clrMapOvr/{_A}overrideClrMapping")  # noqa: SLF001
    mapped = own if own is not None else found.layout.slide_master._element.find(f"{_P}clrMap")  # noqa: SLF001
    return dict(mapped.attrib) if mapped is not None else {}


def _numbered(found: Sequence[str]) -> dict[str, str]:
    return {f"ground {place}" if place else "ground": colour for place, colour in enumerate(found)}


def _rgb(entry: Any) -> str | None:
    for colour in entry:
        value = colour.get("val") if colour.tag == f"{_A}srgbClr" else colour.get("lastClr")
        if value is not None and len(value) == _DIGITS:
            return str(value)
    return None
