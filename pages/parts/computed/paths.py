"""The paths in the logs among the files, kept for this person's session."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from cx import errors
from cx.records import Bubble
from cx.records.journeys import SPLITS, Contacts, Events, Journeys, LogContacts, Trends
from pages.parts.computed import memory, one_file, outcomes, places
from pages.parts.computed.places import Logs
from pages.parts.shell.paths import PathQuestion
from pages.parts.shell.workspace import LoadedFile, Workspace

if TYPE_CHECKING:
    from cx.deliver import PathSlide
    from cx.engine import Log
    from cx.process import Beat


def logs(workspace: Workspace) -> tuple[LoadedFile, ...]:
    """Return the files that hold contacts, one row each, with those that say what came of their customers."""
    found = [file for file in workspace.files if _is_log(file)]
    away = outcomes.telling(workspace.files, [file.workbook.name for file in found])
    return (*found, *(file for file in workspace.files if file not in found and file.workbook.name in away))


def _is_log(file: LoadedFile) -> bool:
    """Whether a file holds contacts; not one that cannot be understood in its time, as the page Data says."""
    try:
        return one_file.understanding(file).shape == "contacts"
    except errors.LimitExceeded:
        return False


def shown(workspace: Workspace) -> Logs:
    """Return the logs whose paths are shown: the one that stays where it lies, else those among the files."""
    return logs(workspace) if workspace.log is None else (workspace.log,)


def identity(files: Logs) -> str:
    """Return a fingerprint of the logs."""
    return hashlib.sha256("".join(file.identity for file in files).encode()).hexdigest()


def events(
    files: Logs,
    split: str | None = None,
    within: tuple[str, str] | None = None,
    beat: Beat | None = None,
) -> Events | Log:
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
        When the logs hold no events, or what lies elsewhere cannot be asked any more.
    """
    own = places.log_of(files, split, within, beat)
    loaded = tuple(one for one in files if isinstance(one, LoadedFile))
    return _read(loaded, split, within) if own is None else own


def _read(files: tuple[LoadedFile, ...], split: str | None, within: tuple[str, str] | None) -> Events:
    """The events of logs that are loaded."""

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


def _wanted(asked: PathQuestion) -> PathQuestion:
    """What of a question the figures follow from."""
    return replace(asked, variants=None, measure="customers", followed=())


def _key(files: Logs, asked: PathQuestion) -> str:
    return f"journeys {identity(files)} {_wanted(asked)!r}"


def is_known(files: Logs, asked: PathQuestion) -> bool:
    """Return whether the figures that are asked for, and those that places follow from, are there already."""
    alone = (replace(asked, a=name, b=None) for name in (asked.a, asked.b) if asked.b)
    needed = (asked, PathQuestion(gap=asked.gap, only=asked.only), *alone)
    return all(memory.is_answered(_key(files, one)) for one in needed)


def journeys(
    files: Logs, asked: PathQuestion, beat: Beat | None = None, *, effects: bool = False
) -> Journeys:
    """Return the figures of the paths that are asked for, compared where two periods or values are named.

    Parameters
    ----------
    effects
        With how the outcome differs with each step, which takes longer.

    Raises
    ------
    cx.errors.CxError
        When there are none, or the engine's limits are reached.
    """

    def make() -> Journeys:
        from cx import journeys as paths

        options = paths.Options(
            gap=asked.gap,
            anchor=asked.anchor,
            funnel=asked.funnel,
            least=places.least_of(files),
            period_a=asked.a,
            period_b=asked.b,
        )
        found = events(files, asked.split, asked.within, beat)
        return paths.journeys(found, options, only=asked.only, effects=effects, beat=beat)

    key = _key(files, asked)
    return memory.answered(f"effects {key}" if effects else key, make)


def everything(asked: PathQuestion) -> PathQuestion:
    """Return the question about the paths of all periods and values, which give touchpoints their places."""
    return PathQuestion(gap=asked.gap, only=asked.only)


def splits(files: Logs) -> tuple[str, ...]:
    """Return the columns whose values can be compared."""
    if places.kept_there(files) is None:
        return tuple(values(files))
    named = events(files).facts.roles  # of a log that stays where it lies values are not looked through
    return tuple(
        dict.fromkeys(c for of_file in named.values() for c, role in of_file.items() if role in SPLITS)
    )


def values_in(files: Logs, column: str, beat: Beat | None = None) -> tuple[str, ...]:
    """Return the values of a column by which paths can be chosen; none where these logs do not have it."""
    if places.kept_there(files) is None:
        return values(files).get(column, ())
    return (events(files, column, beat=beat).facts.periods or ()) if column in splits(files) else ()


def values(files: Logs) -> Mapping[str, tuple[str, ...]]:
    """Return the columns by whose values paths can be chosen, with these."""
    return events(files).facts.values


def sides(files: Logs, split: str | None, beat: Beat | None = None) -> tuple[str, ...]:
    """Return the periods, or the values of a column, that can be looked at and compared."""
    found = events(files, split, beat=beat)
    return found.facts.periods or _calendar(files, found, beat)


def _calendar(files: Logs, found: Events | Log, beat: Beat | None) -> tuple[str, ...]:
    def make() -> tuple[str, ...]:
        from cx import journeys as paths

        return paths.calendar(found, least=places.least_of(files), beat=beat)

    return memory.answered(f"calendar {identity(files)}", make)


def fitting(files: Logs, asked: PathQuestion, beat: Beat | None = None) -> PathQuestion:
    """Return what is asked without what these logs do not have: other files may have come since."""
    names = set(events(files).facts.touchpoints)
    split = asked.split if asked.split in splits(files) else None
    known = sides(files, split, beat)
    within = _chosen(asked.within, values_in(files, asked.within[0], beat)) if asked.within else None
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


def _chosen(within: tuple[str, str], known: tuple[str, ...]) -> tuple[str, str] | None:
    """The column with its value; with its first one where none was chosen yet."""
    column, value = within
    if not value and known:
        return column, known[0]
    return within if value in known else None


def trends(files: Logs, asked: PathQuestion, beat: Beat | None = None) -> Trends | None:
    """Return every figure period by period; ``None`` where all paths begin in one period."""

    def make() -> Trends | None:
        from cx import journeys as paths

        found = events(files, within=asked.within, beat=beat)
        periods = found.facts.periods or paths.trend_periods(_calendar(files, found, beat))
        if len(periods) < 2:  # noqa: PLR2004 - a line needs two ends
            return None
        options = paths.Options(gap=asked.gap, least=places.least_of(files))
        return paths.trends(found, periods, options, only=asked.only, beat=beat)

    return memory.answered(f"trends {identity(files)} {asked.gap!r} {asked.within!r} {asked.only!r}", make)


def contacts(workspace: Workspace) -> LogContacts | None:
    """Return what the logs say of each touchpoint; ``None`` where there are none that can be used."""
    files = logs(workspace)
    if not files:
        return None

    def make() -> LogContacts | None:
        from cx import journeys as paths

        try:
            return paths.contacts(_read(files, None, None))
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


def slides(files: Logs, asked: PathQuestion) -> tuple[PathSlide, ...]:
    """Return what a deck of these paths can tell: the parts that there are, with the map and the method."""
    from cx.deliver import PATH_SLIDES
    from cx.deliver.told.journeys import parts_of

    there = {"map", "method", *parts_of(journeys(files, asked))}
    if events(files).facts.outcome is not None:
        there.add("outcome")  # which is computed for files alone
    return tuple(one for one in PATH_SLIDES if one in there)
