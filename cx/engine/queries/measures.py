"""Cells as whole numbers, and the group of each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cx.engine.files import literal, quoted

GROUPS = 200
_HEX = "0123456789abcdef"
_TINY, _LARGE = 127, 1_000
"""From this factor on squares may pass 64 bits."""


@dataclass(frozen=True)
class Measure:
    """A column of answers as whole numbers."""

    column: str
    factor: int = 1
    """What its numbers are multiplied by to be whole: 2 on a scale with halves, 1,000,000 for an amount."""
    texts: Mapping[str, int | None] = field(default_factory=dict)
    """Texts that stand for a number of their own, multiplied already, or for none: words, codes."""
    typed: bool = False
    """Whether the column holds numbers, not texts, as in .parquet or a database."""
    small: bool = False
    """Whether all its whole numbers lie within 32,767 of 0: a table of ten million people has room then."""
    decimals: bool = False
    """Whether its numbers may have a decimal point."""
    listed: bool = False
    """Whether its texts alone stand for numbers, as in a database, where what is no number stops a query."""
    ends: tuple[int, int] | None = None
    """The least and the greatest of its whole numbers that count; ``None``: all."""

    @property
    def sql(self) -> str:
        """The expression: NULL where the cell holds no such number, or one between two whole ones."""
        name, kind = self._cell, self._kind
        if self._is_plain:
            return self._small_number
        if not self.texts and self.ends is None and not self.decimals and self.typed:
            return f"CAST({name} * {self.factor} AS {kind})"
        cases = "".join(
            f" WHEN {name} = {literal(text)} THEN {'NULL' if number is None else int(number)}"
            for text, number in self.texts.items()
        )
        if self.listed:
            return f"CAST(CASE{cases} END AS {kind})" if cases else f"CAST(NULL AS {kind})"
        within = "" if self.ends is None else f" AND {self._number} BETWEEN {self.ends[0]} AND {self.ends[1]}"
        return f"CAST(CASE{cases} WHEN {self._is_whole}{within} THEN {self._number} END AS {kind})"

    @property
    def unfit(self) -> str:
        """The expression of how many cells hold what is neither such a number nor said to be none."""
        return f"sum(CASE WHEN {self.is_unfit} THEN 1 ELSE 0 END)"

    @property
    def is_unfit(self) -> str:
        """The expression of whether a cell holds what is neither such a number nor said to be none."""
        name = self._cell
        none = [literal(text) for text, number in self.texts.items() if number is None]
        known = f" AND {name} NOT IN ({', '.join(none)})" if none else ""
        filled = f"{name} IS NOT NULL" if self.typed else f"trim({name}) <> ''"
        return f"{self.sql} IS NULL AND {filled}{known}"

    @property
    def _cell(self) -> str:
        name = quoted(self.column)
        return f"trim(CAST({name} AS VARCHAR))" if self.listed else name

    @property
    def _kind(self) -> str:
        if self._is_plain and max(map(abs, self.ends or ())) <= _TINY:
            return "TINYINT"
        return "SMALLINT" if self.small else "DECIMAL(38,0)" if self.factor >= _LARGE else "BIGINT"

    @property
    def _is_plain(self) -> bool:
        """Whether small whole numbers stand as text, and nothing else means any."""
        plain = not (self.texts or self.typed or self.listed or self.decimals)
        return plain and self.small and self.factor == 1 and self.ends is not None

    @property
    def _small_number(self) -> str:
        """Read once as a number with a decimal point: looking for the point costs more than the number."""
        number, ends = f"TRY_CAST({quoted(self.column)} AS DOUBLE)", self.ends or (0, 0)
        within = f"{number} BETWEEN {ends[0]} AND {ends[1]} AND {number} = round({number})"
        return f"CAST(CASE WHEN {within} THEN {number} END AS {self._kind})"

    @property
    def _number(self) -> str:
        name = quoted(self.column)
        if self.decimals:
            return f"round(TRY_CAST({name} AS DECIMAL(38,6)) * {self.factor})"
        if self.typed:
            return name if self.factor == 1 else f"{name} * {self.factor}"
        plain = f"TRY_CAST({name} AS {'SMALLINT' if self.small and self.factor == 1 else 'BIGINT'})"
        return plain if self.factor == 1 else f"{plain} * {self.factor}"

    @property
    def _is_whole(self) -> str:
        name = quoted(self.column)
        if self.decimals:
            exact = f"TRY_CAST({name} AS DECIMAL(38,6)) * {self.factor}"
            return f"{exact} = round({exact})"
        return "TRUE" if self.typed else f"strpos({name}, '.') = 0"  # engines round 7.4 to 7


def group_of(identity: str | None, said: str | None = None) -> str:
    """Return the expression of a row's group, from 0 to 199.

    Parameters
    ----------
    identity
        The column that says whose answers they are, as text; ``None``: the number of the row, which stands in
        for a missing one as well.
    said
        What stands in for a missing one in a database, where rows have no number: an expression of all that
        the row says, as text.

    Notes
    -----
    The first four hexadecimal digits of the MD5 of the text as UTF-8, mod 200; digits are read by their
    place, since engines differ in how they turn them into a number.
    """
    row = f"(row_number() OVER () - 1) % {GROUPS}"
    if identity is None:
        return f"CAST({row} AS SMALLINT)"
    if said is not None:
        return f"CAST({of_text(f'coalesce({quoted(identity)}, {said})')} AS SMALLINT)"
    return f"CAST(coalesce({of_text(quoted(identity))}, {row}) AS SMALLINT)"


def of_text(text: str) -> str:
    """Return the expression of the group of somebody by an expression of his identity."""
    places = [
        f"(strpos('{_HEX}', substr(md5({text}), {at}, 1)) - 1) * {16 ** (4 - at)}" for at in range(1, 5)
    ]
    return f"({' + '.join(places)}) % {GROUPS}"


def folded(table: str, folds: str, touchpoints: int) -> str:
    """Return the query of rows with other groups: ``f`` in a table of ``g`` and ``f``."""
    cells = ", ".join(["y", *(f"x{place}" for place in range(touchpoints))])
    return f"SELECT {folds}.f AS g, {cells} FROM {table} JOIN {folds} ON {folds}.g = {table}.g"


Wanted = Sequence[tuple[str, Sequence[str]]]
"""Columns with the values of which each row has to have one."""


def only(wanted: Wanted) -> str:
    """Return the condition that a row has one of the values in each column; nothing where all rows count.

    Letter case and spaces around a value do not matter.
    """
    met = [
        f"lower(trim(CAST({quoted(column)} AS VARCHAR)))"
        f" IN ({', '.join(literal(value.strip().lower()) for value in values)})"
        for column, values in wanted
        if values
    ]
    return f" WHERE {' AND '.join(met)}" if met else ""


def rows_of(
    table: str,
    outcome: Measure,
    ratings: Sequence[Measure],
    identity: str | None = None,
    *,
    numbered: bool = True,
    wanted: Wanted = (),
) -> str:
    """Return the query of the rows with an outcome: group ``g``, outcome ``y``, ratings ``x0``, ``x1`` ...

    Rows are numbered after those without an outcome are left out. In a database they are not ``numbered``:
    who has no identity is put into a group by what he said.
    """
    names = [f"x{place}" for place in range(len(ratings))]
    cells = [
        f"{outcome.sql} AS y",
        *(f"{one.sql} AS {name}" for one, name in zip(ratings, names, strict=True)),
    ]
    own = [] if identity is None else [f"nullif(trim(CAST({quoted(identity)} AS VARCHAR)), '') AS id"]
    inner = f"SELECT {', '.join([*own, *cells])} FROM {quoted(table)}{only(wanted)}"
    said = " || ',' || ".join(f"coalesce(CAST({name} AS VARCHAR), '')" for name in ("y", *names))
    group = group_of(None if identity is None else "id", None if numbered else said)
    return f"SELECT {group} AS g, y, {', '.join(names)} FROM ({inner}) AS answers WHERE y IS NOT NULL"
