"""The names of touchpoints over several files: one for all spellings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.cells import Labels

Whole = npt.NDArray[np.int64]


def named(columns: Sequence[tuple[Labels, Whole]]) -> tuple[tuple[str, ...], list[Whole]]:
    """Return the names, and per file the number of each of its events' touchpoints.

    Spellings that differ only in letter case and spaces are one, under the commonest; of equally common ones
    under the first. Names are numbered by code point.

    Parameters
    ----------
    columns
        Per file its touchpoints, and which rows are events.
    """
    spellings: list[tuple[str, int]] = []
    for labels, rows in columns:
        texts, first, often = np.unique(labels.texts[rows].astype(str), return_index=True, return_counts=True)
        spellings += [(str(texts[at]), int(often[at])) for at in np.argsort(first)]
    names, numbers = numbered(spellings)
    found = []
    for labels, rows in columns:
        of_id = np.array([numbers.get(name, -1) for name in labels.names], dtype=np.int64)
        found.append(of_id[labels.ids[rows]])
    return names, found


def numbered(spellings: Sequence[tuple[str, int]]) -> tuple[tuple[str, ...], dict[str, int]]:
    """Return the names, and the number of each by its folded spelling.

    Parameters
    ----------
    spellings
        Each spelling with how often it occurs, in the order of their first occurrence; one may come again.

    Examples
    --------
    >>> numbered([("mail", 1), ("Call", 1), ("Mail", 2)])
    (('Call', 'Mail'), {'call': 0, 'mail': 1})
    """
    counts: dict[str, dict[str, int]] = {}
    for text, often in spellings:
        known = counts.setdefault(text.casefold(), {})
        known[text] = known.get(text, 0) + often
    best = {key: max(known, key=lambda one: known[one]) for key, known in counts.items()}
    ordered = sorted(best, key=lambda key: best[key])
    return tuple(best[key] for key in ordered), {key: at for at, key in enumerate(ordered)}
