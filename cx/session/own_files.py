"""Files that their owner alone can read, wherever they lie."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlalchemy as sql  # the first page must not wait for it

_ONLY_ME: Final = stat.S_IRUSR | stat.S_IWUSR
BESIDE: Final = ("-wal", "-shm", "-journal")
"""What SQLite lays beside a database, with the rights that the database's own file has."""


def of_store(url: sql.URL) -> Path | None:
    """Return the file in which a store lies; ``None`` for a server, or where it lies in memory.

    Examples
    --------
    >>> from sqlalchemy import make_url
    >>> of_store(make_url("sqlite:///a.db")), of_store(make_url("postgresql://h/d"))
    (PosixPath('a.db'), None)
    """
    named = url.database if url.get_backend_name() == "sqlite" else ""
    return Path(named) if named and named != ":memory:" and not named.startswith("file:") else None


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another that takes its name; ``None`` where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def made(path: Path) -> None:
    """Make an empty file where there is none, and keep others out of it and of what lies beside it."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, _ONLY_ME))
    narrow(path)
    for ending in BESIDE:
        narrow(path.with_name(path.name + ending))


def narrow(path: Path) -> None:
    """Take everybody else's rights away from a file that is there; what belongs to another stays his."""
    with suppress(FileNotFoundError, PermissionError):
        if stat.S_IMODE(path.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
            path.chmod(_ONLY_ME)


def folder(path: Path) -> Path:
    """Make a folder that its owner alone can open; return it."""
    path.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
    with suppress(PermissionError):
        path.chmod(stat.S_IRWXU)
    return path
