"""What lies at a path that a person typed; what no path can be is simply not there."""

from __future__ import annotations

import stat
from pathlib import Path


def is_folder(path: Path) -> bool:
    """Return whether it is a folder that may be looked at.

    Examples
    --------
    >>> is_folder(Path("x" * 5_000)), is_folder(Path("."))
    (False, True)
    """
    return stat.S_ISDIR(_mode(path))


def is_file(path: Path) -> bool:
    """Return whether it is a file: no folder, and no pipe or device, which could be read for ever."""
    return stat.S_ISREG(_mode(path))


def is_there(path: Path) -> bool:
    """Return whether there is anything."""
    return bool(_mode(path))


def _mode(path: Path) -> int:
    """What kind of thing it is; 0 where there is none, its name is none, or nobody here may see it."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0
