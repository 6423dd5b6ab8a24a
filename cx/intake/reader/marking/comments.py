"""Comments of ours in a sheet: behind what people wrote there, and drawn like theirs."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from .package import Package, Relation
from .places import address
from .splices import Element, Reading, Splice, attribute, inserted, spliced, words

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_LONGEST = 8_000
_WIDTH, _LETTERS_A_LINE, _LINE_HEIGHT = 270, 52, 14
"""Of a comment's box, in points."""
_TYPE = '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
_TYPE_IN_FULL = (
    _TYPE + '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NO_DRAWING = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="{block}"/></o:shapelayout></xml>'
)
_SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}" type="#_x0000_t202"'
    ' style="position:absolute;margin-left:80pt;margin-top:2pt;width:{width}pt;height:{height}pt;'
    'z-index:{place};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_IDS = re.compile(r"_x0000_s(\d+)")
_BLOCK = 1_024
_ROWS_A_POINT, _COLUMNS = 15, 5


@dataclass
class _Notes:
    """The comments of a sheet as they are."""

    content: bytes
    authors: list[str]
    listed: Element | None
    """The list of authors."""
    held: Element | None
    """The list of comments."""
    texts: dict[str, Element]
    """By cell the element of the words."""
    phonetic: dict[str, int]
    """By cell where what is no run of words begins, where there is such."""


def commented(
    package: Package, sheet: str, relations: list[Relation], texts: Mapping[str, str], author: str, kind: str
) -> str:
    """Add comments to a sheet's parts, and return the key of the relation to a new drawing.

    Parameters
    ----------
    texts
        By cell what is said there.
    kind
        The beginning of the types of relations.

    Returns
    -------
    Empty where the sheet has a drawing of comments already.
    """
    threads = _in_threads(package, relations)
    mine = {cell: text for cell, text in texts.items() if cell not in threads}
    if not mine:
        return ""
    part = next((one.target for one in relations if one.is_a("comments")), "")
    notes = _read(package.part(part)) if part else None
    fresh = [cell for cell in mine if notes is None or cell not in notes.texts]
    if notes is None:
        part = package.free("xl/comments{}.xml")
        package.typed(part, _KIND)
        package.relate(sheet, f"{kind}comments", part)
        package.put(part, _begun(mine, author))
    else:
        package.put(part, _continued(notes, mine, author))
    return _drawn(package, sheet, relations, {cell: mine[cell] for cell in fresh}, kind) if fresh else ""


def _in_threads(package: Package, relations: list[Relation]) -> set[str]:
    """Return the cells with a conversation: its comment belongs to the conversation."""
    found: set[str] = set()
    for one in relations:
        if one.is_a("threadedComment") and package.has(one.target):
            seen = Reading(
                package.part(one.target), begun=lambda each, _depth: found.add(each.attributes.get("ref", ""))
            )
            seen.run()
    return found


def _read(content: bytes) -> _Notes:
    notes, cell, author = _Notes(content, [], None, None, {}, {}), [""], [""]

    def begun(one: Element, _depth: int) -> None:
        if one.local == "comment":
            cell[0] = one.attributes.get("ref", "").replace("$", "")
        elif one.local in ("rPh", "phoneticPr") and cell[0]:
            notes.phonetic.setdefault(cell[0], one.start)
        author[0] = ""

    def ended(one: Element, depth: int) -> None:
        if one.local == "author":
            notes.authors.append(author[0])
        elif one.local == "authors":
            notes.listed = one
        elif one.local == "commentList":
            notes.held = one
        elif one.local == "text" and depth == 4:  # noqa: PLR2004 - the words of a comment
            notes.texts[cell[0]] = one

    def read(piece: str) -> None:
        author[0] += piece

    Reading(content, begun, ended, read).run()
    return notes


def _begun(texts: Mapping[str, str], author: str) -> bytes:
    made = b"".join(_comment("", cell, 0, text) for cell, text in texts.items())
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    start = (
        f'{head}<comments xmlns="{_MAIN}"><authors><author>{words(author)}</author></authors><commentList>'
    )
    return start.encode() + made + b"</commentList></comments>"


