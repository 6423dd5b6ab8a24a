"""The paths in the logs among the files, kept for this person's session."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cx import errors
from cx.records import Quadrant
from cx.records.journeys import Events, Journeys, Trends
from pages.parts.computed import matrices, memory, one_file
from pages.parts.shell import clock
from pages.parts.shell.paths import PathQuestion
from pages.parts.shell.workspace import LoadedFile, Workspace

if TYPE_CHECKING:
    from cx.picture import JourneyMap, MapOptions
    from cx.process import Beat
    from cx.text import Language

SPLITS = ("segment", "channel", "direction", "result", "journey", "owner")
"""The roles of columns whose values can be compared."""
PAIR = (960.0, 760.0)
"""Two maps need more height than one."""


def logs(workspace: Workspace) -> tuple[LoadedFile, ...]:
    """Return the files that hold contacts, one row each."""
    return tuple(file for file in workspace.files if one_file.understanding(file).shape == "contacts")


def identity(files: tuple[LoadedFile, ...]) -> str:
    """Return a fingerprint of the logs."""
    return hashlib.sha256("".join(file.identity for file in files).encode()).hexdigest()


def events(files: tuple[LoadedFile, ...], split: str | None = None) -> Events:
    """Return the events of all logs; ``split``: the column whose values stand for periods.

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
        choices = intake.EventChoices(roles=(*roles, *chosen))
        return intake.events([one_file.edited(file) for file in files], choices)

    return memory.shared(f"events {identity(files)} {split!r}", make)


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
        found = events(files, asked.split)
        return paths.journeys(found, options, only=asked.only, effects=False, beat=beat)

    return memory.answered(f"journeys {identity(files)} {wanted!r}", make)


def whole(files: tuple[LoadedFile, ...], asked: PathQuestion, beat: Beat | None = None) -> Journeys:
    """Return the figures of the paths of all periods and values: where touchpoints stand follows from them."""
    return journeys(files, PathQuestion(gap=asked.gap, only=asked.only), beat)


def splits(files: tuple[LoadedFile, ...]) -> tuple[str, ...]:
    """Return the columns whose values can be compared."""
    named = events(files).facts.roles
    return tuple(
        dict.fromkeys(c for of_file in named.values() for c, role in of_file.items() if role in SPLITS)
    )


def sides(files: tuple[LoadedFile, ...], split: str | None) -> tuple[str, ...]:
    """Return the periods, or the values of a column, that can be looked at and compared."""
    from cx import journeys as paths

    found = events(files, split)
    return found.facts.periods or paths.calendar(found)


def trends(files: tuple[LoadedFile, ...], asked: PathQuestion, beat: Beat | None = None) -> Trends | None:
    """Return every figure period by period; ``None`` where all paths begin in one period."""

    def make() -> Trends | None:
        from cx import journeys as paths

        found = events(files)
        periods = found.facts.periods or paths.trend_periods(paths.calendar(found))
        if len(periods) < 2:  # noqa: PLR2004 - a line needs two ends
            return None
        return paths.trends(found, periods, paths.Options(gap=asked.gap), only=asked.only, beat=beat)

    return memory.answered(f"trends {identity(files)} {asked.gap!r} {asked.only!r}", make)


@dataclass(frozen=True)
class Sight:
    """How the screen looks at the map."""

    lang: Language
    width: int
    """In CSS pixels."""
    about: tuple[str, ...]
    """What is drawn, in words."""


def scene(workspace: Workspace, asked: PathQuestion, sight: Sight, beat: Beat | None = None) -> JourneyMap:
    """Return the map of the paths that are asked for, on the places of all paths; of two sides, both."""
    files = logs(workspace)

    def make() -> JourneyMap:
        from cx import picture

        options = _options(workspace, files, asked, sight, beat)
        if asked.a is None or asked.b is None:
            return picture.journey_map(journeys(files, asked, beat), options)
        alone = {name: replace(asked, a=name, b=None) for name in (asked.a, asked.b)}
        first, second = (picture.Side(name, journeys(files, one, beat)) for name, one in alone.items())
        options = replace(options, size=PAIR)
        return picture.journey_pair((first, second), journeys(files, asked, beat).differences, options)

    key = f"{identity(files)} {workspace.identity} {workspace.settings!r} {asked!r} {sight!r} {clock.today()}"
    return memory.answered(f"scene {key}", make)


def _options(
    workspace: Workspace,
    files: tuple[LoadedFile, ...],
    asked: PathQuestion,
    sight: Sight,
    beat: Beat | None,
) -> MapOptions:
    from cx import picture

    return picture.MapOptions(
        day=clock.today(),
        lang=sight.lang,
        measure=asked.measure,
        variants=asked.variants,
        whole=whole(files, asked, beat),
        quadrants=quadrants(workspace),
        strategies=strategies(workspace, sight.lang),
        colours=workspace.settings.look.colours,
        about=sight.about,
        source=", ".join(file.workbook.name for file in files),
        type_scale=picture.type_scale(sight.width),
        headings=False,
    )


def quadrants(workspace: Workspace) -> Mapping[str, Quadrant]:
    """Return the quadrant of each touchpoint that has one on the matrix; none where no matrix can be made."""
    try:
        found = matrices.decisions_matrix(workspace)
    except errors.CxError:
        return {}
    return {one.name: one.quadrant for one in found.bubbles if one.quadrant is not None}


def strategies(workspace: Workspace, lang: Language) -> Mapping[Quadrant, str]:
    """Return what the strategy of each quadrant is called."""
    from cx import matrix as building
    from cx.records import QUADRANTS

    return {one: building.strategy(workspace.settings, one, lang).name for one in QUADRANTS}
