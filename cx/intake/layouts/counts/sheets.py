"""A sheet for each question, with a row for each answer and how many gave it: one row for each sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from cx.intake.layouts.counts.blocks import (
    Block,
    Together,
    blocks_in,
    ends_of,
    has_counts,
    names_of,
    put_together,
)
from cx.intake.sheet import Table, Told
from cx.intake.words import folded
from cx.records.file import Sheet

_FEWEST, _MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS = 2, 80, 30, 200


@dataclass(frozen=True)
class _Question:
    """One sheet with one question."""

    sheet: Sheet
    block: Block

    @property
    def form(self) -> Hashable:
        """What sheets share that belong together: the answers and the scale."""
        return ends_of(self.block).casefold(), self.block.steps.scale, len(self.block.rows)

    @property
    def title(self) -> str:
        """The text that stands alone above the answers; empty where there is none."""
        place = self.block.title.place
        filled = sum(column.cell(place).kind != "blank" for column in self.sheet.columns)
        return self.block.title.text if filled == 1 else ""


def of(sheets: Sequence[Sheet]) -> Table | None:
    """Return the sheets of one question each as one table; ``None`` where no two share their form.

    Where two forms are as frequent none is preferred: a person chooses a sheet.
    """
    if not _FEWEST <= len(sheets) <= _MOST_SHEETS:
        return None
    asked = [one for sheet in sheets if (one := _question(sheet))]
    forms = Counter(one.form for one in asked).most_common(2)
    if not forms or forms[0][1] < _FEWEST or (len(forms) > 1 and forms[1][1] == forms[0][1]):
        return None
    same = [one for one in asked if one.form == forms[0][0]]
    blocks, names = [one.block for one in same], tuple(one.sheet.name for one in same)
    said = Together("question_sheets", blocks[0].steps.scale, names)
    found = put_together(same[0].sheet, _above(same[0]), blocks, _named(same), said)
    rest = [one.sheet.name for one in asked if one not in same]
    if not rest:
        return found
    told = Told("warning", "question_sheets_differ", None, {"sheets": ", ".join(rest)})
    return replace(found, arrangement=replace(found.arrangement, told=(*found.arrangement.told, told)))


def _question(sheet: Sheet) -> _Question | None:
    """The question of a sheet that holds one and little else."""
    if not 1 < len(sheet.columns) <= _MOST_COLUMNS or sheet.height > _MOST_ROWS:
        return None
    blocks = [block for block in blocks_in(sheet) if has_counts(block)]
    return _Question(sheet, blocks[0]) if len(blocks) == 1 else None


def _above(one: _Question) -> tuple[int, ...]:
    """The row above the answers, in the user's numbers."""
    return (one.block.rows[0].place + one.sheet.top - 1,)


def _named(questions: Sequence[_Question]) -> list[str]:
    """What differs between the titles, else the names of the sheets."""
    titles = [one.title for one in questions]
    if all(titles) and len(set(map(folded, titles))) == len(titles):
        return names_of(titles)
    return [one.sheet.name for one in questions]
