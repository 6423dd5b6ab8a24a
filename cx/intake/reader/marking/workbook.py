"""The user's own workbook with cells changed, coloured and commented, and a list of findings behind it.

It is written into where that has to be: a part that nobody asked to change keeps its bytes, and so does the
rest of a sheet of which a cell changes. The words, colours and values come ready from the parent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..container import kinds
from ..pipe import wire
from ..pipe.refusal import Refused
from . import book, cells, comments, listing, places, tables
from .looks import Looks
from .package import Package
from .sheet import Change, Sheet, read
from .splices import Splice, inserted, with_attribute

_Changes = dict[int, dict[int, Change]]


def marked(head: Mapping[str, Any], content: bytes) -> list[bytes]:
    """Return the message that holds the marked workbook.

    Raises
    ------
    Refused
        When the workbook is too large, or a sheet that was read is not in it.
    """
    kinds.kind_of(content, unpacked_limit=int(str(head["unpacked_bytes"])))
    package = Package(content)
    name = package.book()
    sheets = book.sheets(package, name)
    if set(head["sheets"]) - {one.title for one in sheets}:
        raise Refused("not_markable")
    kind = book.kind_of_relations(package, name)
    looks = Looks.of(package, name, kind)
    own = book.barred(sheets)
    formula_gone = False
    called = tables.Renamed()
    for one in sheets:
        mine = _of_sheet(head, one.title)
        formula_gone |= _marked_sheet(package, one.part, mine, looks, head, kind, own, called)
    tables.followed(package, called)
    listing.added(package, name, head["list"], looks, head["ink"], kind)
    looks.save()
    book.mended(package, name, own, recalculated=bool(head["edits"]), formula_gone=formula_gone)
    return wire.packed({"marked": True}, [package.written()])


def _of_sheet(head: Mapping[str, Any], title: str) -> tuple[list[Any], list[Any]]:
    return tuple([one for one in head[key] if one["sheet"] == title] for key in ("edits", "marks"))  # type: ignore[return-value]


def _marked_sheet(
    package: Package,
    part: str,
    asked: tuple[list[Any], list[Any]],
    looks: Looks,
    head: Mapping[str, Any],
    kind: str,
    own: tuple[str, ...],
    called: tables.Renamed,
) -> bool:
    """Write one sheet's edits and marks into its parts; return whether a formula went."""
    edits, marks = asked
    content = package.part(part)
    if not edits and not marks and b"|" not in content:
        return False
    relations = package.relations(part)
    merged = places.merged_areas(content) if edits or marks else []
    changes, opened = _edited(edits, merged)
    changes = tables.renamed(package, part, changes, called)
    texts = _coloured(changes, marks, [one for one in merged if one not in opened])
    sheet = read(content, changes, own)
    if not changes and not sheet.programs:
        return False
    extra = _unmerged(sheet, opened)
    if texts:
        key = comments.commented(package, part, relations, texts, str(head["author"]), kind)
        if key:
            extra.append(_drawn(sheet, key, kind))
    made, gone = cells.written(sheet, looks, str(head["ink"]), extra)
    package.put(part, made)
    return gone


def _edited(edits: Sequence[Any], merged: list[Any]) -> tuple[_Changes, list[Any]]:
    """Return the edits by their place, and the merged ranges that would hide one."""
    changes: _Changes = {}
    opened = []
    for edit in edits:
        place = places.address(edit["cell"])
        if place is None:
            continue
        changes.setdefault(place[1], {})[place[0]] = Change(edited=True, value=edit["value"])
        around = _around(merged, place)
        if around and around[:2] != place and around not in opened:
            opened.append(around)
    return changes, opened


def _coloured(changes: _Changes, marks: Sequence[Any], merged: list[Any]) -> dict[str, str]:
    """Add marks to the changes, each where it shows; return what is said at which cell."""
    texts: dict[str, str] = {}
    for mark in marks:
        place = places.address(mark["cell"])
        if place is None:
            continue
        around = _around(merged, place)
        column, row = around[:2] if around else place
        there = changes.setdefault(row, {})
        there[column] = replace(there.get(column, Change()), fill=mark["fill"])
        name = places.name_of(row, column)
        texts[name] = f"{texts[name]}\n\n{mark['text']}" if name in texts else mark["text"]
    return texts


def _around(merged: list[Any], place: tuple[int, int]) -> Any:
    column, row = place
    return next((one for one in merged if one[0] <= column <= one[2] and one[1] <= row <= one[3]), None)


def _unmerged(sheet: Sheet, opened: list[Any]) -> list[Splice]:
    gone = [one for one in sheet.merges if places.area_of(one.attributes.get("ref", "")) in opened]
    around = sheet.merging
    if not gone or around is None:
        return []
    if len(gone) == len(sheet.merges):
        return [Splice(around.start, around.end, b"")]
    tag = sheet.content[around.start : around.inside]
    left = str(len(sheet.merges) - len(gone))
    counted = with_attribute(tag, "count", left) if "count" in around.attributes else tag
    return [Splice(around.start, around.inside, counted), *(Splice(one.start, one.end, b"") for one in gone)]


def _drawn(sheet: Sheet, key: str, kind: str) -> Splice:
    """Return the splice that names the drawing of comments; one that names nothing is replaced."""
    p = sheet.data.prefix if sheet.data else ""
    new = cells.legacy(kind.rstrip("/"), key, p)
    if sheet.drawing is not None:
        return Splice(sheet.drawing.start, sheet.drawing.end, new)
    if sheet.root is not None and sheet.after < 0:
        return inserted(sheet.root, new)
    return Splice(sheet.after, sheet.after, new)
