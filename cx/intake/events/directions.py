"""Who began a contact: what columns of directions say."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.events.log import Rows
from cx.intake.words import folded

_OUTWARD = frozenset(
    {"out", "outbound", "outgoing", "uit", "uitgaand", "uitgaande", "ausgehend", "sortant", "saliente"}
)


def inward(read: Sequence[Rows]) -> npt.NDArray[np.bool_] | None:
    """Return whether the customer began each event; ``None`` where no file says it.

    What says nothing, or anything but that the company began it, counts as the customer's.
    """
    if not any(one.log.seen("direction") for one in read):
        return None
    return np.concatenate([_of_file(one) for one in read])


def _of_file(one: Rows) -> npt.NDArray[np.bool_]:
    column = one.log.seen("direction")
    if column is None:
        return np.ones(len(one.rows), dtype=bool)
    labels = column.labels
    outward = np.array([folded(name) in _OUTWARD for name in labels.names], dtype=bool)
    return ~outward[labels.ids[one.rows]]
