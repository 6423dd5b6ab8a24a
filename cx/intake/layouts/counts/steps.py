"""Headers that are the steps of one scale of answers: ``dissatisfied`` ... ``satisfied``, 1 ... 10."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from cx.intake.layouts.counts.joined import joins, ranks_of
from cx.intake.words import NUMBERED, YES_NO, code_kind, folded, goodness, named, number_in_words, spoken
from cx.records.scale import Scale

_COUNTED = (
    r"n|nr|count|counts|aantal|anzahl|anz|nombre|numero|liczba|pct|percent\w*|procent\w*|prozent\w*"
    r"|pourcent\w*|porcent\w*|answers?|responses?|antwoord\w*|antworten|share|aandeel|anteil"
)
_BRACKETED = re.compile(rf"[(\[]\s*(?:[%#]|{_COUNTED})\s*[)\]]", re.IGNORECASE)
_AROUND = re.compile(
    rf"^\s*(?:[%#]|(?:{_COUNTED})\b(?!\s*$))\s*(?:of|van|der|de|von|with|met|mit)?\b[\s:.=_-]*"
    rf"|[\s:,._-]*(?:[%#]|\b(?:{_COUNTED}))\s*$",
    re.IGNORECASE,
)
_STEM = re.compile(r"(\D{0,40}?)\s*(-?\d{1,3})\s*(\D{0,40})")
_SAID = re.compile(r"(-?\d{1,2})\s*[(\[][^)\]]{0,80}[)\]]")
"""A number with words in brackets behind it."""
_NO_WORDS = re.compile(r"[\d()\[\]=:–-]+")
_LONGEST = 120
_FEWEST, _MOST = 3, 40
_FEWEST_BUILT, _SHORTEST, _FEW_SIGNS = 4, 2, 8
_HIGHEST_START, _LOWEST_START = 1, -5
_MOST_STEPS = 11
_STARS = "★⭐✭✩☆\ufe0f "
_LADDER = "ladder"
"""How answers are called that climb in words of their own."""


@dataclass(frozen=True)
class Steps:
    """Which of some headers are steps, in which order."""

    values: dict[int, float]
    """Position among the headers to the step's number."""
    scale: Scale
    worded: bool
    """Whether words say what the steps are; numbers alone could number anything."""
    unsure: bool = False
    """Whether nothing says which end is good: words of a language that nobody here knows."""


def label_of(header: str) -> str:
    """Return what a header says without what is counted: the sign of per cents, ``(n)``, ``number of``.

    Examples
    --------
    >>> label_of("Very satisfied (%)"), label_of("% tevreden"), label_of("Aantal ontevreden"), label_of("n")
    ('Very satisfied', 'tevreden', 'ontevreden', 'n')
    """
    found = " ".join(header[:_LONGEST].split())
    bare = _AROUND.sub("", _BRACKETED.sub(" ", found)).strip()
    return bare or found


def steps_of(labels: Sequence[str]) -> Steps | None:
    """Return the longest run of neighbouring labels that are steps of one scale; ``None`` without one.

    Parameters
    ----------
    labels
        Per column its label, in the order of the sheet; the same label twice is the same step.

    Examples
    --------
    >>> steps_of(["Very dissatisfied", "Neutral", "Very satisfied", "Total"]).values
    {0: 1.0, 1: 2.0, 2: 3.0}
    >>> steps_of(["1", "2", "3", "4", "5"]).scale
    Scale(minimum=1.0, maximum=5.0, direction='higher', kind='rating')
    >>> steps_of(["Score", "Volume", "Impact"]) is None
    True
    """
    asked = [label for label in dict.fromkeys(labels) if label and code_kind(label) is None][:_MOST]
    found = _in_words(asked) or _in_numbers(asked)
    if found is None:
        return None
    values = {at: found.numbers[label] for at, label in enumerate(labels) if label in found.numbers}
    return Steps(values, found.scale, found.worded, found.unsure)


@dataclass(frozen=True)
class _Found:
    """Label to the number of its step."""

    numbers: dict[str, float]
    scale: Scale
    worded: bool
    unsure: bool = False


def _in_words(labels: list[str]) -> _Found | None:
    """The longest run of answers in words that are known, or that are built as the answers of a scale are."""
    known = sum(goodness(label) != 0 for label in labels) > 1 or any(map(_is_drawn, labels))
    joining, bare = any(map(joins, labels)), [folded(label) for label in labels]
    for length in range(min(len(labels), _MOST_STEPS), _FEWEST - 1, -1):
        for start in range(len(labels) - length + 1):
            run = labels[start : start + length]
            found = (_one_scale(run) if known else None) or (_joined(run) if joining else None)
            found = found or _two_ends(run, bare[start : start + length])
            if found:
                return found
    return None


