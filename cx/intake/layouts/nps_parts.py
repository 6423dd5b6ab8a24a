"""Promoters, passives and detractors, a column each: their net promoter score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from cx.intake.layouts.figures import (
    Figure,
    Values,
    figures_of,
    holds_base,
    known_names,
    names_of,
    nearly,
    of_reasonable_size,
    or_zero,
)
from cx.intake.layouts.made import Made, of_numbers, with_columns
from cx.intake.sheet import Known, Table, Told
from cx.intake.words import Group, group_of, named, plain
from cx.records.scale import Scale

NPS = Scale(-100, 100, kind="nps")
_GROUPS: tuple[Group, ...] = ("promoters", "passives", "detractors")
_ROUNDED, _MOSTLY, _SURE = 2.5, 0.8, 0.85


def of(table: Table) -> Table | None:
    """Return a table of the three groups with the net promoter score that they give."""
    if not of_reasonable_size(table):
        return None
    figures = figures_of(table)
    groups = _groups(figures)
    names = names_of(table, figures) if groups else None
    if groups is None or names is None:
        return None
    parts = np.stack([or_zero(groups[group]) for group in _GROUPS], axis=1)
    others = [one for one in figures if one not in groups.values()]
    base, totals, shares = _sums(parts.sum(axis=1), others, whole=all(one.whole for one in groups.values()))
    if not shares and not all(one.whole for one in groups.values()):
        return None
    known = known_names(table, names) | {one.place: Known("ignore", "nps_part") for one in groups.values()}
    known |= {one.place: Known("ignore", "answer_total") for one in totals}
    if base is not None:
        known[base.place] = Known("n", "answer_base")
    letters: dict[str, object] = {group: table.letters[one.place] for group, one in groups.items()}
    own = _own_score(others, known)
    if own is not None:
        return with_columns(table, (), known, (Told("info", "nps_parts_beside", own, letters),))
    every = parts.sum(axis=1)
    score = 100 * (parts[:, 0] - parts[:, 2]) / np.where(every > 0, every, np.nan)
    source = groups["promoters"].place
    made = [Made("NPS", of_numbers(score), "satisfaction", "nps_of_parts", source, NPS)]
    if base is None and not shares:
        made.append(Made("n", of_numbers(np.where(every > 0, every, np.nan)), "n", "answer_sum", source))
    return with_columns(table, made, known, (Told("info", "nps_parts", len(table.headers), letters),))


def _groups(figures: Sequence[Figure]) -> Mapping[Group, Figure] | None:
    """The three columns by name; of several of each, as in counts and shares, the first."""
    found: dict[Group, Figure] = {}
    for one in figures:
        group = group_of(one.header)
        if group and not bool((one.found < 0).any()):
            found.setdefault(group, one)
    return found if len(found) == len(_GROUPS) else None


def _sums(
    every: Values, others: Sequence[Figure], *, whole: bool
) -> tuple[Figure | None, list[Figure], bool]:
    """The column of the number of answers, other columns of the sum, and whether the parts are shares."""
    there = every[np.isfinite(every) & (every > 0)]
    near = [
        np.mean(np.abs(there - one) <= _ROUNDED * one / 100) if len(there) else 0.0 for one in (100.0, 1.0)
    ]
    shares = bool(max(near) >= _MOSTLY)
    sums = [one for one in others if nearly(one.values, every, 0.0)]
    if whole and not shares:
        return (sums[0] if sums else None), sums[1:], False
    bases = [one for one in others if one.whole and one not in sums and holds_base(one.header)]
    return (bases[0] if bases else None), sums, shares


def _own_score(others: Sequence[Figure], known: Mapping[int, Known]) -> int | None:
    """A column that is called a net promoter score, or satisfaction."""
    for one in others:
        role, confidence, _ = named(one.header)
        words = plain(one.header)
        if one.place in known:
            continue
        if (
            "nps" in words.split()
            or "net promoter" in words
            or (role == "satisfaction" and confidence >= _SURE)
        ):
            return one.place
    return None
