"""Answers that were counted together: ``sometimes or never``, ``very or fairly satisfied``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cx.intake.words import NUMBERED, YES_NO, ladders_of, level, spoken

_OR = re.compile(
    r"\s+(?:or|of|oder|ou|o|eller|lub|nebo|tai|vagy|sau|ya da|veya|или|або|ή)\s+|\s?/\s?", re.IGNORECASE
)
_LONGEST = 120


def ranks_of(labels: Sequence[str]) -> dict[str, float] | None:
    """Return label to its rank from 1 up, where some labels join neighbouring answers of one scale.

    Returns
    -------
    dict or None
        ``None`` where no label joins two answers, or they are not one scale that climbs or falls.

    Examples
    --------
    >>> ranks_of(["Always", "Usually", "Sometimes or never"])
    {'Always': 3.0, 'Usually': 2.0, 'Sometimes or never': 1.0}
    >>> ranks_of(["Bus or tram", "Car", "Bicycle"]) is None
    True
    """
    parts = {label: _parts(label) for label in labels}
    every = list(dict.fromkeys(part for some in parts.values() for part in some))
    if len(every) == len(parts) or not all(map(_is_known, every)):
        return None
    said = spoken([every])[0]
    if said is None or said.family in (NUMBERED, YES_NO):
        return None
    spans = [sorted(said.numbers[part] for part in parts[label]) for label in labels]
    climbing = spans if spans[0] < spans[-1] else spans[::-1]
    if any(before[-1] >= after[0] for before, after in pairwise(climbing)):
        return None
    order = labels if climbing is spans else labels[::-1]
    ranks = {label: float(rank) for rank, label in enumerate(order, 1)}
    return {label: ranks[label] for label in labels}


def joins(label: str) -> bool:
    """Return whether a label joins two answers.

    Examples
    --------
    >>> joins("Sometimes or never"), joins("Bus or tram")
    (True, False)
    """
    return len(_parts(label)) > 1


def _parts(label: str) -> tuple[str, ...]:
    """The answers that a label joins; the word that only the last one has belongs to both."""
    found = _OR.split(label[:_LONGEST].strip())
    if len(found) != 2 or not all(found):  # noqa: PLR2004 - one answer and another
        return (label,)
    first, second = found
    whole = first if _is_known(first) else f"{first} {second.split()[-1]}"
    return (whole, second) if _is_known(whole) and _is_known(second) else (label,)


def _is_known(answer: str) -> bool:
    return level(answer) is not None or bool(ladders_of(answer))
