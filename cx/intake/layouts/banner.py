"""A table with a banner: a group of people a column, or a few columns each, and often all together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from cx.intake.layouts import segments
from cx.intake.layouts.dated_headers import dated
from cx.intake.layouts.figures import (
    Figure,
    figures_of,
    header_at,
    known_names,
    names_of,
    nearly,
    of_reasonable_size,
    or_zero,
)
from cx.intake.layouts.made_columns import with_columns
from cx.intake.layouts.segments import Group
from cx.intake.sheet import Known, Table, Told
from cx.intake.words import folded, is_total, named, plain

_FEWEST, _MOST_GROUPS = 2, 60
_WIDEST, _NEARLY_ALL, _MOSTLY, _LISTED = 100, 0.9, 0.5, 300
_NO_SCORES = ("n", "volume", "sd", "cost", "impact", "importance", "expectation")
_BRACKETS = re.compile(r"[(\[]([^)\]]{1,60})[)\]]\s*$")
_EVERYBODY = frozenset({
    "total", "totaal", "gesamt", "insgesamt", "ensemble", "overall", "all", "alle", "allen", "iedereen",
    "tous", "everyone", "everybody", "todos", "totale", "tutti", "general", "algemeen", "globaal", "global",
    "razem", "ogolem", "totalt", "samtliga", "celkem", "net",
})  # fmt: skip


def of(table: Table) -> Table | None:
    """Return a table with a banner, its columns known: all together, the groups and their bases."""
    if not of_reasonable_size(table) or table.arrangement.known:
        return None
    figures = figures_of(table)
    names = names_of(table, figures) if len(figures) > _FEWEST else None
    if names is not None and (only := _means_only(figures)):
        return _with_means_only(table, names, only)
    groups = _groups(table, [one for one in figures if one.place != names]) if names is not None else []
    if names is None or not _FEWEST <= len(groups) <= _MOST_GROUPS:
        return None
    known, whole = known_names(table, names), _everybody(groups)
    parts = [one for one in groups if one is not whole]
    found = segments.of(table, known, whole, parts)
    return _with_all(table, known, whole, parts) if found is None and whole is not None else found


def _with_all(table: Table, names: Mapping[int, Known], whole: Group, parts: Sequence[Group]) -> Table:
    """The table with the columns of all together as satisfaction and its number; the groups are not used."""
    known: dict[int, Known] = dict(names)
    for one in parts:
        for figure in (one.score, one.base):
            if figure is not None:
                known[figure.place] = Known("ignore", "banner_group")
    known[whole.score.place] = Known("satisfaction", "banner_total")
    if whole.base is not None:
        known[whole.base.place] = Known("n", "banner_total")
    groups = ", ".join(one.name for one in parts)[:_LISTED]
    told = Told("info", "banner_total", whole.score.place, {"groups": groups})
    return with_columns(table, (), known, (told,))


def _with_means_only(table: Table, names: int, columns: Sequence[Figure]) -> Table:
    """The table with the column of all, which comes first, as satisfaction."""
    whole, *groups = columns
    known = {**known_names(table, names), whole.place: Known("satisfaction", "banner_total")}
    known |= {one.place: Known("ignore", "banner_group") for one in groups}
    called = ", ".join(one.header for one in groups)[:_LISTED]
    return with_columns(table, (), known, (Told("info", "banner_total", whole.place, {"groups": called}),))


def _means_only(figures: Sequence[Figure]) -> list[Figure]:
    """The column of all and those of the groups, where there are means only: that of all lies among them."""
    whole = [one for one in figures if _is_everybody(one.header)]
    scores = [one for one in figures if _may_be_mean(one)]
    parts = [one for one in scores if one not in whole]
    if len(whole) != 1 or whole[0] not in scores or len(parts) < _FEWEST:
        return []
    if any(named(one.header)[0] == "satisfaction" for one in figures) or any(
        dated(one.header) for one in parts
    ):
        return []
    values = np.stack([one.values for one in parts], axis=1)
    inside = (whole[0].values >= values.min(axis=1)) & (whole[0].values <= values.max(axis=1))
    return [whole[0], *parts] if bool(np.mean(inside) >= _NEARLY_ALL) else []


def _is_everybody(name: str) -> bool:
    return is_total(name) or bool(set(plain(name).split()) & _EVERYBODY)


def _may_be_mean(one: Figure) -> bool:
    """Mostly broken numbers on a scale under a header that says nothing else."""
    broken = bool(np.mean(one.found != np.rint(one.found)) > 1 - _MOSTLY)
    on_scale = bool(((one.found >= 0) & (one.found <= _WIDEST)).all())
    return broken and on_scale and named(one.header)[0] in (None, "segment")


def _groups(table: Table, figures: Sequence[Figure]) -> list[Group]:
    """The groups of a full grid: each has the same measures, a score and a base, each once."""
    split = {one.place: _split(table, one.place) for one in figures}
    by_group: dict[str, dict[str, Figure]] = {}
    for one in figures:
        found = split[one.place]
        if found is not None:
            by_group.setdefault(found[0], {})[found[1]] = one
    measures = [frozenset(some) for some in by_group.values()]
    most = max(set(measures), key=measures.count, default=frozenset())
    full = {name: some for name, some in by_group.items() if frozenset(some) == most}
    if any(dated(name) for name in full):
        return []  # periods are no groups of people
    if len(full) < _FEWEST or len(most) < _FEWEST:
        return []
    score, base = _measures(most, list(full.values()))
    if score is None or base is None:
        return []
    return [Group(name, some[score], some[base]) for name, some in full.items()]


def _split(table: Table, place: int) -> tuple[str, str] | None:
    """The group and the measure of a header: of two header rows, in brackets behind it, or its last word."""
    if table.aliases and len(table.aliases[place]) == 2:  # noqa: PLR2004 - two header rows
        return table.aliases[place][0], folded(table.aliases[place][1])
    header = table.headers[place] if table.aliases else header_at(table, place)
    bracket = _BRACKETS.search(header)
    if bracket and header[: bracket.start()].strip():
        return header[: bracket.start()].strip(), folded(bracket.group(1))
    apart = re.split(r"\s*[:|–—]\s+|\s+-\s+|_", header, maxsplit=1)
    if len(apart) == 2 and all(part.strip() for part in apart):  # noqa: PLR2004 - a group and a measure
        return apart[0].strip(), folded(apart[1])
    first, _, last = header.rpartition(" ")
    return (first.strip(), folded(last)) if first.strip() else None


def _measures(
    measures: frozenset[str], groups: Sequence[Mapping[str, Figure]]
) -> tuple[str | None, str | None]:
    """Which measure is the score, which the base: by their words, else by their numbers."""
    score = [name for name in measures if _is_score(name, [some[name] for some in groups])]
    bases = [name for name in measures if _is_base(name, [some[name] for some in groups])]
    called = [name for name in score if named(name)[0] == "satisfaction"]
    counted = [name for name in bases if named(name)[0] == "n"]
    score = called[:1] or (score if len(score) == 1 else [])
    bases = counted[:1] or (bases if len(bases) == 1 else [])
    return (score[0] if score else None), (bases[0] if bases else None)


def _is_score(name: str, columns: Sequence[Figure]) -> bool:
    role = named(name)[0]
    values = np.concatenate([one.found for one in columns])
    on_scale = bool(np.mean(np.abs(values) <= _WIDEST) >= _NEARLY_ALL)
    broken = bool(np.mean(values != np.rint(values)) > 1 - _NEARLY_ALL)
    return on_scale and (role == "satisfaction" or (broken and role not in _NO_SCORES))


def _is_base(name: str, columns: Sequence[Figure]) -> bool:
    return all(one.whole for one in columns) and named(name)[0] in ("n", "volume", None)


def _everybody(groups: Sequence[Group]) -> Group | None:
    """The group of all: its base is the sum of the others', or its name says so."""
    for one in groups:
        others = [other.base for other in groups if other is not one]
        if one.base is None or not all(others) or len(others) < _FEWEST:
            continue
        if nearly(one.base.values, np.sum([or_zero(base) for base in others if base], axis=0), 0.0):
            return one
    return next((one for one in groups if _is_everybody(one.name)), None)
