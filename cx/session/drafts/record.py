"""A draft as a record: the aggregates and settings that a session would hold, and the files behind them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from cx.errors import StoreRefused, UnreadableFile
from cx.records import Settings, Touchpoints, finite_json
from cx.records.lenses import Assessment, LensSettings
from cx.session.sessions import codec, document

FORMAT: Final = "cx-draft"
VERSION: Final = 1
Origin = Literal["file", "pasted", "shipped", "blank", "elsewhere"]
"""Where a file came from: chosen, pasted, one of the program's own samples, begun here with nothing in it, or
one that stays where it lies (files and databases of this machine, of which a draft has the name alone)."""


@dataclass(frozen=True)
class DraftFile:
    """A file that a draft was made of; neither its content nor a cell of it."""

    name: str
    origin: Origin
    size: int = 0
    """Of its content, in bytes."""
    sha256: str = ""
    """Of its content: the same file is known by both."""
    sealed: str = ""
    """What was set and changed by hand about it, as only the file itself can open it."""
    plain: str = ""
    """The same of a table that was begun here, which is no file that could be chosen again."""

    @property
    def comes_by_itself(self) -> bool:
        """Whether nobody has to choose it again."""
        return self.origin == "shipped" or (self.origin == "blank" and bool(self.plain))


@dataclass(frozen=True)
class Draft:
    """What one browser had loaded and set; aggregates only, never respondents."""

    id: str
    moment: dt.datetime
    """When it was last changed, in UTC."""
    files: tuple[DraftFile, ...] = ()
    touchpoints: Touchpoints | None = None
    """What all files gave together; ``None`` where they gave no table."""
    saved: Touchpoints | None = None
    """Touchpoints of a session that was left, beside which the files came."""
    settings: Settings = field(default_factory=Settings)
    assessments: tuple[Assessment, ...] = ()
    lens_settings: LensSettings = field(default_factory=LensSettings)

    @property
    def wanted(self) -> tuple[DraftFile, ...]:
        """The files that a person has to choose again."""
        return tuple(one for one in self.files if not one.comes_by_itself)


def written(draft: Draft, *, table: object = None, **beside: object) -> str:
    """Return the document of a draft.

    Parameters
    ----------
    draft
        What is kept.
    table
        Its touchpoints as plain data, where they were made before: that is most of the work.
    **beside
        Plain data that goes into the document beside it.
    """
    data = codec.plain(draft)
    if table is not None and isinstance(data, dict):
        data["touchpoints"] = table
    about = {"format": FORMAT, "version": VERSION, "draft": data, **beside}
    return json.dumps(about, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def read(text: str) -> tuple[Draft, Mapping[str, Any]]:
    """Return the draft of a document, and what stands beside it as plain data.

    Raises
    ------
    UnreadableFile
        When it is none, or damaged.
    StoreRefused
        When a newer version of the program wrote it.
    """
    try:
        found = finite_json.loaded(text)
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            raise UnreadableFile("draft_damaged")
        version = found.get("version")
        if isinstance(version, int) and version > VERSION:
            raise StoreRefused("draft_newer", found=version, known=VERSION)
        draft = codec.record(found.get("draft"), Draft)
        for table in (draft.touchpoints, draft.saved):
            if table is not None:
                document.check_table(table)
    except (ValueError, OverflowError, RecursionError, TypeError) as error:
        raise UnreadableFile("draft_damaged") from error
    return draft, found
