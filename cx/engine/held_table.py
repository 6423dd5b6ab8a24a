"""A table that this program made itself and holds in memory: columns of numbers, put to the same queries."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Held:
    """A table that queries know by a name, handed to the process with the question."""

    columns: Mapping[str, npt.NDArray[Any]]
    """Name to whole numbers, or to reals of which NaN is missing; all of one length."""

    @property
    def bytes(self) -> int:
        """What the columns hold together."""
        return sum(8 * len(column) for column in self.columns.values())

    def asked(self, name: str) -> dict[str, object]:
        """Return what the process that answers is told."""
        forms = ["real" if column.dtype.kind == "f" else "whole" for column in self.columns.values()]
        return {
            "name": name,
            "kind": "held",
            "paths": [],
            "columns": list(self.columns),
            "forms": forms,
            "sizes": [8 * len(column) for column in self.columns.values()],
        }

    def blobs(self) -> list[builtins.bytes]:
        """Return the bytes of the columns, in their order."""
        return [
            column.astype(np.float64 if column.dtype.kind == "f" else np.int64).tobytes()
            for column in self.columns.values()
        ]
