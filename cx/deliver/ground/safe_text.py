"""Text that people typed, made fit for the files that we write.

The XML in decks and workbooks refuses control characters, sheet and file names refuse some signs, and a
spreadsheet runs a cell of a CSV file that begins like a formula.
"""

from __future__ import annotations

import re
import unicodedata

_ILLEGAL_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ILLEGAL_SHEET = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_FILE_NAMES = re.compile(r"[^\w.-]+")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", *"＝＋－＠﹦﹢﹣﹫")
"""The last eight are wide forms of four of them, which spreadsheets in East Asian languages take too."""
_NEXT_CELL = re.compile(f"(?<=[,;|\t\n\r])([ \"']*)(?=[{re.escape(''.join(_FORMULA_STARTS))}])")
"""Where a program that cuts at another sign than the file's own would see a cell begin like a formula."""
_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(1, 10)),
}
_SHEET_LENGTH = 31
_CELL_LENGTH = 32_767
_LARGEST = 1.797693134862315e308
"""The largest number that is still one in the sixteen digits in which a workbook is written."""


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
    r"""Return the text as a workbook's cell can hold it: legal in XML, with plain line ends, not too long.

    Examples
    --------
    >>> cell_text("Claims\x07")
    'Claims'
    """
    return xml_text(text).replace("\r\n", "\n").replace("\r", "\n")[:_CELL_LENGTH]


def cell_number(value: float) -> float:
    """Return the number as a workbook's cell can hold it: what its last digit rounds to is a number, too.

    Examples
    --------
    >>> cell_number(7.25), cell_number(-1.7976931348623157e308)
    (7.25, -1.797693134862315e+308)
    """
    return min(max(value, -_LARGEST), _LARGEST)


def starts_formula(text: str) -> bool:
    """Return whether a spreadsheet could take the text for a formula."""
    return text.lstrip(" \n").startswith(_FORMULA_STARTS)


def csv_text(text: str) -> str:
    """Return the text so that no spreadsheet runs it: an apostrophe stands before what starts a formula.

    Also where one starts behind a sign at which another program cuts: lists are opened in other countries.

    Examples
    --------
    >>> csv_text("=1+1"), csv_text("Claims"), csv_text("Claims,=1+1")
    ("'=1+1", 'Claims', "Claims,'=1+1")
    """
    inside = _NEXT_CELL.sub(r"\1'", text)
    return f"'{inside}" if starts_formula(text) else inside


def sheet_name(text: str) -> str:
    """Return the text as the name of a sheet: without the signs that Excel refuses, at most 31 characters.

    A longer one ends after a word, where that leaves half of the length.

    Examples
    --------
    >>> sheet_name("Fix: now/later?")
    'Fix now later'
    >>> sheet_name("Minimise the cost of this touchpoint")
    'Minimise the cost of this'
    """
    legal = " ".join(_ILLEGAL_SHEET.sub(" ", xml_text(text)).split()).strip("' ")
    if len(legal) > _SHEET_LENGTH:
        words = legal[: _SHEET_LENGTH + 1].rpartition(" ")[0]
        legal = words if len(words) > _SHEET_LENGTH / 2 else legal[:_SHEET_LENGTH]
    return legal.strip("' ") or "-"


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
