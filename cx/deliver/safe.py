"""Text that people typed, made fit for the files that we write.

The XML in decks and workbooks refuses control characters, sheet and file names refuse some signs, and a
spreadsheet runs a cell of a CSV file that begins like a formula.
"""

from __future__ import annotations

import re
import unicodedata

_ILLEGAL_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ESCAPED_BY_EXCEL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ILLEGAL_SHEET = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_FILE_NAMES = re.compile(r"[^\w.-]+")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(1, 10))}
_SHEET_LENGTH = 31


def xml_text(text: str) -> str:
    r"""Return the text without the characters that XML 1.0 has no place for.

    Examples
    --------
    >>> xml_text("Claims\x00 &\x1b more")
    'Claims & more'
    """
    return _ILLEGAL_XML.sub("", text)


def escaped(text: str) -> str:
    """Return the text as it stands between the tags or in an attribute of XML.

    Examples
    --------
    >>> escaped('<a> & "b"')
    '&lt;a&gt; &amp; &quot;b&quot;'
    """
    clean = xml_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return clean.replace('"', "&quot;")


def cell_text(text: str) -> str:
    """Return the text as a workbook's cell can hold it: legal in XML, and no longer than Excel allows.

    Excel reads ``_x0041_`` in a cell as the letter A; the first underscore is written so that it does not.

    Examples
    --------
    >>> cell_text("code _x0041_")
    'code _x005F_x0041_'
    """
    return _ESCAPED_BY_EXCEL.sub("_x005F_", xml_text(text))[:32_767]


def csv_text(text: str) -> str:
    """Return the text so that no spreadsheet runs it: an apostrophe stands before what starts a formula.

    Examples
    --------
    >>> csv_text("=1+1"), csv_text("Claims")
    ("'=1+1", 'Claims')
    """
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) or text.startswith("\n") else text


def sheet_name(text: str) -> str:
    """Return the text as the name of a sheet: without the signs that Excel refuses, at most 31 characters.

    Examples
    --------
    >>> sheet_name("Fix: now/later?")
    'Fix now later'
    """
    legal = " ".join(_ILLEGAL_SHEET.sub(" ", xml_text(text)).split()).strip("' ")
    return legal[:_SHEET_LENGTH].strip("' ") or "-"


def file_stem(text: str, *, longest: int = 60) -> str:
    """Return the text as a part of a file's name that Windows, macOS and Linux all take.

    Examples
    --------
    >>> file_stem("Contact: points / Q3 (é)"), file_stem("..")
    ('Contact-points-Q3-é', 'file')
    """
    composed = unicodedata.normalize("NFC", xml_text(text))
    stem = _NOT_IN_FILE_NAMES.sub("-", composed)[:longest].strip("-._ ")
    return f"{stem}-" if stem.casefold() in _RESERVED else stem or "file"
