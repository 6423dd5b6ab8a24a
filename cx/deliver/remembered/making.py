"""How a deck was asked for, as it keeps it: enough to ask for the same of other data."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field, replace

import cx
from cx.deliver.remembered.figures import Figures, of_matrix
from cx.deliver.remembered.typed import LONGEST, plain, record
from cx.deliver.told import Telling, Told
from cx.matrix import source_name
from cx.records import PictureOptions, Settings
from cx.text import Language

_LENGTH = 24
_UNTOLD = ("numbered", "reading")
"""What makes no other deck of it."""


@dataclass(frozen=True)
class Making:
    """How a deck was made, and what it told."""

    lang: Language
    day: dt.date
    source: str
    """The names of the files that it was made from."""
    figures: Figures
    settings: Settings = field(default_factory=Settings)
    options: PictureOptions = field(default_factory=PictureOptions)
    topics: tuple[str, ...] | None = None
    """What was chosen to be told; ``None``: all that there was."""
    told: tuple[str, ...] = ()
    """What was told."""
    templated: bool = False
    """Whether it was made in a template."""
    outcome: str = ""
    """The column that impact was derived from; empty where it was not."""
    program: str = ""
    """The version of the program."""
    numbered: bool = False
    """Whether slides with a matrix have their number too."""
    reading: str = ""
    """What was chosen about the files, as a mapping file has it; empty also where names are hidden."""
    mark: str = ""
    """What tells it from decks of other figures, or asked for otherwise."""

    @property
    def hidden(self) -> bool:
        """Whether touchpoints are numbered in it instead of named."""
        return self.options.anonymous


def about_of(telling: Telling, told: Told, *, templated: bool) -> dict[str, object]:
    """Return what a deck keeps about its making, as plain data.

    Where names are hidden, nothing in it comes from the names.
    """
    options = telling.options or telling.matrix.settings.look
    if options.anonymous:
        options = replace(options, highlight=())
    settings = replace(telling.matrix.settings, look=PictureOptions())
    drivers = told.added.drivers
    found = Making(
        telling.lang,
        telling.day,
        source_name(told.matrix),
        of_matrix(told.matrix, hidden=options.anonymous),
        settings,
        options,
        None if telling.topics is None else tuple(telling.topics),
        told.topics,
        templated,
        drivers.outcome if drivers and not options.anonymous else "",
        cx.__version__,
        numbered=telling.numbered,
    )
    plainly: dict[str, object] = plain(found)
    told_by = {name: value for name, value in plainly.items() if name not in _UNTOLD}
    mark = hashlib.sha256(json.dumps(told_by, sort_keys=True).encode()).hexdigest()[:_LENGTH]
    kept = "" if options.anonymous or len(telling.reading) > LONGEST else telling.reading
    return {**plainly, "reading": kept, "mark": mark}


def making_of(about: object) -> Making:
    """Return how a deck was made.

    Raises
    ------
    ValueError
        When the data say no such thing.
    """
    found = record(about, Making)
    figures = found.figures
    if not figures.touchpoints or not all(
        figures.scale.holds(one.satisfaction) for one in figures.touchpoints
    ):
        raise ValueError("no figures")
    return found
