"""A row with how many people stand behind each column of a banner: no touchpoint, but it tells who is all."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from cx.intake.layouts.figures import Figure, figures_of, known_names, names_of, of_reasonable_size
from cx.intake.layouts.made_columns import Made, of_numbers, with_columns
from cx.intake.sheet import Known, Table, Told
from cx.intake.words import ZEROS, is_total, named
from cx.process import in_pieces, steps
from cx.records.file import NUMBER

_FEWEST, _FEWEST_ROWS = 3, 4
_ENDS = 2
"""It is one of the first rows, or one of the last."""
_BEYOND, _SHARE = 3.0, 0.02
_HALF, _LISTED = 0.5, 300
_SIGNIFICANT = re.compile(
    r"([-+−]?\d{1,3}(?:[.,]\d{1,4})?\s?%?)\s?([A-Za-z]{1,12}(?:(?:\s|\s?[,/]\s?)[A-Za-z]{1,12}){0,12})\s?[*↑↓]{0,3}"
)
"""A score with the letters of the columns that it differs from; single spaces."""
_SCORE = re.compile(r"[-+−]?\d{1,6}(?:[.,]\d{1,4})?\s?%?")
"""One without."""
_LONGEST = 60
"""Signs of such a cell."""
_LETTER = re.compile("[A-Za-z]")
_MOST_LETTERS = 12
"""Banners have so many columns or more that a letter may stand for."""
_AT_ONCE = 1_000
_WORDS = re.compile("[a-z]+")
_ALPHABET = 26
_SPACES = re.compile(r"\s+")


def of_sums(table: Table) -> Table | None:
    """Return what :func:`of` does where a base is the sum of the others: measures down the side do not."""
    return of(table, by_name=False)


def of(table: Table, *, by_name: bool = True) -> Table | None:
    """Return a banner without the row of its bases, and with what that tells; ``None`` where it has none.

    Its numbers are whole, and each is far beyond all scores of its column. The column whose base is the sum
    of the bases of others is that of all together.
    """
    if not of_reasonable_size(table) or table.height < _FEWEST_ROWS or table.arrangement.known:
        return None
    figures = figures_of(table)
    if len(figures) < _FEWEST or any(named(one.header)[0] in ("n", "volume") for one in figures):
        return None
    names = names_of(table, figures)
    at = None if names is None else _row(figures, [str(name) for name in table.labels(names).texts])
    if names is None or at is None or not _is_of_bases(table, names, at, figures):
        return None
    bases = np.array([one.values[at] for one in figures])
    left = np.setdiff1d(np.arange(table.height), [at, *_beside(figures, table, names, at)])
    told = Told("info", "base_row", None, {"at": int(table.rows[at])})
    old = table.arrangement
    found = replace(
        table,
        columns=tuple(
            replace(one, kinds=one.kinds[left], numbers=one.numbers[left], codes=one.codes[left])
            for one in table.columns
        ),
        rows=table.rows[left],
        merged={},
        arrangement=replace(old, told=(*old.told, told)),
    )
    whole = _of_all(figures, bases, by_name=by_name)
    if whole is None and not by_name:
        return None
    return found if whole is None else _with_all(found, names, figures, whole, float(bases[whole]))


def _row(figures: Sequence[Figure], called: Sequence[str]) -> int | None:
    """The position of the row of bases; one that is called so may have a small one among them."""
    values = np.stack([one.values for one in figures], axis=1)
    height = len(called)
    ends: list[int] = [*range(min(_ENDS, height)), *range(max(height - _ENDS, 0), height)]
    said = {at: named(called[at])[0] == "n" for at in ends}
    rest = [at for at in range(height) if not said.get(at)]
    at: int
    for at in ends:
        own = values[[at, *(other for other in rest if other != at)]]
        if _counts(own, 0, 1.0 if said[at] else _BEYOND):
            return at
    return None


def _beside(figures: Sequence[Figure], table: Table, names: int, at: int) -> list[int]:
    """The next row where it holds bases too: weighted ones below those that are not."""
    values = np.stack([one.values for one in figures], axis=1)
    called, below = table.labels(names).texts, at + 1
    if below >= table.height or named(str(called[below]))[0] != "n":
        return []
    return [below] if _counts(np.delete(values, at, axis=0), at, 1.0) else []


def _is_of_bases(table: Table, names: int, at: int, figures: Sequence[Figure]) -> bool:
    """Whether a row is called so, or the others hold means: sums of whole answers look like bases."""
    called = str(table.labels(names).texts[at])
    if is_total(called):
        return False
    broken = sum(bool(np.mean(one.found != np.rint(one.found)) > _HALF) for one in figures)
    return named(called)[0] == "n" or broken > _HALF * len(figures)


def _counts(values: npt.NDArray[np.float64], at: int, beyond: float) -> bool:
    own, others = values[at], np.abs(np.delete(values, at, axis=0))
    if np.isnan(own).any() or (own != np.rint(own)).any() or np.isnan(others).all(axis=0).any():
        return False
    return bool((own > beyond * np.nanmax(others, axis=0)).all())


def _of_all(figures: Sequence[Figure], bases: npt.NDArray[np.float64], *, by_name: bool) -> int | None:
    """The column of all together: called so, or with a base that the others' add up to."""
    called = [at for at, one in enumerate(figures) if is_total(one.header)]
    if called and by_name:
        return called[0]
    largest = int(bases.argmax())
    rest = float(bases.sum() - bases[largest])
    return largest if abs(rest - bases[largest]) <= _SHARE * bases[largest] else None


