"""What becomes of a deck when it is refreshed, told before anything is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from cx.deliver.told import comparison_title
from cx.records import Comparison, Finding
from cx.text import Language, say, short_date

Heading = Literal["renewed", "new", "kept", "cannot", "not_ours"]
HEADINGS: Final[tuple[Heading, ...]] = ("renewed", "new", "kept", "cannot", "not_ours")
_UNDER: Final[Mapping[str, Heading]] = {
    "renewed": "renewed",
    "slide_added": "new",
    "slide_removed": "new",
    "edited": "kept",
    "kept": "kept",
    "names_moved": "kept",
    "names_hidden": "kept",
    "names_edited": "kept",
    "recoloured": "kept",
    "left_out": "kept",
    "slide_left_out": "kept",
    "names_gone": "cannot",
    "sheet": "cannot",
    "cannot": "cannot",
    "not_ours": "not_ours",
}
"""By what an entry says: the heading that it stands under."""
PARTS: Final = (":title", ":table", ":notes")
"""Parts that are called what they are; others have a name in the deck."""
_BY_TOPIC: Final = ("slide_added", "slide_left_out")
_MOST_NAMES = 8
_LONGEST = 200


@dataclass(frozen=True)
class Entry:
    """One thing that becomes of the deck."""

    what: str
    slide: int
    """The slide's number in the old deck, from 1; 0 where it is about no slide of it."""
    title: str
    part: str = ""
    """What the part is called in the deck."""
    of: str = ""
    """What was kept of it, or which topic a slide is about."""
    why: str = ""
    words: str = ""
    """The words that stay."""
    new: str = ""
    """What the new figures would say there."""
    names: tuple[str, ...] = ()
    """The touchpoints that it is about."""
    parts: int = 0
    """How many parts of a slide were renewed."""

    @property
    def heading(self) -> Heading:
        """The heading that it stands under."""
        return _UNDER[self.what]

    @property
    def topic(self) -> str:
        """The topic of the slide that it is about, where it is about a whole one."""
        return self.of.partition(".")[0]

    def sentence(self, lang: Language) -> str:
        """Return it in words."""
        values = {
            "slide": self.slide,
            "slides": self.slide,
            "part": part_words(self.part, lang),
            "words": self.words,
            "new": self.new,
            "names": _listed(self.names),
            "n": self.parts or len(self.names) or 1,
            "topic": say(f"deliver.topic.{self.topic}", lang) if self.what in _BY_TOPIC else "",
        }
        key = {"kept": f"kept.{self.of}", "cannot": f"cannot.{self.why}"}.get(self.what, self.what)
        if self.what == "edited" and not self.new:
            key = "edited_whole"
        said = say(f"refresh.{key}", lang, **values)
        if self.what in ("renewed", "not_ours"):
            return said
        return f"{say('refresh.slide', lang, slide=self.slide)} {said}" if self.slide else said

    def as_json(self, lang: Language) -> dict[str, object]:
        """Return the entry as ``--json`` prints it."""
        return {
            "what": self.what,
            "slide": self.slide or None,
            "title": self.title or None,
            "part": part_words(self.part, lang) or None,
            "of": self.of or None,
            "why": self.why or None,
            "words": self.words or None,
            "new": self.new or None,
            "touchpoints": list(self.names),
            "parts": self.parts,
            "message": self.sentence(lang),
        }


@dataclass(frozen=True)
class PathsMoved:
    """What moved in paths since an earlier deck."""

    days: tuple[dt.date, dt.date]
    """Of the earlier deck, and of now."""
    tested: int
    """How many figures were tested; of those without a test nothing is said."""
    beyond: int
    """How many of them differ beyond chance."""
    entered: tuple[str, ...]
    left: tuple[str, ...]

    def sentence(self, lang: Language) -> str:
        """Return it in words, as the slide says it."""
        a, b = names_of_days(*self.days, lang)
        if not self.tested:
            return say("deliver.paths.differences.title.untested", lang, a=a, b=b)
        if not self.beyond:
            return say("deliver.paths.differences.title.none", lang, n=self.tested, a=a, b=b)
        return say("deliver.paths.differences.title", lang, n=self.beyond, tested=self.tested, a=a, b=b)


