"""What a file looks like from outside: by it a change is noticed between two questions, or within one."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cx.engine.typed_paths import is_file, is_folder, is_there
from cx.errors import UnreadableFile

_NO_PATHS: Final = (errno.ENAMETOOLONG, errno.ELOOP)
"""What a system says of names that are too long, and of links that lead to one another."""


@dataclass(frozen=True)
class Mark:
    """A file as it was when it was chosen."""

    path: str
    """The whole of it."""
    size: int
    """Bytes."""
    changed: int
    """When it was written last, in nanoseconds since 1970."""

    @property
    def name(self) -> str:
        """What the file is called."""
        return Path(self.path).name


def marks_of(paths: Sequence[str]) -> tuple[Mark, ...]:
    """Return what files look like now.

    Raises
    ------
    UnreadableFile
        When one is not there, or may not be looked at.
    """
    return tuple(_mark(path) for path in paths)


def check_marks(marks: Sequence[Mark]) -> None:
    """Refuse what would be made of files that are no longer as they were.

    Raises
    ------
    UnreadableFile
        When one was written since, is gone, or may not be looked at any more.
    """
    for before in marks:
        if _mark(before.path) != before:
            raise UnreadableFile("file_changed", file=before.name)


def readable(path: Path) -> None:
    """Refuse a file that cannot be opened.

    Raises
    ------
    UnreadableFile
        When it is not there, is no file (a folder, a pipe, a device), or may not be read.
    """
    if is_there(path) and not is_file(path) and not is_folder(path):
        raise UnreadableFile("place_no_file", file=str(path))  # to open a pipe may wait for ever
    try:
        with path.open("rb"):
            return
    except (OSError, ValueError) as error:
        raise _refusal(str(path), error) from error


def _mark(path: str) -> Mark:
    try:
        seen = Path(path).stat()
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from error
    return Mark(path, seen.st_size, seen.st_mtime_ns)


def _refusal(path: str, error: Exception) -> UnreadableFile:
    if isinstance(error, PermissionError):
        return UnreadableFile("place_right", file=path)
    missing = isinstance(error, FileNotFoundError | NotADirectoryError | ValueError) or (
        isinstance(error, OSError) and error.errno in _NO_PATHS
    )
    return UnreadableFile("place_missing" if missing else "place_broken", file=path)


def size_in_all(marks: Sequence[Mark]) -> int:
    """Return how many bytes files hold together."""
    return sum(one.size for one in marks)
