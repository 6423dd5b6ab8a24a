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
    counts: dict[str, dict[str, int]] = {}
    for labels, rows in columns:
        texts, first, often = np.unique(labels.texts[rows].astype(str), return_index=True, return_counts=True)
        for at in np.argsort(first):
            text = str(texts[at])
            spellings = counts.setdefault(text.casefold(), {})
            spellings[text] = spellings.get(text, 0) + int(often[at])
    best = {key: max(spellings, key=lambda one: spellings[one]) for key, spellings in counts.items()}
    ordered = sorted(best, key=lambda key: best[key])
    numbers = {key: at for at, key in enumerate(ordered)}
    found = []
    for labels, rows in columns:
        of_id = np.array([numbers.get(name, -1) for name in labels.names], dtype=np.int64)
        found.append(of_id[labels.ids[rows]])
    return tuple(best[key] for key in ordered), found
