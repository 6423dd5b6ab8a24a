"""What each column of responses is: a rating, an outcome, something about the respondent, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from cx.intake.survey.answers import (
    BLANK,
    OVERALL,
    Answered,
    Together,
    derived_suspects,
    is_short,
    is_slider,
)
from cx.intake.survey.kinds import Kinds
from cx.intake.survey.traits import set_aside_traits
from cx.intake.words import YES_NO, answer_phrases, headers, plain
from cx.process import Budget
from cx.records.file import Role

_OUTCOME = re.compile(
    r"\b(?:overall|all in all|general satisfaction|algemene? (?:tevr|oordeel)\w*|algeheel|eindoordeel|"
    r"totaaloordeel|totaalcijfer|gesamtzufriedenheit|insgesamt|globale?|nps|net promoter|recommend\w*|"
    r"aanbevel\w*|aanbeveel\w*|beveel\w*|aanrad\w*|raadt?|weiterempf\w*|empfehl\w*|empfiehl\w*|recommand\w*|churn\w*|attrition|opgezegd|opzegg(?!en\b)\w*|vertrokken|"
    r"retention|repurchase|loyal\w*|loyaliteit|cusa|cusl|blijf\w* klant|stay with us|outcome)"
)
_OVERALL = re.compile(r"\b(?:overall|algemene?|algeheel|totaal|satisfaction|tevredenheid|general|gesamt)")
_INDEX = re.compile(r"^(?:a|unnamed.*|index|row|rij|nr|no|#|id|volgnummer|record)$")
_IDENTIFIER = re.compile(r"\b(?:id|ids|identifier|nummer|uuid|guid|respondent\w*|klantnr|token)\b")
_NAMED: tuple[Role, ...] = ("weight", "respondent", "segment", "period", "channel", "journey", "time", "note")
_BEHAVIOUR = re.compile(r"\b(?:churn\w*|attrition|opzegg?\w*|opgezegd|vertrokken|retention|repurchase)\b")
"""What people do; on a scale of words it is rated like any touchpoint."""
_PROGRAM = re.compile(
    r"\b(?:latitude|longitude|breedtegraad|lengtegraad|progress|voortgang|finished|ip address|ipaddress|"
    r"ip adres|collector id|network id|browser|distribution channel|user language|click count|first click|"
    r"last click|page submit|duration|doorlooptijd|invultijd)\b"
)
_MOST_PERIODS, _MOST_GROUPS = 40, 60
_SURE = 0.7
_FEWEST, _MANY = 20, 50
_UNIQUE, _ANSWERS, _MOSTLY = 0.9, 0.8, 0.6
_LOWEST, _HIGHEST = -10.0, 10.0
_SHORT = 11
_GROUPS = 12
_SEVERAL = 3


def kinds_of(columns: Sequence[Answered], height: int, fixed: dict[int, Role], budget: Budget) -> Kinds:
    """Return what each column of responses is.

    Parameters
    ----------
    columns
        All columns of the table.
    height
        How many rows it has.
    fixed
        Position to role, where a person said so.
    budget
        The time for the file.
    """
    kinds = Kinds(columns, height)
    for place, role in fixed.items():
        kinds.give(place, "rating" if role == "satisfaction" else role, 1.0, "by_hand")
    for step in (
        _empty,
        _program,
        _named,
        _identifiers,
        _outcomes,
        _words,
        set_aside_traits,
        _off_scale,
    ):
        budget.check()
        step(kinds)
    _derived(kinds, budget)
    _overall(kinds)
    budget.check()
    flags = _flags(kinds)
    for column in kinds.open:
        if column.place in flags:
            kinds.give(column.place, "ignore", 0.5, "survey_yes_no")
        else:
            kinds.give(column.place, "rating", 0.85 if column.share > _UNIQUE else _SURE, "survey_rating")
    _several_outcomes(kinds)
    return kinds


def _empty(kinds: Kinds) -> None:
    for column in kinds.open:
        if not (column.states != BLANK).any():
            kinds.give(column.place, "ignore", 0.9, "survey_empty")
        elif _is_constant(column):
            kinds.give(column.place, "ignore", 0.7, "survey_constant")


def _is_constant(column: Answered) -> bool:
    """The same number in nearly every row; a touchpoint that few met may well have one rating only."""
    often = len(column.known) > max(_MANY, _UNIQUE * len(column.values))
    return often and bool(column.known.min() == column.known.max())


def _named(kinds: Kinds) -> None:
    """Weight, respondent, segment, period and the like by their names; each once."""
    for column in kinds.open:
        role, confidence, reason = headers.named(column.header)
        if role not in _NAMED or confidence < _SURE or kinds.gave(role):
            continue
        if _is_fine_grained(column, role, kinds.height):
            if role == "period" and column.words:
                kinds.give(column.place, "time", confidence, reason)
            continue
        if role == "weight" and (column.share < _ANSWERS or (column.known < 0).any()):
            continue
        if role != "weight" and confidence < headers.EXACT and is_short(column, kinds.height):
            continue  # "Outage updates" rates; it is no date
        kinds.give(column.place, role, confidence, reason)


def _is_fine_grained(column: Answered, role: Role, height: int) -> bool:
    """Whether a column has too many values to group respondents by: dates, years of birth, postcodes."""
    different = len(column.counted.values) + column.words
    if role == "period":
        return different > min(_MOST_PERIODS, max(_FEWEST, height // 3))
    return role in ("segment", "channel", "journey") and different > min(
        _MOST_GROUPS, max(_FEWEST, height // 3)
    )


def _program(kinds: Kinds) -> None:
    """What survey programs note about an interview."""
    for column in kinds.open:
        if _PROGRAM.search(plain(column.header)) and not _is_asked(column.header):
            kinds.give(column.place, "ignore", 0.8, "survey_program")


def _is_asked(header: str) -> bool:
    return bool(re.search(r"satisf|tevred|zufried|rating|cijfer|score|\?", header, re.IGNORECASE))


def _overall(kinds: Kinds) -> None:
    """The overall item, that names no touchpoint and is no sum: an outcome, where others are rated."""
    left = kinds.open
    named = [column for column in left if OVERALL.search(plain(column.header))]
    if len(left) - len(named) > 1 and len(named) == 1:
        kinds.give(named[0].place, "outcome", 0.7, "survey_outcome")


def _identifiers(kinds: Kinds) -> None:
    """Row numbers and other numbers or texts that nobody shares."""
    for column in kinds.open:
        name, known = plain(column.header), column.known
        whole = bool(len(known)) and bool((known == np.rint(known)).all())
        if whole and len(known) > _MANY and len(np.unique(known)) > _UNIQUE * len(known):
            steps = np.diff(known)
            if len(known) == kinds.height and (steps == 1).all():
                kinds.give(column.place, "ignore", 0.9, "survey_index")
            elif _IDENTIFIER.search(name) and not kinds.gave("respondent"):
                kinds.give(column.place, "respondent", 0.8, "survey_id")
            else:
                kinds.give(column.place, "ignore", 0.8, "survey_id")
        elif _INDEX.match(name) and whole and known.max() > _HIGHEST:
            kinds.give(column.place, "ignore", 0.8, "survey_id")


def _outcomes(kinds: Kinds) -> None:
    for column in kinds.open:
        name = plain(column.header)
        usable = column.share >= _ANSWERS or column.words == 2  # noqa: PLR2004 - two labels
        behaved = _BEHAVIOUR.search(name) and column.spoken and column.spoken.family != YES_NO
        if usable and not behaved and (name in answer_phrases.OUTCOMES or _OUTCOME.search(name)):
            kinds.give(column.place, "outcome", 0.85, "survey_outcome")


def _words(kinds: Kinds) -> None:
    """Texts that are no answers: groups of respondents, or remarks."""
    for column in kinds.open:
        if column.share < _ANSWERS:
            few = 0 < column.words <= _GROUPS
            kinds.give(column.place, "ignore", 0.6, "survey_trait" if few else "survey_text")


def _off_scale(kinds: Kinds) -> None:
    """Numbers beyond the short scale that most columns share; 0 to 100 where most reach that far."""
    cores = {column.place: kinds.core(column) for column in kinds.open}
    short = {place for place, (low, high) in cores.items() if low >= _LOWEST and high <= _SHORT}
    sliders = {place for place, core in cores.items() if place not in short and is_slider(core)}
    allowed = short if len(short) >= len(sliders) else sliders
    for place in cores:
        if place not in allowed:
            kinds.give(place, "ignore", 0.7, "survey_off_scale")


def _flags(kinds: Kinds) -> set[int]:
    """Columns of yes and no, where others have a longer scale."""
    flags = {column.place for column in kinds.open if kinds.core(column) == (0.0, 1.0)}
    return flags if len(flags) < _MOSTLY * len(kinds.open) else set()


def _derived(kinds: Kinds, budget: Budget) -> None:
    """Averages of other ratings, and copies of one."""
    seen: dict[bytes, Answered] = {}
    for column in kinds.open if kinds.height > _MANY else ():
        mark = column.counted.values.tobytes() + column.counted.counts.tobytes()
        first = seen.setdefault(mark, column)
        if first is not column and np.array_equal(first.values, column.values, equal_nan=True):
            kinds.give(column.place, "ignore", 0.9, "survey_copy", first.header)
    left = kinds.open
    suspects = derived_suspects(left)
    away = {column.place for column in suspects}
    together = Together([column for column in left if column.place not in away])
    for column in suspects:
        budget.check()
        if together.count > 1 and together.give(column):
            kinds.give(column.place, "ignore", 0.85, "survey_average")


def _several_outcomes(kinds: Kinds) -> None:
    """Columns such as ``NPS invoice`` and ``NPS app`` rate touchpoints where no other column does."""
    found = [column for column in kinds.of("outcome") if kinds.roles[column.place][2] == "survey_outcome"]
    parts = (column for column in found if not _OVERALL.search(plain(column.header)))
    named = [column for column in parts if is_short(column, kinds.height)]
    if not kinds.of("rating") and len(named) >= _SEVERAL:
        for column in named:
            kinds.roles[column.place] = ("rating", _SURE, "survey_rating", "")


def ordered_outcomes(outcomes: Sequence[Answered]) -> list[Answered]:
    """Return the outcomes with the overall judgement first."""
    return sorted(outcomes, key=lambda column: not _OVERALL.search(plain(column.header)))
