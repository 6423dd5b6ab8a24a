"""What numbers stand for where a header, or a line above a table, says so: ``1 = good, 5 = poor``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cx.intake.words import answer_phrases as phrases
from cx.intake.words.answers import code_kind
from cx.intake.words.comparable import plain
from cx.intake.words.levels import goodness
from cx.records.scale import Direction

_PAIR = re.compile(
    r"(?<![\w.,])(-?\d{1,3})\s{0,3}(?:=|:|\bis\b|\bmeans\b|\bbetekent\b|\bbedeutet\b|\bsignifie\b|\bsignifica\b)"
    r"\s{0,3}[\"“„«']?([^\W\d][^\d,;/()\[\]|\n]{0,80})",
    re.IGNORECASE,
)
_LONGEST = 2_000
_BRACKET = re.compile(r"[()\[\]{}]")
_FEWEST = 2
_AROUND = " .\"“”«»'"
_SCHOOLS: tuple[tuple[re.Pattern[str], tuple[float, float]], ...] = (
    (re.compile(r"\bschulnoten?\b|\bwie in der schule\b"), (1.0, 6.0)),
    (
        re.compile(
            r"\b(?:jako|ako|jak) (?:ve?|vo) skole?\b|\b(?:o?znamkuj\w*|skolni znamk\w*|skolsk\w* znamk\w*)"
        ),
        (1.0, 5.0),
    ),
)
"""How school grades of which 1 is the best are called, and their ends."""
_GRADES = re.compile(r"\b(?:gesamt|durchschnitts|teil|einzel)?noten?\b|\bnoten(?:durchschnitt|mittel)\w*")
_GERMAN = re.compile(
    r"\b(?:mittelwert|mittlere\w*|durchschnitt\w*|gesamt\w*|von|vergeben\w*|fur|ihre?|bitte|der|die|das|des|"
    r"noten\w+|\w+noten?)\b"
)
_AGAINST = re.compile(
    r"\b(?:annoy\w*|frustrat\w*|irritat\w*|irritier\w*|stress\w*|nuisance|trouble|difficult\w*|worr\w+|effort|hassle|"
    r"ergernis\w*|hinder|overlast|moeite|zorgen|moeilijk\w*|stoor\w*|arger\w*|verargert|frust\w*|aufwand|sorgen?|"
    r"muhe|belast\w*|schwierig\w*|agac\w*|enerv\w*|inquiet\w*|difficile|difficulte|peine|molest\w*|enfad\w*|dificult\w*|"
    r"esfuerzo|esforco|sforzo|fastidi\w*|difficolta)\b"
)
"""What there is better less of, wherever a name says how much there was of it."""


@dataclass(frozen=True)
class Legend:
    """Numbers with their labels."""

    labels: Mapping[float, str]
    """At least two; codes for no answer left out."""

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest number that has a label."""
        return min(self.labels), max(self.labels)

    @property
    def yes(self) -> float | None:
        """The number that stands for yes, where the two numbers stand for yes and no."""
        said = {number: plain(label) for number, label in self.labels.items()}
        yes = [number for number, label in said.items() if label in phrases.YES]
        no = [number for number, label in said.items() if label in phrases.NO]
        return yes[0] if len(said) == len(yes) + len(no) == _FEWEST and len(yes) == 1 else None

    def direction(self, name: str) -> Direction | None:
        """Return which end is good; ``None`` where the labels do not say.

        Parameters
        ----------
        name
            What is rated: labels that say how much only leave the good end to it.

        Examples
        --------
        >>> legend_of("1 = zeer tevreden, 5 = zeer ontevreden").direction("")
        'lower'
        >>> legend_of("1 = gar nicht, 5 = sehr").direction("Zufriedenheit")
        'higher'
        >>> legend_of("1 = gar nicht, 5 = sehr").direction("Ärger am Telefon")
        'lower'
        """
        low, high = (self.labels[number] for number in self.ends)
        sides = goodness(low), goodness(high)
        if sides[0] != sides[1]:
            return "higher" if sides[1] > sides[0] else "lower"
        amounts = _amount(low), _amount(high)
        if amounts[0] == amounts[1]:
            return None
        more_is_good = not _AGAINST.search(plain(name))
        return "higher" if (amounts[1] > amounts[0]) == more_is_good else "lower"


def legend_of(text: str) -> Legend | None:
    """Return the labels of numbers that a text gives; ``None`` where it gives none to two.

    Examples
    --------
    >>> legend_of("Used (1 = oui, 2 = non)").yes
    1.0
    >>> legend_of("Wave 2: delivery") is None
    True
    """
    found = {float(number): label.strip(_AROUND) for number, label in _PAIR.findall(text[:_LONGEST])}
    rated = {number: label for number, label in found.items() if label and code_kind(label) is None}
    return Legend(rated) if len(rated) >= _FEWEST else None


def codes_in(text: str) -> dict[float, str]:
    """Return the numbers that a text says stand for no rating, with what they are.

    Examples
    --------
    >>> codes_in("Desk (1 = bad, 5 = good, 0 = not used, 9 = don't know)")
    {0.0: 'not_met', 9.0: 'no_answer'}
    """
    found = (
        (float(number), code_kind(label.strip(_AROUND))) for number, label in _PAIR.findall(text[:_LONGEST])
    )
    return {number: kind for number, kind in found if kind}


def _amount(label: str) -> int:
    """How much a label says there was: 0 for nothing, 2 for much, 1 where it does not say."""
    words = plain(label)
    if words in phrases.DEGREES[0]:
        return 0
    parts = set(words.split())
    return 2 if parts & phrases.STRONG and not parts & phrases.NEGATION else 1


def school_grades(header: str) -> tuple[float, float] | None:
    """Return the best and the worst of the school grades that a header speaks of; ``None``: of none.

    Examples
    --------
    >>> school_grades("Beratung (Schulnote 1-6)"), school_grades("Oběd – oznámkujte jako ve škole")
    ((1.0, 6.0), (1.0, 5.0))
    >>> school_grades("Rapportcijfer") is None
    True
    """
    words, whole = plain(header), plain(_BRACKET.sub(" ", header[:_LONGEST]))
    return next((ends for known, ends in _SCHOOLS if known.search(words) or known.search(whole)), None)


def may_be_school_grade(header: str) -> bool:
    """Return whether a header speaks of German grades: mostly those of schools, where 1 is the best.

    Examples
    --------
    >>> may_be_school_grade("Mittelwert von Note"), may_be_school_grade("Note de satisfaction")
    (True, False)
    """
    words = plain(header)
    return bool(_GRADES.search(words) and _GERMAN.search(words))
