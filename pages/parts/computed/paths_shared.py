"""The paths as others get them: folded, in files and in a session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from cx import errors
from cx.records.journeys import SHARED_LEAST, Events, Options, Paths
from pages.parts.computed import all_files, memory, paths, places
from pages.parts.computed.places import Logs
from pages.parts.shell import keys, state
from pages.parts.shell import paths as shell_paths
from pages.parts.shell.paths import PathQuestion
from pages.parts.shell.workspace import Workspace

if TYPE_CHECKING:
    from cx.engine import Log
    from cx.process import Beat


@dataclass(frozen=True)
class Source:
    """What files with paths are made from; nothing in it needs the session, which a click has not."""

    events: Events | Log
    files: tuple[str, ...]
    asked: PathQuestion
    known: Paths | None = None
    """The figures, where they were computed before: then nothing is asked when a file is made."""

    @property
    def options(self) -> Options:
        """How the figures are asked for."""
        asked = self.asked
        return Options(
            asked.gap,
            asked.anchor,
            asked.funnel,
            least=SHARED_LEAST,
            period_a=asked.a,
            period_b=asked.b if asked.a else None,
        )

    def paths(
        self, *, effects: bool = True, sides: bool = True, trends: bool = True, beat: Beat | None = None
    ) -> Paths:
        """Return the figures.

        Parameters
        ----------
        effects
            With how the outcome differs, which takes longer.
        sides
            With those of each of two periods alone, for its map.
        trends
            With how each goes from one period to the next.
        """
        from cx import journeys

        if self.known is not None:
            return self.known
        asked, options = self.asked, self.options
        found = journeys.journeys(self.events, options, only=asked.only, effects=effects, beat=beat)
        if trends:
            found = journeys.with_trends(self.events, found, options, only=asked.only, beat=beat)
        alone = [replace(options, period_a=name, period_b=None) for name in (asked.a, asked.b) if asked.b]
        each = tuple(
            journeys.journeys(self.events, one, only=asked.only, effects=False, beat=beat)
            for one in (alone if sides else ())
        )
        facts = self.events.facts
        return Paths(found, self.files, options, asked.only, each, facts.outcome, facts.within)


def source(files: Logs, asked: PathQuestion) -> Source:
    """Return what files are made from."""
    return Source(paths.events(files, asked.split, asked.within), tuple(file.name for file in files), asked)


def beside(workspace: Workspace) -> tuple[Paths | None, Mapping[str, str]]:
    """Return the paths of the logs among the files, and what the matrix calls their touchpoints.

    They are those that the page of journeys was asked for last, without how the outcome differs.
    """
    files = paths.logs(workspace)
    if not files:
        return None, {}
    from cx import intake

    try:
        made_from = source(files, paths.fitting(files, shell_paths.current()))
        found = memory.answered(_key(files, made_from, "beside"), lambda: made_from.paths(effects=False))
    except errors.CxError:
        return None, {}  # the page of journeys says why
    table = all_files.touchpoints(workspace)
    return found, intake.names_in_table(table, made_from.events.facts.touchpoints)


def _key(files: Logs, made_from: Source, what: str) -> str:
    asked = made_from.asked
    chosen = asked.split, asked.within, asked.only
    return f"{what} {paths.identity(files)} {made_from.options!r} {chosen!r}"


def ready(files: Logs, asked: PathQuestion, beat: Beat) -> Source:
    """Return what files are made from; of a log that stays where it lies with its figures.

    Raises
    ------
    cx.errors.CxError
        When they cannot be had any more, which a click on a file could not say.
    """
    found = source(files, asked)
    if places.kept_there(files) is None:
        return found
    key = _key(files, found, "taken")
    return replace(found, known=memory.answered(key, lambda: found.paths(beat=beat)))


def keep(files: Logs, asked: PathQuestion, beat: Beat | None = None) -> None:
    """Hand the figures to the session that is open: they are saved with it when the next run begins."""
    if keys.SESSION not in st.session_state:
        return
    made_from = source(files, asked)
    found = memory.answered(
        _key(files, made_from, "shared"),
        lambda: made_from.paths(effects=False, sides=False, trends=False, beat=beat),
    )
    st.session_state[keys.KEPT_PATHS] = (state.current().identity, found)


def of(workspace: Workspace, known: Paths | None) -> Paths | None:
    """Return the figures that go with what is on the screen: those computed for it, else what is known."""
    identity, found = st.session_state.get(keys.KEPT_PATHS, ("", known))
    return found if identity == workspace.identity else known
