"""Texts beside a good and a bad answer that are none: ``Offered`` in a column of ``Good`` and ``Bad``."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cx.intake.survey.answers.texts.record import Texts
from cx.intake.words import NUMBERED, YES_NO, ladders_of, level, named, number_in_words, spoken
from cx.intake.words.headers import explained
from cx.process import steps

_MOST_TEXTS, _MOST_REST, _LONGEST = 9, 5, 30
_REPEATED, _SHARED = 0.02, 2


def unrated(columns: Sequence[Texts], settled: Sequence[Collection[str]]) -> list[list[str]]:
    """Return for each column the texts that say that there is no answer; empty where its texts are answers.

    A column of help desks says how a ticket was rated, or where the rating stands. It is known by a header of
    satisfaction or a rating, by a known good and a known bad answer, and by further texts that come back and
    are no degree of anything. Columns that share their answers with others are grids of questions: there the
    answers of the others tell what a text means.

    Parameters
    ----------
    columns
        All columns of a table; codes in words left out.
    settled
        Per column the texts of which a person said what they are.
    """
    found = [[] if told else _of_column(one) for one, told in zip(steps(columns), settled, strict=True)]
    held = [set(one.counts) for one in columns]
    return [
        rest
        if rest and not any(len(own & other) >= _SHARED for at, other in enumerate(held) if at != place)
        else []
        for place, (rest, own) in enumerate(zip(steps(found), held, strict=True))
    ]


def _of_column(one: Texts) -> list[str]:
    if one.numbers or not len(one.counts) <= _MOST_TEXTS or not _is_rating(one.header):
        return []
    rest = [text for text in one.counts if not _is_known(text)]
    known = [text for text in one.counts if text not in rest]
    least = max(2, _REPEATED * sum(one.counts.values()))
    short = all(len(text) <= _LONGEST and one.counts[text] >= least for text in rest)
    return rest if _are_good_and_bad(known) and 0 < len(rest) <= _MOST_REST and short else []


def _are_good_and_bad(texts: Sequence[str]) -> bool:
    """Whether they are answers of one scale, on both sides of its middle."""
    said = spoken([texts])[0] if len(texts) > 1 else None
    if said is None or said.family in (NUMBERED, YES_NO):
        return False
    middle = (said.low + said.high) / 2
    return min(said.numbers.values()) < middle < max(said.numbers.values())


def _is_rating(header: str) -> bool:
    return named(header)[0] == "satisfaction" or explained(header, "satisfaction") > 0


def _is_known(text: str) -> bool:
    """Whether a text is a degree of something, or carries its number."""
    return level(text) is not None or bool(ladders_of(text)) or number_in_words(text) is not None
