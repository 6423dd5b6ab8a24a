"""Scores that stand beside one another: which one is satisfaction, and what the others are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from cx.intake.layouts.compared_headers import Side, shared_words, side_of
from cx.intake.layouts.figures import Figure, figures_of, known_names, names_of, nearly, of_reasonable_size
from cx.intake.layouts.made_columns import with_columns
from cx.intake.sheet import Known, Table, Told
from cx.intake.words import named
from cx.process import steps

_FEW = 64
"""So many pairs of columns are little work."""
_FEWEST, _MOST = 3, 30
_ROUNDED, _WIDEST, _SURE, _WEAK, _NEARLY_ALL = 0.11, 100, 0.85, 0.65, 0.9


def of(table: Table) -> Table | None:
    """Return a table with the roles of scores that are told apart by one another, a base or their words."""
    if not of_reasonable_size(table) or table.height < _FEWEST or table.arrangement.known:
        return None
    figures = [one for one in figures_of(table) if one.header][:_MOST]
    names = names_of(table, figures)
    if names is None or len(figures) < 2:  # noqa: PLR2004 - a pair
        return None
    sides = {one.place: side_of(one.header) for one in figures}
    known = _pair(figures, sides) or _boxes(figures, sides) or _own(figures, sides)
    if not known or _scored(figures, known):
        return None
    score = next((place for place, one in known.items() if one.role == "satisfaction"), None)
    others = ", ".join(table.headers[place] for place in known if place != score)
    told = [] if score is None else [Told("info", "score_beside", score, {"others": others})]
    return with_columns(table, (), {**known_names(table, names), **known}, told)


def _scored(figures: Sequence[Figure], known: Mapping[int, Known]) -> bool:
    """Whether another column is satisfaction by its name."""
    for one in figures:
        role, confidence, _ = named(one.header)
        mine = known.get(one.place)
        if role == "satisfaction" and confidence >= _SURE and (mine is None or mine.role != "satisfaction"):
            return True
    return False


def _pair(figures: Sequence[Figure], sides: Mapping[int, Side | None]) -> dict[int, Known]:
    """Expectation and experience by their words, or by a third column that holds their difference."""
    expected = [one for one in figures if sides[one.place] == "expected"]
    rest = [one for one in figures if sides[one.place] in (None, "experienced") and _on_scale(one)]
    gaps = _gaps(figures)
    known = {place: Known("ignore", "difference") for place in gaps}
    if len(expected) != 1:
        return {}
    partner = [one for one in rest if (one.place, expected[0].place) in _pairs(gaps)]
    partner = partner or [one for one in rest if sides[one.place] == "experienced"]
    partner = partner or [one for one in rest if _alike(one, expected[0]) and named(one.header)[0] is None]
    if len(partner) != 1:
        return {}
    known[partner[0].place] = Known("satisfaction", "experienced")
    known[expected[0].place] = Known("expectation", "expected")
    return known


def _gaps(figures: Sequence[Figure]) -> dict[int, tuple[int, int]]:
    """Columns that hold the difference of two others: position to the positions of these."""
    found: dict[int, tuple[int, int]] = {}
    for one, other in steps(combinations(figures, 2), _FEW):
        difference = one.values - other.values
        for third in figures:
            if third is one or third is other or third.place in found or not _differs(third):
                continue
            if nearly(third.values, difference, _ROUNDED) or nearly(third.values, -difference, _ROUNDED):
                found[third.place] = (one.place, other.place)
    return found


def _differs(figure: Figure) -> bool:
    """Small numbers on both sides of zero, or of one sign with a sign in most cells: no scores."""
    return bool((figure.found < 0).any())


def _pairs(gaps: Mapping[int, tuple[int, int]]) -> set[tuple[int, int]]:
    return {pair for one, other in gaps.values() for pair in ((one, other), (other, one))}


def _boxes(figures: Sequence[Figure], sides: Mapping[int, Side | None]) -> dict[int, Known]:
    """Shares of the best and of the worst answers, which together are no more than all."""
    best = [one for one in figures if sides[one.place] == "best"]
    worst = [one for one in figures if sides[one.place] == "worst"]
    if not best or any(
        bool((one.found < 0).any()) or bool((one.found > _WIDEST).any()) for one in (*best, *worst)
    ):
        return {}
    if worst and bool(np.any(best[0].values + worst[0].values > _WIDEST + 1)):
        return {}
    known = {one.place: Known("ignore", "worst_answers") for one in worst}
    known |= {one.place: Known("ignore", "other_measure") for one in best[1:]}
    return known | {best[0].place: Known("satisfaction", "best_answers")}


def _own(figures: Sequence[Figure], sides: Mapping[int, Side | None]) -> dict[int, Known]:
    """The own score beside a target or those of others: by its words, or as the one that has a base."""
    compared = [
        one for one in figures if sides[one.place] in ("others", "target", "before") and _on_scale(one)
    ]
    scores = [
        one
        for one in figures
        if sides[one.place] in (None, "own", "experienced") and _on_scale(one) and _may_score(one)
    ]
    if all(sides[one.place] == "before" for one in compared):
        return {}  # beside an earlier score alone the periods are told apart, not the measures
    bases = [one for one in figures if named(one.header)[0] in ("n", "volume") and one.whole]
    own = [one for one in scores if sides[one.place] == "own"]
    own = own or [one for one in scores if sides[one.place] == "experienced"]
    own = own or [one for one in scores if any(_base_of(base, one) for base in bases)]
    own = own or [one for one in scores if any(_alike(one, other) for other in compared)]
    if len(own) != 1:
        return {}
    known = {one.place: Known("ignore", "compared_with") for one in compared}
    known |= {place: Known("ignore", "difference") for place in _gaps(figures)}
    return known | {own[0].place: Known("satisfaction", "own_score")}


def _base_of(base: Figure, score: Figure) -> bool:
    """Whether a base names the same as a score: ``n Norvia`` beside ``Norvia (1-10)``."""
    return shared_words(score.header, base.header) and named(score.header)[0] not in ("n", "volume")


def _may_score(one: Figure) -> bool:
    """Whether its name calls a column satisfaction, or nothing."""
    role, confidence, _ = named(one.header)
    return role == "satisfaction" or role is None or confidence < _WEAK


def _on_scale(one: Figure) -> bool:
    return bool(np.mean(np.abs(one.found) <= _WIDEST) >= _NEARLY_ALL)


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two columns lie on the same stretch of a scale."""
    low, high = max(one.found.min(), other.found.min()), min(one.found.max(), other.found.max())
    longest = max(float(np.ptp(one.found)), float(np.ptp(other.found)), 1.0)
    middle = abs(float(np.median(one.found) - np.median(other.found)))
    return bool(high >= low) or middle <= longest
