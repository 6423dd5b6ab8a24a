"""Which column says how much a dimension weighs: by its header, and by one number in all rows of each."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cx.intake.tables import Seen
from cx.intake.words import plain
from cx.intake.words.headers import says_weight

Said = tuple[str, float]


def heard_of_weight(one: Seen, dimension: Seen) -> Iterator[Said]:
    """Yield what speaks for a column, and against it, as the weight of the dimensions beside it.

    Parameters
    ----------
    dimension
        The column of dimensions.
    """
    found = one.found
    if not says_weight(one.header) or not len(found) or found.min() < 0:
        return
    yield "lens_weight", 1.0
    if _shares_word(one.header, dimension.header):
        yield "lens_of_dimension", 1.0
    yield ("lens_one_each" if _is_one_each(one, dimension) else "lens_several_each"), 1.0


def _shares_word(header: str, other: str) -> bool:
    """Whether a word of one header lies in a word of the other: ``dimensie`` in ``SERVQUAL-dimensies``."""
    return any(_hold(own, its) for own in plain(header).split() for its in plain(other).split())


def _hold(own: str, other: str) -> bool:
    shorter, longer = sorted((own, other), key=len)
    return len(shorter) >= _SHORTEST and shorter in longer


def _is_one_each(one: Seen, dimension: Seen) -> bool:
    """Whether a dimension comes back with the same number in all of its rows."""
    labels, values = dimension.labels, one.numbers.values
    known = np.isfinite(values) & (labels.ids > 0)
    numbers: dict[int, set[float]] = {}
    for name, value in zip(labels.ids[known].tolist(), values[known].tolist(), strict=True):
        numbers.setdefault(name, set()).add(value)
    return 0 < len(numbers) < int(known.sum()) and all(len(own) == 1 for own in numbers.values())


_SHORTEST = 5
