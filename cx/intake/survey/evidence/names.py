"""Witnesses that read the header of one column: what it says, and how much of it that explains."""

from __future__ import annotations

import re

from cx.intake.survey.evidence.around import Around
from cx.intake.survey.evidence.cells import Said
from cx.intake.survey.evidence.profile import Profile
from cx.intake.words import goodness
from cx.intake.words.headers import (
    CONTAINED,
    EXACT,
    INSIDE,
    asks,
    counts,
    explained,
    named,
    said_of,
    wants,
)
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
_WEIGHT = re.compile(
    r"weight|gewicht|gewogen|weging|weegf|ponder|\bweeg|\bpoids\b|\bpesos?\b|\bwt|wt\d*\b|wgt|\bvikt|\bvaegt|\bvekt|"
    r"redressement|\bpoids|raking|calibrat|\bpaino|\bwag[ai]\b|\bvah[ay]\b|suly|agirlik|\bves\b|\bvaha\b|\bbobot\b"
)
"""Words for a weight, also inside a longer word: ``weight_trim``, ``wt final``, ``Endgewicht``."""
_EXPANDS = re.compile(
    r"expansion|expand|gross(?:ing|ed)|hochrech|extrapol|elevac|expans|raising|uplift|ophoog|uppraknin|opregn|"
    r"pop(?:ulation)? ?(?:w|g)|calibrat|raking|redressement"
)
"""Words for a weight that stands for people: nothing but a survey has one."""
_MAYBE = 0.3
_UNIT = re.compile(r"\b(?:kg|kilos?|kilogram\w*|g|gr|gramm?\w*|lbs?|pounds?|pfund|ounces?|oz|libras?)\b")
_HALF, _FULL, _LITTLE = 0.4, 0.6, 0.25
_STEP = re.compile(r"(?<=[^A-Za-z0-9_.,#-])\d{1,2}(?!\S?[A-Za-z0-9_%])")
"""A number that stands alone, not in front of all."""
_TOLD = 0.75
"""So many give the answer that they are told to give."""
_TWO, _LONGEST = 2, 500


def names_role(one: Profile, _around: Around) -> Said:
    """The role that the header names, of those that say something about rows."""
    role, confidence, _ = named(one.header)
    if role in ROLES and confidence >= INSIDE and not (role == "weight" and _is_mass(one)):
        if confidence == EXACT:
            yield f"named_exact:{role}", 1.0
        elif not asks(one.header):
            share = said_of(one.header, role) if confidence == CONTAINED else _FULL
            yield f"named_part:{role}", max(0.0, (share - _LITTLE) / (1 - _LITTLE))
    if _ROW.match(one.words):
        yield "names_row", 1.0
    elif _IDENTIFIER.search(one.words):
        yield "names_identifier", 1.0


def _is_mass(one: Profile) -> bool:
    """Whether the header says in what something was weighed."""
    return bool(_UNIT.search(one.header[:_LONGEST].casefold()))


def names_weight(one: Profile, _around: Around) -> Said:
    """A word for a weight in the header of a column whose cells weigh: a parcel's weight does not.

    Where the cells can be numbers of people and need not, the word has to be one that only surveys use.
    """
    expands = bool(_EXPANDS.search(one.words))
    if not (expands or _WEIGHT.search(one.words)) or asks(one.header) or _is_mass(one):
        return
    if one.weighs:
        yield "names_weight", 1.0
    elif one.may_weigh:
        yield "may_weigh", 1.0 if expands else _MAYBE


def names_kind(one: Profile, around: Around) -> Said:
    """Words for outcomes, traits, counts ..., as strong as the share of the header that they explain."""
    for kind in ("outcome", "trait", "count", "program"):
        whole = kind == "outcome" and (around.is_overall(one) or around.is_intention(one))
        share = 1.0 if whole else explained(one.header, kind)
        if kind == "outcome" and share < 1 and _is_asked_of_each(one, around):
            share = explained(around.framed.rest.get(one.place, ""), kind)
        least = _FULL if share and kind == "program" else 0.0
        strength = max(least, min(1.0, (share - _HALF) / _FULL))
        if strength > 0:
            yield f"names_{kind}", strength
    if counts(one.header):
        yield "number_of", 1.0


def _is_asked_of_each(one: Profile, around: Around) -> bool:
    """Whether its question is asked of several things on one scale: whether people recommend each of them."""
    return around.is_asked_of_many(one) and explained(around.question_of(one), "outcome") > 0


def names_aspect(one: Profile, around: Around) -> Said:
    """What is asked of several things: importance, expectation, satisfaction; by the words they share."""
    question, shared = around.question_of(one), around.asked_together(one)
    for kind in ("importance", "expectation", "frequency", "satisfaction"):
        share = explained(question, kind) or float(kind == "expectation" and _is_wanted(one, around))
        if kind == "frequency" and not around.rates_beside(one):
            continue  # where nothing else is rated, how often things went well is the rating
        if kind == "frequency" and not shared and around.mood(one).runs_along:
            continue  # how often a bus comes is rated as well
        strength = 1.0 if shared or kind == "satisfaction" else min(1.0, (share - _HALF) / _FULL)
        if share and strength > 0:
            yield f"names_{kind}", strength


def _is_wanted(one: Profile, around: Around) -> bool:
    """Whether it asks what people want of the things that another question asks about without such a word."""
    others = around.asked_of_the_same(one)
    return wants(around.question_of(one)) and not all(map(wants, others))


def is_asked(one: Profile, _around: Around) -> Said:
    """A question to a person names no period and no weight."""
    if asks(one.header):
        yield "asks", 1.0


def explains_codes(one: Profile, _around: Around) -> Said:
    """Codes of what people are: (1 = man, 2 = woman); the ends of a scale are good and bad."""
    found = {float(code): words for code, words in _CODED.findall(one.header[:_LONGEST])}
    each = one.is_answers and one.different <= len(found) and set(one.answers.counted.values) <= found.keys()
    if len(found) >= _TWO and each and not any(goodness(words.strip()) for words in found.values()):
        yield "explains_codes", 1.0


def tells_answer(one: Profile, around: Around) -> Said:
    """A check of attention: its header names one step between the ends, and nearly all gave just that."""
    found = _STEP.findall(one.header[:_LONGEST])
    often = one.answers.counted
    if len(found) != 1 or one.place not in around.in_scale or not one.whole or one.in_words:
        return
    told, (low, high) = float(found[0]), around.most or one.ends
    most = float(often.values[int(often.counts.argmax())])
    if low < told < high and told == most and often.counts.max() >= _TOLD * one.numbers:
        yield "tells_answer", 1.0


WITNESSES = (names_role, names_weight, names_kind, names_aspect, is_asked, explains_codes, tells_answer)