def _joined(labels: list[str]) -> _Found | None:
    ranks = ranks_of(labels)
    return None if ranks is None else _Found(ranks, Scale(1, len(ranks)), worded=True)


def _is_drawn(label: str) -> bool:
    """Whether a label is nothing but signs, as faces are."""
    return len(label) <= _FEW_SIGNS and not any(sign.isalnum() or sign in "%#" for sign in label)


def _two_ends(labels: list[str], bare: list[str]) -> _Found | None:
    """Answers of which each end holds the one beside it: ``very X``, ``X``, ``Y``, ``very Y``.

    An end that holds the other one is its denial: ``niezadowolony`` holds ``zadowolony``.
    """
    if len(labels) < _FEWEST_BUILT:
        return None
    first, second, last_but_one, last = (bare[at] for at in (0, 1, -2, -1))
    if min(len(second), len(last_but_one)) < _SHORTEST or second == last_but_one:
        return None
    if (
        second not in first
        or last_but_one not in last
        or last_but_one in first.split()
        or second in last.split()
    ):
        return None
    order = labels[::-1] if second in last_but_one else labels
    denied = second in last_but_one or last_but_one in second
    numbers = {label: float(step) for step, label in enumerate(order, 1)}
    return _Found(numbers, Scale(1, len(labels)), worded=False, unsure=not denied)


def _one_scale(labels: list[str]) -> _Found | None:
    said = spoken([labels])[0]
    if said is None or said.family in (NUMBERED, YES_NO) or len(labels) > _MOST_STEPS:
        return None
    numbers = [said.numbers[label] for label in labels]
    climbs = {after > before for before, after in pairwise(numbers)}
    apart = len(set(numbers)) == len(numbers)
    if not apart or len(climbs) != 1:
        return None
    if said.family != _LADDER:
        return _Found(dict(said.numbers), Scale(said.low, said.high), worded=True)
    order = sorted(labels, key=said.numbers.__getitem__)  # the columns are all the answers that there were
    return _Found(
        {label: float(step) for step, label in enumerate(order, 1)}, Scale(1, len(order)), worded=True
    )


def _in_numbers(labels: list[str]) -> _Found | None:
    """The longest run of whole numbers that follow one another, with words behind some of them or none."""
    read = [_number(label) for label in labels]
    best: list[int] = []
    run: list[int] = []
    for at, one in enumerate(read):
        follows = run and one is not None and _follows(read, run, at)
        run = [*run, at] if follows else [at] if one is not None else []
        best = max(best, run, key=len)
    numbers = {labels[at]: one[1] for at in best if (one := read[at])}
    if not _FEWEST <= len(numbers) <= _MOST_STEPS:
        return None
    low, high = min(numbers.values()), max(numbers.values())
    if not _LOWEST_START <= low <= _HIGHEST_START:
        return None
    ends = [_goodness_at(numbers, end) for end in (low, high)]
    stem = next((one[0] for at in best if (one := read[at]) and one[0]), "")
    if stem and not any(ends) and named(stem.replace("|", " "))[0] != "satisfaction":
        return None  # phases, shops and questions are numbered too
    direction = "lower" if ends[0] > ends[1] else "higher"
    return _Found(numbers, Scale(low, high, direction), bool(np.any(ends)))  # type: ignore[arg-type]


def _goodness_at(numbers: dict[str, float], end: float) -> int:
    """What the words beside the number at an end of the scale say."""
    label = next(label for label, number in numbers.items() if number == end)
    return goodness(_NO_WORDS.sub(" ", label))


def _follows(read: list[tuple[str, float] | None], run: list[int], at: int) -> bool:
    one, before = read[at], read[run[-1]]
    if one is None or before is None or (one[0] != before[0] and one[0] and before[0]):
        return False
    step = one[1] - before[1]
    if len(run) > 1:
        return step == before[1] - read[run[-2]][1]  # type: ignore[index]
    return abs(step) == 1


def _number(label: str) -> tuple[str, float] | None:
    """The stem that steps share, and the number: ``Score 3``, ``3``, ``5 (very good)``, ``3 stars``."""
    text = label.strip().rstrip(_STARS)
    said = _SAID.fullmatch(text)
    if said:
        return "", float(said.group(1))
    if text.lstrip("-").isdecimal() and len(text) <= 3:  # noqa: PLR2004 - no year
        return "", float(text)
    drawn = number_in_words(text)
    if drawn is not None and drawn.is_integer():
        return "", drawn
    found = _STEM.fullmatch(text)
    return (f"{found.group(1)}|{found.group(3)}".casefold(), float(found.group(2))) if found else None
