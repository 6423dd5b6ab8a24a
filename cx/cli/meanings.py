"""What a person says on the command line about single answers: the numbers of words, the meaning of codes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar, get_args

from cx.cli.typed_values import is_number, refuse
from cx.records.file import CodeMeaning

_MEANINGS: tuple[CodeMeaning, ...] = get_args(CodeMeaning)
T = TypeVar("T")


def meaning(value: str) -> tuple[str, str, float]:
    """Return a column, or ``*``, an answer in words and its number: ``COLUMN:TEXT=NUMBER``.

    A header may hold a colon and an answer an equals sign: the last of each counts.

    Raises
    ------
    ArgumentError
        When it says something else.

    Examples
    --------
    >>> meaning("Q1: invoice:1 = good=5")
    ('Q1: invoice', '1 = good', 5.0)
    """
    said, _, number = value.rpartition("=")
    column, answer = answer_in(said)
    if not (column and answer and is_number(number)):
        refuse("argument_meaning", value)
    return column, answer, float(number)


def code(value: str) -> tuple[str, str, CodeMeaning]:
    """Return a column, a code in it and what that says: ``COLUMN:CODE=not_met|no_answer|rating``.

    Raises
    ------
    ArgumentError
        When it says something else.

    Examples
    --------
    >>> code("Q1: invoice:99=not_met")
    ('Q1: invoice', '99', 'not_met')
    """
    said, _, wanted = value.rpartition("=")
    column, answer = answer_in(said)
    for known in _MEANINGS:
        if known == wanted.strip() and column and answer:
            return column, answer, known
    return refuse("argument_code", value)


def answer_in(said: str) -> tuple[str, str]:
    """Return the column and the answer of ``COLUMN:ANSWER``; both are empty where it says something else.

    The last colon parts them; before an answer that holds one itself, the column stands in double quotes.

    Examples
    --------
    >>> answer_in("Q1: invoice:99"), answer_in('"Q1":never: not met')
    (('Q1: invoice', '99'), ('Q1', 'never: not met'))
    """
    quoted, closing, rest = said[1:].replace('""', "\0").partition('":')
    if said.startswith('"') and closing:
        return quoted.replace("\0", '"').strip(), rest.replace("\0", '""').strip()
    column, colon, answer = said.rpartition(":")
    return (column.strip(), answer.strip()) if colon else ("", "")


def answer_written(column: str, answer: str) -> str:
    """Return what :func:`answer_in` reads as that column and answer."""
    if ":" not in answer and not column.startswith('"'):
        return f"{column}:{answer}"
    doubled = column.replace('"', '""')
    return f'"{doubled}":{answer}'


def naming(value: str) -> tuple[str, str]:
    """Return a touchpoint and what it is called from now on: ``COLUMN OR NAME=NEW NAME``.

    The last equals sign parts them; before a new name that holds one itself, the column stands in double
    quotes.

    Raises
    ------
    ArgumentError
        When it says something else, or the new name is empty.

    Examples
    --------
    >>> naming("Effort (1 = easy)=Effort"), naming('"Q1"=A=B')
    (('Effort (1 = easy)', 'Effort'), ('Q1', 'A=B'))
    """
    quoted, closing, rest = value[1:].replace('""', "\0").partition('"=')
    if value.startswith('"') and closing:
        column, new = quoted.replace("\0", '"'), rest.replace("\0", '""')
    else:
        column, _, new = value.rpartition("=")
    if not column.strip() or not new.strip():
        refuse("argument_name", value)
    return column.strip(), new.strip()


def naming_written(column: str, new: str) -> str:
    """Return what :func:`naming` reads as that touchpoint and name."""
    if "=" not in new and not column.startswith('"'):
        return f"{column}={new}"
    doubled = column.replace('"', '""')
    return f'"{doubled}"={new}'


def by_column(said: Iterable[tuple[str, str, T]]) -> dict[str, dict[str, T]]:
    """Return what answers mean by column; of what is said twice the last."""
    found: dict[str, dict[str, T]] = {}
    for column, answer, meant in said:
        found.setdefault(column, {})[answer] = meant
    return found
