"""One question in by standard input, one answer out by standard output."""

from __future__ import annotations

import os
import sys
from typing import Any

from . import held_tables, message, recoded_text, session

_ADDRESSES = 2_000_000_000
"""What DuckDB and its threads reserve beside what they hold; what they hold is watched from outside."""

_NOTHING = memoryview(b"")


def main() -> None:
    """Read a question, answer it, and end.

    What a library prints, such as how far it has come, goes nowhere: the answer alone leaves by the pipe.
    """
    pipe = os.dup(sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    head, content = message.unpacked(sys.stdin.buffer.read())
    with os.fdopen(pipe, "wb") as out:
        for part in answer(head, content, hold=True):
            out.write(part)
    os._exit(0)  # giving back a table in memory would take longer than reading it


def _hold(limit: int) -> None:
    """Let the system refuse memory beyond the limit, and every file that would be written, where it can."""
    try:
        import resource
    except ImportError:  # Windows: the parent watches
        return
    for what, most in (
        (resource.RLIMIT_AS, limit + _ADDRESSES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # macOS refuses some; the parent watches there too
            continue


def answer(head: dict[str, Any], content: memoryview = _NOTHING, *, hold: bool) -> list[bytes]:
    """Return the parts of the message that answers a question: columns for each query, or a refusal."""
    try:
        head = {**head, "tables": recoded_text.tables(held_tables.with_cells(head["tables"], content))}
        if hold:
            _hold(int(head["memory_bytes"]))
        return _answered(head)
    except recoded_text.UnknownError as error:
        return message.packed({"refused": "engine_encoding", "values": {"encoding": str(error)}})
    except session.Refused as refusal:
        return message.packed({"refused": refusal.key, "values": refusal.values})
    except MemoryError:
        return message.packed({"refused": "limit_memory", "values": {}})
    except BaseException as error:  # noqa: BLE001 - nothing but a message leaves here
        return message.packed({"refused": "engine_failed", "values": {"reason": type(error).__name__}})


def _answered(head: dict[str, Any]) -> list[bytes]:
    found, blobs = [], []
    for names, columns in session.answers(head):
        about = []
        for cells in columns:
            said, parts = message.column(cells)
            about.append(said)
            blobs += parts
        found.append({"names": names, "columns": about})
    return message.packed({"answers": found}, blobs)
