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
from cx.intake.layouts.made_columns import Made, of_numbers, with_columns
from cx.intake.layouts.recommending import Group, group_of
from cx.intake.sheet import Known, Table, Told
from cx.intake.words import named, plain
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
    whole = all(one.whole for one in groups.values())
    every = np.where(parts.sum(axis=1) > 0, parts.sum(axis=1), np.nan)
    others = [one for one in figures if group_of(one.header) is None]
    base, totals, shares = _sums(every, others, whole=whole)
    if not shares and not whole:
        return None
    known = {**known_names(table, names), **_known(figures, base, totals)}
    letters: dict[str, object] = {group: table.letters[one.place] for group, one in groups.items()}
    own = _own_score(others, known)
    source, made = groups["promoters"].place, []
    told = Told("info", "nps_parts", len(table.headers), letters)
    if own is None:
        score = of_numbers(100 * (parts[:, 0] - parts[:, 2]) / every)
        made.append(Made("NPS", score, "satisfaction", "nps_of_parts", source, NPS))
    else:
        told = Told("info", "nps_parts_beside", own, letters)
    if base is None and not shares and (own is None or _is_net(table.headers[own])):
        made.append(Made("n", of_numbers(every), "n", "answer_sum", source))
    return with_columns(table, made, known, (told,))


def _known(figures: Sequence[Figure], base: Figure | None, totals: Sequence[Figure]) -> dict[int, Known]:
    """What the groups, their sums and their number are."""
    known = {one.place: Known("ignore", "nps_part") for one in figures if group_of(one.header)}
    known |= {one.place: Known("ignore", "answer_total") for one in totals}
    return known if base is None else {**known, base.place: Known("n", "answer_base")}


def _groups(figures: Sequence[Figure]) -> Mapping[Group, Figure] | None:
    """The three columns by name; of several of each, as counts and shares, that of larger numbers."""
    found: dict[Group, Figure] = {}
    for one in figures:
        group = group_of(one.header)
        if group is None or bool((one.found < 0).any()):
            continue
        known = found.get(group)
        if known is None or float(one.found.sum()) > float(known.found.sum()):
            found[group] = one
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
        if one.place in known:
            continue
        if _is_net(one.header) or (role == "satisfaction" and confidence >= _SURE):
            return one.place
    return None


def _is_net(header: str) -> bool:
    words = plain(header)
    return "nps" in words.split() or "net promoter" in words
