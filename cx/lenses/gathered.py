"""What a lens reads of each touchpoint: its rows of the table, and what people assessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.records.lenses import Assessed, Assessment, Material

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.intp]


def folded(name: str) -> str:
    """Return a name without regard to letter case and spaces: what tells touchpoints apart."""
    return " ".join(name.split()).casefold()


@dataclass(frozen=True)
class Rows:
    """The rows of one touchpoint."""

    columns: Mapping[str, npt.NDArray[np.generic]]
    places: Whole

    def numbers(self, column: str) -> Numbers:
        """Return (rows,) the numbers of a column; NaN where there are none."""
        if column not in self.columns:
            return np.full(len(self.places), np.nan)
        return self.columns[column][self.places].astype(np.float64)

    def texts(self, column: str) -> list[str]:
        """Return the texts of a column, one a row; ``""`` where there are none."""
        if column not in self.columns:
            return [""] * len(self.places)
        return [text if isinstance(text, str) else "" for text in self.columns[column][self.places].tolist()]

    def known(self, column: str) -> Numbers:
        """Return the numbers of a column that are there."""
        found = self.numbers(column)
        return found[~np.isnan(found)]

    def weights(self, kept: npt.NDArray[np.bool_]) -> Numbers:
        """Return (kept,) what rows weigh beside one another, as on the matrix: n, else volume, else alike."""
        for column in ("n", "volume"):
            found = self.numbers(column)[kept]
            if len(found) and not np.isnan(found).any() and found.sum() > 0:
                return found
        return np.ones(int(kept.sum()))


def by_touchpoint(material: Material) -> dict[str, Rows]:
    """Return touchpoint to its rows: those of the matrix in its order, then all others of the table."""
    table = material.touchpoints
    found: dict[str, Rows] = {}
    order = [*material.satisfaction, *material.impact, *material.paired, *material.levels, *material.volume]
    names = {folded(name): name for name in reversed(order)}
    columns: dict[str, npt.NDArray[np.generic]] = {}
    places: dict[str, list[int]] = {}
    if table is not None:
        columns = {str(name): table.rows[name].to_numpy() for name in table.rows.columns}
        for place, name in enumerate(table.rows["touchpoint"].tolist()):
            key = folded(str(name))
            names.setdefault(key, str(name))
            places.setdefault(key, []).append(place)
    for key in dict.fromkeys([*map(folded, order), *places]):
        found[names[key]] = Rows(columns, np.array(places.get(key, []), dtype=np.intp))
    return found


def said(material: Material, asked: Assessed) -> dict[str, Assessment]:
    """Return touchpoint to what people last said of it, by the names of the matrix."""
    names = {folded(name): name for name in by_touchpoint(material)} if material.assessments else {}
    last: dict[str, Assessment] = {}
    for one in sorted(material.assessments, key=lambda one: one.moment):
        if one.asked == asked:
            last[names.get(folded(one.name), one.name)] = one
    order = {name: place for place, name in enumerate(names.values())}
    return dict(sorted(last.items(), key=lambda pair: order.get(pair[0], len(order))))
