"""What only the rows themselves show, counted: whose they are, blank ones, straight lines, equal ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx.engine.files import literal, quoted
from cx.engine.queries.one_pass import EVERY, RATED_ROWS

ANSWERS, RATED = "t", "rated"
"""A table of answers as it lies, and its rows with an outcome as :func:`.measures.rows_of` makes them."""


def whole_marks(
    asked: Sequence[str],
    known: Mapping[str, Sequence[str]],
    *,
    identity: str | None,
    beside: str,
    least: int,
) -> dict[str, str]:
    """Return what is marked of each row of a table of answers beside its answers: ``who``, and bits ``b``.

    Parameters
    ----------
    asked
        The columns that hold answers.
    known
        Columns to the texts that they may hold.
    identity
        The column that says whose answers they are.
    beside
        A column behind the last one, in which nothing should stand.
    least
        Rows with so few answers, or fewer, count as blank.
    """
    who = "NULL" if identity is None else f"hash(nullif(lower(trim({quoted(identity)})), ''))"
    if identity is not None:
        who = f"CASE WHEN trim({quoted(identity)}) <> '' THEN {who} END"
    answers = " + ".join(f"CASE WHEN {quoted(one)} IS NULL THEN 0 ELSE 1 END" for one in asked)
    others = " OR ".join(["FALSE", *(_other(name, texts) for name, texts in known.items())])
    bits = (f"{answers} <= {least}", f"{quoted(beside)} IS NOT NULL", others)
    told = " + ".join(f"CASE WHEN {said} THEN {1 << at} ELSE 0 END" for at, said in enumerate(bits))
    return {"who": f"CAST({who} AS UBIGINT)", "b": f"CAST({told} AS TINYINT)"}


def whole_rows() -> str:
    """Return the query of what a table of answers holds beside what its sums say: one row of counts.

    Notes
    -----
    By the marks of :func:`whole_marks`: ``n`` rows, ``named`` by somebody, ``people`` different ones whatever
    the letter case, ``blank``, ``beside``, and ``others``: rows with a text that was not known.
    """
    return (
        "SELECT count(*) AS n, count(who) AS named, count(DISTINCT who) AS people, sum(b & 1) AS blank,"
        f" sum((b >> 1) & 1) AS beside, sum((b >> 2) & 1) AS others FROM {EVERY}"
    )


def _other(name: str, texts: Sequence[str]) -> str:
    said = ", ".join(map(literal, texts)) or "''"
    return f"{quoted(name)} NOT IN ({said})"


def straight_rows(questions: Sequence[Sequence[int]], least: int, table: str = RATED_ROWS) -> str:
    """Return the query of how many rows have one rating all along a question, of so many ratings at least.

    Parameters
    ----------
    questions
        The places of the touchpoints of each.
    table
        Its ratings are ``x0``, ``x1`` ...

    Notes
    -----
    ``n`` rows in any of the questions, ``n0``, ``n1`` ... in each.
    """
    lines = [_line(question, least) for question in questions]
    each = "".join(f", count(CASE WHEN {line} THEN 1 END) AS n{at}" for at, line in enumerate(lines))
    return f"SELECT count(CASE WHEN {' OR '.join(lines) or 'FALSE'} THEN 1 END) AS n{each} FROM {table}"


def _line(question: Sequence[int], least: int) -> str:
    low, high = (f"{end}({', '.join(f'x{j}' for j in question)})" for end in ("least", "greatest"))
    return f"({_rated(question)} >= {least} AND {low} = {high})"


def _rated(question: Sequence[int]) -> str:
    return " + ".join(f"CASE WHEN x{j} IS NULL THEN 0 ELSE 1 END" for j in question)


@dataclass(frozen=True)
class Telling:
    """Rows whose copy is no accident: they have enough ratings, of which more than one differs."""

    touchpoints: int
    least: int
    """So many ratings are enough."""
    few: int
    """Of so many at the most one may differ."""

    def agreeing(self, leaving: Sequence[Sequence[int]], parts: int) -> str:
        """Return the query of how many of them give the same answers as an earlier one, and nearly agree.

        Parameters
        ----------
        leaving
            Which answers are left aside each time: 0 the outcome, then the touchpoints.
        parts
            Rows of one in so many parts are looked at, by their outcome and first rating: no pair is torn.

        Notes
        -----
        Lines of ``place`` and ``n``: -3 copies; -2 and -1 pairs with the same outcome and first rating, of
        all and of those looked at; from 0 on pairs that agree, for each entry of ``leaving``.
        """
        names = self._answers.split(", ")
        marks = ", ".join(f"hash(hash({at}, {name})) AS h{at}" for at, name in enumerate(names))
        keys = ", ".join(_xor(["whole", *(f"h{one}" for one in places)]) for places in leaving)
        # One table of groups for all: one for each would reserve more memory than the rows take.
        return (
            f"WITH telling AS MATERIALIZED ({self._rows}),"
            f" marked AS (SELECT {marks} FROM telling WHERE hash(hash(y, x0)) % {parts} = 0),"
            f" apart AS (SELECT *, {_xor([f'h{at}' for at in range(len(names))])} AS whole FROM marked),"
            f" keyed AS (SELECT unnest(range({len(leaving)})) AS place, unnest([{keys}]) AS key FROM apart),"
            " groups AS (SELECT place, key, count(*) AS n FROM keyed GROUP BY place, key),"
            " ends AS (SELECT -2 AS place, count(*) AS n FROM telling GROUP BY y, x0"
            " UNION ALL SELECT -1 AS place, count(*) AS n FROM marked GROUP BY h0, h1"
            " UNION ALL SELECT place, n FROM groups)"
            f" SELECT -3 AS place, count(*) - count(DISTINCT hash({self._answers})) AS n FROM telling"
            " UNION ALL SELECT place, sum(n * (n - 1) // 2) AS n FROM ends GROUP BY place"
        )

    @property
    def _answers(self) -> str:
        return ", ".join(["y", *(f"x{j}" for j in range(self.touchpoints))])

    @property
    def _rows(self) -> str:
        places = range(self.touchpoints)
        names = ", ".join(f"x{j}" for j in places)
        lowest, highest = (
            " + ".join(f"CASE WHEN x{j} = {end} THEN 1 ELSE 0 END" for j in places) for end in ("low", "high")
        )
        ends = (
            f"SELECT {self._answers}, {_rated(places)} AS n, least({names}) AS low, greatest({names}) AS high"
            f" FROM {RATED_ROWS}"
        )
        most = f"greatest({lowest}, {highest})"
        varied = f"low < high AND (n <= {self.few} OR {most} < n - 1)"
        return f"SELECT {self._answers} FROM ({ends}) AS ends WHERE n >= {self.least} AND {varied}"


def _xor(names: Sequence[str]) -> str:
    found, *others = names
    for name in others:
        found = f"xor({found}, {name})"
    return found


def ends_in(columns: Sequence[str]) -> str:
    """Return the query of the least and the greatest number of each column, and of a row that has it.

    In this order, column by column; rows count from 1.
    """
    cells = ", ".join(f"TRY_CAST({quoted(name)} AS DOUBLE) AS v{at}" for at, name in enumerate(columns))
    ends = ", ".join(
        f"min(v{at}) AS low{at}, arg_min(line, v{at}) AS at_low{at},"
        f" max(v{at}) AS high{at}, arg_max(line, v{at}) AS at_high{at}"
        for at in range(len(columns))
    )
    return f"SELECT {ends} FROM (SELECT row_number() OVER () AS line, {cells} FROM {ANSWERS}) AS numbered"


def ends_of_outcome() -> str:
    """Return the query of the least and the greatest whole number of the outcome."""
    return f"SELECT min(y) AS low, max(y) AS high FROM {EVERY}"
