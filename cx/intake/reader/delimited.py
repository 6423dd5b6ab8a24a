"""Delimited text (.csv, .tsv, .txt): its encoding, its delimiter, its rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from .refusal import Refused

DELIMITERS = (",", ";", "\t", "|")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset(
    "àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝ€£§°±²³½·–—‘’“”„…•´¨«»®©™\xa0¡¿ºª"
)
_STATED = "sep="
_SAMPLE_ROWS = 60
_SAMPLE_BYTES = 200_000
_HIGH_RUNS = re.compile(rb"[\x80-\xff]+")
_CANDIDATES = [
    "cp1250", "cp1251", "cp1253", "cp1254", "koi8_r", "mac_roman", "cp437",
    "big5", "gb18030", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
_LETTERS = re.compile(rb"[A-Za-z]")
_LONGEST_FIELD = 1_000_000


def encoding_of(content: bytes) -> str:
    """Return the name of the text's encoding: by its mark, else by what it can be read as."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    wide = _wide_encoding(content[:4096])
    if wide:
        return wide
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _narrow_encoding(content)
    return "utf-8"


def _wide_encoding(start: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every other byte."""
    half = len(start) // 2
    if not half:
        return None
    if start[1::2].count(0) > 0.6 * half and start[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if start[0::2].count(0) > 0.6 * half and start[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _narrow_encoding(content: bytes) -> str:
    """Windows-1252 where its letters are those of western Europe; otherwise what statistics say."""
    try:
        high = [sign for sign in content.decode("cp1252") if not sign.isascii()]
    except UnicodeDecodeError:
        high = []
    if high and sum(sign in _WESTERN for sign in high) >= 0.9 * len(high) and not _is_eastern(content):
        return "cp1252"
    from charset_normalizer import from_bytes

    sample = content if len(content) <= _SAMPLE_BYTES else content[:_SAMPLE_BYTES].rsplit(b"\n", 1)[0]
    best = from_bytes(sample, cp_isolation=_CANDIDATES).best() or from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _is_eastern(content: bytes) -> bool:
    """So many letters beyond ASCII, or so often next to each other, as no western text has them."""
    sample = content[:_SAMPLE_BYTES]
    runs = _HIGH_RUNS.findall(sample)
    high = sum(map(len, runs))
    return high > len(runs) * 3 // 2 or 4 * high > len(_LETTERS.findall(sample)) + high


def text_of(content: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    Raises
    ------
    Refused
        When the bytes are no text.
    """
    encoding = encoding_of(content)
    text = content.decode(encoding, errors="replace")
    if text.count("\0") > len(text) // 100:
        raise Refused("not_a_table")
    return text.replace("\0", ""), encoding


def delimiter_of(text: str) -> str:
    """Return the sign between fields: it cuts most rows into the same number of fields, at least two."""
    return max(DELIMITERS, key=lambda sign: _regularity(text, sign))


def _regularity(text: str, delimiter: str) -> float:
    rows = [row for row in islice(_rows(text, delimiter), _SAMPLE_ROWS) if any(row)]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count / len(rows) * (1 + min(width, 20) / 100)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def rows_of(text: str, *, cells: int) -> tuple[list[list[str]], str]:
    """Return the rows of delimited text and its delimiter.

    Raises
    ------
    Refused
        When the text holds more cells than allowed, or a field without end.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    delimiter, skip = _stated_delimiter(text)
    try:
        delimiter = delimiter or delimiter_of(text)
        rows = _within(text, delimiter, cells)
    except csv.Error as error:
        raise Refused("text_damaged", reason=str(error)) from error
    return ([[], *rows[1:]] if skip else rows), delimiter


def _stated_delimiter(text: str) -> tuple[str, bool]:
    """The first line of a file that Excel wrote may say ``sep=;``."""
    line = text.split("\n", 1)[0].rstrip("\r").strip('"')
    stated = line[len(_STATED) :]
    return (stated, True) if line.lower().startswith(_STATED) and len(stated) == 1 else ("", False)


def _within(text: str, delimiter: str, cells: int) -> list[list[str]]:
    rows: list[list[str]] = []
    width = 0
    for row in _rows(text, delimiter):
        rows.append(row)
        width = max(width, len(row))
        if width * len(rows) > cells:
            raise Refused("limit_cells", limit=cells)
    return rows
