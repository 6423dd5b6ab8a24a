"""Logs in a database, where cells have kinds.

They are brought into the columns that :mod:`cx.engine.queries.paths` asks for. Only what is counted leaves
the database: no query here returns a row of one person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cx.engine.files import literal, quoted
from cx.engine.queries.dialects import WORDS, Dialect
from cx.records.file import Role


@dataclass(frozen=True)
class TableLog:
    """A table with one row an event: which of its columns are what, and what kinds of cells they hold."""

    table: str
    columns: Mapping[str, str]
    """``case``, ``touchpoint``, and ``time`` or ``end``; perhaps ``order``, ``period``, ``outcome``."""
    days: frozenset[str] = frozenset()
    """Columns of days without a time."""
    numbers: frozenset[str] = frozenset()
    """Columns of numbers."""
    dialect: Dialect = "duckdb"
    customer: bool = False
    """Whether what makes the paths is the customer's column."""
    roles: Mapping[str, Role] = field(default_factory=dict)
    """Each column that has a role, with it."""
    within: Sequence[tuple[str, str]] = ()
    """Columns with the value that is asked for in each."""

    def named(self, role: str) -> str | None:
        """Return the column of a role as a query writes it."""
        return quoted(self.columns[role]) if role in self.columns else None

    def text(self, role: str) -> str:
        """Return the expression of a column as text, blank ones null."""
        cell = f"CAST({self.named(role)} AS VARCHAR)"
        return f"CASE WHEN trim({cell}) = '' THEN NULL ELSE {cell} END"

    @property
    def moment(self) -> str:
        """The expression of when an event began; where only an end is known, that."""
        known = [
            f"CAST({quoted(self.columns[role])} AS TIMESTAMP)"
            for role in ("time", "end")
            if role in self.columns
        ]
        return known[0] if len(known) == 1 else f"coalesce({', '.join(known)})"

    @property
    def times(self) -> tuple[str, ...]:
        """The columns of times."""
        return tuple(self.columns[role] for role in ("time", "end") if role in self.columns)


def sample(log: TableLog, columns: Sequence[str], most: int) -> str:
    """Return the query of what the first rows are like.

    How many there are, and of each column the filled cells, the different ones, and those with a digit.
    """
    cells = ", ".join(
        f"count({quoted(name)}) AS n{at}, count(DISTINCT {quoted(name)}) AS d{at},"
        f" {_with_digit(name)} AS x{at}"
        for at, name in enumerate(columns)
    )
    return f"SELECT count(*) AS n, {cells} FROM (SELECT * FROM {quoted(log.table)} LIMIT {int(most)}) AS part"


def _with_digit(column: str) -> str:
    cell = f"CAST({quoted(column)} AS VARCHAR)"
    any_digit = " OR ".join(f"{cell} LIKE '%{digit}%'" for digit in range(10))
    return f"sum(CASE WHEN {any_digit} THEN 1 ELSE 0 END)"


def rises(log: TableLog, column: str, key: str, time: str, most: int) -> str:
    """Return the query of how many neighbours within a case have a higher number.

    Of those that are later; where none is, of those that are alike in time. How many these are comes first.
    """
    window = "PARTITION BY own ORDER BY moved, number"
    return (
        "WITH part AS (SELECT * FROM (SELECT"
        f" CAST({quoted(key)} AS VARCHAR) AS own, {quoted(time)} AS moved, {quoted(column)} AS number"
        f" FROM {quoted(log.table)} LIMIT {int(most)}) AS first_rows),"
        f" placed AS (SELECT moved, number, lag(moved) OVER ({window}) AS before,"
        f" lag(number) OVER ({window}) AS lower FROM part),"
        " counted AS (SELECT sum(CASE WHEN moved > before THEN 1 ELSE 0 END) AS later,"
        " sum(CASE WHEN moved > before AND number > lower THEN 1 ELSE 0 END) AS rising,"
        " sum(CASE WHEN moved = before THEN 1 ELSE 0 END) AS level,"
        " sum(CASE WHEN moved = before AND number > lower THEN 1 ELSE 0 END) AS higher FROM placed)"
        " SELECT CASE WHEN later > 0 THEN later ELSE level END AS n,"
        " CASE WHEN later > 0 THEN rising ELSE higher END AS higher FROM counted"
    )


