"""Sets of places, or of names, as the bits of whole numbers: two sets are compared in one step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray


def rows_as_bits(table: NDArray[np.bool_]) -> list[int]:
    """Return each row of a table of flags as a whole number: bit 0 is its first column."""
    packed = np.packbits(table, axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in packed]


def as_bits(members: Iterable[int]) -> int:
    """Return a set as a whole number."""
    found = 0
    for member in members:
        found |= 1 << member
    return found


def members(bits: int) -> Iterator[int]:
    """Yield what is in a set, the smallest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
