"""The workbook to start from: an example, what each column means, and cells that check what is typed."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from cx.deliver.ground import NO_DAY, Book, Field, Kind, Value
from cx.text import Language, say

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LAST_ROW = 500
Check = Literal["decimal", "integer"]


@dataclass(frozen=True)
class Column:
    """A column of the template: its key in the words, its width, and the numbers that it takes."""

    key: str
    width: float
    kind: Kind = "text"
    check: Check | None = None
    minimum: int = 0
    maximum: int | None = None


_COLUMNS = (
    Column("touchpoint", 34),
    Column("journey", 18),
    Column("channel", 16),
    Column("satisfaction", 20, "plain", "decimal", 1, 10),
    Column("impact", 15, "plain", "decimal", 1, 5),
    Column("volume", 14, "whole", "decimal"),
    Column("n", 12, "whole", "integer"),
    Column("owner", 20),
    Column("note", 40),
)
_EXAMPLES: tuple[tuple[str, float, float, int, int], ...] = (
    ("invoice", 6.1, 4.2, 1_450_000, 412),
    ("call", 6.8, 3.9, 310_000, 388),
    ("claim", 5.4, 4.6, 24_000, 120),
    ("app", 7.9, 3.6, 880_000, 530),
    ("visit", 8.6, 4.1, 41_000, 164),
    ("welcome", 7.4, 2.1, 96_000, 205),
    ("newsletter", 6.5, 1.6, 720_000, 240),
    ("meter", 7.7, 2.4, 510_000, 301),
)


def template(lang: Language) -> bytes:
    """Return the template workbook as an .xlsx file.

    Notes
    -----
    The first sheet is a table that can be loaded as it is; the second explains every column. Volume and n
    take numbers from 0 only. Satisfaction and impact warn beyond their scale, since another one may be meant.
    """
    buffer = io.BytesIO()
    book = Book(buffer)
    book.file.set_properties(
        {
            "title": say("deliver.template.title", lang),
            "author": say("app.name", lang),
            "created": NO_DAY,
        }
    )
    _add_example(book, lang)
    _add_explanation(book, lang)
    book.file.close()
    return buffer.getvalue()


def _add_example(book: Book, lang: Language) -> None:
    sheet = book.sheet(say("deliver.template.sheet", lang))
    fields = [Field(_header(column, lang), column.width, column.kind) for column in _COLUMNS]
    book.table(sheet, fields, (_row(example, lang) for example in _EXAMPLES))
    for at, column in enumerate(_COLUMNS):
        _check(sheet, at, column, lang)


def _row(example: tuple[str, float, float, int, int], lang: Language) -> tuple[Value, ...]:
    key, satisfaction, impact, volume, base = example
    words = {
        part: say(f"deliver.template.{key}.{part}", lang) for part in ("name", "journey", "channel", "owner")
    }
    named = (words["name"], words["journey"], words["channel"])
    return (*named, satisfaction, impact, volume, base, words["owner"], "")


def _check(sheet: Worksheet, at: int, column: Column, lang: Language) -> None:
    """Let the cells of a column say what they take, and refuse what they do not."""
    rule: dict[str, Any] = {
        "validate": column.check or "any",
        "input_title": _header(column, lang)[:32],
        "input_message": say(f"deliver.template.explain.{column.key}", lang)[:255],
    }
    if column.check:
        rule |= {"criteria": ">=", "value": column.minimum}
        if column.maximum is not None:
            rule |= {"criteria": "between", "minimum": column.minimum, "maximum": column.maximum}
        rule |= {
            "error_type": "warning" if column.maximum is not None else "stop",
            "error_title": _header(column, lang)[:32],
            "error_message": say(f"deliver.template.refuse.{column.key}", lang)[:255],
        }
    sheet.data_validation(1, at, _LAST_ROW, at, rule)


def _add_explanation(book: Book, lang: Language) -> None:
    sheet = book.sheet(say("deliver.template.explanation", lang))
    fields = [
        Field(say("deliver.column.header", lang), 26),
        Field(say("deliver.template.needed", lang), 14),
        Field(say("deliver.template.meaning", lang), 90, "long"),
    ]
    book.table(sheet, fields, (_explained(column, lang) for column in _COLUMNS))


def _explained(column: Column, lang: Language) -> tuple[str, str, str]:
    needed = "yes" if column.key in ("touchpoint", "satisfaction") else "no"
    words = say(f"deliver.template.explain.{column.key}", lang)
    return _header(column, lang), say(f"deliver.template.needed.{needed}", lang), words


def _header(column: Column, lang: Language) -> str:
    return say(f"deliver.template.header.{column.key}", lang)
