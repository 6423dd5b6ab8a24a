"""Witnesses that look at the cells of one column."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cx.intake.cells import are_periods, beyond_calendar
from cx.intake.survey.evidence.around import Around
from cx.intake.survey.evidence.profile import Profile

Said = Iterator[tuple[str, float]]
"""What a witness says: its name in the table of weights, and how strongly."""
_FEW_TEXTS, _TWO, _HANDFUL = 12, 2, 10
_MOST_PERIODS, _MOST_GROUPS, _FEWEST = 40, 60, 20
_DAYS = 0.8
_BROKEN = 0.2
_ABOUT_ONE = (0.5, 2.0)


def kind_of_cells(one: Profile, around: Around) -> Said:
    """Nothing, one value, texts, numbers of a scale, numbers beyond one."""
    if not one.filled:
        yield "empty_cells", 1.0
        return
    if one.is_constant:
        yield "one_value", 1.0
    if not one.is_answers:
        yield "no_answers", 1.0
    elif one.is_ticked:
        yield "ticked", 1.0
    elif one.is_yes_no:
        yield "yes_and_no", 1.0
        if around.of_yes_and_no:
            yield "yes_and_no_all", 1.0
    elif one.place in around.in_scale:
        yield "short_scale", 1.0
    else:
        yield "wide_numbers", 1.0


def kind_of_words(one: Profile, around: Around) -> Said:
    """Answers in words, those that say how important something is, and a handful of other texts."""
    spoken = one.answers.spoken
    if one.in_words and one.place in around.in_scale:
        yield "answers_in_words", 1.0
    if one.in_words and spoken is not None and spoken.family == "importance":
        yield "words_of_importance", 1.0
    if not one.is_answers and 0 < one.names <= _FEW_TEXTS and not one.is_unique:
        yield "few_texts", 1.0
        if one.names == _TWO:
            yield "two_labels", 1.0


def goes_along(one: Profile, around: Around) -> Said:
    """Whether it shares the mood of the ratings."""
    mood = around.mood(one)
    if mood.evidence > 0:
        yield "goes_along", mood.evidence
        if mood.r < 0:
            yield "against_most", 1.0
    elif mood.evidence < 0:
        yield "goes_alone", -mood.evidence


def order_of_cells(one: Profile, _around: Around) -> Said:
    """Counters, numbers and texts that each row has of its own."""
    if one.is_answers and one.numbers_rows:
        yield "runs_upwards", 1.0
    elif one.is_identifier:
        yield "few_share", 1.0
    if not one.is_answers and one.is_unique:
        yield "own_texts", 1.0
    if one.names < _HANDFUL and one.filled >= _TWO * _HANDFUL:
        yield "few_values", 1.0
    if one.falls_off:
        yield "falls_off", 1.0


def broken(one: Profile, around: Around) -> Said:
    """Decimals where hardly another column has them."""
    found = one.answers.counted
    if one.is_answers and len(found.values) and not (one.is_stepped and around.stepped > _TWO):
        share = found.counts[found.values != np.rint(found.values)].sum() / max(one.numbers, 1)
        if share > _BROKEN and around.mostly_whole:
            yield "broken_numbers", 1.0


def moments(one: Profile, around: Around) -> Said:
    """Dates, periods, and too many different values for groups."""
    if not one.filled:
        return
    if one.day_share > _DAYS:
        yield "are_days", 1.0
    fine = one.names > min(_MOST_GROUPS, max(_FEWEST, around.height // 3))
    if fine:
        yield "too_many_groups", 1.0
    if one.names > min(_MOST_PERIODS, max(_FEWEST, around.height // 3)) or one.in_words:
        return
    if one.is_answers and beyond_calendar(one.header, one.answers.counted.values.tolist()):
        yield "no_part_of_a_year", 1.0
    elif are_periods(one.different_names):
        yield "are_periods", 1.0
    elif not one.is_answers:
        yield "no_periods", 1.0


def weighs(one: Profile, _around: Around) -> Said:
    """Positive numbers about 1, with decimals; never blank, never below 0."""
    if not one.is_answers:
        return
    known = one.answers.known
    if one.answers.share < 1 or one.numbers < one.filled or (known < 0).any():
        yield "no_weights", 1.0
    elif one.whole and one.is_short:
        yield "counts_steps", 1.0
    elif not one.whole and _ABOUT_ONE[0] <= float(known.mean()) <= _ABOUT_ONE[1]:
        yield "weighs", 1.0


WITNESSES = (kind_of_cells, kind_of_words, goes_along, order_of_cells, broken, moments, weighs)
