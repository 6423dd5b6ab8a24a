"""What one column holds as texts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from cx.records.file import Column


@dataclass(frozen=True)
class Texts:
    """What one column holds beside blanks and codes."""

    column: Column
    header: str
    counts: Mapping[str, int]
    """How often each text stands in it."""
    values: npt.NDArray[np.float64]
    """Its bare numbers; NaN elsewhere."""
    numbers: int
    """How many bare numbers it holds."""

    @property
    def labelled(self) -> bool:
        """Whether it holds bare numbers, and texts for a few of them only."""
        return 0 < sum(self.counts.values()) < self.numbers

    def without(self, texts: Collection[str]) -> Texts:
        """Return what it holds without some of its texts."""
        left = {text: n for text, n in self.counts.items() if text not in texts}
        return replace(self, counts=left) if texts else self
