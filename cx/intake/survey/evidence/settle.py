"""What the columns of a table of responses are: all witnesses heard, all columns settled together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cx.intake.survey.evidence import cells, names, neighbours
from cx.intake.survey.evidence.around import Around
from cx.intake.survey.evidence.profile import Profile
from cx.intake.survey.evidence.weights import weights
from cx.process import Budget, steps
from cx.records.file import ColumnReading, Role

KINDS: Mapping[str, tuple[Role, str]] = {
    "rating": ("rating", "survey_rating"),
    "outcome": ("outcome", "survey_outcome"),
    "importance": ("importance", "survey_importance"),
    "expectation": ("expectation", "survey_expectation"),
    "frequency": ("ignore", "survey_count"),
    "trait": ("ignore", "survey_trait"),
    "count": ("ignore", "survey_count"),
    "program": ("ignore", "survey_program"),
    "order": ("ignore", "survey_order"),
    "off_scale": ("ignore", "survey_off_scale"),
    "yes_no": ("ignore", "survey_yes_no"),
    "choice": ("ignore", "survey_choice"),
    "text": ("ignore", "survey_text"),
    "id": ("ignore", "survey_id"),
    "index": ("ignore", "survey_index"),
    "constant": ("ignore", "survey_constant"),
    "empty": ("ignore", "survey_empty"),
    "copy": ("ignore", "survey_copy"),
    "recode": ("ignore", "survey_recode"),
    "average": ("ignore", "survey_average"),
    "weight": ("weight", "name"),
    "respondent": ("respondent", "name"),
    "segment": ("segment", "name"),
    "period": ("period", "name"),
    "time": ("time", "name"),
    "channel": ("channel", "name"),
    "journey": ("journey", "name"),
    "note": ("note", "name"),
}
"""What a column can be: the role, and the key of the reason."""
ONCE = ("weight", "respondent", "segment", "period", "time", "channel", "journey", "note")
"""Kinds that one column has at most."""
_POOLED = 0.6
"""How far what a question's columns say together moves each of them."""
_SPOKEN_FOR = {
    "importance": frozenset({"names_importance", "words_of_importance"}),
    "expectation": frozenset({"names_expectation"}),
    "frequency": frozenset({"names_frequency"}),
}
"""What makes a rival of a rating only by a witness of its own: it is asked and answered alike."""
_UNSAID, _LEAST, _MOST_SAID = frozenset({"prior"}), 0.5, 4
_ORDER = tuple(KINDS)
Witness = Callable[[Profile, Around], Iterable[tuple[str, float]]]
_WITNESSES: tuple[Witness, ...] = (*cells.WITNESSES, *names.WITNESSES, *neighbours.WITNESSES)


@dataclass(frozen=True)
class Settled:
    """What one column was taken for."""

    kind: str
    margin: float
    """Log-odds between it and the next that would have another role."""
    rival: str
    """The next kind that a witness tells apart from it."""
    said: Mapping[str, float]
    """Witness to what it adds for this kind against that one."""
    other: str = ""
    """The header of the column that it copies."""
    against: bool = False
    """Whether its answers run against those of most others."""
    along: bool = False
    """Whether its answers surely rise where those of the others do."""
    about: str = ""
    """What differs in its header from those that are asked with it; empty where it is asked alone."""
    second: str = ""
    """The kind that it would have if no other column had it more surely; empty where none is in the way."""

    @property
    def confidence(self) -> float:
        """The probability of its role, by the margin."""
        return float(1 / (1 + np.exp(-np.clip(self.margin, -30, 30))))

    def told(self, reading: ColumnReading) -> ColumnReading:
        """Return a reading with the witnesses for it and against it, the strongest first."""
        order = sorted(self.said, key=lambda name: -abs(self.said[name]))
        heard = [name for name in order if _is_told((name, self.said[name]))]
        return replace(
            reading,
            because=tuple(name for name in heard if self.said[name] > 0)[:_MOST_SAID],
            although=tuple(name for name in heard if self.said[name] < 0)[:_MOST_SAID],
            rival=KINDS[self.rival][0],
        )


