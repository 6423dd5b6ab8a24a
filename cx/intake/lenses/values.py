"""What the cells say in the columns that lenses read; each that cannot be used is noticed."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from cx.intake.cells import days_of
from cx.intake.columns import Subject
from cx.intake.lenses.witnesses import flags
from cx.intake.measures import Kept, Satisfaction, clean
from cx.intake.tables import Seen
from cx.records.file import BLANK, DATE, TEXT, Role

Values = npt.NDArray[np.float64]
_TOP: Final = 5
_NUMBER = re.compile(r"(?<!\d)([1-5])(?!\d)")
_MEASURES: tuple[Role, ...] = ("goal", "effort", "recommendation", "operations")
_NOT_BELOW_ZERO: tuple[Role, ...] = ("guess_sd", "guess_n", "gap_sd")
_ISO_DAY = 10


def lens_values(subject: Subject, kept: Kept, satisfaction: Satisfaction) -> dict[str, object]:
    """Return what lenses read, by the columns of :class:`cx.records.Touchpoints` that the table has.

    Parameters
    ----------
    subject
        The table.
    kept
        The rows that count.
    satisfaction
        Its scores: guesses and expectations are turned as they were.
    """
    found: dict[str, object] = {}
    for role in ("guess", *_NOT_BELOW_ZERO, *_MEASURES):
        if places := subject.roles.of(role):
            found[role] = _number(subject, places[0], role, kept, satisfaction)
    for role, values in (("standard", _standard), ("level", _level), ("last_answer", _days)):
        if subject.roles.of(role):
            found[role] = values(subject, kept)
    if places := subject.roles.of("dimension"):
        found["dimension"] = subject.table.labels(places[0]).texts
    if found.keys() & {"dimension"} or subject.roles.of("expectation"):
        found |= _dimension_weight(subject, kept)
    return found | _met(subject, kept)


def on_scale(values: Values, satisfaction: Satisfaction) -> Values:
    """Return figures of the same scale as satisfaction turned as its scores were: higher is better."""
    scale = satisfaction.scale
    found = values * satisfaction.factor if _is_share(values, satisfaction.factor) else values
    return scale.minimum + scale.maximum - found if scale.direction == "lower" else found


def _is_share(values: Values, factor: float) -> bool:
    found = values[np.isfinite(values)]
    return bool(factor != 1 and len(found) and np.abs(found).max() <= 1)


def _number(subject: Subject, place: int, role: Role, kept: Kept, satisfaction: Satisfaction) -> Values:
    numbers, noticed = subject.numbers(place), subject.noticed
    said = flags(_seen(subject, place))
    if role in _MEASURES and not np.isnan(said[kept]).all():
        # what says that it is measured, and not how much
        return np.where(said == 1.0, 1.0, np.where(said == 0.0, np.nan, numbers.values))
    values = clean.usable(numbers, place, kept, noticed)
    if role in _NOT_BELOW_ZERO:
        values = clean.without_negative(values, place, kept, noticed)
    if role in ("guess_sd", "gap_sd"):
        return values * satisfaction.factor if _is_share(values, satisfaction.factor) else values
    if role == "guess" and guess_is_score(subject):
        return on_scale(values, satisfaction)
    return values


def guess_is_score(subject: Subject) -> bool:
    """Return whether what is guessed lies on the scale of satisfaction."""
    from cx.intake.words.headers import guessed_figure

    places = subject.roles.of("guess")
    return bool(places) and guessed_figure(subject.table.headers[places[0]]) != "impact"


def _seen(subject: Subject, place: int) -> Seen:
    return Seen(place, subject.table, subject.numbers(place), subject.roles.readings[place])


def _standard(subject: Subject, kept: Kept) -> Values:
    """1 where there is a standard, 0 where there is none; blank is not known."""
    place = subject.roles.of("standard")[0]
    return _yes_no(subject, place, kept)


def _yes_no(subject: Subject, place: int, kept: Kept) -> Values:
    found = flags(_seen(subject, place))
    filled = subject.table.columns[place].kinds != BLANK
    for row in np.flatnonzero(kept & filled & np.isnan(found)):
        subject.noticed.cell("error", "no_yes_no", int(row), place)
    return found


def _level(subject: Subject, kept: Kept) -> Values:
    """The level that one column gives, or the highest up to which five columns hold."""
    places = subject.roles.of("level")
    if len(places) == 1:
        values = clean.usable(subject.numbers(places[0]), places[0], kept, subject.noticed)
        wrong = np.isfinite(values) & ((values != np.rint(values)) | (values < 0) | (values > _TOP))
        for row in np.flatnonzero(wrong & kept):
            subject.noticed.cell("error", "level_outside", int(row), places[0])
        return np.where(wrong, np.nan, values)
    steps = _numbered(subject, places)
    if sorted(steps) != list(range(1, _TOP + 1)):
        subject.noticed.column("error", "levels_unnumbered", places[0], n=len(places))
        return np.full(subject.table.height, np.nan)
    holds = np.array([_yes_no(subject, steps[step], kept) == 1.0 for step in range(1, _TOP + 1)])
    return np.asarray(np.logical_and.accumulate(holds).sum(axis=0), dtype=float)


def _numbered(subject: Subject, places: list[int]) -> Mapping[int, int]:
    """The number of a level to the column that is about it, by the number in the header."""
    found: dict[int, int] = {}
    for place in places:
        number = _NUMBER.search(subject.table.headers[place])
        if number:
            found.setdefault(int(number.group(1)), place)
    return found


def _days(subject: Subject, kept: Kept) -> npt.NDArray[np.object_]:
    """The day in ISO form; ``""`` where there is none."""
    place = subject.roles.of("last_answer")[0]
    column = subject.table.columns[place]
    moments = days_of(column.texts).moments
    found = np.full(subject.table.height, "", dtype=object)
    for row in np.flatnonzero(column.kinds != BLANK):
        day = moments[column.codes[row]] if column.kinds[row] in (DATE, TEXT) else None
        if day is not None:
            found[row] = day.date().isoformat()
        elif kept[row]:
            subject.noticed.cell("error", "no_day", int(row), place)
    return found


def _dimension_weight(subject: Subject, kept: Kept) -> dict[str, object]:
    places = subject.roles.of("weight")
    if not places:
        return {}
    values = clean.usable(subject.numbers(places[0]), places[0], kept, subject.noticed)
    values = clean.without_negative(values, places[0], kept, subject.noticed)
    _notice_unequal(subject, values, kept, places[0])
    return {"dimension_weight": values}


def _notice_unequal(subject: Subject, values: Values, kept: Kept, place: int) -> None:
    """Each dimension has one weight: the first row with another one than before is told."""
    if not subject.roles.of("dimension"):
        return
    labels = subject.table.labels(subject.roles.of("dimension")[0])
    first: dict[int, float] = {}
    told: set[int] = set()
    for row in np.flatnonzero(kept & np.isfinite(values) & (labels.ids > 0)):
        key = int(labels.ids[row])
        if key not in told and not math.isclose(first.setdefault(key, values[row]), values[row]):
            told.add(key)
            name = str(labels.texts[row])
            subject.noticed.cell("error", "dimension_weights", int(row), place, dimension=name)


def _met(subject: Subject, kept: Kept) -> dict[str, object]:
    """How many contacts met their standard, of how many that were measured; a share is made a count."""
    places = subject.roles.of("met"), subject.roles.of("measured")
    if not all(places):
        for one in (*places[0], *places[1]):
            subject.noticed.column("warning", "met_alone", one)
        return {}
    met, measured = places[0][0], places[1][0]
    whole = _counts(subject, measured, kept)
    some = _counts(subject, met, kept)
    numbers, known = subject.numbers(met), some[np.isfinite(some)]
    if len(known) and numbers.percent:
        some = some * whole / (1 if numbers.formatted else 100)
    elif len(known) and known.max() <= 1 and bool((known != np.rint(known)).any()):
        some = some * whole
    wrong = np.isfinite(some) & np.isfinite(whole) & (some > whole)
    for row in np.flatnonzero(wrong & kept):
        subject.noticed.cell("error", "met_beyond_measured", int(row), met)
    return {"met": np.where(wrong, np.nan, some), "measured": np.where(wrong, np.nan, whole)}


def _counts(subject: Subject, place: int, kept: Kept) -> Values:
    values = clean.usable(subject.numbers(place), place, kept, subject.noticed)
    return clean.without_negative(values, place, kept, subject.noticed)
