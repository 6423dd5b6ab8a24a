"""Round values for axes and legends."""

from __future__ import annotations

import math
from collections.abc import Sequence

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


def nice(minimum: float, maximum: float, *, most: int = 7) -> tuple[float, ...]:
    """Return the round values inside a range, evenly spaced, ``most`` at most.

    Examples
    --------
    >>> nice(5.6, 8.9, most=7)
    (6.0, 6.5, 7.0, 7.5, 8.0, 8.5)
    """
    step = _step((maximum - minimum) / max(most, 1))
    first, last = math.ceil(minimum / step - 1e-9), math.floor(maximum / step + 1e-9)
    while last - first + 1 > most:
        step = _step(step * 1.01)
        first, last = math.ceil(minimum / step - 1e-9), math.floor(maximum / step + 1e-9)
    return tuple(round(index * step, 12) for index in range(first, last + 1))


def powers(minimum: float, maximum: float, *, most: int = 7) -> tuple[float, ...]:
    """Return round values of a logarithmic range: 1, 2 and 5 times powers of ten, or powers of ten alone.

    Examples
    --------
    >>> powers(300, 30_000)
    (500.0, 1000.0, 2000.0, 5000.0, 10000.0, 20000.0)
    """
    first, last = math.floor(math.log10(minimum)), math.ceil(math.log10(maximum))
    for digits in ((1, 2, 5), (1, 3), (1,)):
        values = [digit * 10.0**power for power in range(first, last + 1) for digit in digits]
        inside = tuple(value for value in values if minimum <= value <= maximum)
        if len(inside) <= most:
            return inside
    every = math.ceil(len(inside) / most)
    return inside[::every]


def round_down(value: float) -> float:
    """Return the largest value of the form 1, 2 or 5 times a power of ten that is not above ``value``.

    Examples
    --------
    >>> round_down(730_000), round_down(0.3)
    (500000.0, 0.2)
    """
    power = 10.0 ** math.floor(math.log10(value) + 1e-12)
    digit = max(digit for digit in (1, 2, 5) if digit <= value / power * (1 + 1e-12))
    return float(f"{digit * power:.6g}")


def decimals(values: Sequence[float]) -> int:
    """Return how many decimals show the values apart, 4 at most.

    Examples
    --------
    >>> decimals((6.0, 6.5, 7.0)), decimals((0.025, 0.05)), decimals((100.0, 200.0))
    (1, 3, 0)
    """
    for count in range(4):
        if all(abs(value - round(value, count)) < 1e-9 * max(1.0, abs(value)) for value in values):
            return count
    return 4


def _step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(digit * power for digit in _ROUND if digit * power >= rough * (1 - 1e-9))
