"""The file of a session that somebody brings: its document, whichever of the two kinds of file holds it."""

from __future__ import annotations

from cx.intake.opening import Limits, read, reader_process
from cx.intake.saved import workbook

_ZIPPED = b"PK"


def document_of(content: bytes, name: str, *, limits: Limits | None = None) -> str:
    """Return the document of a session: of its own file, or of the workbook that it was written into.

    The file is opened in a process of its own, with limits on memory, time and size.

    Raises
    ------
    FileError
        When it is no session, damaged, or beyond a limit.
    """
    limits = limits or Limits()
    limits.check(content, name)
    if content[:2] == _ZIPPED:
        return workbook.document_of(read(content, name, limits=limits), limits=limits)
    _, text = reader_process.answer(
        content, name=name, limits=limits, task={"task": "session"}, advice="session_costly"
    )
    return bytes(text).decode()
