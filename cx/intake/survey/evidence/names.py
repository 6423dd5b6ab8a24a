"""Witnesses that read the header of one column: what it says, and how much of it that explains."""

from __future__ import annotations

import re

from cx.intake.survey.evidence.around import Around
from cx.intake.survey.evidence.cells import Said
from cx.intake.survey.evidence.profile import Profile
from cx.intake.words import goodness
from cx.intake.words.headers import CONTAINED, EXACT, INSIDE, named
from cx.intake.words.question_words import NUMBER_OF, asks, explained
from cx.records.file import Role

ROLES: tuple[Role, ...] = (
    "weight", "respondent", "segment", "period", "time", "channel", "journey", "note",
)  # fmt: skip
"""Roles that a header may name."""
_ROW = re.compile(
    r"^(?:a|unnamed.*|index|row|rij|nr|no|#|id|ids|volgnummer|record|numero|num|identifiant|nummer)$"
)
_IDENTIFIER = re.compile(r"\b(?:id|ids|identifier|nummer|uuid|guid|respondent\w*|klantnr|token)\b")
_CODED = re.compile(r"(?<![\w.,])(-?\d{1,2})\s*[=:]\s*([^\W\d][^,;/()\[\]=]{0,40})")
_HALF, _FULL = 0.4, 0.6
_TWO = 2


def names_role(one: Profile, _around: Around) -> Said:
    """The role that the header names, of those that say something about rows."""
    role, confidence, _ = named(one.header)
    if role in ROLES and confidence >= INSIDE:
        if confidence == EXACT:
            yield f"named_exact:{role}", 1.0
        elif not asks(one.header):
            yield f"named_part:{role}", 1.0 if confidence == CONTAINED else _FULL
    if _ROW.match(one.words):
        yield "names_row", 1.0
    elif _IDENTIFIER.search(one.words):
        yield "names_identifier", 1.0


def names_kind(one: Profile, around: Around) -> Said:
    """Words for outcomes, traits, counts ..., as strong as the share of the header that they explain."""
    for kind in ("outcome", "trait", "count", "program"):
        share = 1.0 if kind == "outcome" and around.is_overall(one) else explained(one.header, kind)
        least = _FULL if share and kind == "program" else 0.0
        strength = max(least, min(1.0, (share - _HALF) / _FULL))
        if strength > 0:
            yield f"names_{kind}", strength
    if NUMBER_OF.search(one.words):
        yield "number_of", 1.0


def names_aspect(one: Profile, around: Around) -> Said:
    """What is asked of several things: importance, expectation, how often, satisfaction; by the words they share."""
    question = around.question_of(one)
    for kind in ("importance", "expectation", "frequency", "satisfaction"):
        if explained(question, kind):
            yield f"names_{kind}", 1.0


def is_asked(one: Profile, _around: Around) -> Said:
    """A question to a person names no period and no weight."""
    if asks(one.header):
        yield "asks", 1.0


def explains_codes(one: Profile, _around: Around) -> Said:
    """Codes of what people are: (1 = man, 2 = woman); the ends of a scale are good and bad."""
    found = _CODED.findall(one.header[:500])
    if len(found) >= _TWO and not any(goodness(words.strip()) for _, words in found):
        yield "explains_codes", 1.0


WITNESSES = (names_role, names_kind, names_aspect, is_asked, explains_codes)
