"""Too many touchpoints for one model: which questions they belong to, so that one can be chosen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from cx.records import Finding, Scale

MANY = 60
"""More touchpoints than this share so little each that no order can be told, and take long."""
_FEWEST, _SHOWN = 3, 8
_LINE = 5
"""So many ratings of one question show who gives one answer all along."""
_STEM = re.compile(r"^([^\W\d_]*[\s_.-]?\d+)(?=\D)")


def about_many(names: Sequence[str], scales: Sequence[Scale]) -> list[Finding]:
    """Return the finding of too many touchpoints, with the questions that they come from.

    Notes
    -----
    Columns side by side belong together that begin with one number of a question ("Q7_1", "Q7a"), or with
    the same first word, and have one scale.
    """
    if len(names) <= MANY:
        return []
    runs = [
        [name for _, name in run]
        for _, run in groupby(zip(scales, names, strict=True), key=lambda pair: (pair[0], _stem(pair[1])))
    ]
    asked = [run for run in runs if len(run) >= _FEWEST]
    told = [f"{_stem(run[0])}… ({len(run)})" for run in asked]
    more = " …" if len(told) > _SHOWN else ""
    details = {"n": len(names), "most": MANY, "batteries": ", ".join(told[:_SHOWN]) + more}
    if asked:
        details["pattern"] = f"{_stem(asked[0][0])}*"
    code = "many_touchpoints" if len(told) > 1 else "many_touchpoints_alone"
    return [Finding("warning", code, details=details)]


def batteries_of(
    names: Sequence[str], scales: Sequence[Scale], known: Sequence[Sequence[str]] = ()
) -> tuple[int, ...]:
    """Return which question each touchpoint belongs to, as a number from 0.

    Parameters
    ----------
    names, scales
        The columns and the scale of each.
    known
        Columns that are known to be one question; the others belong together by stem and scale, and those of
        questions with fewer than five by their scale alone.

    Examples
    --------
    >>> batteries_of(["Q1_a", "Q1_b", "Till", "Shop"], [Scale(1, 5)] * 3 + [Scale(1, 10)])
    (0, 0, 0, 1)
    """
    told = {name: at for at, battery in enumerate(known) for name in battery}
    asked: list[object] = [
        told[name] if name in told else (_stem(name), scale)
        for name, scale in zip(names, scales, strict=True)
    ]
    often = Counter(asked)
    keys = [
        scale if isinstance(one, tuple) and often[one] < _LINE else one
        for one, scale in zip(asked, scales, strict=True)
    ]
    numbers = {key: at for at, key in enumerate(dict.fromkeys(keys))}
    return tuple(numbers[key] for key in keys)


def _stem(name: str) -> str:
    found = _STEM.match(name)
    return found.group(1) if found else re.split(r"[\s_.:-]|(?<=\D)\d", name, maxsplit=1)[0]
