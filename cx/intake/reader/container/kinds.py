"""What a file really is, by its first bytes and not by its name."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from itertools import pairwise

from ..pipe.refusal import Refused

WORKBOOK, DELIMITED, PARQUET = "workbook", "delimited", "parquet"
WEB_PAGE, XML_2003 = "web_page", "xml_2003"
XES, XES_PACKED = "xes", "xes_packed"
"""Event logs, plain and in gzip."""
STATISTICS = ("sav", "por", "dta", "sas7bdat", "xport")
"""Files of SPSS, of Stata and of SAS."""
_ALWAYS_FINE = 100_000_000
"""So many bytes may always unpack, whatever the size of the file."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_EXCEL = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_OTHERS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"\0\0\1\0", "image"),
    (b"<svg", "image"),
    (b"7z\xbc\xaf", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"BZh91AY&SY", "archive"),
    (b"Rar!", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"{\\rtf", "word"),
    (b"SQLite format 3", "database"),
    (b"\0\1\0\0Standard", "database"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
)
_PHOTO = re.compile(rb"RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif)", re.DOTALL)
_ARCHIVE = (257, b"ustar")
_READ = (
    (re.compile(rb"\$FL[23]"), "sav"),
    (re.compile(rb"<stata_dta>|[\x66-\x73][\x01\x02]\x01\0"), "dta"),
    (re.compile(rb".{84}SAS FILE", re.DOTALL), "sas7bdat"),
    (re.compile(rb"HEADER RECORD\*{7}LIB"), "xport"),
    (re.compile(rb".{440,500}SPSSPORT", re.DOTALL), "por"),
    (re.compile(rb"PAR1"), PARQUET),
    (re.compile(rb"MIME-Version:"), WEB_PAGE),
)
"""What the first bytes of kinds look like that have a reader of their own."""
_LOCK_SIZE = 165
"""Excel's mark beside an open workbook: the length of a name, and the name padded with spaces."""
_SYLK = re.compile(rb"ID;P[^\r\n]*[\r\n]+(?:P;P|[CFBO];)")
"""Its second line tells it from text whose first header is ID."""
_JSON = re.compile(rb"\s*(?:\{\s*\"|\[\s*[\[{])")
_GZIP, _GLANCE = b"\x1f\x8b", 8_192
_XES = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:(?><\?.*?\?>|<!--.*?-->)\s*)*+<(?:\w+:)?log\b", re.DOTALL)
_HTML = re.compile(rb"<\s*(!doctype\s+html|html|head|body|table|meta|style|div)\b", re.IGNORECASE)


def kind_of(content: bytes, *, unpacked_limit: int, unpacked_ratio: int = 100) -> str:
    """Return what a file is, as a word of this module.

    Raises
    ------
    Refused
        When it is anything else; the key says what.
    """
    if not content.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise Refused("empty_file")
    if content.startswith(b"PK"):
        _check_zip(content, unpacked_limit, unpacked_ratio)
        return WORKBOOK
    if content.startswith(_OLE):
        _check_ole(content)
        return WORKBOOK
    if content.startswith(_OLD_EXCEL):
        raise Refused("old_excel")
    if content.startswith(b"BM") and content[6:10] == bytes(4):
        raise Refused("is_image")  # a bitmap has four zeros there; text that starts with BM has not
    own = next((kind for pattern, kind in _READ if pattern.match(content)), "")
    if own:
        return own
    if content.startswith(_GZIP) and _XES.match(_first_unpacked(content)):
        return XES_PACKED
    _check_others(content)
    return _markup(content)


def _first_unpacked(content: bytes) -> bytes:
    """How what is in a gzip file begins; nothing where it cannot be unpacked."""
    try:
        return zlib.decompressobj(wbits=31).decompress(content[:_GLANCE], _GLANCE)
    except zlib.error:
        return b""


