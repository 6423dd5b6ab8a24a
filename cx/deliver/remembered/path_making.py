"""How a deck of paths was asked for, as it keeps it: enough to ask for the same of other logs."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from typing import Literal

import cx
from cx.deliver.remembered.typed import plain, record
from cx.deliver.told.journeys import PathsTold
from cx.records.file import Role
from cx.records.journeys import Only, Options, PathCounts, counts_of
from cx.text import Language

KIND = "paths"
_LENGTH = 24


@dataclass(frozen=True)
class LogReading:
    """What was said of the files of a log, beside their outcome and whose paths are told."""

    roles: tuple[tuple[str | None, str, Role], ...] = ()
    """File (``None``: every one that has the column), column and role."""
    case: str | None = None
    """The column that makes the paths."""
    positive: str | None = None
    sheet: str | None = None
    header_rows: tuple[int, ...] | None = None


@dataclass(frozen=True)
class PathMaking:
    """How a deck of paths was made, and what it told."""

    lang: Language
    day: dt.date
    source: str
    """The names of the files that it was made from."""
    counts: PathCounts | None = None
    """``None`` where names are hidden."""
    options: Options = field(default_factory=Options)
    only: tuple[Only, ...] = ()
    within: tuple[tuple[str, str], ...] = ()
    outcome: str | None = None
    """The header of what came of each case."""
    reading: LogReading = field(default_factory=LogReading)
    slides: tuple[str, ...] | None = None
    """What was chosen to be told; ``None``: all that there was."""
    measure: Literal["customers", "time"] = "customers"
    """What the lines of the map show."""
    variants: int | None = None
    """So many different paths are drawn; ``None``: as many as can be read."""
    templated: bool = False
    """Whether it was made in a template."""
    program: str = ""
    """The version of the program."""
    mark: str = ""
    """What tells it from decks of other figures, or asked for otherwise."""

    @property
    def whole_gap(self) -> int | None:
        """Return the gap in whole days, as a page asks for it."""
        return None if self.options.gap is None else max(1, round(self.options.gap))

    @property
    def hidden(self) -> bool:
        """Whether touchpoints are numbered in it instead of named."""
        return self.counts is None


def about_paths(told: PathsTold, reading: LogReading, *, hidden: bool, templated: bool) -> dict[str, object]:
    """Return what a deck of paths keeps about its making, as plain data.

    Where names are hidden, nothing in it comes from names.
    """
    paths, look = told.paths, told.look
    common = {
        "lang": told.lang,
        "day": told.day,
        "source": ", ".join(paths.files),
        "slides": None if told.slides is None else tuple(told.slides),
        "measure": look.measure,
        "variants": look.variants,
        "templated": templated,
        "program": cx.__version__,
    }
    named = {
        "counts": counts_of(paths.found, top=paths.options.top),
        "options": paths.options,
        "only": paths.only,
        "within": paths.within,
        "outcome": paths.outcome,
        "reading": reading,
    }
    found: dict[str, object] = plain(PathMaking(**common, **({} if hidden else named)))  # type: ignore[arg-type]
    mark = hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()[:_LENGTH]
    return {**found, "kind": KIND, "mark": mark}


def path_making_of(about: object) -> PathMaking:
    """Return how a deck of paths was made.

    Raises
    ------
    ValueError
        When the data say no such thing: those of the first decks of paths do not.
    """
    if (
        not isinstance(about, dict)
        or about.get("kind") != KIND
        or not {"lang", "day", "source"} <= set(about)
    ):
        raise ValueError("no paths")
    return record(about, PathMaking)
