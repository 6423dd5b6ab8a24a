"""Logs as they lie in files, brought into the columns that :mod:`cx.engine.queries.paths` asks for.

What stands in a file is text. Its times are read here where they begin with a day in ISO form, or count
from 1970. Of other forms the days are handed on as texts, each once, and come back as a table of what they
say; the time of the day behind them is read here, since a log has few days and as many times as events.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx.engine.files import literal, quoted

_UTC = r"(Z|z|UTC|GMT)\s*$"
_ISO = "substr(w, 5, 1) = '-' AND substr(w, 8, 1) = '-'"
_AHEAD = r":[0-9]{2}([.,][0-9]+)?\s*([+-])([0-9]{2}):?([0-9]{2})?\s*$"
_CLOCK = (
    r"^(.*[0-9])(?:\s*[Tt]\s*|[,\s]+)([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:[.,]([0-9]{1,6})[0-9]*)?)?"
    r"(?:\s*([AaPp])[.]?[Mm][.]?|\s*(?:[Zz]|[+-][0-9]{2}:?[0-9]{2}))?\s*$"
)
"""A day in any form, hour, minute, second, parts of it, and the half of the day."""
_COUNTED = r"\s*([0-9]{9,10}([.][0-9]+)?|[0-9]{12,13}|[0-9]{15,16})\s*"
_SINCE_1970 = ((3e8, 4e9, 1_000_000), (3e11, 4e12, 1_000), (3e14, 4e15, 1))
"""Seconds, milli- and microseconds: from, below, and how many microseconds each is."""
_COMPLETE = "'complete'"
_MINUTE = 60_000_000
_FILE = 1_000_000_000_000
"""Rows of one file, so that those of the next come after them."""


@dataclass(frozen=True)
class Part:
    """One file of a log: its table, and which of its columns are what."""

    table: str
    number: int
    """Its place among the files."""
    columns: Mapping[str, str]
    """``case``, ``time``, ``touchpoint``; and ``end``, ``order``, ``period``, ``outcome``, ``lifecycle``."""
    every: Sequence[str] = ()
    """All columns, to know rows that are repeated."""
    faults: str = "#N/A"
    """What spreadsheet programs write for an error, as a pattern: nothing, to us."""
    clean: frozenset[str] = frozenset()
    """Columns that are known to hold neither blanks nor errors."""
    amounts: frozenset[str] = frozenset()
    """Columns of real numbers; whole ones are written without a point."""
    within: Sequence[tuple[str | None, str]] | None = None
    """Columns (``None``: it has none of that name) with the value that is asked for in each."""


def rows(parts: Sequence[Part], *, every: bool = False, zoned: bool = True, odd: bool = True) -> str:
    """Return the query of all rows of all files, each with its texts and what its time says.

    ``key`` and ``name`` are the case and the touchpoint, ``w`` the time as it stands, ``local`` its clock in
    microseconds and ``ahead`` its offset, null where they are not read here; ``mark`` tells repeated rows.
    With ``odd`` forms ``rest`` is the text of a day (or of a whole time) that is to be read elsewhere, and
    ``clock`` what is to be added to that day, null where the text is all.
    """
    return " UNION ALL ".join(
        f"SELECT {_timed(every=every, zoned=zoned, odd=odd)} FROM ({_texts(part)}) AS texts" for part in parts
    )


def _texts(part: Part) -> str:
    order, period, outcome, life = (
        part.columns.get(name) for name in ("order", "period", "outcome", "lifecycle")
    )
    columns = [
        f"{_text(part, part.columns['case'])} AS key",
        f"trim({_text(part, part.columns['touchpoint'])}) AS name",
        f"{_time(part)} AS w",
        f"{_number(part, order)} AS o" if order else "CAST(NULL AS DOUBLE PRECISION) AS o",
        f"trim({_text(part, period)}) AS g" if period else "CAST(NULL AS VARCHAR) AS g",
        f"trim({_text(part, outcome)}) AS y" if outcome else "CAST(NULL AS VARCHAR) AS y",
        f"lower(trim({_text(part, life)})) AS life" if life else f"{_COMPLETE} AS life",
        f"{_inside(part)} AS h",
        f"row_number() OVER () + {part.number * _FILE} AS r",
        f"{part.number} AS f",
        f"hash({', '.join(quoted(name) for name in part.every)}) AS mark",
    ]
    return f"SELECT {', '.join(columns)} FROM {quoted(part.table)}"


def _inside(part: Part) -> str:
    """Whether a row has the values that are asked for, 0 or 1."""
    wanted = part.within or ()
    met = [
        f"lower(trim({_text(part, column)})) = lower({literal(value)})" if column else "1 = 0"
        for column, value in wanted
    ]
    return f"CASE WHEN {' AND '.join(met)} THEN 1 ELSE 0 END" if met else "1"


def _text(part: Part, column: str) -> str:
    cell = f"CAST({quoted(column)} AS VARCHAR)"
    if column in part.amounts:
        cell = f"regexp_replace({cell}, '[.]0$', '')"
    if column in part.clean:
        return cell
    fault = f"left({cell}, 1) IN ('#', 'E') AND regexp_full_match(trim({cell}), {literal(part.faults)})"
    return f"CASE WHEN trim({cell}) = '' OR ({fault}) THEN NULL ELSE {cell} END"


def _number(part: Part, column: str) -> str:
    return f"TRY_CAST(replace({_text(part, column)}, ',', '.') AS DOUBLE PRECISION)"


def _time(part: Part) -> str:
    """The time as it stands; where only an end is known, that."""
    start, end = _text(part, part.columns["time"]), part.columns.get("end")
    return f"coalesce({start}, {_text(part, end)})" if end else start


def _timed(*, every: bool, zoned: bool, odd: bool) -> str:
    plain = f"{_ISO} AND TRY_CAST(w AS TIMESTAMP) IS NOT NULL"
    iso = "epoch_us(TRY_CAST(w AS TIMESTAMP))"
    ahead = _ahead() if zoned else "CAST(NULL AS BIGINT)"
    times = f"{iso} AS local, {ahead} AS ahead"
    if odd:
        counted = f"regexp_full_match(w, '{_COUNTED}')"
        local = f"CASE WHEN {plain} THEN {iso} WHEN {counted} THEN {_since_1970()} END"
        rest = f"CASE WHEN {plain} OR {counted} THEN NULL WHEN {_has_clock()} THEN {_day()} ELSE w END"
        clock = f"CASE WHEN NOT ({plain}) AND {_has_clock()} THEN {_time_of_day()} END"
        offset = f"CASE WHEN {plain} THEN {ahead} WHEN {counted} THEN 0 ELSE {ahead} END"
        times = (
            f"{local} AS local, {offset} AS ahead,"
            f" {rest} AS rest, {clock} AS clock, coalesce({plain}, FALSE) AS plain"
        )
    return f"key, name, w, o, g, y, r, f, life, h, {times}{', mark' if every else ''}"


def _since_1970() -> str:
    number = "CAST(w AS DOUBLE PRECISION)"
    cases = [
        f"WHEN {number} >= {low:.0f} AND {number} < {high:.0f} THEN CAST(round({number} * {unit}) AS BIGINT)"
        for low, high, unit in _SINCE_1970
    ]
    return f"CASE {' '.join(cases)} END"


def _has_clock() -> str:
    return f"regexp_full_match(w, '{_CLOCK}')"


def _part(number: int) -> str:
    return f"regexp_extract(w, '{_CLOCK}', {number})"


def _day() -> str:
    """The day alone, at midnight where a half of the day is said: that tells the order of day and month."""
    return f"{_part(1)} || CASE WHEN {_part(6)} = '' THEN '' ELSE ' 12:00 AM' END"


def _time_of_day() -> str:
    """Microseconds since midnight of what :data:`_CLOCK` finds; seconds and their parts may be missing."""
    hour, minute, second = (f"coalesce(TRY_CAST({_part(at)} AS BIGINT), 0)" for at in (2, 3, 4))
    small = f"coalesce(TRY_CAST(rpad({_part(5)}, 6, '0') AS BIGINT), 0)"
    hours = f"CASE lower({_part(6)}) WHEN 'a' THEN {hour} % 12 WHEN 'p' THEN {hour} % 12 + 12 ELSE {hour} END"
    return f"(({hours}) * 60 + {minute}) * {_MINUTE} + {second} * 1000000 + {small}"


def _ahead() -> str:
    """The offset; what has the length of a plain day or time is not looked at closely."""
    bare = "length(w) IN (10, 16) OR (length(w) = 19 AND substr(w, 17, 1) = ':')"
    return (
        f"CASE WHEN {bare} THEN NULL"
        f" WHEN regexp_matches(w, '{_UTC}') THEN 0 WHEN regexp_matches(w, '{_AHEAD}') THEN"
        f" (CASE WHEN regexp_extract(w, '{_AHEAD}', 2) = '-' THEN -{_MINUTE} ELSE {_MINUTE} END)"
        f" * (60 * CAST(regexp_extract(w, '{_AHEAD}', 3) AS BIGINT)"
        f" + coalesce(TRY_CAST(regexp_extract(w, '{_AHEAD}', 4) AS BIGINT), 0)) END"
    )


def counted(parts: Sequence[Part], tomorrow: int) -> str:
    """Return the query of how many rows there are of each name and state, with the first row of each.

    ``late`` counts those from a moment on, in microseconds.
    """
    late = f"sum(CASE WHEN local - coalesce(ahead, 0) >= {int(tomorrow)} THEN 1 ELSE 0 END)"
    return (
        "SELECT f, name, key IS NULL AS nobody, w IS NULL AS never, w IS NOT NULL AND NOT plain AS odd,"
        " plain AND w NOT LIKE '%:%' AS day, ahead, life, count(*) AS n, min(r) AS first,"
        f" {late} AS late FROM ({rows(parts)}) AS log GROUP BY ALL ORDER BY first"
    )


def odd_times(parts: Sequence[Part], most: int) -> str:
    """Return the query of times in other forms: each text, its file, first row, and how many; so many alone.

    A number that counts from 1970 but stands for no moment between 1979 and 2096 is among them.
    """
    return (
        "SELECT coalesce(rest, w) AS rest, f, min(r) AS first, count(*) AS n,"
        " sum(CASE WHEN clock IS NULL THEN 1 ELSE 0 END) AS alone"
        f" FROM ({rows(parts)}) AS log WHERE w IS NOT NULL AND local IS NULL AND key IS NOT NULL"
        f" GROUP BY coalesce(rest, w), f ORDER BY first LIMIT {int(most)}"
    )


def texts_of(parts: Sequence[Part], column: str, most: int) -> str:
    """Return the query of the different texts of the periods (``g``) or the outcomes (``y``)."""
    return (
        f"SELECT {column}, min(r) AS first FROM ({rows(parts)}) AS log WHERE {column} IS NOT NULL"
        f" GROUP BY {column} ORDER BY first LIMIT {int(most)}"
    )


def repeated(parts: Sequence[Part]) -> str:
    """Return the query of how many rows of each file say exactly what an earlier one says."""
    return (
        "SELECT f, sum(n - 1) AS n FROM (SELECT f, mark, count(*) AS n"
        f" FROM ({rows(parts, every=True)}) AS log WHERE key IS NOT NULL AND name IS NOT NULL"
        " AND w IS NOT NULL GROUP BY f, mark HAVING count(*) > 1) AS same GROUP BY f ORDER BY f"
    )


def cases(parts: Sequence[Part]) -> str:
    """Return the query of how many different cases there are."""
    return (
        f"SELECT count(DISTINCT hash(key)) AS n FROM ({rows(parts)}) AS log WHERE key IS NOT NULL"
        f" AND name IS NOT NULL AND w IS NOT NULL AND life = {_COMPLETE}"
    )


def events(parts: Sequence[Part], *, zone: int, odd: bool, zoned: bool) -> str:
    """Return the query of the events: what has a case, a time and a touchpoint.

    Parameters
    ----------
    parts
        The files.
    zone
        What clocks without an offset are ahead of UTC, in microseconds.
    odd
        Whether ``times`` says what some texts of times stand for.
    zoned
        Whether some times state an offset.
    """
    local, ahead = "log.local", f"coalesce(log.ahead, {int(zone)})"
    day = "CASE WHEN w LIKE '%:%' THEN 0 ELSE 1 END"
    if odd:
        local = "coalesce(log.local, times.local + coalesce(log.clock, 0))"
        ahead = f"coalesce(log.ahead, times.ahead, {int(zone)})"
        alone = "log.local IS NULL AND log.clock IS NULL"
        day = f"CASE WHEN plain THEN {day} WHEN {alone} THEN times.day ELSE 0 END"
    clock = f"make_timestamp({local})"
    grouped = any("period" in part.columns for part in parts)
    group, periods = ("periods.g", " LEFT JOIN periods ON periods.text = log.g") if grouped else ("NULL", "")
    join = " LEFT JOIN times ON times.text = log.rest" if odd else ""
    return (
        f"SELECT hash(key) AS c, {local} - {ahead} AS t, spellings.p AS p, r, o, {day} AS d,"
        f" CAST(12 * year({clock}) + month({clock}) - 1 AS BIGINT) AS m, {group} AS g, h, key, y"
        f" FROM ({rows(parts, zoned=zoned, odd=odd)}) AS log"
        f" JOIN spellings ON spellings.text = log.name{join}{periods}"
        f" WHERE life = {_COMPLETE} AND key IS NOT NULL AND {local} IS NOT NULL"
    )


def outcomes(parts: Sequence[Part]) -> str:
    """Return the query of the last outcome of each case; ``answers`` says what texts stand for."""
    return (
        "SELECT hash(key) AS c, arg_max(answers.y, r) AS y, count(DISTINCT answers.y) AS several"
        f" FROM ({rows(parts)}) AS log JOIN answers ON answers.text = log.y WHERE key IS NOT NULL"
        " AND answers.y IS NOT NULL GROUP BY hash(key)"
    )


def first_rows(table: str, most: int) -> str:
    """Return the query of the first rows of a table."""
    return f"SELECT * FROM {quoted(table)} LIMIT {int(most)}"


def nothing() -> str:
    """Return the query of a log without outcomes."""
    return "SELECT 0 AS c, 0.0 AS y WHERE 1 = 0"


def table_of(names: Sequence[str], lines: Sequence[Sequence[str | int | float | None]]) -> str:
    """Return the query of a small table that is written out: texts, whole numbers and reals.

    Examples
    --------
    >>> table_of(["text", "p"], [("it's", 0)])
    "SELECT * FROM (VALUES ('it''s', 0)) AS told(text, p)"
    """
    if not lines:
        return f"SELECT {', '.join(f'NULL AS {name}' for name in names)} WHERE 1 = 0"
    told = ", ".join(f"({', '.join(map(_value, line))})" for line in lines)
    return f"SELECT * FROM (VALUES {told}) AS told({', '.join(names)})"


def _value(value: str | float | None) -> str:
    if value is None:
        return "NULL"
    return literal(value) if isinstance(value, str) else repr(value)
