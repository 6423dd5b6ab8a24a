"""One small block for each question: its title, and below it a row for each answer with how many gave it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from cx.intake.layouts.counts.per_column import Moments, moments_of
from cx.intake.layouts.counts.steps import Steps, label_of, steps_of
from cx.intake.layouts.made_columns import of_numbers, of_texts
from cx.intake.sheet import Arrangement, Known, Origin, Table, Told
from cx.intake.words import code_kind, is_total
from cx.records.file import Cell, Sheet, letter_of
from cx.records.scale import Scale

_MOST_ROWS, _MOST_COLUMNS = 20_000, 30
_FEWEST_BLOCKS, _FEWEST_ANSWERS, _LONGEST_BLOCK = 2, 3, 15
_MOST_OTHERS = 3
"""So many rows below the answers may say how many answered and how many did not."""
_NUMBER_BEFORE = re.compile(r"^\s*[^\W\d_]{0,10}\.?\s?\d{1,3}[a-z]?\s*[.:)\]–—-]\s*", re.IGNORECASE)
_LONGEST_TITLE = 500
_ROUNDED = 2.6


@dataclass(frozen=True)
class _Row:
    """One row of the sheet: the text of its first filled cell, and the numbers right of it by position."""

    place: int
    column: int
    text: str
    numbers: dict[int, float]


@dataclass(frozen=True)
class Block:
    """One question with the answers below it."""

    title: _Row
    rows: tuple[_Row, ...]
    steps: Steps


def of(table: Table) -> Table | None:
    """Return a sheet of such blocks as a table with a row for each question."""
    sheet = table.sheet
    if sheet.height > _MOST_ROWS or not 1 < len(sheet.columns) <= _MOST_COLUMNS:
        return None
    blocks = list(blocks_in(sheet))
    scales = {block.steps.scale for block in blocks}
    if len(blocks) < _FEWEST_BLOCKS or len(scales) != 1:
        return None
    return _made(table, blocks, scales.pop())


def blocks_in(sheet: Sheet) -> Iterator[Block]:
    """Yield the runs of rows with numbers whose texts are steps of a scale, each below a title."""
    titles: list[_Row] = []
    run: list[_Row] = []
    for place in range(sheet.height + 1):
        row = _row(sheet, place) if place < sheet.height else None
        if row is not None and row.numbers and (not run or row.column == run[0].column):
            run.append(row)
            continue
        block = _block(titles, run)
        if block:
            yield block
        if run or row is None:
            titles, run = [], []
        if row is not None and not row.numbers:
            titles.append(row)


def _row(sheet: Sheet, place: int) -> _Row | None:
    """A row by its first filled cell; ``None`` where the sheet's first column of texts is blank there."""
    cells: list[Cell] = [column.cell(place) for column in sheet.columns]
    filled = [at for at, cell in enumerate(cells) if cell.kind != "blank"]
    if not filled or filled[0] > 1 or cells[filled[0]].kind not in ("text", "number"):
        return None
    numbers = {at: float(cells[at].value) for at in filled[1:] if cells[at].kind == "number"}  # type: ignore[arg-type]
    return _Row(place, filled[0], cells[filled[0]].shown[:_LONGEST_TITLE], numbers)


def _block(titles: Sequence[_Row], run: Sequence[_Row]) -> Block | None:
    rows = [row for row in run if not is_total(row.text)]
    if not titles or not _FEWEST_ANSWERS <= len(rows) <= _LONGEST_BLOCK:
        return None
    labels = [label_of(row.text) for row in rows]
    steps = steps_of(labels)
    if steps is None:
        return None
    others = [at for at, label in enumerate(labels) if at not in steps.values and code_kind(label) is None]
    if len(others) > _MOST_OTHERS or any(at < max(steps.values) for at in others):
        return None
    return Block(
        titles[0],
        tuple(rows[at] for at in steps.values),
        Steps(dict(enumerate(steps.values.values())), steps.scale, steps.worded),
    )


def _counted(block: Block) -> tuple[list[float], bool] | None:
    """The counts of the block's answers, or their shares, and whether they are counts."""
    columns = {at for row in block.rows for at in row.numbers}
    found = {at: [row.numbers.get(at, 0.0) for row in block.rows] for at in sorted(columns)}
    for values in found.values():
        whole = all(value >= 0 and value == round(value) for value in values)
        if whole and not _is_whole(values) and sum(values) > 0:
            return values, True
    for values in found.values():
        if all(value >= 0 for value in values) and _is_whole(values):
            return values, False
    return None


