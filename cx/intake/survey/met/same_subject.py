"""Whether the header of a column, or the choice that it ticks, names the same thing as that of a rating."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from cx.intake.survey.answers import Answered
from cx.intake.survey.evidence import framed

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 400
_STEM, _MOST_OF = 4, 0.6


class Names:
    """The names of columns of two values beside those of ratings.

    Parameters
    ----------
    flags
        Place, header and values of each column of two values.
    ratings
        The ratings.
    """

    def __init__(
        self, flags: Sequence[tuple[int, str, tuple[str, ...]]], ratings: Sequence[Answered]
    ) -> None:
        """Hold the names; they are compared when asked for."""
        self._flags = {place: (header, values) for place, header, values in flags}
        self._ratings = {one.place: one.header for one in ratings}

    def alike(self, flag: int, rating: int) -> bool:
        """Return whether a column of two values names what a rating is about."""
        rests = self._rests
        own, other = rests.get(flag, ""), rests.get(rating, "")
        if own and own == other and self._frames[flag] != self._frames[rating]:
            return True
        told = self._told[rating]
        return bool(told) and all(any(_same(word, said) for said in self._said[flag]) for word in told)

    @cached_property
    def _framed(self) -> tuple[dict[int, object], dict[int, str]]:
        headers = {**{place: header for place, (header, _) in self._flags.items()}, **self._ratings}
        found = framed(dict(sorted(headers.items())))
        return dict(found.frame), dict(found.rest)

    @property
    def _frames(self) -> dict[int, object]:
        return self._framed[0]

    @property
    def _rests(self) -> dict[int, str]:
        return self._framed[1]

    @cached_property
    def _told(self) -> dict[int, frozenset[str]]:
        """Place of a rating to the words of its header that no other rating has; none of a single one."""
        words = {place: frozenset(_words(header)) for place, header in self._ratings.items()}
        often = Counter(word for own in words.values() for word in own)
        if len(words) == 1:
            return dict.fromkeys(words, frozenset())
        return {place: frozenset(word for word in own if often[word] == 1) for place, own in words.items()}

    @cached_property
    def _said(self) -> dict[int, frozenset[str]]:
        """Place of a column of two values to the words of its header, and of the choice that it ticks."""
        return {
            place: frozenset(_words(header))
            | (frozenset(_words(values[0])) if len(values) == 1 else frozenset())
            for place, (header, values) in self._flags.items()
        }


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text[:_LONGEST])]


def _same(word: str, other: str) -> bool:
    """Whether two words are the same but for their endings."""
    if word == other:
        return True
    shared = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    alike = min(len(word), len(other)) if shared is None else shared
    return alike >= _STEM and alike >= _MOST_OF * max(len(word), len(other))
