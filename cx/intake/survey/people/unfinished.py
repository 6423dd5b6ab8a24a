"""Respondents who started and did not finish: known by a column that says so, else by rows nearly all blank.

Their answers count where they gave them; who gave no rating counts nowhere. Both are counted and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cx.intake.cells import day_count
from cx.intake.findings import Noticed
from cx.intake.sheet import Table
from cx.intake.survey.answers import BLANK, GIVEN, UNREAD, Answered, Flags
from cx.intake.survey.kinds import Kinds
from cx.intake.words import YES_NO, is_good, plain
from cx.process import steps
from cx.records.file import BLANK as EMPTY
from cx.records.file import Role
from cx.records.finding import Severity

_ASKED: tuple[Role, ...] = ("rating", "outcome", "importance", "expectation")
_MARKS: tuple[Role, ...] = ("ignore", "time")
_NEVER = frozenset(
    {
        "survey_average",
        "survey_copy",
        "survey_recode",
        "survey_index",
        "survey_id",
        "survey_order",
        "survey_empty",
    }
)
_FEWEST_ROWS, _FEWEST_ASKED = 8, 4
_LATE, _LATEST = 4, 2
"""The last quarter of what is asked shows who finished, the last two questions at least."""
_STOPPED, _FINISHED, _APART = 0.15, 0.5, 0.1
"""Shares of the last questions that who stopped answers at most, and who finished at least."""
_MOST = 0.5
_MOST_VALUES, _LONGEST = 12, 200
_DAYS = 0.8
_NEARLY_BLANK, _USUAL = 0.2, 0.6
_NAMED = re.compile(
    r"\b(?:finished|completed?|completion status|progress|voortgang|voltooid|afgerond|compleet|beendet|"
    r"abgeschlossen|fortschritt|vollstandig|terminee?|achevee?|complet|progression|avancement|completad[oa]|"
    r"finalizad[oa]|progreso|completat[oa]|terminad[oa]|concluid[oa]|progresso|last ?page|laatste ?pagina|"
    r"letzte ?seite|derniere ?page|ultima ?pagina|submit ?date|ingediend|abgesendet|status|statut|estado|"
    r"stato)\b"
)
_UNDONE = re.compile(
    r"\b(?:in progress|partial\w*|incomplete?\w*|not finished|unfinished|started|abandoned|onvolledig|bezig|"
    r"gedeeltelijk|onvoltooid|gestart|unvollstandig|abgebrochen|teilweise|begonnen|partiel\w*|en cours|"
    r"inacheve\w*|abandonne\w*|parcial\w*|en curso|incomplet\w*|sin terminar|parziale|in corso)\b"
)


@dataclass(frozen=True)
class _Marked:
    """A column by which some respondents did not finish."""

    place: int
    away: Flags
    value: str
    """What it says of them; empty where it is blank."""


def notice_unfinished(table: Table, kinds: Kinds, kept: Flags, noticed: Noticed) -> None:
    """Say how many respondents did not finish, and how many gave no rating; nothing is left out.

    Parameters
    ----------
    kept
        Which rows count.
    """
    ratings = kinds.of("rating")
    if not ratings or not kept.any():
        return
    rated = np.any([np.isin(one.states, (GIVEN, UNREAD)) for one in steps(ratings)], axis=0)
    asked = [one for one in kinds.columns if kinds.roles[one.place][0] in _ASKED]
    progress = _Progress(table, kinds, kept, asked)
    marked = progress.marked
    away = marked.away if marked else progress.nearly_blank
    silent = int((kept & ~rated & away).sum())
    details: dict[str, object] = {"n": int((kept & away).sum()), "silent": silent}
    severity: Severity = "error" if silent else "info"
    if marked:
        noticed.column(severity, "respondents_unfinished", marked.place, value=marked.value or "–", **details)
    elif away.any():
        noticed.sheet(severity, "respondents_nearly_blank", None, **details)
    others = int((kept & ~rated & ~away).sum())
    if others:
        noticed.sheet("error", "respondents_without_rating", n=others)


@dataclass(frozen=True)
class _Progress:
    """How far respondents came."""

    table: Table
    kinds: Kinds
    kept: Flags
    asked: Sequence[Answered]

    @cached_property
    def answered(self) -> npt.NDArray[np.bool_]:
        """(rows, columns) which questions each respondent answered, if by a code."""
        return np.stack([one.states != BLANK for one in self.asked], axis=1)

    @cached_property
    def late(self) -> npt.NDArray[np.float64]:
        """The share of the last questions that each respondent answered."""
        order = np.argsort([one.place for one in self.asked])
        last = order[-max(_LATEST, len(order) // _LATE) :]
        return np.asarray(self.answered[:, last].mean(axis=1))

    @cached_property
    def nearly_blank(self) -> Flags:
        """Rows with hardly an answer, where most people answer most."""
        share = self.answered.mean(axis=1)
        enough = len(self.asked) >= _FEWEST_ASKED and int(self.kept.sum()) >= _FEWEST_ROWS
        if not enough or float(np.median(share[self.kept])) < _USUAL:
            return np.zeros(self.table.height, dtype=bool)
        return np.asarray(self.kept & (share <= _NEARLY_BLANK))

    @cached_property
    def marked(self) -> _Marked | None:
        """The column that says who did not finish: one that is named so first, else by the answers."""
        if int(self.kept.sum()) < _FEWEST_ROWS:
            return None
        found = [
            (named, one)
            for place in range(len(self.table.columns))
            if self._may_mark(place)
            for named in [bool(_NAMED.search(plain(self.table.headers[place][:_LONGEST])))]
            for one in self._splits(place, named=named)
            if self._holds(one.away, named=named)
        ]
        return max(found, key=lambda pair: (pair[0], int(pair[1].away.sum())))[1] if found else None

    def _may_mark(self, place: int) -> bool:
        role, _, reason, _ = self.kinds.roles[place]
        return role in _MARKS and reason not in _NEVER

    def _splits(self, place: int, *, named: bool) -> Iterator[_Marked]:
        """The ways in which a column may say so: a blank day, a number below the highest, a text."""
        column, table = self.table.columns[place], self.table
        blank = column.kinds == EMPTY
        if day_count(column) > _DAYS * int((~blank).sum()) > 0:
            yield _Marked(place, blank, "")
            return
        labels = table.labels(place)
        if not 1 < labels.count + int(blank.any()) <= (100 if named else _MOST_VALUES):
            return
        values = self.kinds.columns[place]
        if len(values.known) == int((~blank).sum()) > 0 and (
            not values.spoken or values.spoken.family == YES_NO
        ):
            top = values.values < np.nanmax(values.values)
            yield _Marked(place, top, _shown(labels.texts[top]))
            return
        for name in np.unique(labels.ids[labels.ids > 0]):
            here = labels.ids == name
            text = str(labels.texts[np.flatnonzero(here)[0]])
            others = [labels.names[one] for one in np.unique(labels.ids[(labels.ids > 0) & ~here])]
            if not named or _UNDONE.search(plain(text[:_LONGEST])) or _is_no(text, others):
                yield _Marked(place, here, text[:_LONGEST])

    def _holds(self, away: Flags, *, named: bool) -> bool:
        """Whether who did not finish by a column left the last questions blank, and the others did not."""
        here, others = self.kept & away, self.kept & ~away
        if not here.any() or here.sum() > _MOST * self.kept.sum():
            return False
        stopped, finished = float(self.late[here].mean()), float(self.late[others].mean())
        if named:
            return stopped <= finished - _APART
        enough = len(self.asked) >= _FEWEST_ASKED and here.sum() >= _FEWEST_ROWS / 2
        return bool(enough and stopped <= _STOPPED and finished >= _FINISHED)


def _is_no(text: str, others: Sequence[str]) -> bool:
    """Whether a text is the one of two that does not say yes."""
    return len(others) == 1 and is_good(others[0]) and not is_good(text)


def _shown(texts: npt.NDArray[np.object_]) -> str:
    """What a column says of those who stopped: one value, or the first few."""
    values = list(dict.fromkeys(str(text) for text in texts))
    return ", ".join(values[:3]) + (" …" if len(values) > 3 else "")  # noqa: PLR2004 - as many as are read at a glance
