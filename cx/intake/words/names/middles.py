"""What headers in two languages share between the two names of a touchpoint."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from cx.intake.words.names.parts import key_of, weight_of
from cx.intake.words.names.stems import says_something

_BORDERS = frozenset("?？؟/|(–—-")
_FEWEST = 3
"""So many words between two names are a question."""
_LONGEST = 60
"""Parts of a name between which a question is looked for."""


def without_middles(
    lines: Sequence[tuple[Hashable, Sequence[str]]],
) -> list[tuple[Sequence[str], ...]]:
    """Return what is left of headers as one piece, or as the two around a question that a group shares.

    Parameters
    ----------
    lines
        Per header its group, and the parts that are left of it.

    Examples
    --------
    >>> from cx.intake.words.names.parts import parts_of
    >>> pairs = (("bill", "nota"), ("app", "site"))
    >>> lines = [(0, parts_of(f"{one}? / Hoe vond u de {other}")) for one, other in pairs]
    >>> [["".join(piece) for piece in pieces] for pieces in without_middles(lines)]
    [['bill', 'nota'], ['app', 'site']]
    """
    groups: dict[Hashable, list[int]] = {}
    for place, (group, _) in enumerate(lines):
        groups.setdefault(group, []).append(place)
    found: list[tuple[Sequence[str], ...]] = [(parts,) for _, parts in lines]
    for places in groups.values():
        if len(places) > 1:
            cut = _around([lines[place][1] for place in places])
            for place, pieces in zip(places, cut, strict=True):
                found[place] = pieces
    return found


def _around(lines: Sequence[Sequence[str]]) -> list[tuple[Sequence[str], ...]]:
    """The pieces around the longest run that all lines share and that begins at a border."""
    keys = [[key_of(part) for part in line] for line in lines]
    run = _shared(keys)
    if not run:
        return [(line,) for line in lines]
    found: list[tuple[Sequence[str], ...]] = []
    for line, own in zip(lines, keys, strict=True):
        at = _place(own, run)
        pieces = line[:at], line[at + len(run) :]
        if not all(map(says_something, pieces)):
            return [(line,) for line in lines]
        found.append(pieces)
    return found


def _shared(keys: Sequence[Sequence[str]]) -> list[str]:
    first, best = keys[0][:_LONGEST], list[str]()
    for start, part in enumerate(first):
        if part not in _BORDERS:
            continue
        end = len(first)
        while end - start > len(best) and not all(_place(own, first[start:end]) >= 0 for own in keys[1:]):
            end -= 1
        if end - start > len(best) and weight_of(first[start:end]) >= _FEWEST:
            best = list(first[start:end])
    return best


def _place(own: Sequence[str], run: Sequence[str]) -> int:
    """Where a run stands in a line; -1: nowhere."""
    length = len(run)
    return next(
        (
            at
            for at in range(len(own) - length + 1)
            if own[at] == run[0] and list(own[at : at + length]) == list(run)
        ),
        -1,
    )
