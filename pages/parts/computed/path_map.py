"""The map of the paths that are asked for, in the colours of the matrix, kept for this person's session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cx import errors
from cx.records.journeys import Journeys, PathLook
from pages.parts.computed import all_files, matrices, memory, paths
from pages.parts.computed.places import Logs
from pages.parts.shell import clock
from pages.parts.shell.paths import PathQuestion
from pages.parts.shell.workspace import Workspace

if TYPE_CHECKING:
    from cx.picture import JourneyMap, MapOptions
    from cx.process import Beat
    from cx.text import Language


@dataclass(frozen=True)
class Sight:
    """How the screen looks at the map."""

    lang: Language
    width: int
    """In CSS pixels."""
    about: tuple[str, ...]
    """What is drawn, in words."""
    size: tuple[float, float] = (960.0, 540.0)
    """Of the map, in points."""


def scene(workspace: Workspace, asked: PathQuestion, sight: Sight, beat: Beat | None = None) -> JourneyMap:
    """Return the map of the paths that are asked for, on the places of all paths; of two sides, both."""
    files = paths.shown(workspace)

    def make() -> JourneyMap:
        from cx import picture

        drawn = look(workspace, asked, sight.lang)

        def told(question: PathQuestion) -> Journeys:
            return shown(paths.journeys(files, question, beat), drawn)

        options = _options(files, asked, sight, drawn, told(paths.everything(asked)))
        if asked.a is None or asked.b is None:
            return picture.journey_map(told(asked), options)
        alone = {name: replace(asked, a=name, b=None) for name in (asked.a, asked.b)}
        first, second = (picture.Side(name, told(one)) for name, one in alone.items())
        return picture.journey_pair(
            (first, second), told(asked).differences, replace(options, size=picture.PAIR)
        )

    of = f"{paths.identity(files)} {workspace.identity} {workspace.settings!r}"
    return memory.answered(f"scene {of} {asked!r} {sight!r} {clock.today()}", make)


def _options(files: Logs, asked: PathQuestion, sight: Sight, drawn: PathLook, whole: Journeys) -> MapOptions:
    from cx import picture

    quadrants = {drawn.hidden.get(name, name): one for name, one in drawn.quadrants.items()}
    return picture.MapOptions(
        day=clock.today(),
        lang=sight.lang,
        size=sight.size,
        measure=asked.measure,
        variants=asked.variants,
        whole=whole,
        quadrants=quadrants,
        strategies=drawn.strategies,
        colours=drawn.colours,
        about=sight.about,
        source=", ".join(file.name for file in files),
        type_scale=picture.type_scale(sight.width),
        headings=False,
    )


def look(workspace: Workspace, asked: PathQuestion, lang: Language, kept: tuple[str, ...] = ()) -> PathLook:
    """Return how the paths are drawn: in the colours of the matrix, and without names where it has none.

    Where no matrix can be made there are no colours, and names stay. ``kept`` are the touchpoints of paths
    whose log is not there any more.
    """
    plain = PathLook(measure=asked.measure, variants=asked.variants)

    def make() -> PathLook:
        from cx import intake, picture
        from cx import matrix as building

        try:
            found, table = matrices.decisions_matrix(workspace), all_files.touchpoints(workspace)
        except errors.CxError:
            return plain
        every = kept or paths.events(paths.shown(workspace)).facts.touchpoints
        names = intake.names_in_table(table, every)
        said = building.path_look(found, names, lang)
        if workspace.settings.look.anonymous:
            roster = building.companions(found, table).roster
            hidden = picture.names_hidden(found, names, every, lang, roster)
            said = replace(said, hidden=hidden)
        return replace(said, measure=asked.measure, variants=asked.variants)

    if not workspace.loaded:
        return plain
    question = (asked.measure, asked.variants)
    return memory.answered(
        f"look {workspace.identity} {workspace.settings!r} {question!r} {kept!r} {lang}", make
    )


def shown(found: Journeys, drawn: PathLook) -> Journeys:
    """Return figures as they are drawn: under other names where their own are not to be shown."""
    from cx import journeys as figures

    return figures.figures_unnamed(found, drawn.hidden) if drawn.hidden else found


def names_shown(workspace: Workspace, lang: Language) -> Mapping[str, str]:
    """Return what each touchpoint of the logs is called in pictures; nothing where by its own name."""
    return look(workspace, PathQuestion(), lang).hidden if workspace.settings.look.anonymous else {}
