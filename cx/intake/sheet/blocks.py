"""Tables that stand side by side on one sheet: the one that is meant, and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.intake.sheet.witnesses import weight_of
from cx.intake.words import named
from cx.process import steps
from cx.records.file import letter_of

_SURE = 0.6
_FEW = 0.2


@dataclass(frozen=True)
class Chosen:
    """The columns of the table, and the ranges of columns (by letter) that stand beside it."""

    inside: tuple[int, ...]
    beside: tuple[str, ...] = ()


def chosen(
    inside: Sequence[int], texts: Sequence[str], filled: npt.NDArray[np.bool_], *, left: int
) -> Chosen:
    """Return the block of columns that is the table.

    Parameters
    ----------
    inside
        The positions of the columns that have a header or anything below it.
    texts
        The header of each column of the sheet.
    filled
        Shape (rows below the header, columns of the sheet): whether a cell holds anything.
    left
        The position, from 0, of the sheet's first column.
    """
    found = _blocks(inside)
    titled = [block for block in found if any(texts[place] for place in block)]
    tables = [block for block in titled if _names_touchpoints(block, texts)]
    if len(tables) > 1:
        best = max(tables, key=lambda block: (weight_of(texts[place] for place in block), -block[0]))
        others = [block for block in tables if block is not best]
    else:
        rows = max(int(filled.any(axis=1).sum()), 1)
        last = titled[-1][-1] if titled else -1
        others = [
            block
            for block in steps(found)
            if titled and block[0] > last and filled[:, block].any(axis=1).sum() <= _FEW * rows
        ]
    away = {block[0] for block in others}
    kept = [place for block in found if block[0] not in away for place in block]
    return Chosen(tuple(kept), tuple(_range(block, left) for block in others))


def _blocks(inside: Sequence[int]) -> list[list[int]]:
    """Runs of neighbouring columns."""
    found: list[list[int]] = []
    for place in inside:
        if found and place == found[-1][-1] + 1:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def _names_touchpoints(block: Sequence[int], texts: Sequence[str]) -> bool:
    """Whether a block has a column of touchpoints and one of numbers about them, by name."""
    roles = [named(texts[place]) for place in steps(block) if texts[place]]
    sure = {role for role, confidence, _ in roles if confidence >= _SURE}
    return "touchpoint" in sure and len(sure) > 1


def _range(block: Sequence[int], left: int) -> str:
    first, last = letter_of(left + block[0]), letter_of(left + block[-1])
    return first if first == last else f"{first}–{last}"
