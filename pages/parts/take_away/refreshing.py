"""An earlier deck of a matrix with the present figures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cx.text import Language
from pages.parts.computed import all_files, matrices, screen
from pages.parts.shell import clock
from pages.parts.shell.state import Workspace
from pages.parts.take_away import additions, earlier_deck

if TYPE_CHECKING:
    from cx.deliver import OldDeck, Refreshed


def show(workspace: Workspace, lang: Language) -> None:
    """Draw the choice of an earlier deck above the page, once it was asked for."""
    if not earlier_deck.is_asked_for():
        return
    identity = f"{workspace.identity} {workspace.settings!r}"
    wanted = earlier_deck.Wanted(identity, partial(_made, workspace), partial(_file_name, workspace))
    earlier_deck.show(wanted, lang)


def _made(workspace: Workspace, content: bytes, name: str) -> tuple[OldDeck, Refreshed]:
    from cx import deliver

    old = deliver.old_deck(content, name)
    settings, lost = deliver.settings_of_deck(old.making, all_files.touchpoints(workspace))
    asked = replace(workspace, settings=settings)
    made = deliver.refreshed(
        old,
        matrices.matrix(asked),
        day=clock.today(),
        added=additions.of(asked),
        companions=screen.companions(asked),
        filters_lost=lost,
    )
    return old, made


def _file_name(workspace: Workspace, lang: Language) -> str:
    from cx import deliver

    return deliver.file_name(matrices.matrix(workspace), "pptx", lang, clock.today())
