"""Small files made to cost much, each with the keys of the messages that fit it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from itertools import pairwise

from tests.made.binary_workbooks import xls_bytes
from tests.made.cell_page import Page, zipped
from tests.made.intake_files import workbook_bytes

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
START = f'<?xml version="1.0"?><worksheet xmlns="{SPACE}"><sheetData>'
END = "</sheetData></worksheet>"
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
TABLE = [["Touchpoint", "CSAT"], ["Invoice", 7], ["Call", 8]]


def with_part(part: str, content: bytes | str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(TABLE))) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = content
    return zipped(parts)


def far_corners() -> bytes:
    """Two cells, and between them the whole sheet."""
    cell = '<row r="{0}"><c r="{1}{0}"><v>1</v></c></row>'
    return with_part(SHEET, START + cell.format(1, "A") + cell.format(1_048_576, "XFD") + END)


def entities() -> bytes:
    """The billion laughs."""
    names = "abcdefghij"
    lines = [f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in pairwise(names)]
    doctype = f'<!DOCTYPE l [<!ENTITY a "ha">{"".join(lines)}]>'
    cell = '<row r="1"><c t="inlineStr"><is><t>&j;</t></is></c></row>'
    return with_part(SHEET, START.replace("<worksheet", f"{doctype}<worksheet") + cell + END)


def bomb() -> bytes:
    """A part of 105 MB of spaces."""
    return with_part(SHEET, START.encode() + b" " * 105_000_000 + END.encode())


def long_string_often() -> bytes:
    """One text of 20 MB that two thousand cells refer to."""
    strings = f'<sst xmlns="{SPACE}" count="1" uniqueCount="1"><si><t>{"x" * 20_000_000}</t></si></sst>'
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 2001))
    with zipfile.ZipFile(io.BytesIO(with_part(SHEET, START + rows + END))) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = bytes(parts["xl/_rels/workbook.xml.rels"]).decode()
    link = f'<Relationship Id="rId99" Type="{kinds}/sharedStrings" Target="sharedStrings.xml"/>'
    parts["xl/_rels/workbook.xml.rels"] = relations.replace("</Relationships>", f"{link}</Relationships>")
    parts[STRINGS] = strings
    return zipped(parts)


def overlapping() -> bytes:
    """A directory that lists the same packed bytes a hundred times."""
    content = bytearray(with_part(SHEET, START + " " * 1_000_000 + END))
    end = content.rindex(b"PK\x05\x06")
    size, start = struct.unpack_from("<II", content, end + 12)
    directory = bytes(content[start : start + size])
    first = directory[: 46 + sum(struct.unpack_from("<HHH", directory, 28))]
    count = struct.unpack_from("<H", content, end + 10)[0] + 99
    longer = directory + first * 99
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(longer), start, 0)
    return bytes(content[:start]) + longer + tail


def lying_directory() -> bytes:
    """A part that says it unpacks to a hundred bytes, and unpacks to 400 MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(START.encode())
    piece = b'<row r="1"><c r="A1"><v>1</v></c></row>' * 25_000
    packed += b"".join(packer.compress(piece) for _ in range(400)) + packer.flush()
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(TABLE))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != SHEET}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
        info = zipfile.ZipInfo(SHEET)
        info.compress_type, info.file_size, info.compress_size = zipfile.ZIP_DEFLATED, 100, len(packed)
        info.CRC, info.header_offset = 0, target.tell()
        target.write(info.FileHeader() + packed)
        archive.start_dir = target.tell()
        archive.filelist.append(info)
        archive.NameToInfo[SHEET] = info
        archive._didModify = True  # the only way to write a directory that lies
    return target.getvalue()


def deep() -> bytes:
    """Elements inside each other, half a million deep."""
    return with_part(SHEET, START + "<x>" * 500_000)


def endless_chain() -> bytes:
    """An .xls whose sectors lead back to the first: a reader that follows them never ends."""
    content = bytearray(xls_bytes([Page(TABLE)]))
    start = len(content) - 512
    content[start : start + 4] = struct.pack("<I", 0)
    return bytes(content)


def entities_of_2003() -> bytes:
    """The same laughs in a workbook of Excel 2003."""
    lines = [f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in pairwise("abcdefghij")]
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    doctype = f'<!DOCTYPE l [<!ENTITY a "ha">{"".join(lines)}]>'
    return f'<?xml version="1.0"?>{doctype}<Workbook xmlns="{space}">&j;</Workbook>'.encode()


def endless_spans() -> bytes:
    """Cells that each reach over a whole sheet."""
    cell = '<td colspan="16000" rowspan="1000000">x</td>'
    return f"<table>{f'<tr>{cell}</tr>' * 4_000}</table>".encode()


def deep_tables() -> bytes:
    """Tables inside one another, without end."""
    return b"<table><tr><td>x" * 200_000


def claimed_variables() -> bytes:
    """A file of SPSS that claims two thousand million variables and as many rows."""
    head = b"$FL2" + b"@(#) SPSS DATA FILE".ljust(60)
    return head + struct.pack("<iiiii", 2, 2**31 - 1, 1, 0, 2**31 - 1) + bytes(4_000)


HOSTILE: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "corners.xlsx": (far_corners, ("reader_stopped", "limit_memory", "limit_cells")),
    "entities.xlsx": (entities, ("workbook_damaged", "own_entities")),
    "bomb.xlsx": (bomb, ("unpacks_beyond_reason",)),
    "strings.xlsx": (long_string_often, ("reader_stopped", "limit_memory")),
    "overlapping.xlsx": (overlapping, ("zip_overlaps",)),
    "lying.xlsx": (lying_directory, ("workbook_damaged", "reader_stopped", "limit_memory", "limit_time")),
    "deep.xlsx": (deep, ("workbook_damaged",)),
    "chain.xls": (endless_chain, ("workbook_damaged",)),
    "entities.xml": (entities_of_2003, ("own_entities",)),
    "spans.html": (endless_spans, ("limit_columns", "limit_cells")),
    "deep.html": (deep_tables, ("limit_tables",)),
    "claims.sav": (claimed_variables, ("statistics_damaged", "limit_columns", "limit_memory")),
}
"""Name: what makes the file, and the messages that are right for it."""
