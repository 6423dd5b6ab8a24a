"""One name for touchpoints that tables call differently: short and in full, before and after a renaming."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from cx.intake.words import join_key
from cx.records.evidence import AxisDraws, Trial
from cx.records.file import TouchpointName, Touchpoints

T = TypeVar("T")


def with_one_name(parts: Sequence[Touchpoints]) -> list[Touchpoints]:
    """Return tables in which touchpoints that are known to be the same have one name.

    A name that a person gave holds in all tables, else that of the first one.
    """
    found = list(parts)
    for _ in range(2):  # what is renamed by the last is so in those before it
        for at in range(1, len(found)):
            found[0], found[at] = named_alike(found[0], found[at])
    return found


def named_alike(whole: Touchpoints, part: Touchpoints) -> tuple[Touchpoints, Touchpoints]:
    """Return two tables with one name for each touchpoint that either of them calls as the other does.

    Parameters
    ----------
    whole, part
        The tables; the names of ``whole`` hold, unless a person named the touchpoint in ``part`` alone.
    """
    if not whole.called and not part.called:
        return whole, part
    ours, theirs = _by_key(whole), _by_key(part)
    others = {key: name for key, name in also(whole).items() if key not in ours}
    of_whole: dict[str, str] = {}
    of_part: dict[str, str] = {}
    taken = {ours[key] for key in theirs if key in ours}
    for key, name in theirs.items():
        known = part.called.get(name)
        ways = [key, *(join_key(one) for one in _further(known))]
        there = next(({**others, **ours}[way] for way in ways if way in ours or way in others), None)
        if key in ours or there is None or there in taken:
            continue
        taken.add(there)
        if known and known.by_hand and not _is_by_hand(whole.called.get(there)):
            of_whole[there] = name
        else:
            of_part[name] = there
    return renamed_by(whole, of_whole, part.called), renamed_by(part, of_part, {})


def also(table: Touchpoints) -> dict[str, str]:
    """Return the key of each further name of a table's touchpoints to the name in use."""
    return {join_key(one): name for name, known in table.called.items() for one in _further(known)}


def renamed_by(
    table: Touchpoints, names: Mapping[str, str], called: Mapping[str, TouchpointName]
) -> Touchpoints:
    """Return a table with touchpoints renamed, wherever it names them.

    Parameters
    ----------
    names
        Name in use to new name.
    called
        What is known of the new names, where they are the table's own from now on.
    """
    if not names:
        return table
    new = {
        names.get(name, name): _taken_over(known, called.get(names.get(name, name)))
        for name, known in table.called.items()
        if name not in names or names[name] in called
    }
    for old, name in names.items():
        if name in called and name not in new:
            new[name] = replace(called[name], source=old, found=old)
    return replace(moved(table, names), called=new)


def moved(table: Touchpoints, names: Mapping[str, str]) -> Touchpoints:
    """Return a table with touchpoints under other names, in its rows, its draws and its evidence."""
    rows = table.rows.assign(touchpoint=[names.get(str(one), str(one)) for one in table.rows["touchpoint"]])
    evidence = {names.get(name, name): one for name, one in table.evidence.items()}
    trials = tuple(_renamed(trial, names) for trial in table.trials)
    found = replace(table, rows=rows, draws=_drawn(table.draws, names), evidence=evidence, trials=trials)
    return _lenses_moved(found, names)


def _lenses_moved(table: Touchpoints, names: Mapping[str, str]) -> Touchpoints:
    """What responses and logs say for lenses, under the new names."""

    def under_new(found: Mapping[str, T]) -> dict[str, T]:
        return {names.get(name, name): one for name, one in found.items()}

    return replace(
        table,
        paired=under_new(table.paired),
        levels=under_new(table.levels),
        standards=under_new(table.standards),
        unscored=under_new(table.unscored),
        segment_effects={column: under_new(found) for column, found in table.segment_effects.items()},
        differing={
            column: tuple(names.get(name, name) for name in found)
            for column, found in table.differing.items()
        },
    )


def _renamed(trial: Trial, names: Mapping[str, str]) -> Trial:
    return replace(
        trial,
        shares={names.get(name, name): value for name, value in trial.shares.items()},
        satisfaction={names.get(name, name): value for name, value in trial.satisfaction.items()},
        doubtful=tuple(names.get(name, name) for name in trial.doubtful),
        draws=_drawn(trial.draws, names),
        evidence={names.get(name, name): one for name, one in trial.evidence.items()},
    )


def _drawn(draws: AxisDraws | None, names: Mapping[str, str]) -> AxisDraws | None:
    return draws and replace(draws, names=tuple(names.get(one, one) for one in draws.names))


def _taken_over(own: TouchpointName, other: TouchpointName | None) -> TouchpointName:
    """What is known of a touchpoint, with the name that a person gave it in another table."""
    return own if other is None or own.name == other.name else replace(own, by_hand=other.by_hand)


def _further(known: TouchpointName | None) -> tuple[str, ...]:
    return () if known is None else (known.source, known.found)


def _is_by_hand(known: TouchpointName | None) -> bool:
    return known is not None and bool(known.by_hand)


def _by_key(table: Touchpoints) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in table.rows["touchpoint"]:
        found.setdefault(join_key(str(name)), str(name))
    return found
