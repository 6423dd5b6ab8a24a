"""Who met what, where one cell lists all that a respondent met: ``web; phone; shop``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cx.intake.survey.answers import GIVEN, Answered
from cx.intake.survey.evidence import Profile
from cx.intake.survey.met.answers import NO, UNSAID, YES, Met
from cx.intake.survey.met.pairs import evidence_of
from cx.intake.survey.met.same_subject import Names

_SEPARATORS = (";", "|", "\n", "؛", "；", "、", "，", ",", " / ", "+", "&")
_MOST_PARTS, _MOST_CELLS, _LONGEST = 40, 4_000, 300
_FEWEST_ROWS, _FEWEST_NAMES, _SHORTEST = 5, 2, 2
_LISTS = 0.15
"""So many of the cells list more than one thing."""
_NO, _YES, _APART, _EVIDENCE = 0.5, 0.4, 0.3, 1.0
"""Who rates what of those who do not list it, and of those who do; how far apart; and how surely."""
_SPACE = re.compile(r"\s+")


class Listed(NamedTuple):
    """A column of lists, split into its parts."""

    place: int
    header: str
    parts: tuple[str, ...]
    holds: npt.NDArray[np.bool_]
    """(rows, parts) who lists what."""
    filled: npt.NDArray[np.bool_]
    """(rows,) who lists anything."""


def listed(one: Profile) -> Listed | None:
    """Return a column of lists; ``None`` where its cells list nothing that comes back."""
    if one.is_answers or not 1 < one.names <= _MOST_CELLS:
        return None
    texts = one.different_names
    if max(map(len, texts)) > _LONGEST:
        return None
    split = max((_split(texts, sign) for sign in _SEPARATORS), key=lambda parts: sum(map(len, parts)))
    often = Counter(part for parts in split for part in parts)
    several = sum(len(parts) > 1 for parts in split)
    if not several or not _FEWEST_NAMES <= len(often) <= min(
        _MOST_PARTS, sum(map(len, split)) / _FEWEST_NAMES
    ):
        return None
    names = tuple(often)
    by_text = np.zeros((len(one.labels.names), len(names)), dtype=bool)
    at = {name: place for place, name in enumerate(one.labels.names)}
    for text, parts in zip(texts, split, strict=True):
        by_text[at[text], [names.index(part) for part in parts]] = True
    holds = by_text[one.labels.ids]
    lists = float(np.mean(holds.sum(axis=1)[one.labels.ids > 0] > 1))
    return Listed(one.place, one.header, names, holds, one.labels.ids > 0) if lists >= _LISTS else None


def _split(texts: Sequence[str], sign: str) -> list[list[str]]:
    return [
        [part for piece in text.split(sign) if (part := _SPACE.sub(" ", piece).strip())] for text in texts
    ]


def met_in_lists(lists: Sequence[Listed], ratings: Sequence[Answered]) -> dict[int, Met]:
    """Return for the place of each rating what a list says about who met its touchpoint.

    A part and a rating belong together by their names, and where the cells do not speak against it: who does
    not list it hardly rates it. One part alone proves nothing.
    """
    found: dict[int, Met] = {}
    for one in lists:
        own = {rating.place: met for rating, part in _named(one, ratings) if (met := _met(one, part, rating))}
        if len(own) >= _FEWEST_NAMES:
            found = {**own, **found}
    return found


def _named(one: Listed, ratings: Sequence[Answered]) -> list[tuple[Answered, int]]:
    """Each part with the only rating whose header holds it, else the only one that is called alike."""
    names = Names([(-1 - at, part, (part, "")) for at, part in enumerate(one.parts)], ratings)
    pairs = []
    for at, part in enumerate(one.parts):
        inside = [rating for rating in ratings if len(part) >= _SHORTEST and _holds(rating.header, part)]
        likely = inside or [rating for rating in ratings if names.alike(-1 - at, rating.place)]
        if len(likely) == 1:
            pairs.append((likely[0], at))
    often = Counter(rating.place for rating, _ in pairs)
    return [(rating, at) for rating, at in pairs if often[rating.place] == 1]


def _holds(header: str, part: str) -> bool:
    """Whether a header has the words of a part: as whole words, where words have spaces between."""
    whole = part.isascii() or not re.search(r"[\u0e00-\u0eff\u3040-\ud7ff]", part)
    edge = r"(?<!\w)", r"(?!\w)"
    pattern = re.escape(part) if not whole else f"{edge[0]}{re.escape(part)}{edge[1]}"
    return re.search(pattern, header[:_LONGEST].casefold()) is not None


def _met(one: Listed, part: int, rating: Answered) -> Met | None:
    yes = one.holds[:, part]
    no = one.filled & ~yes
    n = float(no.sum()), float(yes.sum())
    if min(n) < _FEWEST_ROWS:
        return None
    given = rating.states == GIVEN
    rated = float(given[no].mean()), float(given[yes].mean())
    evidence = evidence_of(rated, n)
    if rated[0] > _NO or rated[1] < _YES or rated[1] - rated[0] < _APART or evidence < _EVIDENCE:
        return None
    said = np.where(yes, YES, np.where(no, NO, UNSAID)).astype(np.int8)
    return Met(one.place, one.header, said, one.parts[part], evidence, named=True)
