"""Which rows of a table of responses are respondents that count: no totals, previews, copies or tries."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.cells import Labels
from cx.intake.columns import Subject
from cx.intake.findings import Noticed
from cx.intake.sheet import Table
from cx.intake.survey.answers import Answered, Flags, Values
from cx.intake.survey.kinds import Kinds
from cx.intake.words import is_total, plain
from cx.process import in_pieces, steps
from cx.records.file import BLANK, TEXT, Column

_TAIL = 3
_MOSTLY, _NEARLY, _HALF = 0.95, 0.8, 0.5
_FEW_TEXTS, _LONGEST = 12, 200
_TRIES, _LEAST_TRIES = 2, 2
_PREVIEW = re.compile(
    r"(?:survey |response |enquete |umfrage |encuesta )?(?:previews?|voorbeeld(?:weergave)?|vorschau|apercu|"
    r"vista previa|anteprima|spam)|survey test"
)
"""What a survey program writes for such rows, and nothing beside it: ``Preview edition`` is a product."""
_STEM, _START = re.compile("test|probe|essai|prueba|prova|asdf|qwerty"), 16
_TRY = re.compile(
    r"^(?:a |my )?(?:test\w{0,4}|probe|essai|prueba|prova|asdf\w*|qwerty)(?: (?:test\w{0,4}|\d+))*$"
)
"""What people type who only try a form out, as :func:`cx.intake.words.plain` writes it."""


def kept_of(subject: Subject, kinds: Kinds, labels: Mapping[str, Labels]) -> tuple[Flags, Values | None]:
    """Return which rows count, and their weights where there are any; what does not count is noticed.

    Parameters
    ----------
    subject
        A table of responses.
    kinds
        What its columns are.
    labels
        Role to the names in its column, of those that group respondents.
    """
    table, noticed = subject.table, subject.noticed
    kept = ~_previews(table, kinds, noticed)
    subject.budget.check()
    kept &= ~_copies(table, kinds, kept, noticed)
    kept &= ~_tries(subject, kinds, kept)
    named = dict(labels)
    people = kinds.of("respondent")
    if people:
        named["respondent"] = table.labels(people[0].place)
    named |= {column.header: table.labels(column.place) for column in _named_by_text(kinds)}
    for row in _totals(table.height, named):
        if kept[row]:
            kept[row] = False
            noticed.sheet("warning", "total_respondent", row=int(table.rows[row]))
    weight = next(iter(kinds.of("weight")), None)
    if weight is None:
        return kept, None
    bad = kept & ~(weight.values > 0)
    if bad.any():
        noticed.column("error", "weight_left_out", weight.place, n=int(bad.sum()))
    noticed.column("info", "weights_used", weight.place)
    return kept & ~bad, np.where(weight.values > 0, weight.values, 0.0)


def _previews(table: Table, kinds: Kinds, noticed: Noticed) -> Flags:
    """Rows that a survey program marks as made by its makers, by the first column that says so."""
    for place, column in enumerate(steps(table.columns)):
        if kinds.roles[place][0] != "ignore" or not 1 < len(column.texts) <= 2 * _FEW_TEXTS:
            continue
        marked = [
            code
            for code, text in enumerate(column.texts)
            if len(text) <= _LONGEST and _PREVIEW.fullmatch(plain(text))
        ]
        found = np.isin(column.codes, marked) & (column.kinds == TEXT) if marked else None
        if found is not None and 0 < found.sum() < _HALF * table.height:
            text = column.texts[int(column.codes[int(np.flatnonzero(found)[0])])]
            noticed.column("error", "respondents_preview", place, n=int(found.sum()), value=text[:_LONGEST])
            return np.asarray(found)
    return np.zeros(table.height, dtype=bool)


def _copies(table: Table, kinds: Kinds, kept: Flags, noticed: Noticed) -> Flags:
    """Rows that repeat an earlier one in every cell, where a column tells respondents apart: pasted twice."""
    apart = [place for place in steps(range(len(table.columns))) if _tells_apart(table, kinds, place)]
    if not apart or table.height < _TRIES or any(table.labels(at).count == table.height for at in apart):
        return np.zeros(table.height, dtype=bool)  # where nobody stands twice no row does
    marks = _marks(table.columns, table.height)
    _, firsts = np.unique(marks, return_index=True)
    again = np.ones(table.height, dtype=bool)
    again[firsts] = False
    again &= kept
    if again.any():
        row = int(table.rows[int(np.flatnonzero(again)[0])])
        noticed.column("error", "respondents_repeated", apart[0], n=int(again.sum()), at=str(row))
    return again


def _tells_apart(table: Table, kinds: Kinds, place: int) -> bool:
    """Whether a column is that of respondents or moments, and mostly differs from row to row."""
    role, _, reason, _ = kinds.roles[place]
    if role not in ("respondent", "time") and reason not in ("survey_id", "survey_text"):
        return False
    column = table.columns[place]
    filled = int(np.count_nonzero(column.kinds != BLANK))
    return filled >= _NEARLY * table.height and table.labels(place).count > _HALF * filled


def _marks(columns: Sequence[Column], height: int) -> npt.NDArray[np.uint64]:
    """One number per row, the same for rows whose cells are all the same."""
    found = np.zeros(height, dtype=np.uint64)
    factor = np.uint64(0x9E3779B97F4A7C15)
    for column in steps(columns):
        own = np.where(
            column.codes >= 0, column.codes.astype(np.float64) + 0.5, np.nan_to_num(column.numbers, nan=-0.25)
        )
        bits = np.ascontiguousarray(own).view(np.uint64) + column.kinds.astype(np.uint64)
        found = (found ^ (bits + factor + (found << np.uint64(6)) + (found >> np.uint64(2)))) * factor
        found ^= found >> np.uint64(29)
    return found


def _tries(subject: Subject, kinds: Kinds, kept: Flags) -> Flags:
    """Rows in which several cells say no more than ``test``: left out until somebody says that they count."""
    table, choice = subject.table, subject.choices.tests
    count = np.zeros(table.height, dtype=np.int64)
    place = -1
    for at, column in enumerate(steps(table.columns)):
        if kinds.roles[at][0] in ("rating", "outcome", "weight", "period") or not column.texts:
            continue
        tried = [code for code in _may_be_tries(column.texts) if _is_try(column.texts[code])]
        if tried:
            count += np.isin(column.codes, tried)
            place = at if place < 0 else place
    found: Flags = kept & (count >= _TRIES)
    n = int(found.sum())
    if n < _LEAST_TRIES or n > _HALF * table.height:
        return np.zeros(table.height, dtype=bool)
    if choice is None:
        subject.noticed.column("warning", "respondents_tests_ambiguous", place, n=n)
    else:
        subject.noticed.column(
            "error" if choice == "away" else "info", f"respondents_tests_{choice}", place, n=n
        )
    return found if choice != "count" else np.zeros(table.height, dtype=bool)


def _may_be_tries(texts: Sequence[str]) -> list[int]:
    """The places of short texts, of those pieces of a long list in which any of the stems occurs."""
    found: list[int] = []
    start = 0
    for piece in in_pieces(texts):
        if _STEM.search("\n".join(piece).casefold()):
            found += [start + at for at, text in enumerate(piece) if len(text) <= _LONGEST]
        start += len(piece)
    return found


def _is_try(text: str) -> bool:
    start = text[:_START].casefold()
    if not _STEM.search(start):
        return False  # of very many remarks hardly one is looked at
    words = plain(text.partition("@")[0])
    return bool(_TRY.match(words))


def _named_by_text(kinds: Kinds) -> list[Answered]:
    """Columns of texts that nearly every row has its own of, such as names: a total may stand there."""
    texts = [one for one in kinds.of("ignore") if kinds.roles[one.place][2] == "survey_text"]
    return [one for one in texts if one.words > _MOSTLY * kinds.height]


def _totals(height: int, labels: Mapping[str, Labels]) -> list[int]:
    """Of the last rows those named total or average, and those of nobody where all others are named."""
    tail = np.arange(max(0, height - _TAIL), height)
    found = [row for row in tail if any(is_total(str(one.texts[row])) for one in labels.values())]
    people = labels.get("respondent")
    if people is not None and np.mean(people.ids > 0) > _MOSTLY:
        found += [row for row in tail if not people.ids[row]]
    return sorted({int(row) for row in found})
