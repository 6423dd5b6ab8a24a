"""The drafts that a browser left: read when its page comes, offered, and those whose files are awaited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import errors
from cx.session.drafts import place
from pages.parts.drafts import owner, screen
from pages.parts.drafts.screen import Screen
from pages.parts.shell import keys
from pages.parts.shell.workspace import LoadedFile

if TYPE_CHECKING:
    from cx.session.drafts import record

_MOST: Final = 3
"""Drafts that are offered at once; when one is dealt with, an older one takes its place."""


@dataclass(frozen=True)
class Offer:
    """A draft that can be gone on with."""

    path: Path
    draft: record.Draft | None
    """``None``: it cannot be read any more."""
    screen: Screen = field(default_factory=Screen)


@dataclass(frozen=True)
class Awaited:
    """A draft that is gone on with, and whose files are not all there yet."""

    draft: record.Draft
    screen: Screen
    here: Mapping[int, LoadedFile] = field(default_factory=dict)
    """Position among the draft's files to the file as it was left."""

    @property
    def asked(self) -> dict[str, object]:
        """What was asked of the files, which waits with them."""
        found = self.screen
        return {"question": found.question, "derived": found.derived, "impact_on": found.impact_on}

    @cached_property
    def missing(self) -> tuple[record.DraftFile, ...]:
        """The files that have to be chosen again."""
        return tuple(one for place_, one in enumerate(self.draft.files) if place_ not in self.here)

    def with_file(self, position: int, file: LoadedFile) -> Awaited:
        """Return the same with one more file."""
        return replace(self, here={**self.here, position: file})


def offered() -> tuple[Offer, ...]:
    """Return the drafts of this browser, the latest first; those of the page itself are none."""
    name = owner.name()
    if not name:
        return ()
    if keys.OFFERED not in st.session_state:
        owner.writer().flush(name)
        st.session_state[keys.OFFERED] = place.of_owner(name)
    mine = st.session_state.get(keys.DRAFT, "-")
    paths: tuple[Path, ...] = st.session_state[keys.OFFERED]
    others = [path for path in paths if not path.stem.endswith(f"-{mine}")]
    return tuple(offer for path in others[:_MOST] if (offer := _read(path)))


def awaited() -> Awaited | None:
    """Return the draft whose files have to be chosen again."""
    found: Awaited | None = st.session_state.get(keys.AWAITED)
    return found


def remove(offer: Offer) -> None:
    """Delete a draft at once."""
    from cx.session.drafts import keeping

    keeping.remove(offer.path)
    dealt_with(offer)


def remove_all() -> None:
    """Delete all drafts of this browser at once."""
    from cx.session.drafts import keeping

    for path in place.all_of_owner(owner.name()):
        keeping.remove(path)
    st.session_state[keys.OFFERED] = ()


def dealt_with(offer: Offer) -> None:
    """Offer a draft no more."""
    paths: tuple[Path, ...] = st.session_state.get(keys.OFFERED, ())
    st.session_state[keys.OFFERED] = tuple(path for path in paths if path != offer.path)


def _read(path: Path) -> Offer | None:
    """A draft; nothing where it was deleted meanwhile. It is read once for this page."""
    known: dict[Path, Offer] = st.session_state.setdefault(keys.DRAFTS_READ, {})
    if path not in known:
        from cx.session.drafts import keeping, record

        document = keeping.read(path)
        if document is None:
            return None
        try:
            draft, parts = record.read(document)
        except errors.CxError:
            known[path] = Offer(path, None)
        else:
            known[path] = Offer(path, draft, screen.read(parts.get("screen")))
    return known[path]