def _all_counted(blocks: Sequence[Block]) -> list[tuple[list[float], bool]]:
    """The counts or shares of the blocks; beside counts, whole numbers that add up to 100 are counts."""
    found = [one for block in blocks if (one := _counted(block))]
    any_counts = any(counts for _, counts in found)
    return [
        (values, counts or (any_counts and all(value == round(value) for value in values)))
        for values, counts in found
    ]


def _is_whole(values: Sequence[float]) -> bool:
    """Whether they add up to a hundred or one, but for rounding."""
    return any(abs(sum(values) - one) <= _ROUNDED * one / 100 for one in (100.0, 1.0))


def _made(table: Table, blocks: Sequence[Block], scale: Scale) -> Table | None:
    """One row for each block that has counts: its name, the mean, number and spread of its answers."""
    counted = [block for block in blocks if _counted(block)]
    if len(counted) < _FEWEST_BLOCKS:
        return None
    names = names_of([block.title.text for block in counted])
    return put_together(table.sheet, table.header_rows, counted, names, Together("question_blocks", scale))


@dataclass(frozen=True)
class Together:
    """What is said of blocks that were put together."""

    code: str
    """The finding's."""
    scale: Scale
    sheets: tuple[str, ...] = ()
    """The sheets that they stand on, where each has its own."""


def has_counts(block: Block) -> bool:
    """Return whether a block holds how many gave each answer, or their shares."""
    return _counted(block) is not None


def ends_of(block: Block) -> str:
    """Return the first and the last answer of a block, by their steps."""
    order = np.argsort([block.steps.values[at] for at in range(len(block.rows))])
    return " … ".join(label_of(block.rows[at].text) for at in (order[0], order[-1]))


def put_together(
    sheet: Sheet, header_rows: tuple[int, ...], blocks: Sequence[Block], names: Sequence[str], said: Together
) -> Table:
    """Return a table with one row for each block: its name, the mean, number and spread of its answers.

    Parameters
    ----------
    sheet, header_rows
        Where the (first) block stands.
    blocks
        Blocks with counts, all on the scale of ``said``.
    names
        Per block the name of its touchpoint.
    """
    moments = [_moments(block, *found) for block, found in zip(blocks, _all_counted(blocks), strict=True)]
    places = np.array([block.title.place + sheet.top for block in blocks], np.int64)
    columns = np.array([block.title.column + sheet.left for block in blocks], np.int64)
    called, scale = ends_of(blocks[0]), said.scale
    score, n, sd = (np.array([float(part) for part in parts]) for parts in zip(*moments, strict=True))
    details = {
        "n": len(blocks), "ends": called, "low": float(scale.minimum), "high": float(scale.maximum),
        "sheets": ", ".join(said.sheets),
    }  # fmt: skip
    roles = (
        ("touchpoint", "block_title"),
        ("satisfaction", "answer_mean"),
        ("n", "answer_sum"),
        ("sd", "answer_spread"),
    )
    return Table(
        sheet=sheet,
        header_rows=header_rows,
        headers=("1 … " + str(len(blocks)), called, f"n ({called})", f"sd ({called})"),
        letters=tuple(letter_of(sheet.column_count + 3 + at) for at in range(4)),
        columns=(of_texts(names), of_numbers(score), of_numbers(n), of_numbers(sd)),
        rows=places,
        arrangement=Arrangement(
            known={at: Known(role, reason) for at, (role, reason) in enumerate(roles)},  # type: ignore[arg-type]
            scales={1: scale},
            told=(Told("info", said.code, 1, details),),
            origins=dict.fromkeys(range(4), Origin(places, columns)),
            shape="touchpoints" if said.sheets else None,
            moved=True,
            sheets=said.sheets,
        ),
    )


def _moments(block: Block, values: Sequence[float], counts: bool) -> tuple[float, float, float]:  # noqa: FBT001 - a pair taken apart
    steps = np.array([block.steps.values[at] for at in range(len(values))])
    found: Moments = moments_of(np.array([values]), steps)
    return (
        (float(found.mean[0]), float(found.n[0]), float(found.sd[0]))
        if counts
        else (float(found.mean[0]), np.nan, np.nan)
    )


def names_of(titles: Sequence[str]) -> list[str]:
    """Return what differs between the titles: without their numbers and the words that all share."""
    bare = [_NUMBER_BEFORE.sub("", title).strip() or title for title in titles]
    words = [title.split() for title in bare]
    shortest = min(map(len, words))
    front = next((at for at in range(shortest) if len({one[at] for one in words}) > 1), shortest - 1)
    back = next((at for at in range(shortest - front) if len({one[-1 - at] for one in words}) > 1), 0)
    cut = [" ".join(one[front : len(one) - back]).strip(" :?.–—-") for one in words]
    return cut if all(cut) and len(set(cut)) == len(cut) else bare