def settled(
    profiles: Sequence[Profile], height: int, fixed: frozenset[int], budget: Budget
) -> dict[int, Settled]:
    """Return what each column is whose role no person has fixed.

    Parameters
    ----------
    profiles
        All columns of the table.
    height
        How many rows it has.
    fixed
        The places of columns whose role a person has said.
    budget
        The time for the file.
    """
    around = Around(profiles, height)
    derived = neighbours.Derived(around, budget)
    open_ = [one for one in profiles if one.place not in fixed]
    heard: dict[int, list[tuple[str, float]]] = {}
    for one in open_:
        budget.check()
        heard[one.place] = [*_heard(one, around), *derived.of(one)]
    scores = {place: _scores(said) for place, said in steps(heard.items())}
    _pool(scores, around)
    kinds = _assigned(scores)
    headers = {one.place: one.header for one in profiles}
    found = {
        place: _settled(kind, scores[place], heard[place], headers.get(derived.source_of(place), ""))
        for place, kind in steps(kinds.items())
    }
    turned = {one.place for one in steps(open_) if around.mood(one).runs_against}
    along = {one.place for one in open_ if around.mood(one).runs_along}
    rest = around.framed.rest
    return {
        place: replace(
            one,
            against=place in turned,
            along=place in along,
            about=rest.get(place, ""),
            second=first if (first := _ORDER[int(scores[place].argmax())]) != one.kind else "",
        )
        for place, one in found.items()
    }


def _heard(one: Profile, around: Around) -> list[tuple[str, float]]:
    return [("prior", 1.0), *(said for witness in _WITNESSES for said in witness(one, around))]


def _weights(witness: str) -> Mapping[str, float]:
    """The weights of a witness; behind a colon stands the only kind that it speaks for."""
    name, _, only = witness.partition(":")
    table = weights()[name]
    return {only: table[only]} if only else table


def _scores(said: Iterable[tuple[str, float]]) -> np.ndarray:
    found = dict.fromkeys(_ORDER, 0.0)
    for witness, strength in said:
        for kind, weight in _weights(witness).items():
            found[kind] += strength * weight
    return np.array([found[kind] for kind in _ORDER])


def _pool(scores: dict[int, np.ndarray], around: Around) -> None:
    """Let columns that ask one question on one scale speak together."""
    held = {one.place: one for one in around.profiles}
    for places in around.questions:
        by_scale: dict[object, list[int]] = {}
        for place in places:
            one = held[place]
            if (
                place in scores
                and place in around.in_scale
                and not (one.is_constant or around.is_overall(one))
            ):
                by_scale.setdefault(around.scales[place], []).append(place)
        for group in by_scale.values():
            together = np.mean([scores[place] for place in group], axis=0)
            for place in group:
                scores[place] = scores[place] + _POOLED * (together - scores[place])


def _assigned(scores: Mapping[int, np.ndarray]) -> dict[int, str]:
    """The best kind of each column; of a kind that one column has at most, the surest one keeps it."""
    left = {place: own.copy() for place, own in scores.items()}
    kinds = {place: _ORDER[int(own.argmax())] for place, own in left.items()}
    while twice := [kind for kind, count in Counter(kinds.values()).items() if kind in ONCE and count > 1]:
        for kind in twice:  # who loses one may come to another that is held already
            _keep_surest(kind, kinds, left)
    return kinds


def _keep_surest(kind: str, kinds: dict[int, str], left: Mapping[int, np.ndarray]) -> None:
    """Let one column keep a kind, and give the others what they are next."""
    at = _ORDER.index(kind)
    held = [place for place, found in kinds.items() if found == kind]
    best = max(held, key=lambda place: (float(left[place][at]), -place), default=None)
    for place in held:
        if place != best:
            left[place][at] = -np.inf
            kinds[place] = _ORDER[int(left[place].argmax())]


def _settled(kind: str, scores: np.ndarray, heard: Sequence[tuple[str, float]], other: str) -> Settled:
    role = KINDS[kind][0]
    named = {witness for witness, _ in heard}
    silent = {name for name, own in _SPOKEN_FOR.items() if not own & named}
    rivals = [
        place for place, name in enumerate(_ORDER) if KINDS[name][0] != role and name not in silent - {kind}
    ]
    ranked = [_ORDER[place] for place in sorted(rivals, key=lambda place: -scores[place])]
    margin = float(scores[_ORDER.index(kind)] - scores[_ORDER.index(ranked[0])])
    against = ((rival, _said(heard, kind, rival)) for rival in ranked)
    apart = ((rival, said) for rival, said in against if any(map(_is_told, said.items())))
    rival, said = next(apart, (ranked[0], {}))
    return Settled(kind, margin, rival, said, other if kind in ("copy", "recode") else "")


def _said(heard: Iterable[tuple[str, float]], kind: str, rival: str) -> dict[str, float]:
    """What each witness adds for a kind against another; between ratings and importance it may be nothing."""
    said: dict[str, float] = {}
    for witness, strength in heard:
        table = _weights(witness)
        gain = strength * (table.get(kind, 0.0) - table.get(rival, 0.0))
        if gain:
            name = witness.partition(":")[0]
            said[name] = said.get(name, 0.0) + gain
    return said


def _is_told(one: tuple[str, float]) -> bool:
    return one[0] not in _UNSAID and abs(one[1]) >= _LEAST
