"""The session that is open remembers the decks that were taken away from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Literal

from cx.records.session import DeckMade
from pages.parts.open_session import autosave


def when_taken(mark: str) -> Callable[..., None] | Literal["ignore"]:
    """Return what the button of a deck does beside handing it out; nothing where no session is open."""
    return autosave.later(partial(_note, mark)) if autosave.opened() else "ignore"


def _note(mark: str) -> None:
    made = DeckMade(mark, dt.datetime.now(dt.UTC).replace(microsecond=0))
    autosave.keep(lambda session: session.with_deck(made))
