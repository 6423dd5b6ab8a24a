"""What the headers of a sheet have in common: the question that several columns ask, and what differs.

``How satisfied are you with: [Delivery]`` and ``... [Invoice]`` are one frame with two remainders. Where the
same remainders stand in two frames (``How important is ...``, ``Delivery - Satisfaction``), both frames are
aspects of the same things, whatever their words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cx.process import steps

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_", re.UNICODE)
_LONGEST = 400
"""Of a longer header this much is compared."""
_MOST_PREFIX, _MOST_SUFFIX = 12, 14
"""Words of a frame before and behind what differs."""
_MOST_FRAMES = 6
"""In so many frames a remainder is followed."""
_FEW = 2
_SHARE = 0.6
_NUMBERED = re.compile(
    r"\s*(?=\D{0,8}\d)[A-Za-z0-9]{1,10}(?:[_.\-][A-Za-z0-9]{1,5}){0,3}(?:\[\w{1,12}\]){0,3}[.:)]\s+(?=\S)"
)
"""The number of a question before its words: ``Q4_1.``, ``2-3.``, ``G02Q03[SQ001][1].``."""

Frame = tuple[tuple[str, ...], tuple[str, ...]]
"""What stands before the remainder and behind it."""


@dataclass(frozen=True)
class Framed:
    """Headers as frames and remainders."""

    frame: Mapping[int, Frame]
    """Place to its frame, where it shares one with another column."""
    rest: Mapping[int, str]
    """Place to what differs."""
    twins: tuple[tuple[Frame, Frame], ...]
    """Frames that the same remainders stand in, most of them first."""

    def members(self, frame: Frame) -> tuple[int, ...]:
        """Return the places of a frame, from left to right."""
        return tuple(place for place, own in self.frame.items() if own == frame)


def framed(headers: Mapping[int, str], is_aspect: Callable[[str], bool] | None = None) -> Framed:
    """Return what headers have in common.

    Parameters
    ----------
    headers
        Place to header, from left to right.
    is_aspect
        Whether words say what is asked of things: of as many things as questions either may be the frame.

    Examples
    --------
    >>> found = framed({0: "Bill - Importance", 1: "Bill - Rating", 2: "App - Importance", 3: "App - Rating"})
    >>> found.rest[0], found.rest[3], len(found.twins)
    ('bill', 'app', 1)
    """
    words = {place: _words(header) for place, header in steps(headers.items())}
    fits: dict[Frame, list[int]] = defaultdict(list)
    for place, own in steps(words.items()):
        for frame in _frames(own):
            fits[frame].append(place)
    shared = {frame: places for frame, places in fits.items() if len(places) >= _FEW}
    rests = {frame: _rests(frame, places, words) for frame, places in steps(shared.items())}
    twins = _twins(rests, is_aspect)
    chosen = _chosen(shared, twins)
    rest = {place: rests[own][place] for place, own in chosen.items()}
    kept = tuple(pair for pair in twins if {*pair} <= set(chosen.values()))
    return Framed(dict(sorted(chosen.items())), rest, kept)


def _words(header: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(_NUMBERED.sub("", header[:_LONGEST], count=1).casefold()))


def _frames(words: tuple[str, ...]) -> list[Frame]:
    """The beginnings and ends of a header that it may share with others; never all of it."""
    before = [words[:count] for count in range(1, min(_MOST_PREFIX, len(words) - 1) + 1)]
    behind = [words[-count:] for count in range(1, min(_MOST_SUFFIX, len(words) - 1) + 1)]
    return [
        *((part, ()) for part in before if _says_enough(part)),
        *(((), part) for part in behind if _says_enough(part)),
    ]


def _says_enough(words: tuple[str, ...]) -> bool:
    letters = [word for word in words if word[0].isalnum()]
    return sum(map(len, letters)) >= 2 and (len(letters) > 1 or len(words) > 1 or len(letters[0]) > 4)  # noqa: PLR2004 - how, q1


def _rests(frame: Frame, places: Sequence[int], words: Mapping[int, tuple[str, ...]]) -> dict[int, str]:
    """Place to what is left of its header without its frame, and without the other end that all share."""
    before, behind = frame
    inner = {place: words[place][len(before) : len(words[place]) - len(behind)] for place in places}
    parts = list(inner.values())
    end = _alike([part[::-1] for part in parts]) if before else 0
    start = _alike(parts) if behind else 0
    return {
        place: " ".join(word for word in part[start : len(part) - end] if word[0].isalnum())
        for place, part in inner.items()
    }


def _alike(parts: Sequence[tuple[str, ...]]) -> int:
    """How many first words all parts share, at least one word of each left over."""
    first, most = parts[0], min(map(len, parts)) - 1
    return next(
        (at for at in range(max(most, 0)) if any(part[at] != first[at] for part in parts)), max(most, 0)
    )


def _twins(
    rests: Mapping[Frame, Mapping[int, str]], is_aspect: Callable[[str], bool] | None
) -> tuple[tuple[Frame, Frame], ...]:
    """Pairs of frames of equally many columns in which mostly the same remainders stand."""
    frames_of: dict[str, list[Frame]] = defaultdict(list)
    for frame, own in rests.items():
        for rest in set(own.values()):
            if rest and len(frames_of[rest]) < _MOST_FRAMES:
                frames_of[rest].append(frame)
    often: Counter[tuple[Frame, Frame]] = Counter()
    for frames in frames_of.values():
        for at, one in enumerate(frames):
            often.update((one, other) for other in frames[at + 1 :])
    found = [
        (count, pair)
        for pair, count in often.items()
        if count >= _FEW
        and count >= _SHARE * max(len(rests[one]) for one in pair)
        and rests[pair[0]].keys().isdisjoint(rests[pair[1]])
    ]
    aspects = {pair: sum(map(is_aspect, map(words_of, pair))) if is_aspect else 0 for _, pair in found}
    found.sort(key=lambda one: (-one[0], -aspects[one[1]], -_length(one[1][0]) - _length(one[1][1])))
    return tuple(pair for _, pair in found)


def words_of(frame: Frame) -> str:
    """Return the words of a frame, without signs."""
    return " ".join(word for part in frame for word in part if word[0].isalnum())


def _length(frame: Frame) -> int:
    return sum(len(word) for part in frame for word in part)


def _chosen(
    shared: Mapping[Frame, Sequence[int]],
    twins: Sequence[tuple[Frame, Frame]],
) -> dict[int, Frame]:
    """Place to its frame: twins first, then what most columns share in most words."""
    chosen: dict[int, Frame] = {}
    for pair in twins:
        places = [place for frame in pair for place in shared[frame]]
        if not any(place in chosen for place in places):
            chosen |= {place: frame for frame in pair for place in shared[frame]}
    rest = sorted(shared, key=lambda frame: -(len(shared[frame]) ** 2) * _length(frame))
    for frame in rest:
        places = [place for place in shared[frame] if place not in chosen]
        if len(places) >= _FEW:
            chosen |= dict.fromkeys(places, frame)
    return chosen
