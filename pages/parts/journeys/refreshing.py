"""An earlier deck of paths with the present logs, asked for as that deck's own were."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cx import text
from cx.text import Language
from pages.parts.computed import path_map, paths, paths_shared
from pages.parts.computed.places import Logs
from pages.parts.shell import clock
from pages.parts.shell.paths import PathQuestion
from pages.parts.shell.workspace import Workspace
from pages.parts.take_away import earlier_deck

if TYPE_CHECKING:
    from cx.deliver import LogReading, OldPathDeck, PathMaking, Refreshed


def show(workspace: Workspace, files: Logs, lang: Language) -> None:
    """Draw the choice of an earlier deck above the page, once it was asked for."""
    if not earlier_deck.is_asked_for():
        return
    identity = f"{workspace.identity} {workspace.settings!r} {paths.identity(files)}"
    make, file_name = partial(_made, workspace, files), partial(_file_name, files)
    earlier_deck.show(earlier_deck.Wanted(identity, make, file_name), lang)


def reading(asked: PathQuestion) -> LogReading:
    """Return what is said of the files, for a deck to keep: the column whose values are compared."""
    from cx import deliver

    return deliver.LogReading(((None, asked.split, "period"),) if asked.split else ())


def _made(workspace: Workspace, files: Logs, content: bytes, name: str) -> tuple[OldPathDeck, Refreshed]:
    from cx import deliver

    old = deliver.old_path_deck(content, name)
    wanted = _question(old.making)
    asked = paths.fitting(files, wanted)
    made = deliver.refreshed_paths(
        old,
        paths_shared.source(files, asked).paths(),
        day=clock.today(),
        look=path_map.look(workspace, asked, old.making.lang),
        filters_lost=_lost(wanted, asked, old.making.lang),
    )
    return old, made


def _question(making: PathMaking) -> PathQuestion:
    """What an earlier deck asked of its own logs."""
    asked = making.options
    split = next((column for _, column, role in making.reading.roles if role == "period"), None)
    return PathQuestion(
        making.whole_gap,
        split,
        asked.period_a,
        asked.period_b,
        next(iter(making.within), None),
        making.only,
        making.variants,
        making.measure,
        asked.anchor,
        asked.funnel,
    )


def _lost(wanted: PathQuestion, asked: PathQuestion, lang: Language) -> tuple[str, ...]:
    """What the earlier deck was limited to and these logs do not have."""
    within = (wanted.within,) if wanted.within != asked.within and wanted.within else ()
    only = (one for one in wanted.only if one not in asked.only)
    return (
        *(f"{column}: {value}" for column, value in within),
        *(
            text.say(
                f"deliver.paths.only.{one.way}", lang, what=" \N{RIGHTWARDS ARROW} ".join(one.touchpoints)
            )
            for one in only
        ),
    )


def _file_name(files: Logs, lang: Language) -> str:
    from cx import deliver

    return deliver.paths_file_name(tuple(one.name for one in files), "pptx", lang, clock.today())
