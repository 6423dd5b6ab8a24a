"""Where cells stand: addresses and ranges, and the merged ranges of a sheet."""

from __future__ import annotations

import re

from .splices import Element, Reading

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


def address(cell: str) -> tuple[int, int] | None:
    """Return column and row of an address, from 1.

    Examples
    --------
    >>> address("AB12"), address("")
    ((28, 12), None)
    """
    found = _ADDRESS.fullmatch(cell.replace("$", ""))
    if not found:
        return None
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - 64
    return column, int(found.group(2))


def name_of(row: int, column: int) -> str:
    """Return the address of a cell."""
    letters = ""
    while column:
        column, left = divmod(column - 1, 26)
        letters = chr(65 + left) + letters
    return f"{letters}{row}"


def merged_areas(content: bytes) -> list[tuple[int, int, int, int]]:
    """Return the merged ranges of a sheet: first column, first row, last column, last row."""
    found: list[tuple[int, int, int, int]] = []
    if b"mergeCell" in content:
        Reading(content, ended=lambda one, _depth: _area(one, found)).run()
    return found


def _area(one: Element, found: list[tuple[int, int, int, int]]) -> None:
    if one.local == "mergeCell" and (area := area_of(one.attributes.get("ref", ""))):
        found.append(area)


def area_of(reference: str) -> tuple[int, int, int, int] | None:
    """Return the corners of a range: first column, first row, last column, last row."""
    first, _, last = reference.partition(":")
    corners = address(first), address(last or first)
    if corners[0] is None or corners[1] is None:
        return None
    return (*corners[0], *corners[1])
