"""An order for answers whose words nobody knows, from their form and from who gave which together.

Answers of one respondent go together: who is at the good end of one question is seldom at the bad end of the
next. The first principal axis of the answers over a battery orders them, up to which end is good.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, permutations
from typing import Literal

import numpy as np
import numpy.typing as npt

from cx.intake.survey.answers.texts.form import sides_of, strength_of
from cx.intake.words import level

Values = npt.NDArray[np.float64]
_MOST_TRIED, _MOST_ASIDE, _MOST_SWAPPED = 6, 3, 6
_CLEARLY = 1.04
_TOLD = 0.12
_BEYOND_CHANCE = 3.0
_MOST_ROWS = 20_000
_ONE_ANSWER, _SECOND, _TWO = 0.9, 0.75, 2


@dataclass(frozen=True)
class Together:
    """Which answers respondents give together over the columns of a battery."""

    codes: npt.NDArray[np.int64]
    """Rows by columns: the position of the answer, -1 without one."""
    count: int
    """How many different answers there are."""

    @cached_property
    def _held(self) -> Values:
        """Rows by answers: in how many columns a respondent gave each."""
        held = np.zeros((len(self.codes), self.count))
        for column in self.codes.T:
            rows = np.flatnonzero(column >= 0)
            held[rows, column[rows]] += 1
        return held

    @cached_property
    def _often(self) -> Values:
        """Columns by answers: how often each was given."""
        return np.stack([np.bincount(one[one >= 0], minlength=self.count) for one in self.codes.T]).astype(
            float
        )

    @cached_property
    def _moments(self) -> tuple[Values, Values]:
        """Answers by answers: how much more often they go together than by chance, and how they spread."""
        shares = self._often / np.maximum(self._often.sum(axis=1, keepdims=True), 1)
        expected, often = (self.codes >= 0) @ shares, np.diag(self._often.sum(axis=0))
        own = shares.T @ self._often
        beside = (self._held.T @ self._held - often) - (expected.T @ expected - own)
        return beside, often - own

    @cached_property
    def _others(self) -> float:
        """With how many other answers of the same respondent an answer stands, on average."""
        n = self._held.sum(axis=1)
        return float((n * (n - 1)).sum() / max(n.sum(), 1))

    def strength(self, steps: Sequence[float]) -> float:
        """Return how strongly columns go together, on average, with the answers at some steps."""
        beside, spread = self._moments
        at = np.asarray(steps, dtype=float)
        width = float(at @ spread @ at) * self._others
        return float(at @ beside @ at) / width if width > 0 else 0.0

    @cached_property
    def _axes(self) -> tuple[Values, Values]:
        """How strongly columns go together on each axis, the weakest first, and the answers on the axes."""
        beside, spread = self._moments
        scale = np.sqrt(np.maximum(np.diag(spread), 1e-9))
        strengths, vectors = np.linalg.eigh(beside / np.outer(scale, scale))
        return strengths, vectors / scale[:, None]

    def axis(self) -> list[int]:
        """Return the answers in the order of the axis on which they go together most."""
        return [int(at) for at in np.argsort(self._axes[1][:, -1], kind="stable")]

    @property
    def climbs(self) -> bool:
        """Whether answers go with their neighbours, as steps do; names of things go with themselves only."""
        often = self._often.sum(axis=0)
        if often.max() > _ONE_ANSWER * often.sum():
            return False
        strengths = self._axes[0]
        return self.count <= _TWO or bool(strengths[-2] < _SECOND * strengths[-1])

    def means(self, steps: Sequence[float]) -> Values:
        """Return per respondent the mean step of the answers; NaN without any."""
        n = self._held.sum(axis=1)
        found: Values = np.where(n > 0, self._held @ np.asarray(steps, dtype=float), np.nan) / np.maximum(
            n, 1
        )
        return found

    def mean_step(self, steps: Sequence[float]) -> float:
        """Return the mean step over all answers."""
        often = self._often.sum(axis=0)
        return float(often @ np.asarray(steps, dtype=float) / max(often.sum(), 1))


Because = Literal["words", "form", "outcome", "usual"]
"""What told the good end: known words, their form, other columns, or that most answers are good."""


@dataclass(frozen=True)
class Proposal:
    """An order that is proposed."""

    order: tuple[str, ...]
    """From the bad end to the good one."""
    because: Because
    strength: float
    """The mean correlation between two columns in this order."""
    climbs: bool
    """Whether answers go with their neighbours, as steps do."""


def proposed(texts: Sequence[str], codes: npt.NDArray[np.int64], beside: Sequence[Values] = ()) -> Proposal:
    """Return the likeliest order of some answers.

    Parameters
    ----------
    texts
        The different answers of a battery.
    codes
        Rows by columns, positions in ``texts``; -1 without an answer.
    beside
        Columns of numbers, of which more is better, that may tell which end is good.

    Examples
    --------
    >>> codes = np.array([[0, 0, 1], [1, 1, 0], [2, 2, 2], [2, 2, 1], [3, 2, 3], [3, 3, 2]])
    >>> proposed(["muy mal x", "mal x", "x", "muy x"], codes).order
    ('muy mal x', 'mal x', 'x', 'muy x')
    """
    together = Together(codes[:_MOST_ROWS], len(texts))
    known = {text: found[1] for text in texts if (found := level(text))}
    sides = sides_of(texts)
    if sides and len(set(known.values())) > 1 and not _agree(known, sides):
        sides = None
    if sides:
        order = _by_form(texts, sides, together)
    elif len(set(known.values())) > 1:
        order = _around(texts, known, together)
    else:
        order = [texts[at] for at in _best_axis(together)]
    turned, because = _directed(order, texts, known, sides, together, beside)
    steps = _steps(turned, texts)
    return Proposal(tuple(turned), because, together.strength(steps), together.climbs)


def _places(order: Sequence[int]) -> list[float]:
    """The step of each answer, where an order names their positions."""
    steps = [0.0] * len(order)
    for step, at in enumerate(order):
        steps[at] = float(step)
    return steps


def _steps(order: Sequence[str], texts: Sequence[str]) -> list[float]:
    at = {text: float(step) for step, text in enumerate(order)}
    return [at[text] for text in texts]


def _best_axis(together: Together) -> Sequence[int]:
    """The order in which the columns go together most: of few answers all are tried."""
    axis = together.axis()
    if len(axis) > _MOST_TRIED:
        return axis
    tried = (order for order in permutations(range(len(axis))) if order[0] <= order[-1])
    return max(tried, key=lambda order: together.strength(_places(order)))


def _by_form(texts: Sequence[str], sides: Mapping[str, int], together: Together) -> list[str]:
    """The denied answers below, the others above; the longer ones outside, unless respondents differ."""
    bad = list(strength_of([text for text in texts if sides[text] < 0]))[::-1]
    good = list(strength_of([text for text in texts if sides[text] > 0]))
    middle = [text for text in texts if not sides[text]]
    outwards = [*bad, *middle, *good]
    if max(len(bad), len(good)) > _MOST_ASIDE:
        tried = [outwards, [*bad[::-1], *middle, *good[::-1]]]
    else:
        tried = [[*low, *middle, *high] for low in permutations(bad) for high in permutations(good)]
    found = {tuple(one): together.strength(_steps(one, texts)) for one in tried}
    best = max(tried, key=lambda one: found[tuple(one)])
    return best if found[tuple(best)] > _CLEARLY * found[tuple(outwards)] else outwards


def _agree(known: Mapping[str, int], sides: Mapping[str, int]) -> bool:
    """Whether each known answer is on the side that its form says."""
    return all((level > 0) - (level < 0) == sides[text] for text, level in known.items())


def swapped(numbers: Mapping[str, float]) -> list[dict[str, float]]:
    """Return the orders in which two answers that follow each other have changed places.

    Examples
    --------
    >>> swapped({"bad": 1.0, "fair": 2.0, "good": 3.0})
    [{'bad': 2.0, 'fair': 1.0, 'good': 3.0}, {'bad': 1.0, 'fair': 3.0, 'good': 2.0}]
    """
    steps = sorted(set(numbers.values()))
    pairs = [{low: high, high: low} for low, high in pairwise(steps)][:_MOST_SWAPPED]
    return [{text: pair.get(number, number) for text, number in numbers.items()} for pair in pairs]


def _around(texts: Sequence[str], known: Mapping[str, int], together: Together) -> list[str]:
    """The known answers in their order, each other one where it fits best; a lone one in the middle."""
    order = sorted(known, key=known.__getitem__)
    rest = [text for text in texts if text not in known]
    signs = [(one > 0) - (one < 0) for one in known.values()]
    if len(rest) == 1 and not sum(signs) and 0 not in signs:
        half = len(order) // 2
        return [*order[:half], *rest, *order[half:]]
    for text in rest:
        held = [*order, text]
        places = [[*order[:at], text, *order[at:]] for at in range(len(order) + 1)]
        order = max(places, key=lambda one, held=held: _fit(one, held, texts, together))  # type: ignore[misc]
    return order


def _fit(order: Sequence[str], held: Sequence[str], texts: Sequence[str], together: Together) -> float:
    """How strongly columns go together in an order; answers without a place yet stand in the middle."""
    steps = {text: float(at) for at, text in enumerate(order)}
    return together.strength([steps.get(text, (len(held) - 1) / 2) for text in texts])


def _directed(
    order: list[str],
    texts: Sequence[str],
    known: Mapping[str, int],
    sides: Mapping[str, int] | None,
    together: Together,
    beside: Sequence[Values],
) -> tuple[list[str], Because]:
    """The order with its good end last, and what told that end."""
    if sides:
        return order, "form"
    if any(known.values()):
        slope = sum(known.get(text, 0) * (at - (len(order) - 1) / 2) for at, text in enumerate(order))
        return (order if slope >= 0 else order[::-1]), "words"
    steps = _steps(order, texts)
    sign = along(together.means(steps), beside)
    if sign:
        return (order if sign > 0 else order[::-1]), "outcome"
    usual = together.mean_step(steps) >= (len(order) - 1) / 2
    return (order if usual else order[::-1]), "usual"


def along(means: Values, beside: Sequence[Values]) -> int:
    """Return whether columns of numbers rise (1) or fall (-1) with the answers; 0 where none does clearly.

    Parameters
    ----------
    means
        Per respondent the mean step; NaN without one.
    beside
        Columns of numbers, of which more is better.
    """
    best = 0.0
    for values in beside:
        both = ~np.isnan(means) & ~np.isnan(values[: len(means)])
        own, other = means[both], values[: len(means)][both]
        if len(own) > 10 and np.ptp(own) > 0 and np.ptp(other) > 0:  # noqa: PLR2004 - fewer say nothing
            found = float(np.corrcoef(own, other)[0, 1])
            clear = abs(found) >= _BEYOND_CHANCE / len(own) ** 0.5
            best = found if clear and abs(found) > abs(best) else best
    return 0 if abs(best) < _TOLD else (best > 0) - (best < 0)
