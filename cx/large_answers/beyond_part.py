"""Rows of large files that hold numbers beyond those of a part: what they say of a scale counts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from cx import engine, intake
from cx.process import Beat


def lines_beyond(
    paths: Sequence[Path], large: intake.LargeSurvey, beat: Beat | None = None
) -> dict[Path, set[int]]:
    """Return the lines of each file, numbered from 0, that hold numbers beyond those of the part.

    Raises
    ------
    cx.errors.CxError
        When a file cannot be read, or was written since it was chosen.
    """
    known = {name: numbers_among(cells) for name, cells in large.cells.items()}
    ends = {name: (min(numbers), max(numbers)) for name, numbers in known.items() if numbers}
    found = {path: _beyond(path, large, ends, beat) for path in paths} if ends else {}
    return {path: lines for path, lines in found.items() if lines}


def numbers_among(texts: Iterable[str]) -> list[float]:
    """Return the numbers among texts, as programs write them."""
    found = []
    for text in texts:
        with suppress(ValueError):
            found.append(float(text))
    return [one for one in found if math.isfinite(one)]


def _beyond(
    path: Path, large: intake.LargeSurvey, ends: Mapping[str, tuple[float, float]], beat: Beat | None
) -> set[int]:
    query = engine.ends_in([large.columns[name] for name in ends])
    place = str(path.absolute())
    marks = tuple(one for one in large.table.marks if one.path == place)
    table = replace(large.table, paths=(place,), marks=marks)
    ((*found,),) = engine.asked({"t": table}, [query], name=path.name, beat=beat)[0].rows()
    rows_at: set[int] = set()
    for at, (lowest, highest) in enumerate(ends.values()):
        low, at_low, high, at_high = found[4 * at : 4 * at + 4]
        beyond = [(at_low, low is not None and float(low) < lowest)]
        beyond += [(at_high, high is not None and float(high) > highest)]
        rows_at |= {int(row or 0) for row, is_beyond in beyond if is_beyond}
    return {large.table.skip + row - 1 for row in rows_at}