def _check_others(content: bytes) -> None:
    for start, what in _OTHERS:
        if content.startswith(start):
            raise Refused(f"is_{what}")
    for pattern, what in ((_PHOTO, "image"), (_SYLK, "sylk")):
        if pattern.match(content):
            raise Refused(f"is_{what}")
    if content.startswith(_ARCHIVE[1], _ARCHIVE[0]):
        raise Refused("is_archive")
    if len(content) == _LOCK_SIZE and 0 < content[0] < 55 and content[1 + content[0] : 54].strip() == b"":  # noqa: PLR2004 - the place of the name
        raise Refused("is_lock_file")
    start = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if _JSON.match(start) and start.strip():
        raise Refused("is_google_link" if b"docs.google.com" in start else "is_json")


def emptiness_of(content: bytes) -> str:
    """Return what a workbook without a filled cell is: pivot tables alone, charts alone, or empty."""
    if not content.startswith(b"PK"):
        return "no_cells"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = " ".join(archive.namelist()).lower()
    if "pivot" in names:
        return "only_pivots"
    return "only_charts" if "/chart" in names or "object " in names else "no_cells"


def _markup(content: bytes) -> str:
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"\xff\xfe<\0", b"\xfe\xff\0<")):
        start = start.replace(b"\0", b"")[2:]
    if not start.startswith(b"<"):
        return DELIMITED
    if b"<svg" in start[:1000]:
        raise Refused("is_image")
    if _XES.match(content[:_GLANCE]):
        return XES
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start and not _HTML.match(start):
        return XML_2003
    if b"opendocument" in start:
        raise Refused("is_flat_ods")
    if _HTML.match(start) or _HTML.search(start):
        return WEB_PAGE
    raise Refused("is_xml")


def unpacked_names(content: bytes, limit: int, ratio: int) -> set[str]:
    """Return the names of a package's parts, in small letters.

    Raises
    ------
    Refused
        When it unpacks beyond a limit.
    zipfile.BadZipFile
        When it is damaged.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
    if _overlap(entries):
        raise Refused("zip_overlaps")
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limit:
        raise Refused("limit_unpacked", size=unpacked // 1_000_000, limit=limit // 1_000_000)
    if unpacked > _ALWAYS_FINE and unpacked > ratio * len(content):
        size = {"size": max(0.1, round(len(content) / 1_000_000, 1)), "unpacked": unpacked // 1_000_000}
        raise Refused("unpacks_beyond_reason", **size, ratio=ratio)
    return {entry.filename.replace("\\", "/").lower() for entry in entries}


def _check_zip(content: bytes, limit: int, ratio: int) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            manifest = _manifest(archive)
        names = unpacked_names(content, limit, ratio)
    except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise Refused("zip_damaged") from error
    if b"encryption-data" in manifest:
        raise Refused("ods_password")
    _check_parts(names)


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    """Whether parts share bytes: a bomb's many parts are all the same few."""
    spans = sorted((entry.header_offset, entry.header_offset + entry.compress_size) for entry in entries)
    return any(end > start for (_, end), (start, _) in pairwise(spans))


def _manifest(archive: zipfile.ZipFile) -> bytes:
    if "META-INF/manifest.xml" not in archive.namelist():
        return b""
    with archive.open("META-INF/manifest.xml") as file:
        return file.read(1_000_000)


def _check_parts(names: set[str]) -> None:
    if any(name.startswith("xl/") for name in names) or "content.xml" in names:
        return
    if any(name.startswith("word/") for name in names):
        raise Refused("is_word")
    if any(name.startswith("ppt/") for name in names):
        raise Refused("is_powerpoint")
    if any(name.startswith("index/") or name.endswith(".iwa") for name in names):
        raise Refused("is_numbers")
    raise Refused("zip_without_workbook")


def _check_ole(content: bytes) -> None:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if holds("WordDocument") and not holds("Workbook"):
        raise Refused("is_word")
    if holds("PowerPoint Document"):
        raise Refused("is_powerpoint")
    if not holds("WordDocument"):
        _check_chains(content)


def _check_chains(content: bytes) -> None:
    """The spreadsheet reader follows a chain that leads back into itself until its memory is full."""
    from . import compound

    try:
        compound.stream_of(content, compound.WORKBOOKS)
    except compound.LoopError as error:
        raise Refused("workbook_damaged", reason=type(error).__name__) from error
    except (KeyError, ValueError, IndexError, struct.error):
        return  # what else is odd is for the spreadsheet reader to judge
