"""The sheet that lists the findings, behind the sheets of the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .looks import Looks
from .package import Package
from .places import name_of
from .splices import Element, Reading, attribute, inserted, spliced, words

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def added(package: Package, book: str, about: Mapping[str, Any], looks: Looks, ink: str, kind: str) -> None:
    """Add the sheet; a place in it leads to its cell.

    Parameters
    ----------
    about
        ``title``, ``head``, ``rows``, ``links`` (row and target), ``linked`` (their column), ``widths``.
    kind
        The beginning of the types of relations.
    """
    name = package.free(f"{book.rpartition('/')[0] or 'xl'}/worksheets/sheet{{}}.xml")
    space = _STRICT_MAIN if "purl.oclc.org" in kind else _MAIN
    package.put(name, _sheet(about, looks, ink, space))
    package.typed(name, _KIND)
    key = package.relate(book, f"{kind}worksheet", name)
    content, listed, numbers = package.part(book), [], [0]

    def seen(one: Element, depth: int) -> None:
        if one.local == "sheets" and depth == 2:  # noqa: PLR2004 - right below the outermost
            listed.append(one)
        elif one.local == "sheet" and one.attributes.get("sheetId", "").isdecimal():
            numbers.append(int(one.attributes["sheetId"]))

    Reading(content, ended=seen).run()
    p = listed[0].prefix
    entry = (
        f"<{p}sheet xmlns:r={attribute(kind.rstrip('/'))} name={attribute(about['title'])}"
        f' sheetId="{max(numbers) + 1}" r:id={attribute(key)}/>'
    )
    package.put(book, spliced(content, [inserted(listed[0], entry.encode())]))


def _sheet(about: Mapping[str, Any], looks: Looks, ink: str, space: str) -> bytes:
    head, plain = looks.plain(ink, bold=True), looks.plain(ink, bold=False)
    rows = []
    for number, row in enumerate([about["head"], *about["rows"]], start=1):
        look = head if number == 1 else plain
        cells = "".join(
            f'<c r="{name_of(number, place)}" s="{look}" t="inlineStr"><is><t xml:space="preserve">'
            f"{words(str(text))}</t></is></c>"
            for place, text in enumerate(row[: len(about["head"])], start=1)
            if text not in (None, "")
        )
        rows.append(f'<row r="{number}">{cells}</row>')
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(about["widths"], start=1)
    )
    links = "".join(
        f"<hyperlink ref={attribute(name_of(number, about['linked']))} location={attribute(target)}/>"
        for number, target in about["links"]
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{space}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0"'
        ' workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{widths}</cols><sheetData>{''.join(rows)}</sheetData>"
        f"{f'<hyperlinks>{links}</hyperlinks>' if links else ''}"
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()
