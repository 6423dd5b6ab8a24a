"""Tables written in every format that we can write, and damage done to them, from a seed."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable, Sequence
from html import escape

import openpyxl
import pandas as pd
import xlsxwriter

from tests.made.odd.statistics_files import bytes_of
from tests.made.open_document import ODS
from tests.made.workbooks import one_page

Rows = Sequence[Sequence[object]]
ODS_START = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    '<office:body><office:spreadsheet><table:table table:name="Scores">'
)
ODS_END = "</table:table></office:spreadsheet></office:body></office:document-content>"
TABLE: Rows = (
    ("Journey", "Touchpoint", "Satisfaction (1-10)", "Volume"),
    ("Pay", "Invoice", 7.1, 120),
    ("Pay", "Reminder & dunning", 5.5, 30),
    ("Move", "Address change", 8.0, 2_400),
    ("Move", "Meter reading", 6.4, None),
)


def xlsxwriter_bytes(rows: Rows) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Scores")
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if isinstance(value, str):
                    sheet.write_string(row, column, value)
                elif value is not None:
                    sheet.write_number(row, column, value)
    return target.getvalue()


def openpyxl_bytes(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    for row, cells in enumerate(rows, 1):
        for column, value in enumerate(cells, 1):
            cell = book.active.cell(row, column, value)
            if isinstance(value, str):
                cell.data_type = "s"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def ods_bytes(rows: Rows) -> bytes:
    target = io.BytesIO()
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>" for cells in rows)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODS, zipfile.ZIP_STORED)
        archive.writestr("content.xml", ODS_START + body + ODS_END)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/></manifest:manifest>',
        )
    return target.getvalue()


def _ods_cell(value: object) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, str):
        return (
            '<table:table-cell office:value-type="string">'
            f"<text:p>{escape(value, quote=False)}</text:p></table:table-cell>"
        )
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def page_bytes(rows: Rows) -> bytes:
    lines = (
        "".join(f"<td>{'' if value is None else escape(str(value))}</td>" for value in cells)
        for cells in rows
    )
    return f"<html><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table></html>".encode()


def xml_2003_bytes(rows: Rows) -> bytes:
    """A workbook of Excel 2003 that leaves blank cells out and says where the next one stands."""
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    lines = (
        "".join(_xml_cell(value, place) for place, value in enumerate(cells, 1) if value not in (None, ""))
        for cells in rows
    )
    body = "".join(f'<Row ss:Index="{row}">{line}</Row>' for row, line in enumerate(lines, 1) if line)
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="Scores">'
        f"<Table>{body}</Table></Worksheet></Workbook>"
    ).encode()


def _xml_cell(value: object, place: int) -> str:
    kind = "String" if isinstance(value, str) else "Number"
    shown = escape(str(value), quote=False)
    return f'<Cell ss:Index="{place}"><Data ss:Type="{kind}">{shown}</Data></Cell>'


def text_bytes(rows: Rows, delimiter: str = ";", mark: str = ",", encoding: str = "utf-8") -> bytes:
    lines = [delimiter.join(_text_cell(value, mark) for value in cells) for cells in rows]
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def _text_cell(value: object, mark: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"' if value else ""
    return str(value).replace(".", mark)


WRITERS: dict[str, Callable[[Rows], bytes]] = {
    "xlsx": xlsxwriter_bytes,
    "openpyxl": openpyxl_bytes,
    "ods": ods_bytes,
    "csv": text_bytes,
    "html": page_bytes,
    "xml": xml_2003_bytes,
}
BINARY: dict[str, Callable[[Rows], bytes]] = {"xls": one_page("xls"), "xlsb": one_page("xlsb")}
"""Damaged, these can make the spreadsheet reader end the process that it runs in."""


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 20, 200))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted((chance.randrange(len(content)), chance.randrange(len(content) + 1)))
    return chance.choice((content[:end], content[:start] + content[end:]))


def repacked(content: bytes, chance: random.Random) -> bytes:
    """A package that is sound, with damage inside one of its parts: what reaches the parser."""
    target = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error):  # one that is damaged already
        return flipped(content, chance)
    filled = [name for name, part in parts.items() if part]
    if not filled:
        return flipped(content, chance)
    name = chance.choice(filled)
    parts[name] = chance.choice((flipped, cut, doubled, reworded))(parts[name], chance)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, inside in parts.items():
            archive.writestr(part, inside)
    return target.getvalue()


def doubled(content: bytes, chance: random.Random) -> bytes:
    start, end = sorted((chance.randrange(len(content)), chance.randrange(len(content) + 1)))
    return content[:end] + content[start:]


def reworded(content: bytes, chance: random.Random) -> bytes:
    """A number or a word of the format put in another's place."""
    numbers = (b"-1", b"1048577", b"4294967296", b"1e400", b"nan", b'""', b"&x;", b"<c>", b"XFE9", b"\x00")
    places = [place for place, sign in enumerate(content) if chr(sign).isdigit()]
    place = chance.choice(places) if places else 0
    return content[:place] + chance.choice(numbers) + content[place + 1 :]


def case(chance: random.Random, bases: Sequence[bytes]) -> bytes:
    """One file: bytes or text without sense, or a damaged table."""
    kind = chance.randrange(10)
    if kind == 0:
        return chance.randbytes(chance.randrange(600))
    if kind == 1:
        signs = "ab1,;\t\n\r\"'|.%€é\u4e2d\0 -="
        return "".join(chance.choices(signs, k=chance.randrange(400))).encode(
            chance.choice(("utf-8", "utf-16"))
        )
    base = chance.choice(bases)
    if kind <= 6 and base.startswith(b"PK"):
        return repacked(base, chance)
    return chance.choice((flipped, cut, doubled))(base, chance)


def column_bytes(ending: str) -> bytes:
    """The table as a file of SPSS, Stata or SAS, or as .parquet."""
    columns = {f"v{place}": list(cells) for place, cells in enumerate(zip(*TABLE[1:], strict=True))}
    if ending != ".parquet":
        return bytes_of(columns, ending, column_labels=list(TABLE[0]))
    target = io.BytesIO()
    pd.DataFrame(columns).to_parquet(target)
    return target.getvalue()


def bases(*, binary: bool) -> list[bytes]:
    """The table in every format that we can write; the binary ones are for the reader process only."""
    return [
        *(write(TABLE) for write in WRITERS.values()),
        *(write(TABLE) for write in BINARY.values() if binary),
        *(column_bytes(ending) for ending in (".sav", ".zsav", ".dta", ".xpt", ".parquet") if binary),
        text_bytes(TABLE, "\t", ".", "utf-16"),
        text_bytes(TABLE, ",", ".", "cp1252"),
    ]
