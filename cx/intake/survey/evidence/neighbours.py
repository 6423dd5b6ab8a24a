"""Witnesses that compare a column with those around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cx.intake.survey.answers import Answered, Together, has_decimals, is_named_average
from cx.intake.survey.evidence.around import Around
from cx.intake.survey.evidence.cells import Said
from cx.intake.survey.evidence.profile import Profile
from cx.intake.survey.evidence.promoters import recoded, recommended
from cx.intake.words.headers import asks, explained
from cx.process import Budget, steps

_MANY = 50
_FEWEST_ROWS, _SAMPLE = 5, 1_000
_MOST_TOGETHER, _MOST_STEPS = 60, 12
_NEAR = 3
_NEARLY = 0.95
_RUN = range(2, 13)
_ROUNDED, _FLOAT = 0.0051, 1e-9
_STEPS = 6
_TEN = 10.0
_DOUBTED, _WIDTH = 2.5, 2.5
"""Log-odds of a shared mood below which the place of a column counts, and how many more until fully."""


def scale_beside(one: Profile, around: Around) -> Said:
    """Whether others are answered alike, and whether it stands alone on its scale."""
    if one.place not in around.in_scale:
        return
    alike = around.alike(one)
    if alike > 0:
        yield "same_scale", alike
        if one.whole and one.different > _NEAR and set(one.answers.counted.values) >= set(around.steps(one)):
            yield "every_step", alike * min(1.0, (one.different - _NEAR) / _STEPS)
    if around.differs(one):
        yield "other_scale", 1.0
        most = around.most
        if most and around.is_alone(one) and most[1] < _TEN and _is_to_ten(one, around.scales[one.place]):
            yield "to_ten", 1.0
    if one.place == around.scaled[-1].place:
        yield "last_column", 1.0


def _is_to_ten(one: Profile, ends: tuple[float, float]) -> bool:
    """Whether it is answered from 0 to 10; in a question, or named an outcome, from 1 too: few answer 0."""
    spoken = asks(one.header) or explained(one.header, "outcome") > 0
    return ends == (0.0, _TEN) or (ends == (1.0, _TEN) and spoken)


def asked_beside(one: Profile, around: Around) -> Said:
    """Whether its header shares a frame with others that are answered on the same scale."""
    if one.place not in around.in_scale or around.is_overall(one):
        return
    if around.shares_question(one) and not around.is_intention(one):
        yield "same_question", around.together(one)


def beside_block(one: Profile, around: Around) -> Said:
    """Whether it stands among the columns that surely share a mood, or before or behind all of them.

    Ratings stand together; who the respondent is stands in front of them or behind. It says nothing of
    a column that surely goes along with them, wherever it stands.
    """
    block = around.block
    mood = around.mood(one)
    if block is None or one.place not in around.in_scale or not mood.n:
        return
    strength = min(max((_DOUBTED - mood.evidence) / _WIDTH, 0.0), 1.0)
    if strength:
        yield ("among_ratings" if block[0] < one.place < block[1] else "beside_ratings"), strength


WITNESSES = (scale_beside, asked_beside, beside_block)


@dataclass(frozen=True)
class Derived:
    """Columns that follow from others, found for all columns at once."""

    around: Around
    budget: Budget

    @cached_property
    def copies(self) -> Mapping[int, int]:
        """Place to the place of the first column that holds the same numbers in the same rows."""
        seen: dict[bytes, Profile] = {}
        found: dict[int, int] = {}
        for one in steps(self.around.profiles) if self.around.height > _MANY else ():
            if not one.is_answers or one.is_constant or one.different < _NEAR:
                continue
            counted = one.answers.counted
            first = seen.setdefault(counted.values.tobytes() + counted.counts.tobytes(), one)
            if first is not one and np.array_equal(first.answers.values, one.answers.values, equal_nan=True):
                found[one.place] = first.place
        return found

    @cached_property
    def means(self) -> frozenset[int]:
        """The places of means and sums of all others, or of the columns just before or behind."""
        left = [one.answers for one in steps(self.around.scaled) if one.place not in self.copies]
        usual = Counter(_step(one) for one in left).most_common(1)[0][0] if left else 1
        suspects = [
            one
            for one in left
            if is_named_average(one)
            or (self.around.mostly_whole and has_decimals(one))
            or (usual > 1 and _step(one) != usual)
        ]
        away = {one.place for one in suspects}
        together = Together([one for one in left if one.place not in away])
        found = set()
        for one in suspects:
            self.budget.check()
            if (together.count > 1 and together.give(one)) or self._of_run(one.place):
                found.add(one.place)
        return frozenset(found)

    def _of_run(self, place: int) -> bool:
        """Whether a column is the mean of the two to twelve columns that stand just before or behind it."""
        held = self._scaled
        return any(self._is_mean(held[place], list(self._run(held, place, step))) for step in (-1, 1))

    @cached_property
    def _scaled(self) -> Mapping[int, Profile]:
        return {one.place: one for one in steps(self.around.scaled)}

    @staticmethod
    def _run(held: Mapping[int, Profile], place: int, step: int) -> Iterator[Profile]:
        at = place + step
        while at in held and held[at].whole and abs(at - place) < _RUN.stop:
            yield held[at]
            at += step

    @staticmethod
    def _is_mean(one: Profile, others: Sequence[Profile]) -> bool:
        own = one.answers.values
        rows = np.flatnonzero(~np.isnan(own))[:_SAMPLE]
        if len(rows) < _FEWEST_ROWS or len(others) < _RUN.start:
            return False
        values = np.stack([other.answers.values[rows] for other in others], axis=1)
        known = ~np.isnan(values)
        total = np.cumsum(np.where(known, values, 0.0), axis=1)
        count = np.cumsum(known, axis=1)
        off = np.abs(total / np.maximum(count, 1) - own[rows][:, None])
        in_tenths = (np.abs(own[rows] * 10 - np.rint(own[rows] * 10)) < _FLOAT)[:, None]
        fits = ((off <= _ROUNDED) | ((np.rint(off * 10) == 0) & in_tenths)) & (count > 0)
        return bool((fits[:, 1:].mean(axis=0) >= _NEARLY).any())

    @cached_property
    def orders(self) -> frozenset[int]:
        """The places of columns that together hold 1 to k, each once, in every row: an order of display."""
        held = {
            one.place: one
            for one in steps(self.around.profiles)
            if one.is_answers and one.whole and not one.in_words
        }
        found: set[int] = set()
        for group in (*self._asked(held), *_runs(held)):
            if 2 < len(group) <= _MOST_TOGETHER and _is_permuted(group):  # noqa: PLR2004 - two numbers prove nothing
                found |= {one.place for one in group}
        return frozenset(found)

    def _asked(self, held: Mapping[int, Profile]) -> Iterator[list[Profile]]:
        for places in self.around.questions:
            yield [held[place] for place in places if place in held]

    @cached_property
    def twins(self) -> frozenset[int]:
        """The places of codes that a column of texts close by says the same as."""
        texts = [
            one for one in steps(self.around.profiles) if not one.is_answers and 1 < one.names <= _MOST_STEPS
        ]
        codes = [
            one for one in steps(self.around.profiles) if one.is_answers and one.whole and not one.in_words
        ]
        found = set()
        by_place = {one.place: one for one in texts}
        for code in codes:
            if not 1 < code.different <= _MOST_STEPS:
                continue
            near = (by_place.get(code.place + step) for step in range(-_NEAR, _NEAR + 1))
            if any(text is not None and _says_the_same(code, text) for text in near):
                found.add(code.place)
        return frozenset(found)

    @cached_property
    def _recommended(self) -> frozenset[int]:
        return recommended(self.around.profiles)

    @cached_property
    def recodes(self) -> Mapping[int, int]:
        """Place to the place of the column whose finer steps it groups."""
        return recoded(self.around.profiles, self.budget)

    def source_of(self, place: int) -> int:
        """Return the place of the column that one copies or groups; -1 without one."""
        return self.copies.get(place, self.recodes.get(place, -1))

    def of(self, one: Profile) -> Iterable[tuple[str, float]]:
        """What is said of one column."""
        if one.place in self._recommended:
            yield "promoters_beside", 1.0
        if one.place in self.copies:
            yield "is_copy", 1.0
        if one.place in self.recodes:
            yield "is_recode", 1.0
        if one.place in self.means:
            yield "is_mean", 1.0
        if one.place in self.orders:
            yield "permutation", 1.0
        if one.place in self.twins:
            yield "text_beside", 1.0


def _step(one: Answered) -> int:
    """The step that all numbers of a column are multiples of, such as 10; 1 where some have decimals."""
    values = one.counted.values
    whole = np.rint(values).astype(np.int64)
    return int(np.gcd.reduce(whole)) if len(values) and bool((whole == values).all()) else 1


def _runs(held: Mapping[int, Profile]) -> Iterator[list[Profile]]:
    """Columns side by side that go from 1 to as many as they are."""
    for place, one in held.items():
        count = int(one.ends[1]) if one.ends[0] == 1 and one.ends[1] <= _MOST_TOGETHER else 0
        run = [held[at] for at in range(place, place + count) if at in held and held[at].ends == one.ends]
        if count and len(run) == count:
            yield run


def _is_permuted(group: Sequence[Profile]) -> bool:
    values = np.stack([one.answers.values[:_SAMPLE] for one in group], axis=1)
    rows = values[~np.isnan(values).any(axis=1)]
    if len(rows) < _FEWEST_ROWS:
        return False
    wanted = np.arange(1, len(group) + 1)
    return bool((np.sort(rows, axis=1) == wanted).all(axis=1).mean() >= _NEARLY) and bool(
        np.ptp(rows[:, 0]) > 0
    )


def _says_the_same(code: Profile, text: Profile) -> bool:
    """Whether each code goes with one text and each text with one code, in all rows that have both."""
    if text.names != code.different:
        return False
    both = ~np.isnan(code.answers.values) & (text.labels.ids > 0)
    if both.sum() < _FEWEST_ROWS * code.different / 2:
        return False
    steps = np.searchsorted(code.answers.counted.values, code.answers.values[both])
    pairs = np.unique(steps * (len(text.labels.names) + 1) + text.labels.ids[both])
    return len(pairs) == code.different
