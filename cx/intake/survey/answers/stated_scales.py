"""The scale that a header states, or the answers themselves: where it is said, or fits what was answered."""

from __future__ import annotations

import re

import numpy as np

from cx.intake.columns import SCHOOLS, scale_of
from cx.intake.survey.answers.code_suspects import core_of
from cx.intake.survey.answers.column import Answered
from cx.intake.survey.answers.scale_by_labels import labelled_scale
from cx.intake.survey.answers.usual_scales import usual
from cx.intake.words import NUMBERED, plain, school_grades
from cx.records.scale import Scale

_LONGEST, _LONGEST_HEADER = 100, 1_000
_NEARLY, _NEAR_END = 0.98, 2
SHORTER, _SURE = 7, 20
"""Answers that end here, so many of them, were given on a shorter scale than 0 to 10."""
PROMOTERS = Scale(0, 10)
_TO = (
    r"\s*(?:-|–|—|~|～|\.\.+|…|/|t/m|to|tot|bis|à|a|ate|até|and|en|und|et|y|e|until|til|till|do|ile|до|"
    r"έως|から|到|至)\s*"
)
_SAID = re.compile(
    rf"[(\[][^()\[\]]{{0,60}}-?\d{{1,3}}{_TO}-?\d{{1,3}}(?!\d)[^()\[\]]{{0,60}}[)\]]"
    rf"|\b(?:schaal|scale|skala|[ée]chelle|escala|scala|cijfer|rapportcijfer|score|note|nota|mark|grade|"
    rf"rat(?:e|ing)|"
    rf"punt(?:en)?|points?|punkte)\b[^\d]{{0,20}}-?\d{{1,3}}{_TO}-?\d{{1,3}}(?!\d)"
    r"|(?<![\w.,])-?\d{1,3}\s*(?:=|:|is|means|betekent|bedeutet|signifie)\s*[^\W\d]"
    r"|\b(?:5|7|10)\s*-?\s*(?:punts|points?|pt|punkte)|(?:out of|op de|van de)\s*(?:5|7|10|100)\b|/\s?(?:5|"
    r"7|10|100)\s*$",
    re.IGNORECASE,
)
"""How headers say a scale: ``(1-5)``, ``on a scale from 0 to 10``, ``1 = bad``, ``out of 5``."""
_TOP_ALONE = re.compile(r"(?:/|\b(?:out of|op de|van de|sur|von|su|sobre|de))\s?10\W*$", re.IGNORECASE)
_FEW, _TEN = 30, 10


def stated_scale(column: Answered) -> Scale | None:
    """Return the scale that a header or the answers themselves state, else ``None``."""
    if column.recoded:
        return Scale(*column.recoded)
    if column.legend and not column.labels:
        return column.legend
    spoken = column.spoken
    if spoken and spoken.family != NUMBERED:
        return Scale(spoken.low, spoken.high, spoken.direction)
    reading = scale_of(column.header, np.empty(0))
    labels = labelled_scale(column)
    if labels and labels.ends:
        return Scale(*labels.ends, labels.direction or reading.scale.direction)
    if reading.stated and reading.scale.kind in ("rating", "ces") and reading.scale.maximum <= _LONGEST:
        stated = Scale(reading.scale.minimum, reading.scale.maximum, reading.scale.direction)
        return stated if _holds(column, stated) and not _begins_lower(column, stated) else None
    return PROMOTERS if names_promoters(column.header) and not _ends_early(column) else None


def _holds(column: Answered, stated: Scale) -> bool:
    """Whether a scale in a header is one: said as scales are, or used end to end by the answers."""
    if (stated.minimum, stated.maximum) in SCHOOLS:
        low, high = core_of(column.counted)
        used = low <= stated.minimum + _NEAR_END and high >= stated.maximum - _NEAR_END
        return used and stated.minimum <= low and high <= stated.maximum
    return _is_said(column.header) or school_grades(column.header) is not None or _fits(column, stated)


def _begins_lower(column: Answered, stated: Scale) -> bool:
    """Whether the header says where marks end alone, ``/10``, and some were 0: the cells say what that is."""
    top = _TOP_ALONE.search(column.header[:_LONGEST_HEADER])
    return bool(top) and stated.maximum == _TEN and stated.minimum > 0 and bool((column.known == 0).any())


def names_promoters(header: str) -> bool:
    """Return whether a header speaks of the net promoter score, which is asked from 0 to 10.

    Examples
    --------
    >>> names_promoters("NPS visit"), names_promoters("Visit")
    (True, False)
    """
    words = plain(header).split()
    return "nps" in words or {"net", "promoter"} <= set(words)


def _is_said(header: str) -> bool:
    """Whether two numbers in a header are said to be a scale: in brackets, behind a word for it, with words.

    Elsewhere they number a question or give hours, sizes and days: ``1-2. Delivery``, ``Desk 9-5``.
    """
    return bool(_SAID.search(header[:_LONGEST_HEADER]))


def _fits(column: Answered, stated: Scale) -> bool:
    """Whether the answers use a scale as the header may say it, end to end; a few of them only lie in it."""
    known = column.counted
    if not len(known.values):
        return False
    inside = (known.values >= stated.minimum) & (known.values <= stated.maximum)
    if known.counts[inside].sum() < _NEARLY * known.counts.sum():
        return False
    found = usual(core_of(known))
    ends, said = (found.minimum, found.maximum), (stated.minimum, stated.maximum)
    unused = said == (PROMOTERS.minimum, PROMOTERS.maximum) and ends == (1, PROMOTERS.maximum)  # few answer 0
    return known.counts.sum() < _FEW or ends == said or unused


def _ends_early(column: Answered) -> bool:
    """Whether many answers never pass the end of a shorter scale."""
    return len(column.known) >= _SURE and float(column.known.max()) <= SHORTER
