"""Excel's tables know their columns by name: a header that is changed is changed there too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from html import unescape
from xml.sax.saxutils import escape

from .formulas import with_columns
from .package import Package
from .places import area_of
from .sheet import Change
from .splices import Element, Reading, Splice, spliced, with_attribute

_ESCAPES = {"\n": "_x000a_", "\r": "_x000d_", "\t": "_x0009_"}
_FORMULA = re.compile(
    rb"(<(?:\w+:)?(?:f|calculatedColumnFormula|totalsRowFormula|definedName)(?:\s[^<>]*)?>)([^<]+)"
)
Changes = dict[int, dict[int, Change]]


@dataclass
class Renamed:
    """Columns that have another name now: by what they were called, in small letters."""

    tables: dict[str, dict[str, str]] = field(default_factory=dict)
    """By the table's name, as formulas say it."""
    nearby: dict[str, dict[str, str]] = field(default_factory=dict)
    """By the part of a sheet or a table, in which formulas need not name it."""

    def add(self, table: str, parts: tuple[str, ...], before: str, now: str) -> None:
        """Say what a column was called and is called now."""
        for known in (self.tables.setdefault(table, {}), *(self.nearby.setdefault(one, {}) for one in parts)):
            known[before.casefold()] = now


def renamed(package: Package, part: str, changes: Changes, called: Renamed) -> Changes:
    """Rename columns of the sheet's tables whose headers are edited, and return the changes that fit them.

    Parameters
    ----------
    called
        What is renamed is put there.

    A header is words: a number becomes its words, an empty one keeps the name, and one that stands twice gets
    a number, as Excel does it.
    """
    for one in package.relations(part):
        if one.is_a("table") and package.has(one.target):
            changes = _of_table(package, (part, one.target), changes, called)
    return changes


def followed(package: Package, called: Renamed) -> None:
    """Rename columns in all formulas that name them: of cells, tables and names."""
    for part in package.named(r"xl/(worksheets|tables)/[^/]*\.xml|xl/workbook\.xml") if called.tables else ():
        content = package.part(part)
        known = {**called.tables, "": called.nearby.get(part, {})}
        made = _FORMULA.sub(partial(_with_names, known), content)
        if made != content:
            package.put(part, made)


def _with_names(known: Mapping[str, Mapping[str, str]], found: re.Match[bytes]) -> bytes:
    formula = said = unescape(found[2].decode())
    for table, names in known.items():
        said = with_columns(said, table, names)
    return found[0] if said == formula else found[1] + escape(said).encode()


def _of_table(package: Package, parts: tuple[str, str], changes: Changes, called: Renamed) -> Changes:
    name = parts[1]
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
        before, names[place] = names[place], _alone(said, names[:place] + names[place + 1 :])
        table = about.get("displayName", about.get("name", ""))
        called.add(table, parts, _plain(before), _plain(names[place]))
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


def _plain(name: str) -> str:
    """Return a name as formulas say it."""
    for sign, written in _ESCAPES.items():
        name = name.replace(written, sign)
    return name


def _escaped(name: str) -> str:
    for sign, written in _ESCAPES.items():
        name = name.replace(sign, written)
    return name
