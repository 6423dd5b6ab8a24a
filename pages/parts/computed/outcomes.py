"""Files that say what came of the customers of the logs beside them, kept for this person's session."""

from __future__ import annotations

from collections.abc import Sequence

from cx import errors
from pages.parts.computed import memory, one_file
from pages.parts.shell.workspace import LoadedFile


def telling(files: Sequence[LoadedFile], logs: Sequence[str]) -> frozenset[str]:
    """Return the names of the files that do so; ``logs`` are those with one row a contact."""
    if not logs or len(files) == 1:
        return frozenset()

    def make() -> frozenset[str]:
        from cx import intake

        books = [one_file.edited(file) for file in files if file.whole is None]
        return frozenset(book.name for book in intake.outcome_books(books, logs))

    return memory.shared(f"outcomes {[file.identity for file in files]} {list(logs)}", make)


def away(files: Sequence[LoadedFile]) -> tuple[str, ...]:
    """Return the names of those among them that hold no touchpoints: the matrix does without them."""
    if len(files) == 1:
        return ()
    shapes = {file.workbook.name: _shape(file) for file in files}
    named = telling(files, [name for name, shape in shapes.items() if shape == "contacts"])
    return tuple(name for name in shapes if name in named and shapes[name] in ("touchpoints", "contacts"))


def _shape(file: LoadedFile) -> str | None:
    try:
        return one_file.understanding(file).shape
    except errors.LimitExceeded:
        return None
