"""A rating beside what its respondents say about having met the touchpoint at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.intake.findings import Noticed
from cx.intake.survey.answers import BLANK, GIVEN, NOT_MET, SILENT, UNREAD, Answered, Flags
from cx.records.file import Choices

_SHOWN, _LONGEST = 12, 80
YES, NO, UNSAID = 1, 0, -1


@dataclass(frozen=True)
class Met:
    """What a column says about who met one touchpoint."""

    place: int
    """The column that says so."""
    header: str
    said: npt.NDArray[np.int8]
    """(rows,) 1: met; 0: not met; -1: it does not say, and the rating decides."""
    yes: str
    """The value that stands for having met it; empty where a blank does."""
    evidence: float
    """Log-odds by the cells that the two columns belong together."""
    named: bool
    """Whether the headers say so too."""


def with_met(
    ratings: Sequence[Answered], met: Mapping[int, Met], kept: Flags, choices: Choices, noticed: Noticed
) -> list[Answered]:
    """Return ratings with what is said about who met their touchpoints; what that changes is noticed.

    Who says that he did not meet it has no rating; who says that he did and left the rating blank met it and
    did not say how it was; where nothing is said, the rating decides, and a blank is what blanks are.
    """
    if not met:
        return list(ratings)
    sides = [_Side(column, met[column.place], kept) if column.place in met else column for column in ratings]
    known = [one for one in sides if isinstance(one, _Side)]
    _notice(noticed, known)
    return [one.told(choices) if isinstance(one, _Side) else one for one in sides]


@dataclass(frozen=True)
class _Side:
    """One rating, and what is said about who met its touchpoint."""

    column: Answered
    met: Met
    kept: Flags
    """Which rows count."""

    @cached_property
    def no(self) -> Flags:
        """Who says that he did not meet it."""
        return np.asarray(self.kept & (self.met.said == NO))

    @cached_property
    def away(self) -> Flags:
        """Who rated it all the same."""
        return self.no & np.isin(self.column.states, (GIVEN, UNREAD))

    @cached_property
    def unrated(self) -> Flags:
        """Who says that he met it and left the rating blank."""
        return np.asarray(self.kept & (self.met.said == YES) & (self.column.states == BLANK))

    def told(self, choices: Choices) -> Answered:
        """Return the rating with what is said about it; what is left blank is what blanks are."""
        states = np.where(self.unrated, np.uint8(SILENT), self.column.states)
        blank = np.uint8(SILENT if choices.blanks == "no_answer" else NOT_MET)
        states = np.where(self.kept & (states == BLANK), blank, states)
        return replace(self.column, states=states).without(self.no)


def _notice(noticed: Noticed, sides: Sequence[_Side]) -> None:
    pairs = [
        f"“{_short(one.met.header)}” → “{_short(one.column.header)}” ({_value(one.met)})" for one in sides
    ]
    noticed.sheet("info", "exposure_read", n=len(sides), pairs=_listed(pairs))
    rated = [one for one in sides if one.away.any()]
    if rated:
        columns = [f"“{_short(one.column.header)}” {one.away.sum()}×{_example(one)}" for one in rated]
        n = sum(int(one.away.sum()) for one in rated)
        noticed.sheet("error", "rated_not_met", n=n, columns=_listed(columns))
    unrated = [one for one in sides if one.unrated.any()]
    if unrated:
        columns = [f"“{_short(one.column.header)}” {one.unrated.sum()}×" for one in unrated]
        n = sum(int(one.unrated.sum()) for one in unrated)
        noticed.sheet("info", "exposure_unrated", n=n, columns=_listed(columns))


def _example(one: _Side) -> str:
    """The one number that all of them gave, if they did: a code for not met."""
    values = np.unique(one.column.values[one.away])
    return f" (“{values[0]:g}”)" if len(values) == 1 else ""


def _value(met: Met) -> str:
    return f"“{_short(met.yes)}”" if met.yes else "–"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _listed(parts: Sequence[str]) -> str:
    return ", ".join([*parts[:_SHOWN], *(["…"] if len(parts) > _SHOWN else [])])
