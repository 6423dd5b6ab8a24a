"""What the touchpoints of a file are called: found in it, and as a person said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cx.intake.digest import Digest
from cx.intake.join import moved
from cx.intake.survey import short_names_of
from cx.intake.words import folded, join_key
from cx.records.file import TouchpointName, Touchpoints
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
    place_of = _places(names, found)
    said = [(place_of(key), clean(name)) for key, name in by_hand.items()]
    meant = [(names[place], name) for place, name in said if place is not None and name]
    refused = [(one, name) for one, name in meant if name != one.name]
    sheet = (found.sheet.name if found.sheet else "") or None
    return [_refused(one, taken(names, one.source, name), name, sheet) for one, name in refused]


def _refused(one: TouchpointName, other: TouchpointName | None, name: str, sheet: str | None) -> Finding:
    return Finding(
        "warning",
        "name_taken",
        sheet,
        column=one.source if one.column else None,
        value=name,
        details={"touchpoint": one.name, "other": other.source if other else ""},
    )


def clean(name: str) -> str:
    """Return a typed name with single blanks and nothing around it; signs that show nothing are no name."""
    shown = " ".join(name.split())
    return shown if any(sign.isprintable() and not sign.isspace() for sign in shown) else ""


@dataclass(frozen=True)
class Renaming:
    """What comes of names that a person typed."""

    names: Mapping[str, str]
    """As :attr:`cx.records.Choices.names`: everything that is called by hand now, by the file's own names."""
    sources: frozenset[str] = frozenset()
    """The file's own names of all the touchpoints that were there to be named."""
    refused: tuple[tuple[str, str], ...] = ()
    """Typed name and the touchpoint that has it already."""
    emptied: tuple[str, ...] = ()
    """The names that were found, of touchpoints whose name was emptied."""


def renamed(names: Sequence[TouchpointName], typed: Mapping[str, str]) -> Renaming:
    """Return what comes of names that a person typed for touchpoints.

    Parameters
    ----------
    names
        The touchpoints with their present names.
    typed
        The file's own name of a touchpoint to what was typed; nothing gives back the name that was found.
    """
    wanted = [replace(one, by_hand=_typed(typed.get(one.source, one.by_hand), one)) for one in names]
    often = Counter(join_key(one.name) for one in wanted)
    settled: list[TouchpointName] = []
    refused: list[tuple[str, str]] = []
    for before, now in zip(names, wanted, strict=True):
        clash = now.source in typed and now.by_hand and often[join_key(now.name)] > 1
        settled.append(before if clash else now)
        if clash and (other := taken(wanted, now.source, now.name)):
            refused.append((now.name, other.source))
    emptied = tuple(one.found for one in names if one.source in typed and not clean(typed[one.source]))
    kept = _without_clashes(settled)
    sources = frozenset(one.source for one in names)
    said = {one.source: one.by_hand for one in kept if one.by_hand}
    return Renaming(said, sources, tuple(refused), emptied)


def in_table(table: Touchpoints) -> tuple[TouchpointName, ...]:
    """Return the touchpoints of a table with all their names, in the order of their first rows."""
    names = dict.fromkeys(str(name) for name in table.rows["touchpoint"])
    return tuple(table.called.get(name, TouchpointName(name, name)) for name in names)


def with_names(table: Touchpoints, by_hand: Mapping[str, str]) -> Touchpoints:
    """Return a table with its touchpoints under the names that a person gave, and those that were found.

    Parameters
    ----------
    by_hand
        As :attr:`Renaming.names`.
    """
    before = in_table(table)
    after = [replace(one, by_hand=by_hand.get(one.source, "")) for one in before]
    known = {now.name: now for now in after}
    whole = moved(table, {one.name: now.name for one, now in zip(before, after, strict=True)})
    pairs = zip(whole.rows["touchpoint"], whole.rows["note"], strict=True)
    notes = [known[name].note if note in ("", known[name].source) else note for name, note in pairs]
    called = {one.name: one for one in after if one.name != one.source}
    return replace(whole, rows=whole.rows.assign(note=notes), called=called)


def taken(names: Sequence[TouchpointName], source: str, name: str) -> TouchpointName | None:
    """Return the other touchpoint that has a name, or is so like it that tables would be joined by it."""
    wanted = join_key(name)
    return next((one for one in names if one.source != source and join_key(one.name) == wanted), None)


def _found(found: Digest) -> list[TouchpointName]:
    if found.shape == "responses":
        pairs = short_names_of(found.survey).items()
        return [TouchpointName(header, name, column=True) for header, name in pairs]
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
    """What finds the touchpoint that a person means: by the file's name, its letter, or its short name."""
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
