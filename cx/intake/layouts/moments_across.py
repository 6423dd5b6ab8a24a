"""A column for each day of the week, hour or week: one column of sums of counts, or of means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from cx.intake.layouts.figures import Figure, Values, figures_of, of_reasonable_size
from cx.intake.layouts.made_columns import free_name, of_numbers
from cx.intake.sheet import Absorbed, Known, Table, Told
from cx.intake.words import is_fine, named

_FEWEST, _HALF, _LONGEST_SCALE, _WIDEST = 3, 0.5, 11, 100
_SAYING = ("touchpoint", "satisfaction")
"""What a header names that says that scores are listed."""


def of(table: Table) -> Table | None:
    """Return a table with one column in place of those of days or hours; ``None`` where it has none.

    Counts are added up. What is given on a scale is never added: counts hold a number beyond any short scale
    in most columns. Scores of days of the week, which are broken numbers, are averaged.
    """
    if not of_reasonable_size(table) or table.arrangement.known:
        return None
    figures = figures_of(table)
    parts = [one for one in figures if _is_moment(one.header)]
    if len(parts) < _FEWEST:
        return None
    if _are_scores(parts):
        others = [one for one in figures if one not in parts]
        return None if any(_is_of_all(one, parts) for one in others) else _averaged(table, parts)
    large = sum(bool(one.found.max() > _LONGEST_SCALE) for one in parts if one.whole)
    if not all(one.whole for one in parts) or large <= _HALF * len(parts):
        return None
    return _added(table, parts)


def _are_scores(parts: Sequence[Figure]) -> bool:
    """Broken numbers on a scale, a column for each day of the week; hours and weeks have numbers."""
    found = np.concatenate([one.found for one in parts])
    broken = bool(np.mean(found != np.rint(found)) > _HALF)
    on_scale = bool(((found >= 0) & (found <= _WIDEST)).all())
    return broken and on_scale and not any(sign.isdigit() for one in parts for sign in one.header)


def _is_of_all(one: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a column is the score of the whole week: called satisfaction, or among those of the days."""
    values = _values(parts)
    inside = (one.values >= np.nanmin(values, axis=1)) & (one.values <= np.nanmax(values, axis=1))
    return named(one.header)[0] == "satisfaction" or bool(inside.all())


def _is_moment(header: str) -> bool:
    """Whether a header names a day or an hour; bare numbers may be answers: ``9-10``."""
    return is_fine(header) and (":" in header or any(sign.isalpha() for sign in header))


def _added(table: Table, parts: Sequence[Figure]) -> Table:
    values = _values(parts)
    total = np.where(np.isnan(values).all(axis=1), np.nan, np.nansum(values, axis=1))
    return _in_one(table, parts, total, "#", "moments_added")


def _averaged(table: Table, parts: Sequence[Figure]) -> Table:
    """The plain mean of the days: nothing says how many answered on each."""
    values = _values(parts)
    known = ~np.isnan(values)
    mean = np.where(known, values, 0.0).sum(axis=1) / np.where(known.any(axis=1), known.sum(axis=1), np.nan)
    found = _in_one(table, parts, mean, "⌀", "moments_averaged")
    at = found.headers.index(next(one for one in found.headers if one not in table.headers))
    known_too = {**found.arrangement.known, at: Known("satisfaction", "moments_averaged")}
    told = found.arrangement.told
    if not any(named(header)[0] in _SAYING for header in table.headers):
        told = (*told, Told("warning", "guessed_satisfaction", at))
    return replace(found, arrangement=replace(found.arrangement, known=known_too, told=told))


def _values(parts: Sequence[Figure]) -> Values:
    return np.stack([one.values for one in parts], axis=1)


def _in_one(table: Table, parts: Sequence[Figure], cells: Values, sign: str, code: str) -> Table:
    first, *rest = parts
    name = free_name(f"{sign} ({first.header} … {rest[-1].header})", table.headers)
    away = {one.place for one in rest}
    kept = [place for place in range(len(table.headers)) if place not in away]
    at = kept.index(first.place)
    headers = [table.headers[place] if place != first.place else name for place in kept]
    columns = [table.columns[place] if place != first.place else of_numbers(cells) for place in kept]
    absorbed = [Absorbed(one.header, table.letters[one.place], code, name) for one in parts]
    details = {"n": len(parts), "first": first.header, "last": rest[-1].header}
    told = Told("info", code, at, details)
    old = table.arrangement
    return replace(
        table,
        headers=tuple(headers),
        letters=tuple(table.letters[place] for place in kept),
        columns=tuple(columns),
        aliases=tuple(table.aliases[place] for place in kept) if table.aliases else (),
        arrangement=replace(old, told=(*old.told, told), absorbed=(*old.absorbed, *absorbed)),
    )
