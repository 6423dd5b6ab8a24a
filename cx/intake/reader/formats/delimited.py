"""Delimited text (.csv, .tsv, .txt): its encoding, its delimiter, its rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Literal

from ..pipe.refusal import Refused
from .alphabets import elsewhere
from .scripts import by_letters

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
_OLD_WESTERN = ("mac_roman", "cp850")
"""What older programs on a Mac and under DOS wrote."""
_STATED = "sep="
_SAMPLE_ROWS = 60
_SAMPLE_BYTES = 200_000
_START = 1_500_000
_HIGH_RUNS = re.compile(rb"[\x80-\xff]+")
_CANDIDATES = [
    "cp1250", "cp1251", "cp1253", "cp1254", "koi8_r", "mac_roman", "cp437",
    "big5", "gb18030", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
_LETTERS = re.compile(rb"[A-Za-z]")
_LONGEST_FIELD = 1_000_000
_FEWEST_LINES, _NEARLY_ALL = 4, 0.9
_APART = re.compile(r" {2,}|\t")
"""What sets columns apart in a listing."""
_LAST = "\x1e"
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1d\x1f]")
"""Signs that programs send each other; text has hardly any."""
_GLANCE = 100_000
LARGE = 1_000_000
"""So many signs are many: below, to load what reads them at once takes longer than it spares."""


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
    """UTF-16 and UTF-32 without a mark show as zeros at every second byte, or at three of four."""
    half, quarter = len(start) // 2, len(start) // 4
    if not half:
        return None
    zeros = [start[at::4].count(0) for at in range(4)]
    if quarter and min(zeros[2:]) == quarter == len(start) / 4 and zeros[0] == 0:
        return "utf-32-le"
    if quarter and min(zeros[:2]) == quarter == len(start) / 4 and zeros[3] == 0:
        return "utf-32-be"
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None


def _narrow_encoding(content: bytes) -> str:
    """That of a language that spells it, else Windows-1252 for western letters, else what statistics say."""
    sample = _sample(content)
    if spelled := elsewhere(sample):
        return spelled
    if not _is_eastern(sample):
        if _western(sample, "cp1252") >= 0.9:  # noqa: PLR2004 - nearly all
            return "cp1252"
        best = max(_OLD_WESTERN, key=lambda name: _western(sample, name))
        if _western(sample, best) >= 0.95:  # noqa: PLR2004 - surer still
            return best
    elif lettered := by_letters(sample):
        return lettered
    from charset_normalizer import from_bytes

    likely = from_bytes(sample, cp_isolation=_CANDIDATES).best() or from_bytes(sample).best()
    return likely.encoding if likely else "cp1252"


def _sample(content: bytes) -> bytes:
    """Whole lines from the first one on that is not ASCII."""
    if len(content) <= _SAMPLE_BYTES:
        return content
    first = _HIGH_RUNS.search(content)
    start = content.rfind(b"\n", 0, first.start()) + 1 if first else 0
    return content[start : start + _SAMPLE_BYTES].rsplit(b"\n", 1)[0]


def _western(content: bytes, encoding: str) -> float:
    """The share of letters and signs beyond ASCII that western texts have, where they have them.

    A capital behind a small letter, as in ``CafÉ``, tells of another encoding.
    """
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    high = [at for at, sign in enumerate(text) if not sign.isascii()]
    fine = sum(
        text[at] in _WESTERN and not (text[at].isupper() and at > 0 and text[at - 1].islower()) for at in high
    )
    return fine / len(high) if high else 0.0


def _is_eastern(content: bytes) -> bool:
    """So many letters beyond ASCII, or so often next to each other, as no western text has them."""
    runs = _HIGH_RUNS.findall(content)
    high = sum(map(len, runs))
    return high > len(runs) * 2 or 4 * high > len(_LETTERS.findall(content)) + high


def text_of(content: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding.

    Raises
    ------
    Refused
        When the bytes are no text.
    """
    encoding = encoding_of(content)
    text = content.decode(encoding, errors="replace")
    start = text[:_GLANCE]
    if text.count("\0") > len(text) // 100 or len(_CONTROLS.findall(start)) > len(start) // 50:
        raise Refused("not_a_table")
    return text.replace("\0", ""), encoding


def delimiter_of(text: str) -> str:
    """Return the sign between fields: it cuts most rows into the same number of fields, at least two."""
    return max(DELIMITERS, key=lambda sign: _regularity(text, sign))


