"""Single values on the command line: numbers and scales, read and written."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import NoReturn, get_args

from cx.errors import ArgumentError
from cx.records.scale import Direction, Scale, ScaleKind

NPS = Scale(-100, 100, kind="nps")
_KINDS: tuple[ScaleKind, ...] = get_args(ScaleKind)


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
