"""Columns that count something or say who the respondent is, and so rate nothing."""

from __future__ import annotations

import re

from cx.intake.survey.answers import Answered
from cx.intake.survey.kinds import Kinds
from cx.intake.words import YES_NO, plain

_TRAIT = re.compile(
    r"\b(?:gender|geslacht|sex|age|leeftijd|postcode|zip|regio|region|country|land|province|provincie|branch|"
    r"education|opleiding|income|inkomen|household|huishouden|customer type|klanttype|type|class|klasse|"
    r"segment|group|groep|leeftijds\w*|inkomens\w*|alters\w*|einkommens?\w*|geschlecht|beruf|beroep|"
    r"bundesland|tranche d age|sexe|cluster|code|cohort|panel|taal|language|product)\b"
)
_COUNT = re.compile(
    r"\b(?:number of|no of|aantal|count|how many|hoeveel|times|keer|years?|jaren|jaar|months?|maanden|"
    r"minutes|"
    r"minuten|hours|uren|days|dagen|distance|afstand|delay|vertraging|duration|duur|tenure|visits|bezoeken)\b"
)
_NUMBER_OF = re.compile(r"\b(?:number of|no of|aantal|count|how many|hoeveel)\b")
_BESIDE_TRAIT = re.compile(
    r"\b(?:of|the|your|in|van|de|het|je|jouw|a|an|en|and|customer|klant|respondent|user|name|naam|id|nr|number|"
    r"nummer|type|band|bracket|category|categorie|level|niveau|size|grootte|birth|main|home|own|\d+)\b"
)
"""Words that leave a name about the respondent what it is: level of education."""
_SEVERAL = 3
_SPANNED = 0.75


def set_aside_traits(kinds: Kinds) -> None:
    """Counts, and what is about the respondent; "Branch visit" answered as the others are is a rating."""
    shared = _Shared(kinds)
    for column in kinds.open:
        name = plain(column.header)
        if column.spoken and column.spoken.family != YES_NO:
            continue
        if _COUNT.search(name):
            if _NUMBER_OF.search(name) or not _rates(column, _COUNT.sub("", name), shared):
                shared.close(column, "survey_count")
        elif (
            _TRAIT.search(name)
            and not re.search(r"satisf|tevred|rating|cijfer|score", name)
            and not _rates(column, _TRAIT.sub("", name), shared)
        ):
            shared.close(column, "survey_trait")


class _Shared:
    """The ends that most columns without a role share, while those get their roles from left to right."""

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        places: dict[tuple[float, float], list[int]] = {}
        for column in kinds.open:
            places.setdefault(kinds.core(column), []).append(column.place)
        self.places = {core: found for core, found in places.items() if len(found) > 1}
        self.gone = dict.fromkeys(self.places, 0)
        self.first = dict.fromkeys(self.places, 0)

    def close(self, column: Answered, reason: str) -> None:
        """Take a column for something else than a rating, and count it no more."""
        self.kinds.give(column.place, "ignore", 0.7, reason)
        core = self.kinds.core(column)
        if core in self.places:
            self.gone[core] += 1
            left = self.places[core]
            while self.first[core] < len(left) and left[self.first[core]] in self.kinds.roles:
                self.first[core] += 1

    def by_most(self, own: Answered) -> tuple[float, float] | None:
        """Return the ends that most others have, of equally many the first; ``None`` where no two agree."""
        best: tuple[int, int] = (-1, 0)
        found = None
        for core, places in self.places.items():
            mine = core == self.kinds.core(own)
            count = len(places) - self.gone[core] - mine
            if count > 1 and -count <= best[0]:
                at = self.first[core]
                first = places[at + 1] if mine and places[at] == own.place else places[at]
                if (-count, first) < best:
                    best, found = (-count, first), core
        return found


def _rates(column: Answered, rest: str, shared: _Shared) -> bool:
    """Whether a name says more than a trait does, over answers that span the scale of most others."""
    if not _BESIDE_TRAIT.sub("", rest).strip():
        return False
    found = shared.by_most(column)
    if found is None:
        return False
    (low, high), own = found, shared.kinds.core(column)
    spans = own[0] >= low and own[1] <= high and own[1] - own[0] >= _SPANNED * (high - low)
    return spans and high - low >= _SEVERAL
