"""What the touchpoints of a file are called: found in it, and as a person said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from cx.intake.digest import Digest
from cx.intake.short_names import of_ratings
from cx.intake.words import folded, join_key
from cx.records.file import TouchpointName
from cx.records.finding import Finding


def names_in(found: Digest, by_hand: Mapping[str, str]) -> tuple[TouchpointName, ...]:
    """Return the touchpoints of a file with their names, in the order of the file.

    Parameters
    ----------
    found
        What one pass over the file gave.
    by_hand
        As :attr:`cx.records.Choices.names`; what is not in the file counts for nothing. A name that another
        touchpoint has is not taken.
    """
    names = _found(found)
    if not by_hand:
        return tuple(names)
    place_of = _places(names, found)
    said = {place: name for key, name in by_hand.items() if (place := place_of(key)) is not None}
    named = [replace(one, by_hand=_typed(said.get(place, ""), one)) for place, one in enumerate(names)]
    return _without_clashes(named)


def strangers(found: Digest, by_hand: Mapping[str, str]) -> tuple[str, ...]:
    """Return what was named by hand and is not in the file."""
    place_of = _places(_found(found), found)
    return tuple(key for key in by_hand if place_of(key) is None)


def findings_of(names: Sequence[TouchpointName], found: Digest, by_hand: Mapping[str, str]) -> list[Finding]:
    """Return a finding for each name of a person that was not taken, since another touchpoint has it."""
    told: list[Finding] = []
    place_of = _places(names, found)
    for key, name in by_hand.items():
        place = place_of(key)
        if place is not None and clean(name) not in ("", names[place].name):
            sheet = found.sheet.name if found.sheet else None
            column = names[place].source if names[place].column else None
            other = taken(names, names[place].source, name)
            details = {"touchpoint": names[place].name, "other": other.source if other else ""}
            told.append(Finding("warning", "name_taken", sheet or None, column=column, value=clean(name), details=details))
    return told


def clean(name: str) -> str:
    """Return a typed name with single blanks and nothing around it; signs that show nothing are no name."""
    shown = " ".join(name.split())
    return shown if any(sign.isprintable() and not sign.isspace() for sign in shown) else ""


def taken(names: Sequence[TouchpointName], source: str, name: str) -> TouchpointName | None:
    """Return the other touchpoint that has a name, or is so like it that tables would be joined by it."""
    wanted = join_key(name)
    return next((one for one in names if one.source != source and join_key(one.name) == wanted), None)


def _found(found: Digest) -> list[TouchpointName]:
    if found.shape == "responses":
        return [TouchpointName(header, name, column=True) for header, name in of_ratings(found.survey).items()]
    texts = found.content.rows["touchpoint"].tolist() if found.content else []
    different: dict[str, str] = {}
    for one in texts:
        different.setdefault(folded(str(one)), str(one))
    return [TouchpointName(one, one) for one in different.values()]


def _typed(name: str, one: TouchpointName) -> str:
    """The name of a person; empty where it is the one that was found."""
    shown = clean(name)
    return "" if shown == one.found else shown


def _places(names: Sequence[TouchpointName], found: Digest) -> Callable[[str], int | None]:
    """What finds the touchpoint that a person means: by the file's name, loosely, its letter, its short name."""
    letters = {one.header: one.letter for one in (found.roles.readings if found.roles else ())}
    ways = (
        ({one.source: at for at, one in enumerate(names)}, str),
        (_firsts(folded(one.source) for one in names), folded),
        (_firsts(letters.get(one.source, "") if one.column else "" for one in names), _as_letter),
        (_firsts(join_key(one.found) for one in names), join_key),
    )
    return lambda key: next((known[way(key)] for known, way in ways if way(key) in known), None)


def _firsts(keys: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, key in enumerate(keys):
        if key:
            found.setdefault(key, place)
    return found


def _as_letter(key: str) -> str:
    return key.strip().upper()


def _without_clashes(names: Sequence[TouchpointName]) -> tuple[TouchpointName, ...]:
    """The names without those of a person that another touchpoint has; of several the first is kept."""
    named = list(names)
    while True:
        often = Counter(join_key(one.name) for one in named)
        clash = [place for place, one in enumerate(named) if one.by_hand and often[join_key(one.name)] > 1]
        if not clash:
            return tuple(named)
        named[clash[-1]] = replace(named[clash[-1]], by_hand="")
