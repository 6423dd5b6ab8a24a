"""What the command line reads and writes: named files, and standard output, also without a reader."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO

from cx.errors import ArgumentError, LimitExceeded
from cx.process import MEGABYTE
from cx.text import Language

if TYPE_CHECKING:
    from cx.deliver import DeckTemplate

READER_LEFT: Final = 141
"""The exit code of a program whose output nobody reads any more, as shells know it: 128 and SIGPIPE."""
_LEFT: Final = (errno.EPIPE, errno.ESHUTDOWN, *([errno.EINVAL] if os.name == "nt" else []))
"""What writing to a pipe without a reader says; Windows has a word of its own for it."""
_MOST_BYTES: Final = 2_000 * MEGABYTE
"""Of a file that is read whole; which kinds may be how large is asked afterwards, and mostly less."""
_PIECE: Final = 64 * MEGABYTE


def exit_code(command: Callable[[], int]) -> int:
    """Run a command and return its exit code: in silence, where the reader of its output leaves early.

    ``| head`` takes the lines that it wants and closes the pipe; that is no fault of the command, and none
    of the reader. What was not written by then is dropped, so that Python does not try again at the end.
    """
    _open_what_is_closed()
    try:
        try:
            return command()
        finally:
            sys.stdout.flush()
    except OSError as error:
        _drop(sys.stdout)
        if reader_left(error):
            return READER_LEFT
        raise


def reader_left(error: OSError) -> bool:
    """Return whether writing failed because nobody reads any more."""
    return error.errno in _LEFT


def tell(message: str) -> None:
    """Print a line on standard error; where nobody reads that, the command goes on without."""
    try:
        sys.stderr.write(f"{message}\n")
        sys.stderr.flush()
    except OSError:
        _drop(sys.stderr)


def _open_what_is_closed() -> None:
    """A stream that was closed before the start takes what is written, and keeps none of it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - until the end


def _drop(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere: Python writes it at the end, and would fail once more."""
    with suppress(OSError, ValueError):  # a stream that a test put in its place has no number
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def content_of(path: Path) -> bytes:
    """Return the bytes of a file that an argument names.

    Raises
    ------
    ArgumentError
        When it cannot be read.
    LimitExceeded
        When it is larger than any that is read whole; a pipe or a device that gives more is left then.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            content = b"" if size > _MOST_BYTES else _all_of(file)
    except OSError as error:
        raise ArgumentError("argument_file", value=str(path)) from error
    size = max(size, len(content))
    if size > _MOST_BYTES:
        limit = _MOST_BYTES // MEGABYTE
        raise LimitExceeded("limit_file", file=path.name, size=size // MEGABYTE, limit=limit)
    return content


def _all_of(file: BinaryIO) -> bytes:
    """What a file holds, or a pipe gives; of what never ends, one piece more than is read."""
    pieces, size = [], 0
    while size <= _MOST_BYTES and (piece := file.read(_PIECE)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def put(path: Path, content: bytes) -> None:
    """Write bytes into the file that an argument names.

    Raises
    ------
    ArgumentError
        When that cannot be.
    """
    try:
        path.write_bytes(content)
    except OSError as error:
        raise ArgumentError("argument_output", value=str(path)) from error


def template_of(path: Path | None, lang: Language) -> DeckTemplate | None:
    """Return the template that was asked for, and say what it is used for; ``None`` where none was."""
    if path is None:
        return None
    from cx import deliver  # what writes decks is loaded only where it is used

    found = deliver.deck_template(content_of(path), path.name)
    tell(found.sentence(lang))
    return found
