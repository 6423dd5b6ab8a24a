"""Single values on the command line: numbers, scales and what one answer means, read and written."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import NoReturn, TypeVar, get_args

from cx.errors import ArgumentError
from cx.records.file import CodeMeaning
from cx.records.scale import Direction, Scale, ScaleKind

NPS = Scale(-100, 100, kind="nps")
_MEANINGS: tuple[CodeMeaning, ...] = get_args(CodeMeaning)
_KINDS: tuple[ScaleKind, ...] = get_args(ScaleKind)
T = TypeVar("T")


def refuse(key: str, value: str) -> NoReturn:
    """Raise the error for a value that cannot be used."""
    raise ArgumentError(key, value=value)


def number(value: str) -> float:
    """Return a number; anything else is refused."""
    return float(value) if is_number(value) else refuse("argument_number", value)


def is_number(value: str) -> bool:
    """Return whether a text is a finite number."""
    try:
        return math.isfinite(float(value))
    except ValueError:
        return False


def direction(value: str) -> tuple[str, Direction]:
    """Return a value without the direction at its end, and that direction; without one higher is good."""
    if value.endswith(":lower"):
        return value.removesuffix(":lower"), "lower"
    return value.removesuffix(":higher"), "higher"


def ends(value: str) -> Scale:
    """Return the scale between two ends, ``MIN..MAX``."""
    low, dots, high = value.partition("..")
    if not (dots and is_number(low) and is_number(high)) or float(low) >= float(high):
        refuse("argument_scale", value)
    found = Scale(float(low), float(high))
    return NPS if (found.minimum, found.maximum) == (NPS.minimum, NPS.maximum) else found


def scale(value: str) -> tuple[str | None, Scale]:
    """Return the column that a scale is for, ``None`` for all, and the scale.

    Parameters
    ----------
    value
        ``[COLUMN=]MIN..MAX[:KIND][:higher|lower]``; a header may hold an equals sign itself: the last counts.

    Examples
    --------
    >>> scale("Effort (1 = easy)=1..7:ces:lower")
    ('Effort (1 = easy)', Scale(minimum=1.0, maximum=7.0, direction='lower', kind='ces'))
    """
    column, sign, rest = value.rpartition("=")
    both, good = direction(rest)
    between, _, named = both.rpartition(":")
    kind = next((one for one in _KINDS if one == named), None)
    found = replace(ends(between if kind else both), direction=good)
    if sign and not column.strip():
        refuse("argument_scale", value)
    return column.strip() if sign else None, replace(found, kind=kind) if kind else found


def scale_written(of: Scale, column: str | None = None) -> str:
    """Return the value that :func:`scale` reads as that scale."""
    between = f"{number_written(of.minimum)}..{number_written(of.maximum)}"
    kind = "" if ends(between).kind == of.kind else f":{of.kind}"
    return f"{column + '=' if column is not None else ''}{between}{kind}:{of.direction}"


def number_written(value: float) -> str:
    """Return a number as short as it can be read back."""
    short = f"{value:g}"
    return short if float(short) == value else repr(float(value))


def code(value: str) -> tuple[str, str, CodeMeaning]:
    """Return a column, a code in it and what that says: ``COLUMN:CODE=not_met|no_answer|rating``.

    Examples
    --------
    >>> code("Q1: invoice:99=not_met")
    ('Q1: invoice', '99', 'not_met')
    """
    said, _, wanted = value.rpartition("=")
    column, answer = answer_in(said)
    for meaning in _MEANINGS:
        if meaning == wanted.strip() and column and answer:
            return column, answer, meaning
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
    plain = ":" not in answer and not column.startswith('"')
    return f"{column}:{answer}" if plain else f'"{column.replace(chr(34), chr(34) * 2)}":{answer}'


def by_column(said: Iterable[tuple[str, str, T]]) -> dict[str, dict[str, T]]:
    """Return what answers mean by column; of what is said twice the last."""
    found: dict[str, dict[str, T]] = {}
    for column, answer, meaning in said:
        found.setdefault(column, {})[answer] = meaning
    return found
