"""What one question to the engine may cost."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cx.process import MEGABYTE, Allowance, numbers_set

_SETTINGS: Mapping[str, tuple[str, int]] = {
    "CX_LIMIT_ENGINE_MB": ("memory_bytes", MEGABYTE),
    "CX_LIMIT_ENGINE_SECONDS": ("seconds", 1),
    "CX_LIMIT_ENGINE_THREADS": ("threads", 1),
    "CX_LIMIT_WAREHOUSE_SECONDS": ("warehouse_seconds", 1),
}
_MOST_THREADS = 4


@dataclass(frozen=True)
class Costs:
    """Limits of one question: one process, whatever the files hold."""

    memory_bytes: int = 1_000 * MEGABYTE
    """What the process may hold; nothing is put on a disk beside it."""
    seconds: float = 60.0
    """Processor time for a small table."""
    seconds_per_megabyte: float = 1.0
    cells: int = 5_000_000
    """Of one query's answer: sums are few."""
    warehouse_seconds: float = 600.0
    """What a database elsewhere may take for one query."""
    threads: int = 0
    """0: one for each core, four at the most."""

    def allowance(self, size: int) -> Allowance:
        """Return what a question about files of that size may cost."""
        return Allowance(self.memory_bytes, self.seconds + self.seconds_per_megabyte * size / MEGABYTE)

    @property
    def threads_used(self) -> int:
        """How many threads work on a question."""
        return self.threads or min(_MOST_THREADS, os.cpu_count() or 1)


def costs_set(environment: Mapping[str, str] | None = None) -> Costs:
    """Return the limits as the environment sets them.

    Raises
    ------
    ArgumentError
        When a setting is no whole number above zero.

    Examples
    --------
    >>> costs_set({"CX_LIMIT_ENGINE_MB": "600"}).memory_bytes
    600000000
    """
    return replace(Costs(), **numbers_set(os.environ if environment is None else environment, _SETTINGS))
