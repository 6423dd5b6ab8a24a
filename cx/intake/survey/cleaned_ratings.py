"""Columns of ratings without codes and without what lies on no scale, and what is known about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from cx.intake.findings import Noticed
from cx.intake.survey.answers import (
    UNREAD,
    Answered,
    Scaled,
    Values,
    Verdict,
    changes_in,
    code_readings,
    is_settled,
    moved,
    notices,
    number_of,
    scales_of,
    settled,
    stated_scale,
    verdicts,
)
from cx.intake.survey.record import Survey
from cx.process import steps
from cx.records.file import Choices, CodeReading
from cx.records.scale import Scale


@dataclass(frozen=True)
class Cleaned:
    """Rating columns without codes, and what is known about them."""

    ratings: tuple[Answered, ...]
    scales: Mapping[str, Scaled]
    codes: tuple[CodeReading, ...]
    missing: Mapping[str, tuple[str, ...]]
    """Column header to the codes that do not count."""

    @property
    def asked(self) -> tuple[str, ...]:
        """The columns of which nobody said which end is good."""
        return tuple(name for name, one in self.scales.items() if one.asked)

    def inside(self, survey: Survey) -> Survey:
        """Return the survey with these ratings in it, and what is known about them."""
        return replace(
            survey,
            ratings=self.ratings,
            scales={name: one.scale for name, one in self.scales.items()},
            missing_codes=self.missing,
            codes=self.codes,
            asked=self.asked,
        )


def cleaned_of(
    ratings: Sequence[Answered],
    outcome: tuple[str, Values] | None,
    choices: Choices,
    noticed: Noticed,
    runs: Mapping[str, bool] = MappingProxyType({}),
) -> Cleaned:
    """Return rating columns without codes and without what is on no scale; what is seen is noticed.

    ``runs`` holds the headers of columns whose answers rise (or fall: false) where those of the others rise.
    """
    given, ratings = ratings, [settled(column, choices) for column in steps(ratings)]
    notices.about_words(noticed, ratings)
    found = _verdicts(ratings, outcome, choices)
    notices.about_verdicts(noticed, found)
    taken: dict[str, list[float]] = {}
    for verdict in found:
        if verdict.taken_out:
            taken.setdefault(verdict.column, []).append(verdict.suspect.code)
    left = [
        column.without(np.isin(column.values, taken[column.header])) if column.header in taken else column
        for column in steps(ratings)
    ]
    changes = changes_in(left)
    notices.about_changes(noticed, changes, choices)
    whole = left
    if choices.changed != "as_typed":
        halves = {change.place: change for change in changes if change.moves}
        left = [moved(one, halves[one.place]) if one.place in halves else one for one in left]
    scales = scales_of(left, choices, runs)
    typed = [one for one, before in zip(left, whole, strict=True) if one is before]
    notices.about_scales(noticed, left, scales, typed)
    left = [_on_scale(column, scales[column.header].scale, noticed) for column in steps(left)]
    codes = code_readings(noticed.table, given, found, choices)
    of_column: dict[str, list[CodeReading]] = {}
    for code in codes:
        of_column.setdefault(code.column, []).append(code)
    missing = {one.header: _missing(one, of_column.get(one.header, ()), choices) for one in steps(left)}
    return Cleaned(tuple(left), scales, codes, {name: known for name, known in missing.items() if known})


def _verdicts(
    ratings: Sequence[Answered], outcome: tuple[str, Values] | None, choices: Choices
) -> list[Verdict]:
    """What may be codes; nothing where a person named the codes."""
    if choices.missing_codes is not None:
        return []
    stated = {
        column.header: choices.scale_for(column.header) or stated_scale(column) for column in steps(ratings)
    }
    found = verdicts(ratings, stated, outcome)
    return [one for one in found if not is_settled(one.column, one.suspect.code, choices)]


def _missing(column: Answered, codes: Sequence[CodeReading], choices: Choices) -> tuple[str, ...]:
    """The codes of a column that do not count: numbers, those named for the whole file, words."""
    own = [one for one in codes if one.meaning != "rating"]
    named = list(choices.missing_codes or ()) if column.by_hand else []
    numbers = [one.code for one in own if number_of(one.code) is not None]
    return tuple(dict.fromkeys([*numbers, *named, *(one.code for one in own)]))


def _on_scale(column: Answered, scale: Scale, noticed: Noticed) -> Answered:
    slack = 1e-9 * max(1.0, abs(scale.maximum))
    outside = (column.values < scale.minimum - slack) | (column.values > scale.maximum + slack)
    if not outside.any():
        return column
    example = float(column.values[outside][0])
    notices.about_outside(noticed, column, scale, int(outside.sum()), example)
    return column.without(outside, UNREAD)
