"""Which role a column's name asks for, and how surely."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from cx.intake.words.comparable import plain
from cx.intake.words.headers import phrases as known
from cx.intake.words.headers.further import letters, named_abroad
from cx.intake.words.headers.lenses import is_beside_guess, names_lens
from cx.intake.words.headers.measures_abroad import MEANS
from cx.records.file import Role

EXACT, WEAK, CONTAINED, INSIDE, ALIKE, GOAL = 0.95, 0.6, 0.85, 0.75, 0.7, 0.5
_SHORTEST_INSIDE = 6
_LONGEST = 400
"""Of a longer header this much is looked at: no name of a role stands behind it."""
_SHORTEST_ALIKE = 5
_ALIKE = 86
_MEANS = frozenset(map(letters, MEANS.split(",")))
_DERIVED = re.compile(r"\b(derived|afgeleide?)\b", re.IGNORECASE)


def named(header: str) -> tuple[Role | None, float, str]:
    """Return the role that a header asks for, how surely (0..1), and the reason's key.

    Examples
    --------
    >>> named("Klanttevredenheid (1-10)")
    ('satisfaction', 0.95, 'name')
    >>> named("Impact on satisfaction")[0], named("Satisfaction target")[0]
    ('impact', None)
    """
    return _named(header[:_LONGEST])


@lru_cache(maxsize=20_000)
def _named(header: str) -> tuple[Role | None, float, str]:
    words, abroad = plain(header), named_abroad(header)
    if not words or (abroad and words not in _exact()):
        return _abroad(header, abroad)
    if words in _exact():
        derived = _exact()[words] == "importance" and _DERIVED.search(header)
        return ("impact" if derived else _exact()[words]), EXACT, "name"
    if elsewhere := _elsewhere(header, words):
        return None, 0.0, elsewhere
    if words in _weak():
        return _weak()[words], WEAK, "name_weak"
    for reading in (_counted, _contained, _inside, _alike, _goal):
        found = reading(words)
        if found:
            return found
    return None, 0.0, "unknown"


def _abroad(header: str, role: Role | None) -> tuple[Role | None, float, str]:
    """What a header in a further language names; a mean of anything names it weakly."""
    if role is None:
        return None, 0.0, "no_name"
    return (role, WEAK, "name_weak") if letters(header) in _MEANS else (role, EXACT, "name")


def _elsewhere(header: str, words: str) -> str:
    """Why a header names no column of numbers that is drawn; empty where it may."""
    if any(word in f" {words} " for word in _neither()) or is_beside_guess(header):
        return "name_other"
    return "name_lens" if names_lens(header) else ""


@cache
def _exact() -> dict[str, Role]:
    return {phrase: role for role, phrases in known.PHRASES.items() for phrase in phrases}


@cache
def _neither() -> tuple[str, ...]:
    return tuple(f" {word} " for word in known.NEITHER)


@cache
def _parts() -> dict[str, Role]:
    """The phrases that say something inside a longer header too."""
    return {phrase: role for phrase, role in _exact().items() if phrase not in known.WHOLE}


@cache
def _weak() -> dict[str, Role]:
    return {phrase: role for role, phrases in known.WEAK.items() for phrase in phrases}


def _counted(words: str) -> tuple[Role, float, str] | None:
    """``Number of ...``: answers where it says so, otherwise a volume."""
    if not words.startswith(known.COUNTS):
        return None
    answers = any(part.startswith(known.ANSWERS) for part in words.split(" "))
    return ("n" if answers else "volume"), CONTAINED, "name_part"


def _contained(words: str) -> tuple[Role, float, str] | None:
    """A known phrase among the words; what stands before ``of``, ``on``, ``per`` counts first."""
    parts = words.split(" ")
    cut = next((place for place, part in enumerate(parts) if place and part in known.AFTER), len(parts))
    first = " ".join(parts[:cut])
    if cut < len(parts) and _exact().get(first, "period") != "period":
        return _exact()[first], CONTAINED, "name_part"
    for piece in (first, words):
        found = _phrases_in(piece)
        if found:
            return _preferred(found), CONTAINED, "name_part"
    weak = [_weak()[part] for part in parts if part in known.WEAK_PARTS]
    return (weak[0], WEAK, "name_weak") if weak else None


def _phrases_in(piece: str) -> list[Role]:
    """The roles of the known phrases among the words, the last and longest first."""
    parts, known = piece.split(" "), _parts()
    found = [
        (start, len(phrase), known[phrase])
        for start in range(len(parts))
        for end in range(start + 1, min(start + _longest(), len(parts)) + 1)
        if (phrase := " ".join(parts[start:end])) in known
    ]
    return [role for _, _, role in sorted(found, reverse=True)]


@cache
def _longest() -> int:
    """How many words the longest phrase has."""
    return max(len(phrase.split(" ")) for phrase in _parts())


def _preferred(roles: list[Role]) -> Role:
    return next((role for role in known.FIRST if role in roles), roles[0])


def _inside(words: str) -> tuple[Role, float, str] | None:
    """A known word inside a longer one, as Dutch and German build them: ``klanttevredenheidsscore``."""
    if len(words) < _SHORTEST_INSIDE:
        return None
    found = [role for phrase, role in _compounds() if phrase in words]
    return (_preferred(found), INSIDE, "name_part") if found else None


@cache
def _compounds() -> tuple[tuple[str, Role], ...]:
    """The single words that are long enough to be told inside a longer one."""
    parts = _parts().items()
    return tuple((word, role) for word, role in parts if len(word) >= _SHORTEST_INSIDE and " " not in word)


@cache
def _comparable() -> tuple[str, ...]:
    return tuple(phrase for phrase in _exact() if len(phrase) >= _SHORTEST_ALIKE)


def _alike(words: str) -> tuple[Role, float, str] | None:
    if len(words) < _SHORTEST_ALIKE:
        return None
    best = process.extractOne(words, _comparable(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return (_exact()[best[0]], ALIKE, "name_alike") if best else None


def _goal(words: str) -> tuple[Role, float, str] | None:
    if words in _goals_with_effects():
        return "impact", CONTAINED, "name_part"
    apart = f" {words} "
    if not any(f" {goal} " in apart for goal in known.GOALS):
        return None
    effect = any(word in words.split(" ") for word in known.EFFECTS)
    return ("impact", CONTAINED, "name_part") if effect else ("impact", GOAL, "name_goal")


@cache
def _goals_with_effects() -> frozenset[str]:
    return frozenset(goal + effect for goal in known.GOALS for effect in known.EFFECTS)


def is_goal(header: str) -> bool:
    """Return whether a header names a business goal."""
    return _goal(plain(header)) is not None


def counts_answers(header: str) -> bool:
    """Return whether a header says that answers are counted.

    Examples
    --------
    >>> counts_answers("n"), counts_answers("Antworten"), counts_answers("Volume")
    (True, True, False)
    """
    words = plain(header).split()
    return named(header)[0] == "n" or any(word.startswith(known.ANSWERS) for word in words)
