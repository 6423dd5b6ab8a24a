"""What a child process may cost, and numbers that the environment sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cx.errors import ArgumentError

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Allowance:
    """What one run of a child process may cost."""

    memory_bytes: int
    """What it may hold, and what its answer may come to."""
    seconds: float
    """How long it may take, from its start to the end of its answer."""


def numbers_set(environment: Mapping[str, str], settings: Mapping[str, tuple[str, int]]) -> dict[str, int]:
    """Return the numbers that environment variables set, by their fields; what is not set is left out.

    Parameters
    ----------
    environment
        Names of variables to their texts.
    settings
        Name of a variable to the field that it sets and the size of its unit.

    Raises
    ------
    ArgumentError
        When a variable holds no whole number above zero.

    Examples
    --------
    >>> numbers_set({"CX_LIMIT_FILE_MB": "20", "HOME": "/"}, {"CX_LIMIT_FILE_MB": ("file_bytes", MEGABYTE)})
    {'file_bytes': 20000000}
    """
    return {
        field: _whole(name, environment[name]) * unit
        for name, (field, unit) in settings.items()
        if name in environment
    }


def _whole(name: str, value: str) -> int:
    if not value.strip().isdecimal() or not int(value):
        raise ArgumentError("limit_setting", name=name, value=value)
    return int(value)
