"""What only the rows themselves show, counted: whose they are, blank ones, straight lines, equal ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cx.engine.files import literal, quoted

ANSWERS, RATED = "t", "rated"
"""A table of answers as it lies, and its rows with an outcome as :func:`.measures.rows_of` makes them."""


def whole_rows(
    asked: Sequence[str],
    known: Mapping[str, Sequence[str]],
    *,
    identity: str | None,
    beside: str,
    least: int,
) -> str:
    """Return the query of what a table of answers holds beside what its sums say: one row of counts.

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
        Rows with so few answers, or fewer, count as ``blank``.

    Notes
    -----
    ``n`` rows, ``named`` by somebody, ``people`` different ones whatever the letter case, ``blank``,
    ``beside``, and ``others``: cells with a text that was not known.
    """
    who = "NULL" if identity is None else f"nullif(lower(trim({quoted(identity)})), '')"
    answers = " + ".join(f"CASE WHEN {quoted(one)} IS NULL THEN 0 ELSE 1 END" for one in asked)
    others = " + ".join(["0", *(_other(name, texts) for name, texts in known.items())])
    return (
        f"SELECT count(*) AS n, count({who}) AS named, count(DISTINCT {who}) AS people,"
        f" count(CASE WHEN {answers} <= {least} THEN 1 END) AS blank,"
        f" count({quoted(beside)}) AS beside, sum({others}) AS others FROM {ANSWERS}"
    )


def _other(name: str, texts: Sequence[str]) -> str:
    said = ", ".join(map(literal, texts)) or "''"
    return f"CASE WHEN {quoted(name)} NOT IN ({said}) THEN 1 ELSE 0 END"


def straight_rows(questions: Sequence[Sequence[int]], least: int) -> str:
    """Return the query of how many rows have one rating all along a question, of so many ratings at least.

    Parameters
    ----------
    questions
        The places of the touchpoints of each.

    Notes
    -----
    ``n`` rows in any of the questions, ``n0``, ``n1`` ... in each.
    """
    lines = [_line(question, least) for question in questions]
    each = "".join(f", count(CASE WHEN {line} THEN 1 END) AS n{at}" for at, line in enumerate(lines))
    return f"SELECT count(CASE WHEN {' OR '.join(lines) or 'FALSE'} THEN 1 END) AS n{each} FROM {RATED}"


def _line(question: Sequence[int], least: int) -> str:
    low, high = (f"{end}({', '.join(f'x{j}' for j in question)})" for end in ("least", "greatest"))
    return f"({_rated(question)} >= {least} AND {low} = {high})"


def _rated(question: Sequence[int]) -> str:
    return " + ".join(f"CASE WHEN x{j} IS NULL THEN 0 ELSE 1 END" for j in question)


def equal_rows(touchpoints: int, least: int, few: int) -> str:
    """Return the query of how many rows give the same answers as an earlier one.

    Rows with fewer ratings than ``least`` do not count, nor those in which all ratings but one are the same,
    unless there are ``few`` at the most.
    """
    places = range(touchpoints)
    names = ", ".join(f"x{j}" for j in places)
    alike = (
        " + ".join(f"CASE WHEN x{j} = {end} THEN 1 ELSE 0 END" for j in places) for end in ("low", "high")
    )
    lowest, highest = alike
    ends = (
        f"SELECT y, {names}, {_rated(places)} AS n, least({names}) AS low, greatest({names}) AS high"
        f" FROM {RATED}"
    )
    varied = f"low < high AND (n <= {few} OR greatest({lowest}, {highest}) < n - 1)"
    return (
        f"SELECT count(*) - count(DISTINCT hash(y, {names})) AS n FROM ({ends}) AS ends"
        f" WHERE n >= {least} AND {varied}"
    )