def _continued(notes: _Notes, texts: Mapping[str, str], author: str) -> bytes:
    cuts: list[Splice] = []
    number = notes.authors.index(author) if author in notes.authors else len(notes.authors)
    if author not in notes.authors and notes.listed is not None:
        p = notes.listed.prefix
        cuts.append(inserted(notes.listed, f"<{p}author>{words(author)}</{p}author>".encode()))
    new = b""
    for cell, text in texts.items():
        there = notes.texts.get(cell)
        if there is None:
            new += _comment(notes.held.prefix if notes.held else "", cell, number, text)
            continue
        p = there.prefix
        more = f"\n\n{author}:\n{text}"[:_LONGEST]
        run = f'<{p}r><{p}t xml:space="preserve">{words(more)}</{p}t></{p}r>'.encode()
        at = notes.phonetic.get(cell)
        cuts.append(inserted(there, run) if at is None else Splice(at, at, run))
    if new and notes.held is not None:
        cuts.append(inserted(notes.held, new))
    return spliced(notes.content, cuts)


def _comment(p: str, cell: str, author: int, text: str) -> bytes:
    said = words(text[:_LONGEST])
    inside = f'<{p}text><{p}r><{p}t xml:space="preserve">{said}</{p}t></{p}r></{p}text>'
    return f'<{p}comment ref={attribute(cell)} authorId="{author}">{inside}</{p}comment>'.encode()


def _drawn(
    package: Package, sheet: str, relations: list[Relation], texts: Mapping[str, str], kind: str
) -> str:
    """Draw the boxes of comments; return the key of the relation to the drawing where it is new."""
    part, key = _drawing_of(package, sheet, relations)
    if not part:
        part = package.free("xl/drawings/vmlDrawingM{}.vml")
        package.typed(part, _VML)
        key = package.relate(sheet, f"{kind}vmlDrawing", part)
        package.put(part, _NO_DRAWING.format(block=_free_block(package)).encode())
        new = key
    else:
        new = ""
    content = package.part(part).decode("utf-8", "surrogateescape")
    end = content.rfind("</xml")
    first = 1 + max((int(found) for found in _IDS.findall(content)), default=_block_of(content) * _BLOCK)
    shapes = [_shape(first + at, at + 1, cell, text) for at, (cell, text) in enumerate(texts.items())]
    known = "" if 'id="_x0000_t202"' in content else _with_names(_TYPE_IN_FULL)
    made = content[:end] + known + "".join(shapes) + content[end:]
    package.put(part, made.encode("utf-8", "surrogateescape"))
    return new


def _drawing_of(package: Package, sheet: str, relations: list[Relation]) -> tuple[str, str]:
    """Return the drawing that the sheet's own element names; a header's pictures have one of their own."""
    found: list[str] = []

    def seen(one: Element, depth: int) -> None:
        if depth == 2 and one.local == "legacyDrawing":  # noqa: PLR2004 - right below the outermost
            found.extend(value for name, value in one.attributes.items() if name.endswith(":id"))

    if any(one.is_a("vmlDrawing") for one in relations):
        Reading(package.part(sheet), begun=seen).run()
    named = next((one for one in relations if one.key in found and package.has(one.target)), None)
    return (named.target, named.key) if named else ("", "")


def _free_block(package: Package) -> int:
    """Return a block of numbers for shapes that no drawing of the workbook has."""
    used = {0}
    for name in package.named(r"xl/drawings/.*\.vml"):
        content = package.part(name).decode("utf-8", "replace")
        used |= {int(number) // _BLOCK for number in _IDS.findall(content)}
        used.add(_block_of(content))
    return max(used) + 1


def _block_of(drawing: str) -> int:
    found = re.search(r"<o:idmap[^>]*\bdata\s*=\s*[\"'](\d+)", drawing)
    return int(found.group(1)) if found else 1


def _shape(number: int, place: int, cell: str, text: str) -> str:
    column, row = address(cell) or (1, 1)
    lines = sum(max(1, math.ceil(len(line) / _LETTERS_A_LINE)) for line in text.split("\n"))
    height = _LINE_HEIGHT * (lines + 1)
    corner = (
        column,
        15,
        max(row - 2, 0),
        4,
        column + _COLUMNS,
        0,
        max(row - 2, 0) + height // _ROWS_A_POINT + 1,
        4,
    )
    return _SHAPE.format(
        id=number,
        place=place,
        width=_WIDTH,
        height=height,
        anchor=", ".join(str(side) for side in corner),
        row=row - 1,
        column=column - 1,
    )


def _with_names(element: str) -> str:
    """Return an element that brings the names of its spaces along: a drawing may call them otherwise."""
    names = ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    return element.replace("<v:shapetype", f"<v:shapetype{names}", 1)
