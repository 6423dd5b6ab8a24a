"""Where the answers of a large file lie, and what each text in them stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cx.engine import Source as Table
from cx.errors import TableError
from cx.intake.digest import Digest, digest
from cx.intake.sheet import Table as Cells
from cx.records.file import Choices, Responses, Workbook

_MOST_TEXTS = 1_000


@dataclass(frozen=True)
class LargeSurvey:
    """Where the answers lie, and what each text in them stands for."""

    table: Table
    """All of it; its columns are named by their places, ``c0`` and so on."""
    columns: Mapping[str, str]
    """Header to the name of its column there."""
    cells: Mapping[str, Mapping[str, object]]
    """Header of a rating or an outcome to each text of the part, and what stands for it in the responses."""


def large_survey(
    paths: Sequence[Path], part: Workbook, choices: Choices, responses: Responses
) -> LargeSurvey:
    """Return how all of one file, or of several with one header, is to be read, as its part was understood.

    Parameters
    ----------
    part
        What :func:`cx.intake.large.part_of_files` gave, read.
    choices, responses
        How it was understood.

    Raises
    ------
    TableError
        When the rows are no plain rows of respondents, or weights or clusters count.
    """
    table, cells = read_as(part, choices, responses)
    if part.notes.get("kind") != "delimited":
        raise TableError("large_not_plain", file=part.name)
    names = {header: f"c{place}" for place, header in enumerate(table.headers)}
    source = Table(
        tuple(str(path.absolute()) for path in paths),
        "delimited",
        tuple(names.values()),
        delimiter=str(part.notes["delimiter"]),
        skip=table.header_rows[-1],
        encoding=str(part.notes["encoding"]),
        quote="" if part.notes.get("quotes") == "open" else '"',
    )
    return LargeSurvey(source, names, cells)


def read_as(
    part: Workbook, choices: Choices, responses: Responses
) -> tuple[Cells, Mapping[str, Mapping[str, object]]]:
    """Return the table of a part, and of each rating and outcome what each text was read as.

    Raises
    ------
    TableError
        When the rows are no plain rows of respondents, or weights or clusters count.
    """
    found = digest(part, choices)
    table = found.table
    if table is None or not _is_plain(found, table, responses):
        raise TableError("large_not_plain", file=part.name)
    asked = (*responses.drivers, *responses.outcomes)
    kept = np.ones(table.height, dtype=bool) if found.survey is None else found.survey.kept
    return table, {name: dict(_cells(table, name, responses, np.asarray(kept))) for name in asked}


def _is_plain(found: Digest, table: Cells, responses: Responses) -> bool:
    """Whether each line of the file is one respondent, with the same columns, who all weigh the same."""
    return (
        found.shape == "responses"
        and len(table.headers) == len(set(table.headers)) == len(table.sheet.columns)
        and not (responses.weight or responses.cluster or table.arrangement.moved)
    )


def _cells(table: Cells, header: str, responses: Responses, kept: np.ndarray) -> Iterator[tuple[str, object]]:
    """Each text of a column, and what it was read as."""
    column = table.columns[table.headers.index(header)]
    codes, values = column.codes[kept], responses.rows[header].to_numpy(dtype=object)
    texts, firsts = np.unique(codes, return_index=True)
    if len(texts) > _MOST_TEXTS:
        raise TableError("large_many_answers", column=header, n=len(texts))
    for code, first in zip(texts.tolist(), firsts.tolist(), strict=True):
        if code >= 0:
            yield column.texts[code], values[first]
