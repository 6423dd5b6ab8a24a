"""The touchpoints in order of priority as a CSV file that a spreadsheet opens with a double click."""

from __future__ import annotations

import csv
import io

from cx.deliver import content, result_sheet
from cx.deliver.book import Value
from cx.deliver.safe import csv_text, xml_text
from cx.records import Matrix
from cx.text import Language, say

_DELIMITERS = {"en": ",", "nl": ";"}
_MARKS = {"en": ".", "nl": ","}
_DIGITS = 12


def priorities_csv(matrix: Matrix, lang: Language) -> bytes:
    """Return the touchpoints in order of priority with all their numbers, as a CSV file.

    Notes
    -----
    UTF-8 with a byte order mark; Dutch with semicolons and decimal commas, English with commas and points, as
    spreadsheets in those languages expect. Text that could be taken for a formula gets an apostrophe.
    """
    measures = result_sheet.columns(matrix, lang)
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=_DELIMITERS[lang], lineterminator="\r\n")
    writer.writerow([say(f"deliver.column.{measure.key}", lang) for measure in measures])
    for values in result_sheet.rows(content.ordered(matrix), measures):
        writer.writerow([_cell(value, lang) for value in values])
    return target.getvalue().encode("utf-8-sig")


def _cell(value: Value, lang: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return csv_text(xml_text(value))
    written = f"{value:.{_DIGITS}g}"
    plain = f"{value:.{_DIGITS}f}".rstrip("0").rstrip(".") if "e" in written else written
    return plain.replace(".", _MARKS[lang])
