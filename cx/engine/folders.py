"""Files and folders of this machine: what lies in one, and which files a path or a pattern means."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cx.engine import file_marks
from cx.engine.typed_paths import is_file, is_folder, is_there
from cx.errors import UnreadableFile

LISTED = 500
"""So many folders, and so many files, of one folder are listed."""
_LOOKED_AT = 50_000
_GLOB = "*?["


@dataclass(frozen=True)
class FileThere:
    """A file that can be chosen."""

    name: str
    size: int
    """Bytes."""


@dataclass(frozen=True)
class Folder:
    """What lies in a folder, by name; hidden entries are not among it."""

    path: str
    """The whole of it."""
    above: str | None
    """The folder that it lies in; none above the topmost."""
    folders: tuple[str, ...]
    files: tuple[FileThere, ...]
    """Those of the kinds that were asked for."""
    others: int
    """How many files are of another kind."""
    more: bool
    """Whether there is more than is listed."""


def folder_at(place: Path, endings: Collection[str]) -> Folder:
    """Return what lies in a folder.

    Parameters
    ----------
    place
        The folder; of a file, the one that it lies in.
    endings
        Those of the files that can be chosen, in small letters and without the dot.

    Raises
    ------
    UnreadableFile
        When it is not there, or may not be looked into.
    """
    place = place if is_folder(place) else place.parent
    folders, files, others, more = [], [], 0, False
    for seen, entry in enumerate(_entries(place)):
        more = more or seen == _LOOKED_AT
        with suppress(OSError):  # gone meanwhile, or not to be looked at
            if entry.is_dir():
                folders.append(entry.name)
            elif is_of(entry.name, endings) and entry.is_file():
                files.append(FileThere(entry.name, entry.stat().st_size))
            else:
                others += 1
    folders.sort(key=_in_order)
    files.sort(key=lambda one: _in_order(one.name))
    whole = str(place.resolve())
    above = str(Path(whole).parent)
    return Folder(
        whole,
        None if above == whole else above,
        tuple(folders[:LISTED]),
        tuple(files[:LISTED]),
        others,
        more or max(len(folders), len(files)) > LISTED,
    )


def files_of(place: Path, endings: Collection[str] = ()) -> tuple[Path, ...]:
    """Return the files that a path, a folder or a pattern means, by name.

    Of a folder, and of a pattern such as ``logs/*.parquet``, they are those of the kinds that are asked for;
    where none is, of all kinds.

    Raises
    ------
    UnreadableFile
        When there is none, or it may not be read.
    """
    if is_folder(place):
        found = [place / one.name for one in _visible_files(_entries(place), endings)]
        if not found:
            raise UnreadableFile("place_no_files", file=str(place))
    elif any(sign in place.name for sign in _GLOB) and not is_there(place):
        if not is_folder(place.parent):
            raise UnreadableFile("place_missing", file=str(place.parent))
        entries = [entry.name for entry in _visible_files(_entries(place.parent), endings)]
        found = [place.parent / name for name in fnmatch.filter(entries, place.name)]
        if not found:
            raise UnreadableFile("place_no_match", file=str(place))
    else:
        found = [place]
    for one in found:
        file_marks.readable(one)
    return tuple(sorted((one.resolve() for one in found), key=lambda one: _in_order(one.name)))


def is_of(name: str, endings: Collection[str]) -> bool:
    """Return whether a file's name has one of the endings.

    Examples
    --------
    >>> is_of("Log.CSV", ("csv",)), is_of("log.csv.bak", ("csv",))
    (True, False)
    """
    return name.rpartition(".")[2].lower() in endings and "." in name


def _visible_files(entries: Iterable[os.DirEntry[str]], endings: Collection[str]) -> list[os.DirEntry[str]]:
    return [one for one in entries if (not endings or is_of(one.name, endings)) and is_file(Path(one.path))]


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What lies in a folder, without what is hidden."""
    try:
        with os.scandir(folder) as found:
            yield from islice((one for one in found if not _is_hidden(one)), _LOOKED_AT + 1)
    except PermissionError as error:
        raise UnreadableFile("place_right", file=str(folder)) from error
    except (OSError, ValueError) as error:
        raise UnreadableFile("place_missing", file=str(folder)) from error


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    """By its name, as most systems and office programs have it, or by its mark, as Windows does."""
    if entry.name.startswith((".", "~$")):
        return True
    flags = 0
    with suppress(OSError):
        flags = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(flags & 2)


def _in_order(name: str) -> tuple[str, str]:
    return name.casefold(), name
