"""Ratings of which nothing says that they are any: a person is asked, and they are drawn until then."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from cx.intake.cells import Labels
from cx.intake.columns import Subject
from cx.intake.survey.answers import Answered, Values, names_promoters
from cx.intake.survey.clusters import likely
from cx.intake.survey.evidence import shares_mood, stands_alone, tells_rating
from cx.intake.survey.kinds import Kinds
from cx.intake.words import plain
from cx.intake.words.headers import WEAK
from cx.process import steps
from cx.records.file import Role

_ONLY_SURVEYS: tuple[Role, ...] = ("importance", "expectation", "weight")
"""Roles of columns that nothing but a survey has."""
_ANSWERER = re.compile(
    r"\b(?:respond|respuest|repons|repond|antwort|survey|enquet|umfrage|intervie|particip|deelnem|teilnehm)"
)
"""What a column of those who answered is called, and no list of things has."""
_SHOWN, _LONGEST = 12, 120


def notice_doubts(subject: Subject, kinds: Kinds, ratings: Sequence[Answered]) -> None:
    """Ask whether columns are ratings: all of them where nothing says so, else those that stand alone.

    Parameters
    ----------
    subject
        A table with one row a respondent.
    kinds
        What its columns are.
    ratings
        The columns that rate, without codes.
    """
    if subject.choices.shape or any(one.place not in kinds.settled for one in ratings):
        return  # a person said what a row is, or which column rates
    told = any(map(tells_rating, steps(ratings))) or _are_averages(ratings)
    if not (told or _is_survey(kinds) or shares_mood(ratings)):
        _notice_all(subject, ratings)
        return
    asked = {one.column for one in subject.noticed.findings if one.code == "role_ambiguous"}
    for one in stands_alone(ratings):
        if one.header not in asked and not tells_rating(one):
            subject.noticed.column(
                "warning", "role_ambiguous", one.place, own_role="rating", other_role="ignore"
            )


def notice_doubt(subject: Subject, rating: Answered, about: Labels) -> None:
    """Ask whether the only column of answers rates what its rows name.

    Not where a header says so, and not where the rows of one person go along with each other as answers do.

    Parameters
    ----------
    subject
        A table with one row a rating.
    rating
        The column that rates, without codes.
    about
        (rows,) what each rating is about.
    """
    own = subject.roles.readings[rating.place]
    by_hand = subject.choices.shape or own.reason == "by_hand"
    named = own.role == "satisfaction" and own.confidence >= WEAK
    if not (by_hand or named or tells_rating(rating) or _of_people(subject, rating, about)):
        _notice_all(subject, [rating])


def _of_people(subject: Subject, rating: Answered, about: Labels) -> bool:
    """Whether a column names those who answered, and those of one name are alike beyond chance."""
    means = _means(about, rating.values)
    return any(
        place != rating.place
        and _ANSWERER.search(plain(header))
        and likely(subject.table.labels(place).ids, [(slice(None), rating.values - means)]) is not None
        for place, header in enumerate(steps(subject.table.headers))
    )


def _means(about: Labels, values: Values) -> Values:
    """(rows,) the mean rating of what each row is about."""
    known = ~np.isnan(values)
    count = np.bincount(about.ids[known], minlength=len(about.names))
    total = np.bincount(about.ids[known], values[known], minlength=len(about.names))
    return np.asarray((total / np.maximum(count, 1))[about.ids])


def _is_survey(kinds: Kinds) -> bool:
    """Whether other columns are such as only a survey has."""
    said = (one.said for place, one in kinds.settled.items() if kinds.roles[place][2] == "survey_program")
    asked = (tells_rating(one) or names_promoters(one.header) for one in kinds.of("outcome"))
    beside = any(kinds.gave(role) for role in _ONLY_SURVEYS)
    beside = beside or any(_ANSWERER.search(plain(one.header)) for one in kinds.of("respondent"))
    return beside or bool(kinds.met) or any(asked) or any("names_program" in one for one in said)


def _are_averages(ratings: Sequence[Answered]) -> bool:
    """Whether a column holds broken numbers of a scale: read as averages by witnesses of their own."""
    return any(bool((one.known != np.rint(one.known)).any()) for one in steps(ratings))


def _notice_all(subject: Subject, ratings: Sequence[Answered]) -> None:
    headers = tuple(one.header for one in ratings)
    shown = [f"“{header[:_LONGEST]}”" for header in headers[:_SHOWN]]
    more = ["…"] if len(headers) > _SHOWN else []
    listed = ", ".join([*shown, *more])
    subject.noticed.sheet(
        "warning", "ratings_doubted_ambiguous", n=len(headers), columns=listed, others=headers
    )