def leads(log: TableLog, column: str, key: str, time: str, most: int) -> str:
    """Return the query of what a cell tells of the next one in its case: sums from which bits follow.

    They are: pairs, the sums of n·ln(n) over pairs, over first and over second cells, and how many of these.
    """
    sums = ", ".join(
        f"(SELECT sum(n * ln(n)) FROM {part}) AS {part}_told" for part in ("pairs", "firsts", "seconds")
    )
    return (
        "WITH part AS (SELECT * FROM (SELECT"
        f" CAST({quoted(key)} AS VARCHAR) AS own, {quoted(time)} AS moved,"
        f" CAST({quoted(column)} AS VARCHAR) AS cell"
        f" FROM {quoted(log.table)} LIMIT {int(most)}) AS first_rows),"
        " placed AS (SELECT cell, lead(cell) OVER (PARTITION BY own ORDER BY moved) AS following"
        " FROM part WHERE own IS NOT NULL),"
        " pairs AS (SELECT cell, following, CAST(count(*) AS DOUBLE) AS n FROM placed"
        " WHERE cell IS NOT NULL AND following IS NOT NULL GROUP BY cell, following),"
        " firsts AS (SELECT sum(n) AS n FROM pairs GROUP BY cell),"
        " seconds AS (SELECT sum(n) AS n FROM pairs GROUP BY following)"
        f" SELECT (SELECT sum(n) FROM pairs) AS n, {sums},"
        " (SELECT count(*) FROM firsts) AS first_kinds, (SELECT count(*) FROM seconds) AS second_kinds"
    )


def changes(log: TableLog, columns: Sequence[str], key: str, time: str, most: int) -> str:
    """Return the query of the neighbours within cases: how many, and in how many each column differs."""
    own, before = f"CAST({quoted(key)} AS VARCHAR)", "PARTITION BY own ORDER BY moved"
    cells = ", ".join(
        f"c{at}, lag(c{at}) OVER (PARTITION BY own ORDER BY moved) AS b{at}" for at, _ in enumerate(columns)
    )
    inner = ", ".join(f"CAST({quoted(name)} AS VARCHAR) AS c{at}" for at, name in enumerate(columns))
    sums = ", ".join(
        f"sum(CASE WHEN following > 1 AND c{at} <> b{at} THEN 1 ELSE 0 END) AS x{at}"
        for at, _ in enumerate(columns)
    )
    return (
        f"SELECT sum(CASE WHEN following > 1 THEN 1 ELSE 0 END) AS n, {sums} FROM (SELECT"
        f" row_number() OVER ({before}) AS following, {cells} FROM (SELECT {own} AS own,"
        f" {quoted(time)} AS moved, {inner} FROM {quoted(log.table)} LIMIT {int(most)}) AS part) AS placed"
    )


def counted(log: TableLog, tomorrow: str) -> str:
    """Return the query of the rows by name and state; ``late`` are those from a moment on."""
    late = f"sum(CASE WHEN w >= CAST({literal(tomorrow)} AS TIMESTAMP) THEN 1 ELSE 0 END) AS late"
    return (
        f"SELECT name, key IS NULL AS nobody, w IS NULL AS never, count(*) AS n, {late}"
        f" FROM ({_rows(log)}) AS log"
        " GROUP BY name, key IS NULL, w IS NULL ORDER BY n DESC, name"
    )


def _rows(log: TableLog) -> str:
    return (
        f"SELECT {log.text('case')} AS key, trim({log.text('touchpoint')}) AS name, {log.moment} AS w"
        f" FROM {quoted(log.table)}"
    )


def cases(log: TableLog) -> str:
    """Return the query of how many different cases there are."""
    return (
        f"SELECT count(DISTINCT key) AS n FROM ({_rows(log)}) AS log"
        " WHERE key IS NOT NULL AND name IS NOT NULL AND w IS NOT NULL"
    )


def repeated(log: TableLog, columns: Sequence[str]) -> str:
    """Return the query of how many rows say in those columns exactly what another one says."""
    names = ", ".join(map(quoted, columns))
    return (
        f"SELECT sum(n - 1) AS n FROM (SELECT count(*) AS n FROM {quoted(log.table)}"
        f" WHERE {log.text('case')} IS NOT NULL AND {log.text('touchpoint')} IS NOT NULL"
        f" AND {log.moment} IS NOT NULL GROUP BY {names} HAVING count(*) > 1) AS same"
    )


