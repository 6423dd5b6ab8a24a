"""What is loaded and set, as one record."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from cx.records import Choices, Direction, Method, Settings, Touchpoints
from cx.records.file import CellEdit, Role, Workbook
from cx.records.lenses import Assessment, LensSettings

if TYPE_CHECKING:
    from cx.engine import Address, Log, Mark

NO_IMPACT = ""
"""Said of what impact is on: none is derived."""


@dataclass(frozen=True)
class Place:
    """Where a table lies that is too large for an upload: files of this machine, or a database."""

    name: str
    """What it is called on screens and in files."""
    marks: tuple[Mark, ...] = ()
    """The files as they were when they were chosen; several of them are one table."""
    address: Address | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    """Column to what a person said that it is."""
    turn: int = 0
    """How many places were chosen before: a database that is asked again may have changed."""

    @property
    def elsewhere(self) -> bool:
        """Whether it lies on another machine, of which few customers are not told apart."""
        return self.address is not None and not self.address.is_file

    @cached_property
    def identity(self) -> str:
        """A fingerprint of where it lies, what it looked like, and what was said of it."""
        address = self.address and (self.address.url, self.address.table)
        parts = repr((self.name, self.marks, address, sorted(self.roles.items()), self.turn))
        return hashlib.sha256(parts.encode()).hexdigest()


@dataclass(frozen=True)
class LoadedFile:
    """A file that was read, with what was set and changed by hand."""

    workbook: Workbook
    """As read; the edits are not in it."""
    choices: Choices = field(default_factory=Choices)
    edits: tuple[CellEdit, ...] = ()
    whole: Place | None = None
    """Where the answers lie that the workbook is a part of, which says how they are meant; none of its cells
    is changed by hand."""
    at_rest: Mapping[str, Choices] = field(default_factory=dict)
    """What was chosen for sheets that are not shown now, for whoever comes back to one."""

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.workbook.name

    @cached_property
    def identity(self) -> str:
        """A fingerprint of the content, the choices and the edits: the same for the same table."""
        whole = () if self.whole is None else (self.whole.identity,)
        parts = repr((self.workbook.sha256, self.workbook.name, self.choices, self.edits, *whole))
        return hashlib.sha256(parts.encode()).hexdigest()


@dataclass(frozen=True)
class LoadedLog:
    """A log that stays where it lies: the engine is asked about it, and sums come back."""

    place: Place
    log: Log = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """What it is called."""
        return self.place.name

    @property
    def identity(self) -> str:
        """A fingerprint of where it lies and what was said of it."""
        return self.place.identity


@dataclass(frozen=True)
class Question:
    """What is asked of responses: the impact of which touchpoints on what, among whom."""

    file: str = ""
    """The fingerprint of the file's content; empty: the first one that holds responses."""
    outcome: str | None = None
    """``None``: the likeliest."""
    left_out: tuple[str, ...] = ()
    """Touchpoints that are no drivers."""
    segments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Column to the values that are left in; without values all of them."""
    method: Method = "shapley"
    weighted: bool = True
    direction: Direction | None = None
    """Which end of the outcome is good; ``None``: guessed from its name."""
    straight_liners: bool = True
    """Whether respondents who gave every touchpoint the same rating count."""


@dataclass(frozen=True)
class SavedData:
    """The touchpoints of a saved session, which take the place of the files that they came from."""

    touchpoints: Touchpoints = field(repr=False)
    fingerprint: str
    """The same for the same touchpoints."""


@dataclass(frozen=True)
class Workspace:
    """Everything that a person loaded and set."""

    files: tuple[LoadedFile, ...] = ()
    settings: Settings = field(default_factory=Settings)
    question: Question = field(default_factory=Question)
    """What the page of drivers shows."""
    derived: Question | None = None
    """Where the impact on the matrix comes from, when it is derived; ``None``: from the files."""
    impact_on: str | None = None
    """The outcome that impact is derived on without the drivers' page; ``None``: the likeliest, by itself."""
    saved: SavedData | None = None
    """What a session brought along; files come beside it."""
    assessments: tuple[Assessment, ...] = field(default=(), repr=False)
    """What people said of touchpoints by hand and in the room, the latest last; a session keeps it."""
    lens_settings: LensSettings = field(default_factory=LensSettings)
    log: LoadedLog | None = None
    """A log that stays where it lies; the page of journeys shows it instead of logs among the files."""

    @property
    def loaded(self) -> bool:
        """Whether there is any data."""
        return bool(self.files or self.saved)

    @property
    def names(self) -> str:
        """The names of the files that the data come from."""
        saved = self.saved.touchpoints.sources if self.saved else ()
        found = (*(one.file for one in saved), *(file.workbook.name for file in self.files))
        return ", ".join(dict.fromkeys(found))

    @property
    def matches(self) -> dict[str, str]:
        """The names that were matched by hand, of all files."""
        return {name: other for file in self.files for name, other in file.choices.matches.items()}

    @cached_property
    def identity(self) -> str:
        """A fingerprint of all files together, and of where impact comes from."""
        saved, log = self.saved.fingerprint if self.saved else "", self.log.identity if self.log else ""
        files = "".join(file.identity for file in self.files)
        parts = (files, repr((self.derived, self.impact_on)), saved, log)
        return hashlib.sha256("".join(parts).encode()).hexdigest()
