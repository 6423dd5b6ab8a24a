"""Paths as they are told: in which language, on which day, and the words that every part shares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from cx.deliver.told.journeys.parts import PathPart, PathSlide, parts_of
from cx.journeys import unnamed
from cx.records.journeys import Difference, Journeys, PathLook, Paths, Trend
from cx.text import NOTHING, Language, duration, percent, say, short_date

ARROW = " → "
_LONGEST, _FIRST, _LAST = 14, 9, 4
"""Steps of a path that are written out; of a longer one, those at its ends."""
_FINEST = 2


@dataclass(frozen=True)
class PathsTold:
    """Paths, and how they are told."""

    paths: Paths
    lang: Language
    day: dt.date
    """The date in the footnotes."""
    look: PathLook = field(default_factory=PathLook)
    """How the map is drawn; names that are to be hidden are so already."""
    slides: Collection[str] | None = None
    """What of it all goes into a deck or a report; ``None``: everything."""

    @property
    def parts(self) -> tuple[PathPart, ...]:
        """The parts that there are, of those that are wanted, in the order in which they were chosen."""
        there = [one for one in parts_of(self.found) if self.wants(one)]
        order = list(self.slides) if isinstance(self.slides, Sequence) else []
        return tuple(sorted(there, key=lambda one: order.index(one) if one in order else len(order)))

    def wants(self, slide: PathSlide) -> bool:
        """Return whether a kind of slide is wanted; the map is where nothing that was chosen is there."""
        if self.slides is None or slide in self.slides:
            return True
        there = {"map", "method", *parts_of(self.found)}
        return slide == "map" and not there.intersection(self.slides)

    @property
    def found(self) -> Journeys:
        """The figures."""
        return self.paths.found

    @property
    def periods(self) -> dict[str, str]:
        """The names of the two periods; empty where there are none."""
        return {"a": self.paths.options.period_a or "", "b": self.paths.options.period_b or ""}

    @property
    def about(self) -> tuple[str, ...]:
        """Of which customers and periods the figures are, where not of all."""
        only = (
            say(f"deliver.paths.only.{one.way}", self.lang, what=ARROW.join(one.touchpoints))
            for one in self.paths.only
        )
        return (*(f"{column}: {value}" for column, value in self.paths.within), *only)

    def counted(self, n: int | None) -> str:
        """Return so many customers, cases or visits; no number: fewer than are told."""
        if n is None:
            return say(f"deliver.paths.fewer.{self.found.unit}", self.lang, least=self.found.least)
        return say(f"deliver.paths.counted.{self.found.unit}", self.lang, n=n)

    @property
    def footnote(self) -> str:
        """Of which files, of how many, what was folded, and when."""
        found, lang = self.found, self.lang
        parts = [
            ", ".join(self.paths.files),
            *self.about,
            self.counted(found.cases),
            say("deliver.paths.contacts", lang, n=found.events),
            self._visits(),
            self.folded,
            short_date(self.day, lang),
        ]
        return " \N{MIDDLE DOT} ".join(part for part in parts if part)

    def _visits(self) -> str:
        if self.found.gap_days is None:
            return ""
        return say("deliver.paths.gap", self.lang, n=self.found.gap_days)

    @property
    def folded(self) -> str:
        """Return what is folded because too few stand behind it; empty where nothing ever is."""
        found, lang = self.found, self.lang
        if found.least <= 1:
            return ""
        few = self.counted(None)
        paths = next((one for one in found.variants if one.path is None), None)
        steps = next((one.edges for one in found.edges if one.start is None), 0)
        if paths is None and not steps:
            return say("deliver.paths.folded.none", lang, few=few)
        return say(
            "deliver.paths.folded",
            lang,
            few=few,
            paths=say("deliver.paths.paths", lang, n=paths.variants if paths else 0),
            of=self.counted(paths.cases if paths else 0),
            steps=say("deliver.paths.steps", lang, n=steps),
        )


def paths_told(
    paths: Paths,
    lang: Language,
    day: dt.date,
    look: PathLook | None = None,
    slides: Collection[str] | None = None,
) -> PathsTold:
    """Return paths as they are to be told: under other names where their own are not to be shown."""
    look = look or PathLook()
    if look.hidden:
        paths = unnamed(paths, look.hidden)
        quadrants = {look.hidden[name]: one for name, one in look.quadrants.items() if name in look.hidden}
        look = replace(look, quadrants=quadrants, hidden={})
    return PathsTold(paths, lang, day, look, slides)


def part_of_all(share: float | None, lang: Language) -> str:
    """Return a share as whole per cents, with decimals where it would read as nothing or as all.

    Examples
    --------
    >>> [part_of_all(share, "en") for share in (0.25, 1.0, 0.9991, 0.002, 0.0)]
    ['25%', '100%', '99.9%', '0.2%', '0%']
    """
    if share is None:
        return NOTHING
    ends = {percent(0.0, lang, 0), percent(1.0, lang, 0)}
    decimals = 0
    while decimals < _FINEST and 0 < share < 1 and percent(share, lang, decimals) in ends:
        decimals += 1
        ends |= {percent(0.0, lang, decimals), percent(1.0, lang, decimals)}
    return percent(share, lang, decimals)


def path_in_words(path: Sequence[str], lang: Language) -> str:
    """Return a path; of a long one its ends, and how many steps stand between them.

    Examples
    --------
    >>> path_in_words(["Quote", "Contract"], "en")
    'Quote → Contract'
    """
    if len(path) <= _LONGEST:
        return ARROW.join(path)
    between = say("deliver.paths.between", lang, n=len(path) - _FIRST - _LAST)
    return ARROW.join((*path[:_FIRST], between, *path[-_LAST:]))


def about_in_words(one: Difference | Trend, lang: Language) -> str:
    """Return what a difference or a trend is about."""
    about = ARROW.join(one.about) if isinstance(one.about, tuple) else one.about
    return say(
        f"deliver.paths.figure.{one.figure}", lang, about=about or say("deliver.paths.figure.whole", lang)
    )


def figure_in_words(one: Difference | Trend, value: float | None, lang: Language) -> str:
    """Return a value of a difference or a trend: a time or a share."""
    return duration(value, lang) if one.figure == "median_seconds" else percent(value, lang, 1)
