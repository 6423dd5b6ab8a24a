"""A file of SAS as bytes (.sas7bdat), from what is published of its format: no library writes one.

The parts that a reader needs, in the 32-bit little-endian form: a header, and one page that holds the
descriptions of the columns at its end and the rows behind its pointers.
"""

import math
import struct
from collections.abc import Mapping, Sequence

MAGIC = bytes(12) + bytes.fromhex("c2ea8160b31411cfbd92080009c7318c181f1011")
HEADER, PAGE, POINTERS, POINTER = 1024, 65_536, 24, 12
MIXED, UTF_8 = 0x0200, 20
ROW_SIZE, COLUMN_SIZE, COUNTS = b"\xf7" * 4, b"\xf6" * 4, b"\x00\xfc\xff\xff"
TEXT, NAME, ATTRIBUTES, FORMAT = b"\xfd\xff\xff\xff", b"\xff" * 4, b"\xfc\xff\xff\xff", b"\xfe\xfb\xff\xff"
NUMBER, WORDS, WIDTH = 1, 2, 8


def written(columns: Mapping[str, Sequence[object]], questions: Mapping[str, str], width: int = 40) -> bytes:
    """Return a data set; ``None`` is no answer, a letter among numbers one of the 26 special ones."""
    texts = b"".join(_padded(one) for name in columns for one in (name, questions.get(name, "")))
    blob = struct.pack("<H", 0) + bytes(6) + texts
    kinds = {
        name: WORDS if all(isinstance(one, str) for one in held) else NUMBER for name, held in columns.items()
    }
    widths = [width if kind == WORDS else WIDTH for kind in kinds.values()]
    rows = [
        b"".join(_cell(one, kind, width) for one, kind in zip(row, kinds.values(), strict=True))
        for row in zip(*columns.values(), strict=True)
    ]
    refs, at = [], 8
    for name in columns:
        own = [(at, len(name.encode()))]
        at += len(_padded(name))
        question = questions.get(name, "").encode()
        own.append((at, len(question)))
        at += len(_padded(questions.get(name, "")))
        refs.append(own)
    starts = [sum(widths[:place]) for place in range(len(widths))]
    parts = [
        _row_size(sum(widths), len(rows)),
        COLUMN_SIZE + struct.pack("<II", len(columns), 0),
        COUNTS + bytes(300),
        _listed(TEXT, blob[8:]),
        _listed(NAME, b"".join(struct.pack("<HHHH", 0, *name, 0) for name, _ in refs) + bytes(8)),
        _listed(
            ATTRIBUTES,
            b"".join(
                struct.pack("<IIHBB", start, own, 0, kind, 0)
                for start, own, kind in zip(starts, widths, kinds.values(), strict=True)
            )
            + bytes(8),
        ),
        *(FORMAT + bytes(36) + struct.pack("<HHH", 0, *question) + bytes(6) for _, question in refs),
    ]
    return _header() + _page(parts, b"".join(rows), len(rows))


def _padded(words: str) -> bytes:
    """A text as it stands among the others: from a multiple of four on."""
    found = words.encode()
    return found + bytes(-len(found) % 4)


def _cell(cell: object, kind: int, width: int) -> bytes:
    if kind == WORDS:
        return str(cell).encode().ljust(width)
    if cell is None:
        return bytes.fromhex("0000000000feffff")
    if isinstance(cell, str):
        return bytes(5) + bytes([255 - ord(cell.upper())]) + b"\xff\xff"
    assert isinstance(cell, (int, float))
    assert math.isfinite(cell)
    return struct.pack("<d", cell)


def _row_size(length: int, count: int) -> bytes:
    found = bytearray(480)
    found[:4] = ROW_SIZE
    struct.pack_into("<II", found, 20, length, count)
    struct.pack_into("<I", found, 60, count)
    return bytes(found)


def _listed(signature: bytes, body: bytes) -> bytes:
    """A description whose length stands behind its signature."""
    whole = len(signature) + 8 + len(body)
    return signature + struct.pack("<H", whole - 12) + bytes(6) + body


def _header() -> bytes:
    found = bytearray(HEADER)
    found[:32] = MAGIC
    found[32], found[35], found[37], found[39], found[70] = 0x22, 0x22, 1, ord("1"), UTF_8
    found[84:92] = b"SAS FILE"
    found[92:124] = b"ANSWERS".ljust(32)
    struct.pack_into("<II", found, 196, HEADER, PAGE)
    struct.pack_into("<I", found, 204, 1)
    found[216:224] = b"9.0401M6"
    return bytes(found)


def _page(parts: Sequence[bytes], rows: bytes, count: int) -> bytes:
    found = bytearray(PAGE)
    struct.pack_into("<HHH", found, 16, MIXED, len(parts) + count, len(parts))
    end = PAGE
    for place, part in enumerate(parts):
        end -= len(part)
        found[end : end + len(part)] = part
        struct.pack_into("<IIBBH", found, POINTERS + POINTER * place, end, len(part), 0, 0, 0)
    start = POINTERS + POINTER * len(parts)
    start += start % 8
    assert start + len(rows) <= end
    found[start : start + len(rows)] = rows
    return bytes(found)
