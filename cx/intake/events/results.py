"""How contacts ended: passed on to somebody else, and whether their standard was met."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.events import words
from cx.intake.events.cell_profile import Seen
from cx.intake.events.log import Rows
from cx.intake.words import folded, plain

_YES_FROM = 0.5


def passed_on(read: Sequence[Rows]) -> npt.NDArray[np.bool_] | None:
    """Return whether each event was passed on, as its result says; ``None`` where no file has results."""
    if not any(one.log.seen("result") for one in read):
        return None
    return np.concatenate([_passed(one.log.seen("result"), one.rows) for one in read])


def _passed(column: Seen | None, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    if column is None:
        return np.zeros(len(rows), dtype=bool)
    named = says_passed_on(column.header)
    if named and column.numeric:
        return np.asarray(np.nan_to_num(column.numbers[rows]) >= _YES_FROM)
    labels = column.labels
    said = [says_passed_on(name) or (named and folded(name) in words.YES) for name in labels.names]
    return np.array(said, dtype=bool)[labels.ids[rows]]


def says_passed_on(result: str) -> bool:
    """Return whether a result, or the header of one, says that a contact was passed on.

    Examples
    --------
    >>> says_passed_on("Transferred to back office"), says_passed_on("niet doorverbonden")
    (True, False)
    """
    said = plain(result)
    return bool(words.PASSED_ON.search(said)) and not words.NOT_SO.search(said)


def met_standard(read: Sequence[Rows]) -> npt.NDArray[np.int64] | None:
    """Return 1 where the standard of an event was met, 0 where it was not, -1 where nobody measured it.

    ``None`` where no file says it.
    """
    if not any(one.log.seen("standard") for one in read):
        return None
    return np.concatenate([_met(one.log.seen("standard"), one.rows) for one in read])


def _met(column: Seen | None, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    if column is None:
        return np.full(len(rows), -1, dtype=np.int64)
    if column.numeric:
        numbers = column.numbers[rows]
        return np.where(np.isin(numbers, (0.0, 1.0)), np.nan_to_num(numbers), -1).astype(np.int64)
    labels = column.labels
    of_name = [1 if name in words.YES else 0 if name in words.NO else -1 for name in labels.names]
    return np.array(of_name, dtype=np.int64)[labels.ids[rows]]
