"""Rows as a CSV file that a spreadsheet opens without a question and without running anything."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from cx.deliver.ground import Value, csv_text, xml_text
from cx.text import Language

_DELIMITERS: Final[dict[str, str]] = {"en": ",", "nl": ";"}
_MARKS: Final[dict[str, str]] = {"en": ".", "nl": ","}
_DIGITS = 12


def written(heads: Sequence[str], rows: Iterable[Sequence[Value]], lang: Language) -> bytes:
    """Return a CSV file.

    Notes
    -----
    UTF-8 with a byte order mark; Dutch with semicolons and decimal commas, English with commas and points, as
    spreadsheets in those languages expect. Text that could be taken for a formula gets an apostrophe.

    Examples
    --------
    >>> written(["Name", "Cost"], [["=A1", 2.5]], "nl").decode("utf-8-sig").split()
    ['Name;Cost', "'=A1;2,5"]
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=_DELIMITERS[lang], lineterminator="\r\n")
    writer.writerow([_cell(head, lang) for head in heads])
    for values in rows:
        writer.writerow([_cell(value, lang) for value in values])
    return target.getvalue().encode("utf-8-sig")


def _cell(value: Value, lang: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return csv_text(xml_text(value))
    text = f"{value:.{_DIGITS}g}"
    plain = f"{value:.{_DIGITS}f}".rstrip("0").rstrip(".") if "e" in text else text
    return plain.replace(".", _MARKS[lang])
