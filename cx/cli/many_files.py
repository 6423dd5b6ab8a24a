"""Several files that were named by a folder or a pattern."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cx import engine, intake
from cx.cli.arguments import choices_of
from cx.errors import ArgumentError
from cx.intake.join import Stacked, one_below_other
from cx.records import Choices
from cx.records.file import Workbook

_GLOB = "*?["
_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_READ = (
    *("csv", "tsv", "txt", "parquet", "xlsx", "xlsm", "xlsb", "xls", "ods"),
    *("sav", "zsav", "dta", "sas7bdat", "xes"),
)
"""Of a folder the files of kinds that hold tables or events."""


def with_files(arguments: argparse.Namespace) -> argparse.Namespace:
    """Return the arguments with the files that a folder or a pattern among them means.

    Raises
    ------
    UnreadableFile
        When there is none.
    """
    files = [file for place in arguments.files for file in _meant(place)]
    return argparse.Namespace(**{**vars(arguments), "files": files})


def _meant(place: Path | engine.Address) -> list[Path | engine.Address]:
    if isinstance(place, engine.Address) or engine.is_file(place):
        return [place]
    if engine.is_folder(place):
        return [*engine.files_of(place, _READ)]
    return [*engine.files_of(place)] if any(sign in place.name for sign in _GLOB) else [place]


def with_text(arguments: argparse.Namespace, opened: Callable[[Path], bytes]) -> argparse.Namespace:
    """Return the arguments with a workbook beyond the limit for files as text that lies in memory alone.

    Where the system has no files in memory, it stays as it is, and is refused for its size.

    Raises
    ------
    cx.errors.FileError
        When the workbook cannot be read.
    """
    path = arguments.files[0]
    if len(arguments.files) > 1 or path.suffix.lower() not in _WORKBOOKS or not engine.is_file(path):
        return arguments
    if path.stat().st_size <= intake.limits_set().file_bytes or not hasattr(os, "memfd_create"):
        return arguments
    text = opened(path)
    held = os.memfd_create(path.name)
    with os.fdopen(os.dup(held), "wb") as memory:
        memory.write(text)
    place = Path(f"/proc/{os.getpid()}/fd/{held}")
    return argparse.Namespace(**{**vars(arguments), "files": [place], "held": {place: path.stem}})


def is_text(path: Path, arguments: argparse.Namespace) -> bool:
    """Return whether a file was made of a workbook, and lies in memory."""
    return path in getattr(arguments, "held", {})


def shown(path: Path, arguments: argparse.Namespace) -> str:
    """Return what a file is called; a workbook as text without its ending, since it is none any more."""
    name: str = getattr(arguments, "held", {}).get(path, path.name)
    return name


def one_table(arguments: argparse.Namespace, opened: Callable[[Path], Workbook]) -> Stacked:
    """Return the files as one table of the rows of all.

    Raises
    ------
    cx.errors.CxError
        When a file cannot be read, or has other columns than the first.
    """
    if len(arguments.files) == 1:
        return Stacked(opened(arguments.files[0]), ())
    books = [opened(path) for path in arguments.files]
    header = arguments.header or _header(books[0], choices_of(arguments))
    return one_below_other(books, name_of(arguments), max(header, default=0))


def _header(book: Workbook, choices: Choices) -> tuple[int, ...]:
    """The rows of the header of the first file; that of the others has to be the same."""
    plain = replace(choices, roles={}, scales={}, codes={}, text_scales={}, cluster=None, names={})
    return intake.understand(book, plain).header_rows


def name_of(arguments: argparse.Namespace) -> str:
    """What the files are called together: the folder that they lie in, or the first and how many more."""
    files: list[Path] = arguments.files
    if len(files) == 1:
        return shown(files[0], arguments)
    folders = {path.parent for path in files}
    if len(folders) > 1:
        raise ArgumentError("argument_file", value=", ".join(map(str, folders)))
    return f"{next(iter(folders)).name or files[0].name}"
