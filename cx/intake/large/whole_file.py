"""What a large file must hold beside its sums, for the small way to find in it what it finds in a part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cx.intake.digest import Digest, digest
from cx.intake.survey.people import Lines, lines_expected
from cx.records.file import Choices, Responses, Role, Workbook

_FEWEST_ROWS = 5_000
_MOST_TEXTS = 1_000
_ANSWERS: tuple[Role, ...] = ("rating", "outcome", "respondent")
_GROUPS: tuple[Role, ...] = ("segment", "period", "channel", "journey")
_MOST_GROUPS = 9
"""So few groups are never taken for clusters of answers; what else they show, a part shows."""


@dataclass(frozen=True)
class Whole:
    """What is known of a whole file by a part of it, and has to be so in all of it."""

    known: Mapping[str, tuple[str, ...]]
    """Header of each column that is no rating and names nobody, to the texts that it may hold."""
    lines: tuple[Lines, ...]
    """How many of the part answer a battery with one answer by their mood."""
    used: int
    """How many respondents the part has; all of its rows."""


def whole_of(part: Workbook, choices: Choices, responses: Responses, rated: Sequence[str]) -> Whole | None:
    """Return what all of a file must hold for its sums to say all that there is to say.

    So it can be where the columns are ratings, outcomes, a code of each respondent's own, few groups and what
    never changes, and where every row is a respondent who counts.

    Parameters
    ----------
    part, choices, responses
        As :func:`cx.intake.large.large_survey` takes them.
    rated
        The headers of the ratings that are added up.
    """
    found = digest(part, choices)
    table, survey = found.table, found.survey
    if table is None or survey is None or survey.kept is None or not survey.kept.all():
        return None
    if survey.used < max(_FEWEST_ROWS, 1) or len(table.rows) != survey.used or not _are_answers(found):
        return None
    others = [name for name in table.headers if name not in rated and name != responses.respondent]
    known = {name: _texts(found, name) for name in others}
    if any(texts is None for texts in known.values()):
        return None
    lines = lines_expected(survey.ratings, survey.scales, survey.kept)
    return Whole({name: texts or () for name, texts in known.items()}, tuple(lines), survey.used)


def _are_answers(found: Digest) -> bool:
    """Whether each column is of answers, of those who answered or their few groups, or holds one text."""
    table, survey = found.table, found.survey
    if table is None or survey is None:
        return False
    apart = [one for one in survey.readings if one.role not in _ANSWERS]
    return all(
        len(_texts(found, one.header) or " " * _MOST_TEXTS) <= (_MOST_GROUPS if one.role in _GROUPS else 1)
        for one in apart
    )


def _texts(found: Digest, header: str) -> tuple[str, ...] | None:
    """The different texts of a column; nothing where they are many."""
    if found.table is None:
        return None
    column = found.table.columns[found.table.headers.index(header)]
    codes = np.unique(column.codes)
    places = codes[codes >= 0].tolist()
    return tuple(column.texts[at] for at in places) if len(places) <= _MOST_TEXTS else None
