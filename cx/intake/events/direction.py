"""Which contacts came from the customer, as a column of direction says."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.events.log import Rows
from cx.intake.words import plain

Flags = npt.NDArray[np.bool_]
_FROM = re.compile(
    r"in|inbound|incoming|received|from customer|by customer|customer|inkomend|binnenkomend|ontvangen|"
    r"van klant|klant|eingehend|eingang|entrant|entrante|recu|recibido"
)
_TO = re.compile(
    r"out|outbound|outgoing|sent|to customer|by company|company|uitgaand|verzonden|verstuurd|naar klant|"
    r"bedrijf|ausgehend|ausgang|sortant|saliente|envoye|enviado"
)


def inbound(read: Sequence[Rows]) -> Flags | None:
    """Return which events came from the customer; ``None`` where no column tells the two directions apart.

    Of a file without such a column all events count as his: nothing says that the company began them.
    """
    parts = [_of(one) for one in read]
    if all(part is None for part in parts):
        return None
    his = [
        np.ones(len(one.rows), dtype=bool) if part is None else part
        for part, one in zip(parts, read, strict=True)
    ]
    return np.concatenate(his)


def _of(one: Rows) -> Flags | None:
    column = one.log.seen("direction")
    if column is None:
        return None
    names = [plain(name) for name in column.labels.names]
    his = np.array([_FROM.fullmatch(name) is not None for name in names])
    if not any(_FROM.fullmatch(name) or _TO.fullmatch(name) for name in names):
        return None
    return np.asarray(his[column.labels.ids[one.rows]])