def texts_of(log: TableLog, role: str, least: int, most: int) -> str:
    """Return the query of the different texts of a column that so many cases have."""
    return (
        f"SELECT said FROM (SELECT {log.text(role)} AS said, {log.text('case')} AS key"
        f" FROM {quoted(log.table)})"
        f" AS log WHERE said IS NOT NULL GROUP BY said HAVING count(DISTINCT key) >= {int(least)}"
        f" ORDER BY said LIMIT {int(most)}"
    )


def events(log: TableLog) -> str:
    """Return the query of the events: what has a case, a time and a touchpoint.

    ``spellings`` says which number each text of a touchpoint has, ``periods`` each text of a period.
    """
    words = WORDS[log.dialect]
    order = log.named("order")
    grouped = "period" in log.columns
    columns = [
        f"{words.number.format('key', 1)} AS c",
        f"{words.moment.format('w')} AS t",
        "spellings.p AS p",
        "o",
        "d",
        "CAST(12 * extract(year FROM w) + extract(month FROM w) - 1 AS BIGINT) AS m",
        "periods.g AS g" if grouped else "NULL AS g",
        "h",
    ]
    told = [
        f"{log.text('case')} AS key",
        f"trim({log.text('touchpoint')}) AS name",
        f"{log.moment} AS w",
        f"CAST({order} AS DOUBLE PRECISION) AS o" if order else "CAST(NULL AS DOUBLE PRECISION) AS o",
        f"{_day(log)} AS d",
        f"trim({log.text('period')}) AS said" if grouped else "NULL AS said",
        f"{_inside(log)} AS h",
    ]
    return (
        f"SELECT {', '.join(columns)} FROM (SELECT {', '.join(told)} FROM {quoted(log.table)}) AS log"
        " JOIN spellings ON spellings.text = log.name"
        f"{' LEFT JOIN periods ON periods.text = log.said' if grouped else ''}"
        " WHERE key IS NOT NULL AND w IS NOT NULL"
    )


def _inside(log: TableLog) -> str:
    """Whether a row has the values that are asked for, 0 or 1."""
    met = [
        f"lower(trim(CAST({quoted(column)} AS VARCHAR))) = lower({literal(value)})"
        for column, value in log.within
    ]
    return f"CASE WHEN {' AND '.join(met)} THEN 1 ELSE 0 END" if met else "1"


def _day(log: TableLog) -> str:
    """Whether of an event only the day is known."""
    flags = [int(name in log.days) for name in log.times]
    if len(set(flags)) == 1:
        return str(flags[0])
    return f"CASE WHEN {quoted(log.times[0])} IS NOT NULL THEN {flags[0]} ELSE {flags[1]} END"


def outcomes(log: TableLog) -> str:
    """Return the query of the outcome of each case, of its last event; fixed to a millionth.

    Where the column holds texts, ``answers`` says what they stand for. Of events of one time the name of the
    touchpoint tells which is last.
    """
    number = WORDS[log.dialect].number.format("key", 1)
    return (
        f"SELECT {number} AS c, y, several FROM (SELECT key, y, row_number() OVER (PARTITION BY key ORDER BY"
        " CASE WHEN w IS NULL THEN 1 ELSE 0 END, w DESC, name DESC, y DESC) AS place,"
        " min(y) OVER (PARTITION BY key) < max(y) OVER (PARTITION BY key) AS several"
        f" FROM ({_answered(log)}) AS told WHERE key IS NOT NULL AND y IS NOT NULL) AS ranked WHERE place = 1"
    )


def _answered(log: TableLog) -> str:
    said, key = quoted(log.columns["outcome"]), log.text("case")
    told = f"{key} AS key, trim({log.text('touchpoint')}) AS name, {log.moment} AS w"
    if log.columns["outcome"] in log.numbers:
        number = f"CAST(round(CAST({said} AS DECIMAL(38, 9)), 6) AS DECIMAL(18, 6))"
        return f"SELECT {told}, {number} AS y FROM {quoted(log.table)}"
    return (
        f"SELECT {told}, CAST(answers.y AS DECIMAL(18, 6)) AS y FROM {quoted(log.table)}"
        f" JOIN answers ON answers.text = trim(CAST({said} AS VARCHAR))"
    )


def varying(log: TableLog) -> str:
    """Return the query of how many cases have several outcomes."""
    return f"SELECT sum(CASE WHEN several THEN 1 ELSE 0 END) AS n FROM ({outcomes(log)}) AS outcomes"
