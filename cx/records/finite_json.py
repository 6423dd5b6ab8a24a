"""JSON in which every number is one: the words for none, and what is too large for a float, are refused."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn


def loaded(text: str) -> Any:  # noqa: ANN401 - whatever the text holds
    """Return what a JSON text holds, with finite numbers only.

    Raises
    ------
    ValueError
        When it is no JSON, or holds ``NaN``, ``Infinity`` or a number such as ``1e999``.
    RecursionError
        When it is nested too deeply.

    Examples
    --------
    >>> loaded("[1.5, -0.0, 5e-324]")
    [1.5, -0.0, 5e-324]
    >>> loaded("1e999")
    Traceback (most recent call last):
        ...
    ValueError: 1e999 is no finite number
    """
    return json.loads(text, parse_float=_finite, parse_constant=_refused)


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refused(digits)


def _refused(word: str) -> NoReturn:
    raise ValueError(f"{word} is no finite number")
