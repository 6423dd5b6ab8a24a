"""The paths as others get them: folded, in files and in a session."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from cx.records.journeys import SHARED_LEAST, Events, Options, Paths
from pages.parts.computed import memory, paths, places
from pages.parts.computed.places import Logs
from pages.parts.shell import keys, state
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

    def paths(self, *, effects: bool = True, beat: Beat | None = None) -> Paths:
        """Return the figures; ``effects`` with how the outcome differs, which takes longer."""
        from cx import journeys

        if self.known is not None:
            return self.known
        asked, options = self.asked, self.options
        found = journeys.journeys(self.events, options, only=asked.only, effects=effects, beat=beat)
        alone = [replace(options, period_a=name, period_b=None) for name in (asked.a, asked.b) if asked.b]
        sides = [
            journeys.journeys(self.events, one, only=asked.only, effects=False, beat=beat)
            for one in (alone if effects else ())
        ]
        return Paths(found, self.files, options, asked.only, tuple(sides), self.events.facts.outcome)


def source(files: Logs, asked: PathQuestion) -> Source:
    """Return what files are made from."""
    return Source(paths.events(files, asked.split), tuple(file.name for file in files), asked)


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
    key = f"taken {paths.identity(files)} {found.options!r} {asked.split!r} {asked.only!r}"
    return replace(found, known=memory.answered(key, lambda: found.paths(beat=beat)))


def keep(files: Logs, asked: PathQuestion, beat: Beat | None = None) -> None:
    """Hand the figures to the session that is open: they are saved with it when the next run begins."""
    if keys.SESSION not in st.session_state:
        return
    made_from = source(files, asked)
    key = f"shared {paths.identity(files)} {made_from.options!r} {asked.split!r} {asked.only!r}"
    found = memory.answered(key, lambda: made_from.paths(effects=False, beat=beat))
    st.session_state[keys.KEPT_PATHS] = (state.current().identity, found)


def of(workspace: Workspace, known: Paths | None) -> Paths | None:
    """Return the figures that go with what is on the screen: those computed for it, else what is known."""
    identity, found = st.session_state.get(keys.KEPT_PATHS, ("", known))
    return found if identity == workspace.identity else known