def _with_all(table: Table, names: int, figures: Sequence[Figure], whole: int, base: float) -> Table:
    score, groups = figures[whole], [one for at, one in enumerate(figures) if at != whole]
    known = {**known_names(table, names), score.place: Known("satisfaction", "banner_total")}
    known |= {one.place: Known("ignore", "banner_group") for one in groups}
    listed = ", ".join(one.header for one in groups)[:_LISTED]
    made = Made(f"n {score.header}", of_numbers(np.full(table.height, base)), "n", "base_in_row", score.place)
    told = Told("info", "banner_total", score.place, {"groups": listed})
    return with_columns(table, (made,), known, (told,))


def without_letters(table: Table) -> Table | None:
    """Return a table in which scores stand without letters of significance behind them.

    Only where every cell of a column is a number, or one with such letters, and a column of bare numbers or
    another with letters stands beside it.
    """
    if not of_reasonable_size(table):
        return None
    bare = {place: found for place in steps(range(len(table.headers))) if (found := _bare(table, place))}
    bare = bare if any(len(found) > 1 for found in bare.values()) else {}
    if not bare or len(bare) + len(figures_of(table)) < _FEWEST:
        return None
    columns = [
        replace(one, texts=tuple(bare[place].get(text, text) for text in one.texts)) if place in bare else one
        for place, one in enumerate(table.columns)
    ]
    told = Told("info", "letters_away", None, {"n": len(bare)})
    old = table.arrangement
    return replace(table, columns=tuple(columns), arrangement=replace(old, told=(*old.told, told)))


def _bare(table: Table, place: int) -> dict[str, str]:
    """Text to its number, where all texts of a column are numbers, some with letters."""
    column = table.columns[place]
    used = [column.texts[code] for code in column.different(column.codes >= 0)]
    if not any(_LETTER.search("\n".join(piece)) for piece in in_pieces(used)):
        return {}
    found: dict[str, str] = {}
    behind: set[str] = set()
    for text in steps(used, _AT_ONCE):
        one = _SIGNIFICANT.fullmatch(_SPACES.sub(" ", text.strip())) if len(text) <= _LONGEST else None
        if one:
            found[text] = one.group(1)
            behind.add(one.group(2).casefold())
        elif not _SCORE.fullmatch(text.strip()):
            return {}
    told = len(behind) + (len(found) < len(used) or bool((column.kinds == NUMBER).any())) > 1
    named = told and _name_columns(behind, max(_MOST_LETTERS, len(table.headers)))
    return found if named and any(_decimal(text) for text in found.values()) else {}


def _name_columns(behind: Collection[str], columns: int) -> bool:
    """Whether what stands behind scores are letters of columns, in order: no units, no thousands."""
    words = {word for text in behind for word in _WORDS.findall(text)}
    last = chr(ord("a") + min(columns, _ALPHABET) - 1)
    ordered = all(list(word) == sorted(set(word)) and word[-1] <= last for word in words)
    return ordered and not words <= {"m", *ZEROS}


def _decimal(text: str) -> bool:
    return re.search(r"\d[.,]\d", text) is not None
