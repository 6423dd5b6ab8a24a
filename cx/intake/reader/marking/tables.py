"""Excel's tables know their columns by name: a header that is changed is changed there too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .package import Package, Relation
from .places import area_of
from .sheet import Change
from .splices import Element, Reading, Splice, spliced, with_attribute

_ESCAPES = {"\n": "_x000a_", "\r": "_x000d_", "\t": "_x0009_"}
Changes = dict[int, dict[int, Change]]


def renamed(package: Package, relations: list[Relation], changes: Changes) -> Changes:
    """Rename columns of the sheet's tables whose headers are edited, and return the changes that fit them.

    A header is words: a number becomes its words, an empty one keeps the name, and one that stands twice gets
    a number, as Excel does it.
    """
    for one in relations:
        if one.is_a("table") and package.has(one.target):
            changes = _of_table(package, one.target, changes)
    return changes


def _of_table(package: Package, name: str, changes: Changes) -> Changes:
    content = package.part(name)
    columns: list[Element] = []
    root: list[Element] = []

    def seen(one: Element, depth: int) -> None:
        if one.local == "tableColumn":
            columns.append(one)
        elif depth == 1:
            root.append(one)

    Reading(content, ended=seen).run()
    about = root[0].attributes if root else {}
    area = area_of(about.get("ref", ""))
    edited = _headers(changes, area) if area and about.get("headerRowCount", "1") != "0" else {}
    if not edited or area is None:
        return changes
    names = [column.attributes.get("name", "") for column in columns]
    cuts = []
    for place, change in edited.items():
        if place >= len(columns):
            continue
        said = names[place] if change.value in (None, "") else _as_words(change.value)
        names[place] = _alone(said, names[:place] + names[place + 1 :])
        one = columns[place]
        tag = with_attribute(content[one.start : one.inside], "name", _escaped(names[place]))
        cuts.append(Splice(one.start, one.inside, tag))
        row, column = area[1], area[0] + place
        changes[row] = {**changes[row], column: replace(change, value=names[place])}
    package.put(name, spliced(content, cuts))
    return changes


def _headers(changes: Changes, area: tuple[int, int, int, int]) -> Mapping[int, Change]:
    """Return the edits of a table's header by their place in it, from 0."""
    return {
        column - area[0]: change
        for column, change in changes.get(area[1], {}).items()
        if change.edited and area[0] <= column <= area[2]
    }


def _as_words(value: float | str | None) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _alone(name: str, others: list[str]) -> str:
    """Return a name that no other column has; Excel takes no notice of large and small letters."""
    taken = {other.casefold() for other in others}
    unique, number = name, 2
    while unique.casefold() in taken:
        unique = f"{name}{number}"
        number += 1
    return unique


def _escaped(name: str) -> str:
    for sign, written in _ESCAPES.items():
        name = name.replace(sign, written)
    return name