@dataclass(frozen=True)
class Plan:
    """What becomes of a deck."""

    name: str
    made: dt.date
    source: str
    entries: tuple[Entry, ...]
    compared: Comparison | None = None
    """The old deck's figures and the new ones; ``None`` where they cannot be compared."""
    not_compared: str = ""
    """Why not: ``hidden``, ``kinds``; of paths ``units``, ``periods``."""
    filters_lost: tuple[str, ...] = ()
    """What the old deck was limited to and the new data do not have."""
    paths: PathsMoved | None = None
    """What moved where the deck tells paths alone; ``None`` for others, and where it cannot be told."""

    @property
    def entered(self) -> tuple[str, ...]:
        """Touchpoints that the old deck did not have."""
        return self._names("entered")

    @property
    def left(self) -> tuple[str, ...]:
        """Touchpoints that the new data do not have."""
        return self._names("left")

    def moved(self, lang: Language) -> str:
        """Return what moved, by the rules of every comparison; why nothing can be said, where it cannot."""
        if self.paths is not None and not self.not_compared:
            return self.paths.sentence(lang)
        if self.compared is None:
            return say(f"refresh.not_compared.{self.not_compared}", lang)
        return comparison_title(self.compared, lang)

    def _names(self, status: Literal["entered", "left"]) -> tuple[str, ...]:
        if self.paths is not None:
            return self.paths.entered if status == "entered" else self.paths.left
        return tuple(one.name for one in self.compared.of(status)) if self.compared else ()

    def under(self, heading: Heading) -> tuple[Entry, ...]:
        """Return the entries under a heading."""
        return tuple(one for one in self.entries if one.heading == heading)

    def lines(self, lang: Language) -> list[str]:
        """Return the whole plan in words, a line each; what belongs to a heading is set in."""
        found = [self.head(lang), *self.about(lang)]
        for heading in HEADINGS:
            said = list(self.sentences(heading, lang))
            if said:
                found += [say(f"refresh.heading.{heading}", lang), *(f"  {one}" for one in said)]
        return found

    def head(self, lang: Language) -> str:
        """Return which deck it is about."""
        return say("refresh.head", lang, file=self.name, day=short_date(self.made, lang), source=self.source)

    def about(self, lang: Language) -> list[str]:
        """Return what moved, which touchpoints are new or gone, and what makes the two hard to compare."""
        found = [self.moved(lang)]
        for key, names in (("entered", self.entered), ("left", self.left)):
            if names:
                found.append(say(f"refresh.{key}", lang, n=len(names), names=_listed(names)))
        if self.filters_lost:
            found.append(say("refresh.filters_lost", lang, names=_listed(self.filters_lost)))
        return [*found, *(one.message(lang) for one in self._findings)]

    @property
    def _findings(self) -> tuple[Finding, ...]:
        return self.compared.findings if self.compared else ()

    def sentences(self, heading: Heading, lang: Language) -> Iterator[str]:
        """Yield what stands under a heading; what is renewed and what is not ours in one sentence each."""
        entries = self.under(heading)
        if heading == "renewed" and entries:
            parts = sum(one.parts for one in entries)
            yield say("refresh.renewed", lang, n=parts, slides=_numbers([one.slide for one in entries]))
        elif heading == "not_ours" and entries:
            slides = _numbers([one.slide for one in entries])
            yield say("refresh.not_ours", lang, n=len(entries), slides=slides)
        else:
            yield from dict.fromkeys(one.sentence(lang) for one in _together(entries))

    def as_json(self, lang: Language) -> dict[str, object]:
        """Return the plan as ``refresh --json`` prints it."""
        return {
            "deck": self.name,
            "made": self.made.isoformat(),
            "source": self.source,
            "moved": None if self.not_compared else self.moved(lang),
            "not_compared": self.not_compared or None,
            "new_touchpoints": list(self.entered),
            "gone_touchpoints": list(self.left),
            "filters_left_out": list(self.filters_lost),
            **{name: [one.as_json(lang) for one in self.under(name)] for name in HEADINGS},
            "findings": [one.as_json(lang) for one in self._findings],
        }


def names_of_days(before: dt.date, now: dt.date, lang: Language) -> tuple[str, str]:
    """Return what an earlier deck and a present one are called, by their days where these differ."""
    names = short_date(before, lang), short_date(now, lang)
    return names if names[0] != names[1] else (say("refresh.before", lang), say("refresh.now", lang))


def part_words(part: str, lang: Language) -> str:
    """Return what a part is called: its name in the deck, or what it is."""
    return say(f"refresh.part.{part[1:]}", lang) if part in PARTS else part


def entry_of(data: Mapping[str, object]) -> Entry:
    """Return an entry as the reader process told it.

    Raises
    ------
    ValueError
        When it is none.
    """
    what = str(data["what"])
    if what not in _UNDER:
        raise ValueError(what)
    names = data.get("names", [])
    texts = {
        name: str(data.get(name, ""))[:_LONGEST] for name in ("part", "of", "why", "words", "new", "title")
    }
    return Entry(
        what,
        int(str(data["slide"])),
        names=tuple(str(one)[:_LONGEST] for one in names) if isinstance(names, list) else (),
        parts=int(str(data.get("parts", 0))),
        **texts,
    )


def _together(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries, those of several slides of one topic as one with their number."""
    for one in entries:
        alike = [other for other in entries if (other.what, other.topic) == (one.what, one.topic)]
        yield replace(one, parts=len(alike)) if one.what in _BY_TOPIC else one


def _listed(names: Sequence[str]) -> str:
    more = ", …" if len(names) > _MOST_NAMES else ""
    return ", ".join(f"“{name}”" for name in names[:_MOST_NAMES]) + more


def _numbers(slides: Sequence[int]) -> str:
    """Return numbers as ranges.

    Examples
    --------
    >>> _numbers([1, 2, 3, 5, 7, 8])
    '1–3, 5, 7–8'
    """
    runs: list[list[int]] = []
    for one in sorted(set(slides)):
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}\N{EN DASH}{run[-1]}" for run in runs)
