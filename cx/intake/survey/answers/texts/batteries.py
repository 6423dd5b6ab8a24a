"""Columns that share the same few texts: answer codes, and answers in words that nobody knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from cx.intake.survey.answers.texts.order import Proposal, Together, along, proposed
from cx.intake.survey.answers.texts.record import Texts
from cx.intake.words import YES_NO, Spoken, folded
from cx.process import Budget

CODES, UNKNOWN = "codes", "unknown"
_CODE = re.compile(r"^\s*([^\W\d_]{1,4})[\s_-]?0*(\d{1,3})\s*$")
_LIST = re.compile(r"[;,|\n]")
_FEWEST_TEXTS, _MOST_TEXTS = 3, 11
_FEWEST, _FEWEST_ALIKE = 2, 3
_LONGEST = 100
_AGAIN = 2
_SHARED = 0.6
_RARE = 0.02
_MOST_BESIDE, _MOST_COLUMNS = 12, 60
_SHORT = 10
_NO_E = "df"
_LETTERS, _FEWEST_SIGNS = 0.5, 3
_TOGETHER = 0.1


@dataclass
class _Battery:
    """Columns with the same texts, while they are found."""

    members: list[int] = field(default_factory=list)
    often: Counter[str] = field(default_factory=Counter)
    """Each text, made comparable, to how often it stands in all of them."""


def scales(
    columns: Sequence[Texts], known: Sequence[Spoken | None], unsure: Sequence[bool], budget: Budget
) -> list[Spoken | None]:
    """Return the scales of columns that share answer codes or unknown words; ``None`` for all others.

    Parameters
    ----------
    columns
        All columns of a table.
    known
        What their words are known to stand for.
    unsure
        Which of them hold texts that are not known.
    budget
        The time for the file.
    """
    found: list[Spoken | None] = [None] * len(columns)
    open_ones = [place for place, one in enumerate(columns) if unsure[place] and _may_answer(one)]
    beside: list[npt.NDArray[np.float64]] | None = None
    rated = sum(scale is not None and scale.family != YES_NO for scale in known)
    for battery in _batteries(columns, open_ones):
        budget.check()
        if beside is None:
            beside = list(_numbers(columns))
        members = [columns[place] for place in battery.members]
        scale = _of_codes(battery, members, beside) or _of_words(
            battery, members, beside, elsewhere=len(beside) + rated > 1
        )
        for place in battery.members if scale else ():
            found[place] = scale
    return found


def _may_answer(one: Texts) -> bool:
    """Few texts that come back, and hardly a number."""
    if one.numbers > sum(one.counts.values()) or not one.counts:
        return False
    total, short = sum(one.counts.values()), all(len(text) <= _LONGEST for text in _usual(one))
    return short and 1 < len(_usual(one)) <= _MOST_TEXTS and total >= _AGAIN * len(one.counts)


def _usual(one: Texts) -> list[str]:
    """The texts that come back; in a short column all of them."""
    total = sum(one.counts.values())
    return [text for text, n in one.counts.items() if n > 1 or n >= _RARE * total]


def _batteries(columns: Sequence[Texts], places: Sequence[int]) -> Iterator[_Battery]:
    """Columns that mostly share their texts, those with the most texts first."""
    batteries: list[_Battery] = []
    of_text: dict[str, list[int]] = {}
    for place in sorted(places, key=lambda at: (-len(_usual(columns[at])), at)):
        texts = {_key(text) for text in _usual(columns[place])}
        near = Counter(at for text in texts for at in of_text.get(text, ()))
        best, shared = near.most_common(1)[0] if near else (-1, 0)
        if shared < max(_SHARED * len(texts), 1):
            best = len(batteries)
            batteries.append(_Battery())
        battery = batteries[best]
        battery.members.append(place)
        for text in texts:
            if text not in battery.often:
                of_text.setdefault(text, []).append(best)
        battery.often.update(
            {_key(text): n for text, n in columns[place].counts.items() if _key(text) in texts}
        )
    for battery in batteries:
        battery.members.sort()
        if len(battery.members) >= _FEWEST and 1 < len(battery.often) <= _MOST_TEXTS:
            yield battery


def _key(text: str) -> str:
    """A text without regard to letter case; a code without its zeros in front."""
    found = _CODE.match(text[:_LONGEST])
    return f"{found.group(1).casefold()}{int(found.group(2))}" if found else folded(text)


def _numbers(columns: Sequence[Texts]) -> Iterator[npt.NDArray[np.float64]]:
    """The first columns of short whole numbers: ratings that may tell which answers are good."""
    count = 0
    for one in columns:
        values = one.values[~np.isnan(one.values)] if one.numbers > sum(one.counts.values()) else np.empty(0)
        if len(values) and np.abs(values).max() <= _SHORT and len(np.unique(values)) >= _FEWEST_TEXTS:
            yield one.values
            count += 1
            if count == _MOST_BESIDE:
                return


def _of_codes(
    battery: _Battery, members: Sequence[Texts], beside: Sequence[npt.NDArray[np.float64]]
) -> Spoken | None:
    """``A1`` to ``A5`` as steps; single letters too. Which end is good is asked."""
    steps = _steps(list(battery.often))
    if len(steps) < len(battery.often) or len(steps) < _FEWEST_TEXTS:
        return None
    low, high = min(steps.values()), max(steps.values())
    low = 1.0 if 1 < low <= high - 1 else low
    if not 1 < high - low <= _MOST_TEXTS:
        return None
    texts = sorted(steps, key=steps.__getitem__)
    together = Together(_places(members, texts), len(texts))
    sign = along(together.means([steps[text] for text in texts]), beside)
    letters = not any(sign_.isdigit() for sign_ in texts[0])
    if (sign or (-1 if letters else 1)) < 0:
        steps = {text: low + high - step for text, step in steps.items()}
    because = "outcome" if sign else "usual"
    return Spoken(_as_typed(members, steps), low, high, CODES, asked="codes", because=because)


def _steps(texts: Sequence[str]) -> dict[str, float]:
    """The numbers of codes that begin alike, or the places of single letters in the alphabet."""
    matched = {text: found for text in texts if (found := _CODE.match(text))}
    if len({found.group(1) for found in matched.values()}) == 1:
        return {text: float(found.group(2)) for text, found in matched.items()}
    letters = sorted(text for text in texts if len(text) == 1 and "a" <= text <= "k")
    apart = {ord(after) - ord(before) for before, after in pairwise(letters)}
    if apart == {1, 2} and letters[-2:] == [*_NO_E]:  # marks from A to F know no E: it is no step
        return {text: float(at) for at, text in enumerate(letters, 1)}
    return {text: float(ord(text) - ord("a") + 1) for text in letters}


def _of_words(
    battery: _Battery,
    members: Sequence[Texts],
    beside: Sequence[npt.NDArray[np.float64]],
    *,
    elsewhere: bool,
) -> Spoken | None:
    """Words in the order that their form and the respondents propose; it is asked."""
    texts = list(battery.often)
    if not all(_is_word(text) for text in texts) or _are_choices(texts):
        return None
    found = proposed(texts, _places(members, texts), beside)
    if not _is_likely(found, len(members), elsewhere=elsewhere):
        return None
    if len(texts) < _FEWEST_TEXTS:
        numbers = {text: float(at) for at, text in enumerate(found.order)}
        return Spoken(_as_typed(members, numbers), 0.0, 1.0, YES_NO, asked="order", because=found.because)
    numbers = {text: float(at) for at, text in enumerate(found.order, 1)}
    return Spoken(
        _as_typed(members, numbers), 1.0, float(len(texts)), UNKNOWN, asked="order", because=found.because
    )


def _are_choices(texts: Sequence[str]) -> bool:
    """Whether some text is a list of others, as where several could be ticked."""
    known = set(texts)
    parts = ([part.strip() for part in _LIST.split(text)] for text in texts)
    return any(len(one) > 1 and known & set(one) for one in parts)


def _is_word(text: str) -> bool:
    return sum(not sign.isascii() or sign.isalpha() or sign.isspace() for sign in text) > _LETTERS * len(text)


def _is_likely(found: Proposal, columns: int, *, elsewhere: bool) -> bool:
    """Whether the texts are steps of a scale: by their words, or since they go together as steps do."""
    if found.because in ("words", "form"):
        return True
    spelled = max(len(text) for text in found.order) >= _FEWEST_SIGNS or not "".join(found.order).isascii()
    together = found.climbs and (found.strength > _TOGETHER or not elsewhere)
    return columns >= _FEWEST_ALIKE and spelled and together


def _places(members: Sequence[Texts], texts: Sequence[str]) -> npt.NDArray[np.int64]:
    """Rows by columns: the position of each answer among some texts; -1 without one."""
    at = {text: place for place, text in enumerate(texts)}
    columns = []
    for one in members[:_MOST_COLUMNS]:
        lookup = np.array([*(at.get(_key(text), -1) for text in one.column.texts), -1], dtype=np.int64)
        columns.append(lookup[one.column.codes])
    return np.stack(columns, axis=1)


def _as_typed(members: Sequence[Texts], numbers: Mapping[str, float]) -> dict[str, float]:
    """The numbers by the texts as they stand in the columns, in the order of the scale."""
    typed = {text: numbers[_key(text)] for one in members for text in one.counts if _key(text) in numbers}
    return dict(sorted(typed.items(), key=lambda pair: pair[1]))
