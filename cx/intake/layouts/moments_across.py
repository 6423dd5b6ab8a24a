"""Counts with a column for each day of the week, hour or week: one column of their sums."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cx.intake.layouts.figures import Figure, figures_of, of_reasonable_size
from cx.intake.layouts.made import free_name, of_numbers
from cx.intake.sheet import Absorbed, Table, Told
from cx.intake.words import is_fine

_FEWEST, _HALF, _LONGEST_SCALE = 3, 0.5, 11


def of(table: Table) -> Table | None:
    """Return a table with the counts of each row added up over days or hours; ``None`` where it has none.

    What is given on a scale is never added: most of the columns hold a number beyond any short scale.
    """
    if not of_reasonable_size(table) or table.arrangement.known:
        return None
    parts = [one for one in figures_of(table) if _is_moment(one.header)]
    large = sum(bool(one.found.max() > _LONGEST_SCALE) for one in parts if one.whole)
    if len(parts) < _FEWEST or not all(one.whole for one in parts) or large <= _HALF * len(parts):
        return None
    return _added(table, parts)


def _is_moment(header: str) -> bool:
    return is_fine(header) and not header.strip().isdecimal()


def _added(table: Table, parts: list[Figure]) -> Table:
    first, *rest = parts
    values = np.stack([one.values for one in parts], axis=1)
    total = np.where(np.isnan(values).all(axis=1), np.nan, np.nansum(values, axis=1))
    name = free_name(f"# ({first.header} … {rest[-1].header})", table.headers)
    away = {one.place for one in rest}
    kept = [place for place in range(len(table.headers)) if place not in away]
    at = kept.index(first.place)
    headers = [table.headers[place] if place != first.place else name for place in kept]
    columns = [table.columns[place] if place != first.place else of_numbers(total) for place in kept]
    absorbed = [Absorbed(one.header, table.letters[one.place], "moments_added", name) for one in parts]
    told = Told(
        "info", "moments_added", at, {"n": len(parts), "first": first.header, "last": rest[-1].header}
    )
    old = table.arrangement
    return replace(
        table,
        headers=tuple(headers),
        letters=tuple(table.letters[place] for place in kept),
        columns=tuple(columns),
        aliases=tuple(table.aliases[place] for place in kept) if table.aliases else (),
        arrangement=replace(old, told=(*old.told, told), absorbed=(*old.absorbed, *absorbed)),
    )
