"""What differs between the headers of a survey's ratings, as names for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cx.intake.words.comparable import join_key
from cx.intake.words.headers import explained
from cx.intake.words.names.middles import without_middles
from cx.intake.words.names.parts import parts_of, weight_of, without_codes, words_in
from cx.intake.words.names.small_words import begun_anew
from cx.intake.words.names.stems import (
    asks,
    begins_apart,
    depth_of,
    ends_apart,
    is_bracket,
    is_of_nearly_all,
    is_stem,
    often_of,
    says_something,
)
from cx.process import steps

_EDGES = ' \t\n\r\xa0:：|/-–—_*>»«?？؟¿!¡.…。、,،;="“”„'
_BRACKETS = (("[", "]"), ("(", ")"), ("{", "}"), *zip("【「『（［〔《〈", "】」』）］〕》〉", strict=True))
_QUESTION, _FEW = 3, 2
_SPOKEN, _ONLY_SPOKEN = 0.5, 0.95


@dataclass(frozen=True)
class _Line:
    """One header on its way to a name."""

    header: str
    """Without the number of its question."""
    parts: tuple[str, ...]
    start: int = 0
    """So many first parts are the question."""
    end: int = 0
    """So many last parts are."""

    @property
    def before(self) -> tuple[str, ...]:
        return self.parts[: self.start]

    @property
    def behind(self) -> tuple[str, ...]:
        return self.parts[len(self.parts) - self.end :]

    @property
    def rest(self) -> tuple[str, ...]:
        return self.parts[self.start : len(self.parts) - self.end]


def names_of(headers: Sequence[str]) -> tuple[str, ...]:
    """Return short names for columns that rate touchpoints, in their order.

    What the headers of one question begin with and end with is cut off, at the borders of words, and so are
    the numbers of questions. A header that shares no question keeps its text. Different headers never share
    a name, and what stands in a column of its own question changes no other's name.

    Parameters
    ----------
    headers
        The headers of all columns of a sheet that rate something.

    Examples
    --------
    >>> names_of(["How satisfied are you with: [Meter reading]", "How satisfied are you with: [First bill]"])
    ('Meter reading', 'First bill')
    >>> names_of(["How was the *quote*?", "How was the *first call*?", "Parking"])
    ('quote', 'first call', 'Parking')
    >>> names_of(["Meter reading", "Meter swap"])
    ('Meter reading', 'Meter swap')
    """
    return _names_of(tuple(headers))


@lru_cache(maxsize=4)
def _names_of(headers: tuple[str, ...]) -> tuple[str, ...]:
    """The names; the same headers are asked about several times in a row."""
    whole = [header.strip() for header in headers]
    bare = without_codes(whole)
    lines = [_Line(header, parts_of(header)) for header in steps(bare)]
    lines = _without_ends(_without_beginnings(lines))
    short = [
        _said(line, cut)
        for line, cut in zip(steps(lines), without_middles([_group(line) for line in lines]), strict=True)
    ]
    plain = [_trimmed(one) if one != header else "" for one, header in zip(steps(bare), whole, strict=True)]
    return _different([short, plain, list(headers)])


def _group(line: _Line) -> tuple[object, tuple[str, ...]]:
    """What a line shares with others, and what is left of it."""
    return _ends(line), line.rest


def _without_beginnings(lines: Sequence[_Line]) -> list[_Line]:
    often = often_of([line.parts for line in lines])
    lone = _lone_stem(lines, often)
    found = []
    for line, counts in zip(steps(lines), often, strict=True):
        header = line.header

        def holds(parts: Sequence[str], header: str = header, counts: Sequence[int] = counts) -> bool:
            apart, shared = ends_apart(parts), is_of_nearly_all(counts[len(parts) - 1], len(lines))
            lonely = apart and join_key("".join(parts)) == lone
            return lonely or is_stem(parts, header, apart=apart, shared=shared)

        found.append(replace(line, start=depth_of(line.parts, counts, holds)))
    return found


def _lone_stem(lines: Sequence[_Line], often: Sequence[Sequence[int]]) -> str:
    """The one short stem before a sign; empty where there are several: touchpoints belong to them."""
    found = {
        join_key("".join(line.parts[:depth]))
        for line, counts in zip(lines, often, strict=True)
        for depth in range(1, len(line.parts))
        if counts[depth - 1] >= _FEW and _is_short(line.parts[:depth])
    }
    return found.pop() if len(found) == 1 else ""


def _is_short(parts: Sequence[str]) -> bool:
    return (
        0 < weight_of(parts) < _QUESTION and ends_apart(parts) and not is_bracket(parts) and parts[-1] != " "
    )


def _without_ends(lines: Sequence[_Line]) -> list[_Line]:
    """Lines without what those of one beginning end with."""
    found = list(lines)
    groups: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        groups.setdefault(join_key("".join(line.before)), []).append(place)
    for places in groups.values():
        backwards = [lines[place].rest[::-1] for place in places]
        for place, counts in zip(steps(places), often_of(backwards), strict=True):
            line = lines[place]

            def holds(parts: Sequence[str], line: _Line = line) -> bool:
                return _is_end(parts[::-1], line)

            found[place] = replace(line, end=depth_of(line.rest[::-1], counts, holds))
    return _with_both_ends(found)


def _is_end(parts: Sequence[str], line: _Line) -> bool:
    """Whether what headers end with is no part of a name."""
    apart = begins_apart(parts)
    if apart and weight_of(parts) < _QUESTION:
        text = "".join(parts)
        scale = any(sign.isdigit() for sign in text)
        return bool(words_in(parts)) and (
            is_bracket(parts) or scale or explained(text, "satisfaction") >= _SPOKEN
        )
    spoken = line.start > 0 and explained("".join(parts), "satisfaction") >= _ONLY_SPOKEN
    return is_stem(parts, line.header, apart=apart) or (bool(words_in(parts)) and spoken)


def _with_both_ends(lines: Sequence[_Line]) -> list[_Line]:
    """Lines without a question in front cut there too, as far as the whole asks: ``Was it clear?``."""
    groups: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if not line.start and not (line.end and begins_apart(line.behind)):
            groups.setdefault(join_key("".join(line.behind)), []).append(place)
    found = list(lines)
    for places in groups.values():
        for place, cut in zip(places, _cut_at_both([lines[place] for place in places]), strict=True):
            found[place] = cut
    return found


def _cut_at_both(lines: Sequence[_Line]) -> list[_Line]:
    ahead = often_of([line.rest for line in lines])
    behind = often_of([line.rest[::-1] for line in lines])
    cut = []
    for line, counts, backwards in zip(steps(lines), ahead, behind, strict=True):
        own = replace(line, start=depth_of(line.rest, counts, words_in_any))
        end = line.end or depth_of(own.rest[::-1], backwards, words_in_any)
        cut.append(replace(own, end=end))
    often = Counter(_ends(line) for line in cut)
    return [
        both if both.start and both.end and often[_ends(both)] > 1 and _is_asked(both) else line
        for line, both in zip(lines, cut, strict=True)
    ]


def _ends(line: _Line) -> tuple[str, str]:
    return join_key("".join(line.before)), join_key("".join(line.behind))


def _is_asked(line: _Line) -> bool:
    """Whether what stands around the name is a question or says how satisfied somebody is."""
    around = (*line.before, " ", *line.behind)
    spoken = explained("".join(around), "satisfaction") >= _SPOKEN
    return weight_of(around) >= _QUESTION and (asks(line.header) or spoken)


def words_in_any(parts: Sequence[str]) -> bool:
    """Return whether parts hold a word."""
    return bool(words_in(parts))


def _said(line: _Line, pieces: Sequence[Sequence[str]]) -> str:
    """The name that the pieces of a header are; empty where nothing was cut, or nothing is left to say."""
    if not line.start and not line.end and len(pieces) == 1:
        return ""
    told = [
        piece if not place and ends_apart(line.before) else begun_anew(piece)
        for place, piece in enumerate(pieces)
    ]
    names = [_trimmed("".join(piece)) for piece in told]
    return " / ".join(dict.fromkeys(names)) if all(says_something(parts_of(name)) for name in names) else ""


def _different(choices: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The first of several names of each that no other one has; the last ones are what they are."""
    at = [0] * len(choices[0])
    while True:
        names = [choices[step][place] for place, step in enumerate(at)]
        often = Counter(join_key(name) for name in names)
        clash = [
            place
            for place, name in enumerate(names)
            if at[place] < len(choices) - 1
            and (not join_key(name) or often[join_key(name)] > 1)
            and (not join_key(name) or choices[-1][place] != name)
        ]
        if not clash:
            return tuple(names)
        for place in clash:
            at[place] += 1


def _trimmed(text: str) -> str:
    """A name without signs around it, and without a bracket whose other half is gone."""
    name, before = text.strip(_EDGES), ""
    while name != before:
        before = name
        for left, right in _BRACKETS:
            if name.startswith(left) and (name.endswith(right) or right not in name):
                name = name[1:]
            if name.endswith(right) and name.count(left) < name.count(right):
                name = name[:-1]
            if name.startswith(right):
                name = name[1:]
            if name.endswith(left):
                name = name[:-1]
        name = name.strip(_EDGES)
    return name
