"""What lies on this machine or in a database and is not loaded cell by cell: read, and asked again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cx.records.journeys import SHARED_LEAST
from pages.parts.access import machine
from pages.parts.computed import memory
from pages.parts.shell.workspace import LoadedFile, LoadedLog, Place

if TYPE_CHECKING:
    from cx.engine import Log
    from cx.intake import Watch
    from cx.process import Beat

Logs = tuple[LoadedFile | LoadedLog, ...]


def log_at(
    place: Place,
    watch: Watch | None = None,
    *,
    split: str | None = None,
    within: tuple[str, str] | None = None,
) -> Log | None:
    """Return the log that lies at a place; ``None`` where its files are to be read cell by cell.

    Parameters
    ----------
    watch
        Told what is being done, and asked whether to go on.
    split
        The column whose values stand for periods.
    within
        A column, and the value in it that the first contact of a path has to have.

    Raises
    ------
    cx.errors.CxError
        When others reach this server, nobody named the database, the files changed since they were chosen, or
        it is no log.
    """
    from cx import engine, intake

    machine.check()
    said = [(None, column, role) for column, role in place.roles.items() if column != split]
    chosen = [(None, split, "period")] if split else []
    choices = intake.EventChoices(roles=(*said, *chosen), within=(within,) if within else ())
    if place.address is not None:
        engine.check_named(place.address)
        return intake.table_log(place.address, choices, watch)
    engine.check_marks(place.marks)
    paths = [Path(mark.path) for mark in place.marks]
    return intake.large_log(paths, choices, one_table=len(paths) > 1, watch=watch)


def log_of(
    files: Logs,
    split: str | None = None,
    within: tuple[str, str] | None = None,
    beat: Beat | None = None,
) -> Log | None:
    """Return the log that stays where it lies, if one is shown; the rest as in :func:`log_at`."""
    own = kept_there(files)
    if own is None:
        return None
    machine.check()
    if split is None and within is None:
        return own.log

    def make() -> Log | None:
        from cx import intake

        return log_at(own.place, intake.Watch(beat=beat), split=split, within=within)

    return memory.answered(f"log {own.identity} {split!r} {within!r}", make)


def kept_there(files: Logs) -> LoadedLog | None:
    """Return the log among those shown that stays where it lies."""
    return next((one for one in files if isinstance(one, LoadedLog)), None)


def least_of(files: Logs) -> int:
    """Return below how many customers nothing is told apart: in the answers of a database elsewhere."""
    own = kept_there(files)
    return SHARED_LEAST if own is not None and own.place.elsewhere else 1


def is_too_large(place: Place) -> bool:
    """Return whether what lies there cannot be read cell by cell."""
    from cx import engine, intake

    most = intake.limits_set().file_bytes
    return place.address is not None or engine.size_in_all(place.marks) > most


def is_for_the_engine(place: Place) -> bool:
    """Return whether what lies there are files of the kinds that the engine reads."""
    from cx import intake

    return intake.are_known([Path(mark.path) for mark in place.marks])


def content_at(place: Place) -> dict[str, bytes]:
    """Return the bytes of files that are read as an upload is, by their names.

    Raises
    ------
    cx.errors.CxError
        When others reach this server, a file is beyond the limit for files, cannot be read to its end, or
        changed since it was chosen.
    """
    from cx import engine, intake

    machine.check()
    engine.check_marks(place.marks)
    limits, found = intake.limits_set(), {}
    for mark in place.marks:
        limits.check_size(mark.size, mark.name)
        with engine.opened(Path(mark.path)) as file:
            found[mark.name] = file.read(limits.file_bytes + 1)  # some hold more than their size says
        limits.check(found[mark.name], mark.name)
    engine.check_marks(place.marks)
    return found
