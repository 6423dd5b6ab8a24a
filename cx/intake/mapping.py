"""What was chosen about a file, kept for the next file with the same headers: as a small JSON file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

from cx.errors import ArgumentError
from cx.intake.saved import plain, record
from cx.intake.understanding import understand
from cx.intake.words import folded
from cx.records import finite_json
from cx.records.file import EVERY_COLUMN, Choices, Understanding, Workbook

VERSION = 1
FORMAT = "cx-mapping"
MOST_BYTES = 2_000_000
_LAST_ROW = 1_048_576
_MOST_HEADER_ROWS = 10
_BY_COLUMN = ("roles", "scales", "codes", "text_scales", "matches", "names")
"""The choices that are made name by name."""


@dataclass(frozen=True)
class _Mapping:
    """The file, once it was read."""

    headers: tuple[str, ...]
    choices: Choices


def mapping_of(choices: Choices, understanding: Understanding) -> bytes:
    """Return the choices made for a file as a mapping file: JSON with nothing but plain data.

    Parameters
    ----------
    understanding
        How the file was understood with these choices; its headers are kept to recognise the next file.
    """
    about = {
        "format": FORMAT,
        "version": VERSION,
        "headers": [column.header for column in understanding.columns],
        "choices": plain(choices),
    }
    return json.dumps(about, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def reading_of(choices: Choices, understanding: Understanding) -> str:
    """Return what was chosen about a file, as a deck keeps it: a mapping file's text; empty for no choice.

    Parameters
    ----------
    understanding
        How the file was understood with these choices.
    """
    return "" if choices == Choices() else mapping_of(choices, understanding).decode()


def headers_key(understanding: Understanding) -> str:
    """Return what two files with the same headers have in common, in whatever order and spelling.

    Capitals, blanks and signs do not count; a file without columns has an empty key.
    """
    return _key(column.header for column in understanding.columns)


def choices_from(content: bytes, understanding: Understanding) -> Choices:
    """Return the choices of a mapping file for a file that was understood.

    A sheet that the file does not have is left to be proposed; everything else is kept.

    Raises
    ------
    ArgumentError
        When it is no mapping file, is of a later version, or names a column that the file does not have.
    """
    choices = _read(content).choices
    headers = {folded(column.header) for column in understanding.columns}
    letters = {column.letter for column in understanding.columns}
    missing = [name for name in _named(choices) if folded(name) not in headers and name not in letters]
    if missing:
        raise ArgumentError("mapping_columns", file=understanding.file, columns=", ".join(missing[:10]))
    there = choices.sheet is None or choices.sheet in {sheet.name for sheet in understanding.sheets}
    return choices if there else replace(choices, sheet=None)


def fitting(content: bytes, workbook: Workbook) -> Choices:
    """Return the choices of a mapping file for a workbook: of its sheet, else of the one that is proposed.

    Raises
    ------
    ArgumentError
        As :func:`choices_from`.
    """
    refused: ArgumentError | None = None
    for ground in _grounds(_read(content).choices, workbook):
        try:
            found = choices_from(content, understand(workbook, ground))
        except ArgumentError as error:
            refused = refused or error
        else:
            return replace(found, sheet=ground.sheet, header_rows=ground.header_rows)
    raise refused or ArgumentError("mapping_unreadable")


def recognised(contents: Sequence[bytes], workbook: Workbook) -> Choices | None:
    """Return the choices of the first mapping file that has exactly a workbook's headers; else ``None``."""
    looked: dict[tuple[str | None, tuple[int, ...] | None], str] = {}
    for mapping in map(_read, contents):
        for ground in _grounds(mapping.choices, workbook):
            name = (ground.sheet, ground.header_rows)
            if name not in looked:
                looked[name] = headers_key(understand(workbook, ground))
            if mapping.headers and looked[name] == _key(mapping.headers):
                return replace(mapping.choices, sheet=ground.sheet, header_rows=ground.header_rows)
    return None


def for_files(content: bytes, workbooks: Sequence[Workbook]) -> Choices:
    """Return the choices of a mapping file for files that are read together with the same choices.

    They are those of the first file that they fit. With several files the header row is found anew in each:
    one number cannot hold for all.

    Raises
    ------
    ArgumentError
        When they fit none.
    """
    refused: ArgumentError | None = None
    for workbook in workbooks:
        try:
            found = fitting(content, workbook)
        except ArgumentError as error:
            refused = refused or error
        else:
            return found if len(workbooks) == 1 else replace(found, header_rows=None)
    raise refused or ArgumentError("mapping_unreadable")


def overlaid(below: Choices, above: Choices) -> Choices:
    """Return choices in which whatever stands above was said later; what is said column by column is joined.

    Examples
    --------
    >>> found = overlaid(Choices(sheet="Q3", roles={"Score": "n"}), Choices(roles={"Score": "satisfaction"}))
    >>> found.sheet, dict(found.roles)
    ('Q3', {'Score': 'satisfaction'})
    """
    nothing = Choices()
    said = {
        field.name: getattr(above, field.name)
        for field in fields(Choices)
        if getattr(above, field.name) != getattr(nothing, field.name)
    }
    joined = {name: {**getattr(below, name), **getattr(above, name)} for name in _BY_COLUMN}
    return replace(below, **{**said, **joined})


def _grounds(choices: Choices, workbook: Workbook) -> Iterator[Choices]:
    """Where the table may be: as in the file before, else as it is proposed."""
    sheet = choices.sheet if choices.sheet and workbook.sheet(choices.sheet) else None
    rows = choices.header_rows
    longest = max((one.row_count for one in workbook.sheets), default=0)
    if rows and rows[-1] <= longest:
        yield Choices(sheet=sheet, header_rows=rows)
    if sheet:
        yield Choices(sheet=sheet)
    yield Choices()


def _named(choices: Choices) -> tuple[str, ...]:
    parts = (part.column for part in choices.impact_parts)
    spoken = [name for name in choices.text_scales if name != EVERY_COLUMN]
    return tuple(dict.fromkeys((*choices.roles, *parts, *choices.scales, *choices.codes, *spoken)))


def _key(headers: Iterable[str]) -> str:
    return json.dumps(sorted(folded(header) for header in headers), ensure_ascii=True)


def _read(content: bytes) -> _Mapping:
    if len(content) > MOST_BYTES:
        raise ArgumentError("mapping_unreadable")
    try:
        data = finite_json.loaded(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ArgumentError("mapping_unreadable") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ArgumentError("mapping_unreadable")
    if data.get("version") != VERSION:
        raise ArgumentError("mapping_version")
    try:
        headers = record({"headers": data.get("headers"), "choices": data.get("choices")}, _Mapping)
    except ValueError as error:
        raise ArgumentError("mapping_unreadable") from error
    _check(headers.choices)
    return headers


def _check(choices: Choices) -> None:
    """Refuse what has the right type and no sense."""
    rows = choices.header_rows
    if rows is not None and (
        not 0 < len(rows) <= _MOST_HEADER_ROWS
        or list(rows) != sorted(set(rows))
        or not 1 <= rows[0] <= rows[-1] <= _LAST_ROW
    ):
        raise ArgumentError("mapping_unreadable")
    if any(part.weight <= 0 for part in choices.impact_parts):
        raise ArgumentError("mapping_unreadable")
