"""One start at a time: a second one waits until the first has installed everything."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from launch.terminal import say

_SECONDS_BETWEEN_TRIES = 0.2


@contextlib.contextmanager
def taken(file: Path) -> Iterator[tuple[int, ...]]:
    """Hold the file's lock; it ends with this process, however that ends.

    Parameters
    ----------
    file
        Any file of the project; it is not changed.

    Yields
    ------
    tuple of int
        What to hand to commands, so that the lock lasts as long as they do: when this process is killed, a
        command that it started goes on for a while. (Windows cannot hand a lock on.)
    """
    with file.open("rb") as handle:
        if not _try(handle):
            say("Another start of this program is installing; waiting for it ...")
            while not _try(handle):
                time.sleep(_SECONDS_BETWEEN_TRIES)
        yield () if sys.platform == "win32" else (handle.fileno(),)


def _try(handle: BinaryIO) -> bool:
    try:
        _lock(handle)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        # A network drive that knows no locks: two starts at once are rare, and not to start is worse.
        return True
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: BinaryIO) -> None:
        handle.seek(2**30)  # far behind the end, so that others may still read the file
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: BinaryIO) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