def plain_delimiter(text: str) -> str:
    """Return the sign between fields; empty where a first line of its own says it, or none can be told."""
    if _stated_delimiter(text)[1]:
        return ""
    csv.field_size_limit(_LONGEST_FIELD)
    return delimiter_of(text)


def _regularity(text: str, delimiter: str) -> float:
    try:
        rows = [row for row in first_rows(text, delimiter) if any(row)]
    except csv.Error:  # a field without end under this sign says nothing about the others
        return 0.0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count / len(rows) * (1 + min(width, 20) / 100)


def first_rows(text: str, delimiter: str) -> list[list[str]]:
    """Return the first rows; they hardly ever reach beyond the start of a long text."""
    rows = list(islice(_rows(text[:_START], delimiter), _SAMPLE_ROWS + 1))
    if len(rows) <= _SAMPLE_ROWS and len(text) > _START:
        rows = list(islice(_rows(text, delimiter), _SAMPLE_ROWS))
    return rows[:_SAMPLE_ROWS]


def width_of(text: str, delimiter: str) -> int:
    """Return how many cells the longest of the first rows has; 0 where they cannot be cut."""
    try:
        return max((len(row) for row in first_rows(text, delimiter) if any(row)), default=0)
    except csv.Error:
        return 0


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


@dataclass(frozen=True)
class Delimited:
    """Delimited text cut into cells."""

    rows: list[list[str]]
    delimiter: str
    quotes_open: bool = False
    """A quotation mark opens a cell and is never closed; they were all read as ordinary signs."""


def rows_of(text: str, *, cells: int) -> Delimited:
    """Return the rows of delimited text.

    Raises
    ------
    Refused
        When the text holds more cells than allowed, or a field without end.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    delimiter, skip = _stated_delimiter(text)
    try:
        delimiter = delimiter or delimiter_of(text)
        rows = _closed(text, delimiter, cells)
        quotes_open = rows is None
        if rows is None:
            rows = _within(text, delimiter, cells, csv.QUOTE_NONE)[:-1]
    except csv.Error as error:
        raise Refused("text_damaged", reason=str(error)) from error
    rows, delimiter = _cut_again(rows, delimiter)
    return Delimited([[], *rows[1:]] if skip else rows, delimiter, quotes_open)


def _cut_again(rows: list[list[str]], delimiter: str) -> tuple[list[list[str]], str]:
    """Rows of one cell each that hold a whole line: in quotation marks as one, or cut by blanks.

    Some programs put each line in quotation marks; listings set columns apart by two blanks or more.
    """
    lines = [row[0] for row in rows if row and row[0].strip()]
    if len(lines) < _FEWEST_LINES or any(len(row) > 1 for row in rows):
        return rows, delimiter
    inside = "\n".join(lines)
    sign = delimiter_of(inside)
    if _regularity(inside, sign) > _NEARLY_ALL:
        return [next(_rows(row[0], sign), []) if row else [] for row in rows], sign
    parts = [_APART.split(row[0].strip()) if row else [] for row in rows]
    widths = Counter(len(row) for row in parts if len(row) > 1)
    usual = max(widths.values(), default=0)
    return (parts, delimiter) if usual > _NEARLY_ALL * len(lines) else (rows, delimiter)


def _stated_delimiter(text: str) -> tuple[str, bool]:
    """The first line of a file that Excel wrote may say ``sep=;``."""
    line = text.split("\n", 1)[0].rstrip("\r").strip('"')
    stated = line[len(_STATED) :]
    return (stated, True) if line.lower().startswith(_STATED) and len(stated) == 1 else ("", False)


def _closed(text: str, delimiter: str, cells: int) -> list[list[str]] | None:
    """The rows; ``None`` where a quotation mark opens a cell and the rest of the text is inside it."""
    try:
        rows = _within(text, delimiter, cells, csv.QUOTE_MINIMAL)
    except csv.Error:
        return None
    return rows if rows.pop() == [_LAST] else None


def _within(text: str, delimiter: str, cells: int, quoting: Literal[0, 3]) -> list[list[str]]:
    """The rows, and behind them a row of our own: where it is missing, a quotation mark swallowed it."""
    rows: list[list[str]] = []
    width = 0
    for row in csv.reader(
        chain(io.StringIO(text, newline=""), [_LAST]), delimiter=delimiter, quoting=quoting
    ):
        rows.append(row)
        width = max(width, len(row))
        if width * len(rows) > cells:
            raise Refused("limit_cells", limit=cells)
    return rows
