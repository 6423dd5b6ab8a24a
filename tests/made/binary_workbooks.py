"""Pages of cells as the binary workbooks .xlsb and .xls, record by record."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Sequence

from tests.made.cell_page import FORMATS, Fault, Page, serial, zipped

ERROR_CODES = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}

# .xlsb


def xlsb_bytes(pages: Sequence[Page], *, from_1904: bool = False) -> bytes:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    types = "application/vnd.ms-excel"
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="bin" ContentType="{types}.sheet.binary.macroEnabled.main"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{kinds}/officeDocument" '
            'Target="xl/workbook.bin"/></Relationships>'
        ),
        "xl/_rels/workbook.bin.rels": (
            f'<Relationships xmlns="{relations}">'
            + "".join(
                f'<Relationship Id="rId{at}" Type="{kinds}/worksheet" Target="worksheets/sheet{at}.bin"/>'
                for at in range(1, len(pages) + 1)
            )
            + f'<Relationship Id="rId90" Type="{kinds}/styles" Target="styles.bin"/></Relationships>'
        ),
        "xl/styles.bin": _b(278)
        + _b(617, struct.pack("<I", len(FORMATS)))
        + b"".join(_b(47, struct.pack("<HHHHHIHH", 0, number, 0, 0, 0, 0, 0, 0)) for number in FORMATS)
        + _b(618)
        + _b(279),
        "xl/workbook.bin": _b(131)
        + _b(153, struct.pack("<III", int(from_1904), 0, 0))
        + _b(143)
        + b"".join(
            _b(156, struct.pack("<II", int(page.hidden), at) + _wide(f"rId{at}") + _wide(page.name))
            for at, page in enumerate(pages, 1)
        )
        + _b(144)
        + _b(132),
    }
    for at, page in enumerate(pages, 1):
        parts[f"xl/worksheets/sheet{at}.bin"] = _xlsb_page(page, from_1904=from_1904)
    return zipped(parts)


def _b(kind: int, body: bytes = b"") -> bytes:
    start = bytes([kind]) if kind < 128 else bytes([(kind & 0x7F) | 0x80, kind >> 7])
    length, size = b"", len(body)
    while True:
        length += bytes([(size & 0x7F) | (0x80 if size > 127 else 0)])
        size >>= 7
        if not size:
            return start + length + body


def _wide(text: str) -> bytes:
    letters = text.encode("utf-16-le")
    return struct.pack("<I", len(letters) // 2) + letters


def _xlsb_page(page: Page, *, from_1904: bool) -> bytes:
    found = [_b(129), _b(148, struct.pack("<IIII", 0, len(page.rows) - 1, 0, page.width - 1))]
    if page.hidden_columns:
        found.append(_b(390))
        found += [_b(60, struct.pack("<IIIIH", at, at, 2048, 0, 1)) for at in page.hidden_columns]
        found.append(_b(391))
    found.append(_b(145))
    for row, cells in enumerate(page.rows):
        flags = 0x10 if row in page.hidden_rows else 0
        found.append(_b(0, struct.pack("<IIHBBBI", row, 0, 300, 0, flags, 0, 0)))
        found += [_xlsb_cell(page, column, value, from_1904=from_1904) for column, value in enumerate(cells)]
    found.append(_b(146))
    if page.merged:
        found.append(_b(177, struct.pack("<I", len(page.merged))))
        found += [
            _b(176, struct.pack("<IIII", top, bottom, left, right))
            for top, left, bottom, right in page.merged
        ]
        found.append(_b(178))
    return b"".join([*found, _b(130)])


def _xlsb_cell(page: Page, column: int, value: object, *, from_1904: bool) -> bytes:
    place = struct.pack("<II", column, page.style(column, value))
    if value is None:
        return _b(1, place)
    if isinstance(value, Fault):
        formula = struct.pack("<HI", 0, 3) + b"\x1e\x01\x00" + struct.pack("<I", 0)
        return _b(11, place + bytes([ERROR_CODES[value.text]]) + formula)
    if isinstance(value, str):
        return _b(6, place + _wide(value))
    number = serial(value, from_1904=from_1904) if isinstance(value, dt.date) else float(value)
    return _b(5, place + struct.pack("<d", number))


# .xls


def xls_bytes(pages: Sequence[Page], *, from_1904: bool = False) -> bytes:
    head = _r(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 1996, 0, 6))
    head += _r(0x42, struct.pack("<H", 1200)) + _r(0x22, struct.pack("<H", int(from_1904)))
    head += _r(0x31, struct.pack("<HHHHHBBBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, 5, 0) + b"Arial") * 4
    for number in (*FORMATS,):
        head += _r(0xE0, struct.pack("<HHHBBBBIIH", 0, number, 1, 0x20, 0, 0, 0, 0, 0, 0x20C0))
    titles = [page.name.encode("utf-16-le") for page in pages]
    names = [struct.pack("<BB", len(title) // 2, 1) + title for title in titles]
    place = len(head) + sum(4 + 6 + len(name) for name in names) + 4
    sheets, bodies = b"", b""
    for page, name in zip(pages, names, strict=True):
        sheets += _r(0x85, struct.pack("<IBB", place + len(bodies), int(page.hidden), 0) + name)
        bodies += _xls_page(page, from_1904=from_1904)
    return compound_bytes("Workbook", head + sheets + _r(0xA) + bodies)


def _r(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _xls_page(page: Page, *, from_1904: bool) -> bytes:
    found = [_r(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 1996, 0, 6))]
    found += [_r(0x7D, struct.pack("<HHHHHH", at, at, 2048, 0, 1, 0)) for at in page.hidden_columns]
    found.append(_r(0x200, struct.pack("<IIHHH", 0, len(page.rows), 0, page.width, 0)))
    for row in range(len(page.rows)):
        flags = 0x100 | (0x20 if row in page.hidden_rows else 0)
        found.append(_r(0x208, struct.pack("<HHHHHHI", row, 0, page.width, 300, 0, 0, flags)))
    for row, cells in enumerate(page.rows):
        found += [
            _xls_cell(page, row, column, value, from_1904=from_1904) for column, value in enumerate(cells)
        ]
    if page.merged:
        ranges = [struct.pack("<HHHH", t, b, left, right) for t, left, b, right in page.merged]
        found.append(_r(0xE5, struct.pack("<H", len(ranges)) + b"".join(ranges)))
    return b"".join([*found, _r(0xA)])


def _xls_cell(page: Page, row: int, column: int, value: object, *, from_1904: bool) -> bytes:
    place = struct.pack("<HHH", row, column, page.style(column, value))
    if value is None:
        return _r(0x201, place)
    if isinstance(value, Fault):
        result = bytes([2, 0, ERROR_CODES[value.text], 0, 0, 0, 0xFF, 0xFF])
        return _r(0x6, place + result + struct.pack("<HIH", 0, 0, 3) + b"\x1e\x01\x00")
    if isinstance(value, str):
        letters = value.encode("utf-16-le")
        return _r(0x204, place + struct.pack("<HB", len(letters) // 2, 1) + letters)
    number = serial(value, from_1904=from_1904) if isinstance(value, dt.date) else float(value)
    return _r(0x203, place + struct.pack("<d", number))


def unstored_xls_bytes(rows: int) -> bytes:
    """A sheet of formulas that no engine has computed: each with the number zero for a result."""
    cells = [
        _r(0x6, struct.pack("<HHH", row, 0, 0) + bytes(8) + struct.pack("<HIH", 0, 0, 3) + b"\x1e\x01\x00")
        for row in range(rows)
    ]
    content = xls_bytes([Page([["x"]])])
    stream_end = content.index(_r(0x204, struct.pack("<HHHHB", 0, 0, 0, 1, 1) + b"x\0"))
    stream = content[512:stream_end] + b"".join(cells) + _r(0xA)
    return compound_bytes("Workbook", stream)


def compound_bytes(name: str, stream: bytes) -> bytes:
    """An OLE container of one stream: header, stream, directory, table of sectors."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    length = len(stream) // 512
    tables = 1
    while tables * 128 < length + 1 + tables:
        tables += 1
    chain = [*range(1, length), 0xFFFFFFFE, 0xFFFFFFFE, *[0xFFFFFFFD] * tables]
    chain += [0xFFFFFFFF] * (tables * 128 - len(chain))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += struct.pack("<HHHHH6xIII", 62, 3, 0xFFFE, 9, 6, 0, tables, length)
    head += struct.pack("<IIIIIII", 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, length + 1)
    head += b"".join(struct.pack("<I", at) for at in range(length + 2, length + 1 + tables))
    entries = _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _entry(name, 2, 0xFFFFFFFF, 0, len(stream))
    return (
        head.ljust(512, b"\xff") + stream + entries.ljust(512, b"\0") + struct.pack(f"<{len(chain)}I", *chain)
    )


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le")
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(letters) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
