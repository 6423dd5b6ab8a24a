"""Cells of one sheet, changed and coloured where they stand in its XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .formulas import moved
from .looks import Looks
from .places import name_of
from .sheet import Cell, Change, Row, Sheet, Value
from .splices import Splice, attribute, inserted, spliced, with_attribute, without_attribute, words

_NOT_KEPT = ("t", "cm", "vm")
"""What a cell says of the content that it had."""


def written(sheet: Sheet, looks: Looks, ink: str, extra: list[Splice]) -> tuple[bytes, bool]:
    """Return the sheet with its changes, and whether a formula went.

    Parameters
    ----------
    extra
        Further splices of the same sheet.
    """
    cuts, went = list(extra), False
    done: set[tuple[int, int]] = set()
    p = sheet.data.prefix if sheet.data is not None else ""
    new_rows: dict[int, list[bytes]] = {}
    for number, changes in sorted(sheet.wanted.items()):
        row = sheet.rows.get(number)
        if row is None:
            made = b"".join(
                _new(p, number, column, one, looks, ink) for column, one in sorted(changes.items())
            )
            place = sheet.next_rows.get(number, -1)
            new_rows.setdefault(place, []).append(
                f'<{p}row r="{number}">'.encode() + made + f"</{p}row>".encode()
            )
            continue
        for cell in row.cells:
            change = changes.get(cell.column)
            if change is not None:
                done.add((number, cell.column))
                went = went or (change.edited and cell.formula is not None)
                cuts.append(_changed(sheet, number, cell, change, looks, ink))
        cuts += _added(sheet, row, changes, looks, ink)
    cuts += [Splice(at, at, b"".join(rows)) for at, rows in new_rows.items() if at >= 0]
    if new_rows.get(-1) and sheet.data is not None:
        cuts.append(inserted(sheet.data, b"".join(new_rows[-1])))
    for number, cell in sheet.programs:
        if (number, cell.column) not in done:
            went = True
            done.add((number, cell.column))
            change = Change(edited=True, value=f"={cell.text}")
            cuts.append(_changed(sheet, number, cell, change, looks, ink))
    cuts += _set_free(sheet, done)
    return spliced(sheet.content, cuts), went


def _changed(sheet: Sheet, row: int, cell: Cell, change: Change, looks: Looks, ink: str) -> Splice:
    one = cell.element
    look = _look(cell.look, change, looks, ink)
    tag = sheet.content[one.start : one.inside]
    if look != cell.look:
        tag = with_attribute(tag, "s", str(look))
    if not change.edited:
        return Splice(one.start, one.inside, tag)
    for name in _NOT_KEPT:
        tag = without_attribute(tag, name)
    if "r" not in one.attributes:
        tag = with_attribute(tag, "r", name_of(row, cell.column))
    return Splice(one.start, one.end, _filled(tag, one.name, one.prefix, change.value))


def _new(p: str, row: int, column: int, change: Change, looks: Looks, ink: str) -> bytes:
    look = _look(0, change, looks, ink)
    styled = f' s="{look}"' if look else ""
    tag = f'<{p}c r="{name_of(row, column)}"{styled}/>'.encode()
    return _filled(tag, f"{p}c", p, change.value)


def _look(look: int, change: Change, looks: Looks, ink: str) -> int:
    if change.edited and isinstance(change.value, str):
        look = looks.as_text(look)
    return looks.marked(look, change.fill, ink) if change.fill else look


def _filled(tag: bytes, name: str, p: str, value: Value) -> bytes:
    """Return a cell with its tag and what it holds."""
    bare = (tag[:-2] if tag.endswith(b"/>") else tag[:-1]).rstrip()
    if value is None:
        return bare + b"/>"
    if isinstance(value, bool):
        return bare + f' t="b"><{p}v>{value:d}</{p}v></{name}>'.encode()
    if isinstance(value, str):
        inside = f'<{p}is><{p}t xml:space="preserve">{words(value)}</{p}t></{p}is>'
        return bare + b' t="inlineStr">' + inside.encode() + f"</{name}>".encode()
    return bare + f">{f'<{p}v>{value!r}</{p}v>'}</{name}>".encode()


def _added(sheet: Sheet, row: Row, changes: Mapping[int, Change], looks: Looks, ink: str) -> Iterator[Splice]:
    """Yield the splices that put cells into a row which it does not have, each where its column is."""
    there = {cell.column for cell in row.cells}
    missing = sorted(column for column in changes if column not in there)
    one, last = row.element, b""
    for column in missing:
        made = _new(one.prefix, row.number, column, changes[column], looks, ink)
        later = next((cell.element.start for cell in row.cells if cell.column > column), None)
        if later is None:
            last += made
        else:
            yield Splice(later, later, made)
    if missing:
        tag = without_attribute(sheet.content[one.start : one.inside], "spans")  # it may be too narrow now
        if one.empty:
            yield Splice(one.start, one.end, tag[:-2].rstrip() + b">" + last + f"</{one.name}>".encode())
        else:
            yield Splice(one.start, one.inside, tag)
            yield inserted(one, last)


def _set_free(sheet: Sheet, done: set[tuple[int, int]]) -> Iterator[Splice]:
    """Yield a formula of its own for each cell that shared one with a cell that has it no more."""
    for key, (row, cell) in sheet.shared.items():
        if (row, cell.column) not in done:
            continue
        for other, follower in sheet.followers.get(key, []):
            one = follower.formula
            if (other, follower.column) in done or one is None:
                continue
            text = moved(cell.text, name_of(row, cell.column), name_of(other, follower.column))
            yield Splice(one.start, one.end, f"<{one.name}>{words(text)}</{one.name}>".encode())


def legacy(kind: str, key: str, prefix: str) -> bytes:
    """Return the element that says where comments are drawn."""
    return f"<{prefix}legacyDrawing xmlns:r={attribute(kind)} r:id={attribute(key)}/>".encode()
