"""The workbook's own part: its sheets, its names, and what has to be said anew once cells changed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..pipe.refusal import Refused
from .formulas import asks_a_program
from .package import Package
from .splices import Element, Reading, Splice, spliced, with_attribute

_TEMPLATES = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    ),
    "application/vnd.ms-excel.template.macroEnabled.main+xml": (
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    ),
}
_BEFORE_CALCULATION = (
    *("oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing"),
    *("fileRecoveryPr", "webPublishObjects", "extLst"),
)


@dataclass(frozen=True)
class SheetPart:
    """A sheet with cells."""

    title: str
    part: str


def sheets(package: Package, book: str) -> list[SheetPart]:
    """Return the sheets of cells in their order."""
    targets = {one.key: one for one in package.relations(book)}
    found: list[SheetPart] = []

    def seen(one: Element, _depth: int) -> None:
        if one.local == "sheet":
            key = next((value for name, value in one.attributes.items() if name.endswith(":id")), "")
            related = targets.get(key)
            if related and related.is_a("worksheet") and package.has(related.target):
                found.append(SheetPart(one.attributes.get("name", ""), related.target))

    Reading(package.part(book), begun=seen).run()
    return found


def kind_of_relations(package: Package, book: str) -> str:
    """Return how the types of relations begin: files of the strict form have a name of their own for them."""
    for one in package.relations(book):
        if one.is_a("worksheet"):
            return one.kind[: -len("worksheet")]
    raise Refused("not_markable")


def barred(found: list[SheetPart]) -> tuple[str, ...]:
    """Return the references to sheets with a bar in their names: those ask no program."""
    names = [one.title.replace("'", "''") for one in found if "|" in one.title]
    return tuple(f"'{name}'!" for name in names)


def mended(
    package: Package, book: str, own: tuple[str, ...], *, recalculated: bool, formula_gone: bool
) -> None:
    """Bring the workbook in step with what was changed in its sheets.

    Parameters
    ----------
    recalculated
        Whether cells were edited, so that formulas have to be worked out anew.
    formula_gone
        Whether a cell lost its formula: the list of formulas then names too many.
    """
    _names_and_results(package, book, own, recalculated=recalculated)
    if formula_gone:
        _dropped(package, book, "calcChain")
    _unlinked_programs(package, book)
    signed = [one for one in package.relations("") if "digital-signature" in one.kind]
    package.unrelate("", signed)
    for name in package.named(r"_xmlsignatures/.*"):
        package.drop(name)
        package.untyped(name)
    kind = package.type_of(book)
    if kind in _TEMPLATES:
        package.typed(book, _TEMPLATES[kind])


def _names_and_results(package: Package, book: str, own: tuple[str, ...], *, recalculated: bool) -> None:
    content = package.part(book)
    cuts: list[Splice] = []
    text: list[str] = []
    found: dict[str, Element] = {}
    later: list[int] = []

    def begun(one: Element, depth: int) -> None:
        text.clear()
        if depth == 2 and one.local in _BEFORE_CALCULATION:  # noqa: PLR2004 - right below the outermost
            later.append(one.start)

    def ended(one: Element, _depth: int) -> None:
        found[one.local] = one
        if one.local == "definedName" and asks_a_program("".join(text), own):
            cuts.append(Splice(one.start, one.end, b""))

    Reading(content, begun, ended, text.append).run()
    names = found.get("definedNames")
    if names is not None and cuts and len(cuts) == content.count(b"definedName ", names.start, names.end):
        cuts = [Splice(names.start, names.end, b"")]
    if recalculated:
        cuts.append(_calculated(content, found, later))
    if cuts:
        package.put(book, spliced(content, cuts))


def _calculated(content: bytes, found: dict[str, Element], later: list[int]) -> Splice:
    there = found.get("calcPr")
    if there is not None:
        tag = with_attribute(content[there.start : there.inside], "fullCalcOnLoad", "1")
        return Splice(there.start, there.inside, tag)
    root = found["workbook"]
    at = min(later, default=root.close)
    return Splice(at, at, f'<{root.prefix}calcPr fullCalcOnLoad="1"/>'.encode())


def _dropped(package: Package, book: str, kind: str) -> None:
    gone = [one for one in package.relations(book) if one.is_a(kind)]
    package.unrelate(book, gone)
    for one in gone:
        package.drop(one.target)
        package.untyped(one.target)


def _unlinked_programs(package: Package, book: str) -> None:
    """Leave a link to another program nothing that it could ask."""
    for one in package.relations(book):
        if one.is_a("externalLink") and package.has(one.target):
            content = package.part(one.target)
            if re.search(rb"<(?:\w+:)?ddeLink[ >]", content):
                cuts: list[Splice] = []

                def seen(each: Element, depth: int, cuts: list[Splice] = cuts) -> None:
                    if depth == 2 and each.local == "ddeLink":  # noqa: PLR2004 - below the outermost
                        cuts.append(Splice(each.start, each.end, b""))

                Reading(content, ended=seen).run()
                package.put(one.target, spliced(content, cuts))
