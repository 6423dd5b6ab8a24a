"""The paths in the logs among the files, kept for this person's session."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from cx import errors
from cx.records import Bubble
from cx.records.journeys import Contacts, Events, Journeys, LogContacts, Trends
from pages.parts.computed import memory, one_file
from pages.parts.shell.paths import PathQuestion
from pages.parts.shell.workspace import LoadedFile, Workspace

if TYPE_CHECKING:
    from cx.deliver import PathSlide
    from cx.process import Beat


def logs(workspace: Workspace) -> tuple[LoadedFile, ...]:
    """Return the files that hold contacts, one row each."""
    return tuple(file for file in workspace.files if _is_log(file))


def _is_log(file: LoadedFile) -> bool:
    """Whether a file holds contacts; not one that cannot be understood in its time, as the page Data says."""
    try:
        return one_file.understanding(file).shape == "contacts"
    except errors.LimitExceeded:
        return False


def identity(files: tuple[LoadedFile, ...]) -> str:
    """Return a fingerprint of the logs."""
    return hashlib.sha256("".join(file.identity for file in files).encode()).hexdigest()


def events(
    files: tuple[LoadedFile, ...], split: str | None = None, within: tuple[str, str] | None = None
) -> Events:
    """Return the events of all logs.

    Parameters
    ----------
    split
        The column whose values stand for periods.
    within
        A column, and the value in it that the first contact of a path has to have.

    Raises
    ------
    cx.errors.CxError
        When the logs hold no events.
    """

    def make() -> Events:
        from cx import intake

        chosen = [(None, split, "period")] if split else []
        roles = [
            (file.workbook.name, column, role)
            for file in files
            for column, role in file.choices.roles.items()
            if role != "ignore" and column != split
        ]
        choices = intake.EventChoices(roles=(*roles, *chosen), within=(within,) if within else ())
        return intake.events([one_file.edited(file) for file in files], choices)

    return memory.shared(f"events {identity(files)} {split!r} {within!r}", make)


def journeys(files: tuple[LoadedFile, ...], asked: PathQuestion, beat: Beat | None = None) -> Journeys:
    """Return the figures of the paths that are asked for, compared where two periods or values are named.

    Raises
    ------
    cx.errors.CxError
        When there are none, or the engine's limits are reached.
    """
    wanted = replace(asked, variants=None, measure="customers", followed=())

    def make() -> Journeys:
        from cx import journeys as paths

        options = paths.Options(
            gap=asked.gap, anchor=asked.anchor, funnel=asked.funnel, period_a=asked.a, period_b=asked.b
        )
        found = events(files, asked.split, asked.within)
        return paths.journeys(found, options, only=asked.only, effects=False, beat=beat)

    return memory.answered(f"journeys {identity(files)} {wanted!r}", make)


def everything(asked: PathQuestion) -> PathQuestion:
    """Return the question about the paths of all periods and values, which give touchpoints their places."""
    return PathQuestion(gap=asked.gap, only=asked.only)


def splits(files: tuple[LoadedFile, ...]) -> tuple[str, ...]:
    """Return the columns whose values can be compared."""
    return tuple(values(files))


def values(files: tuple[LoadedFile, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return the columns by whose values paths can be chosen, with these."""
    return events(files).facts.values


def sides(files: tuple[LoadedFile, ...], split: str | None) -> tuple[str, ...]:
    """Return the periods, or the values of a column, that can be looked at and compared."""
    from cx import journeys as paths

    found = events(files, split)
    return found.facts.periods or paths.calendar(found)


def fitting(files: tuple[LoadedFile, ...], asked: PathQuestion) -> PathQuestion:
    """Return what is asked without what these logs do not have: other files may have come since."""
    names = set(events(files).facts.touchpoints)
    split = asked.split if asked.split in splits(files) else None
    known = sides(files, split)
    within = (
        asked.within if asked.within and asked.within[1] in values(files).get(asked.within[0], ()) else None
    )
    a, b = (name if name in known else None for name in (asked.a, asked.b))
    return replace(
        asked,
        split=split,
        within=within,
        a=a,
        b=None if a is None else b,
        only=tuple(one for one in asked.only if names.issuperset(one.touchpoints)),
        funnel=tuple(name for name in asked.funnel if name in names),
        anchor=asked.anchor if asked.anchor in names else None,
    )


def trends(files: tuple[LoadedFile, ...], asked: PathQuestion, beat: Beat | None = None) -> Trends | None:
    """Return every figure period by period; ``None`` where all paths begin in one period."""

    def make() -> Trends | None:
        from cx import journeys as paths

        found = events(files, within=asked.within)
        periods = found.facts.periods or paths.trend_periods(paths.calendar(found))
        if len(periods) < 2:  # noqa: PLR2004 - a line needs two ends
            return None
        return paths.trends(found, periods, paths.Options(gap=asked.gap), only=asked.only, beat=beat)

    return memory.answered(f"trends {identity(files)} {asked.gap!r} {asked.within!r} {asked.only!r}", make)


def contacts(workspace: Workspace) -> LogContacts | None:
    """Return what the logs say of each touchpoint; ``None`` where there are none that can be used."""
    files = logs(workspace)
    if not files:
        return None

    def make() -> LogContacts | None:
        from cx import journeys as paths

        try:
            return paths.contacts(events(files))
        except errors.CxError:
            return None  # the page of journeys says why

    return memory.answered(f"contacts {identity(files)}", make)


def of_touchpoints(workspace: Workspace, found: Iterable[Bubble]) -> Mapping[str, Contacts]:
    """Return what the logs say of each bubble, by its id; names are the same in any letter case."""
    said = contacts(workspace)
    known = {_plain(one.name): one for one in said.touchpoints} if said else {}
    return {one.id: known[_plain(one.name)] for one in found if _plain(one.name) in known}


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def followed(path: Iterable[str], found: Iterable[Bubble]) -> tuple[str, ...]:
    """Return the ids of the bubbles along a path; touchpoints that are not on the matrix are passed over."""
    ids = {_plain(one.name): one.id for one in found}
    return tuple(ids[_plain(name)] for name in path if _plain(name) in ids)


def slides(files: tuple[LoadedFile, ...], asked: PathQuestion) -> tuple[PathSlide, ...]:
    """Return what a deck of these paths can tell: the parts that there are, with the map and the method."""
    from cx.deliver import PATH_SLIDES
    from cx.deliver.told.journeys import parts_of

    there = {"map", "method", *parts_of(journeys(files, asked))}
    if events(files).facts.outcome is not None:
        there.add("outcome")  # which is computed for files alone
    return tuple(one for one in PATH_SLIDES if one in there)
