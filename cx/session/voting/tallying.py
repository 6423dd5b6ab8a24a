"""What the ballots of a round add up to, and where the room disagrees."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from cx.records import Matrix
from cx.records.session import Ballot, Guess, Round, Tally, Together, VoteResult
from cx.session.voting import guessing

FEWEST: Final = 4
"""With fewer ballots nobody can be said to disagree, and no single choice is shown."""
WIDE: Final = 2.0
"""Steps between the quartiles of ratings from which the room disagrees."""
HALF: Final = 1 / 2
"""Share of a scale between the quartiles of guesses from which the room disagrees."""
CAMP: Final = 1 / 3
"""Share of the ballots below which points come from a few."""


def tallies(asked: Round, ballots: Sequence[Ballot]) -> tuple[Tally, ...]:
    """Return what the room gave each touchpoint of a round, in order of rank.

    Parameters
    ----------
    asked
        The round; choices about other touchpoints are not counted.
    ballots
        Of participants who chose anything.

    Notes
    -----
    Ratings (urgency, impact) are ranked by their median, then by their mean. The room disagrees where the
    quartiles lie two steps or more apart: a quarter of it sits at least two steps above another quarter.
    Points are ranked by their sum, then by how many gave any. The room disagrees where a touchpoint has at
    least its equal share of all points, and they come from less than a third of the ballots. Neither is said
    with fewer than four ballots. Equal votes share a rank.
    Guesses are ranked by what counts of them. The room disagrees where the quartiles lie half of the scale
    apart.

    Of fewer than four ratings or guesses of a touchpoint, and of points on fewer than four ballots, only the
    mean or the sum is told: a median, a spread or a count would be what single people chose. Of one nothing
    is told.
    """
    if asked.together is not None and not ballots:
        return _ranked([_of_file(asked.together, *one) for one in asked.touchpoints], asked)
    given = _given(asked, ballots)
    if asked.guess is not None:
        counted = [_guesses(asked.guess, id_, name, given[id_]) for id_, name in asked.touchpoints]
    elif asked.points is None:
        counted = [_ratings(id_, name, given[id_]) for id_, name in asked.touchpoints]
    else:
        counted = [_points(id_, name, given[id_], len(ballots)) for id_, name in asked.touchpoints]
    if asked.points is not None:
        share = sum(tally.votes for tally in counted) / max(1, len(counted))
        counted = [_with_camp(tally, share, len(ballots)) for tally in counted]
    return _ranked(counted, asked)


def _ranked(counted: Sequence[Tally], asked: Round) -> tuple[Tally, ...]:
    """Return the tallies in order; what nothing is told of comes last and has no rank."""
    order = sorted(counted, key=lambda one: (not one.told, *_merit(one, asked), one.name.casefold(), one.id))
    merits = [_merit(tally, asked) for tally in order]
    ranks = {merit: place for place, merit in reversed(list(enumerate(merits, start=1)))}
    return tuple(
        replace(tally, rank=ranks[merit] if tally.told else 0)
        for tally, merit in zip(order, merits, strict=True)
    )


def together(result: VoteResult) -> Together:
    """Return what a file holds of a round with few ballots, instead of them."""
    each = [(one.id, one.votes, one.mean, one.count) for one in result.tallies if one.told]
    return Together(result.ballots, tuple(sorted(each)))


def _of_file(found: Together, id_: str, name: str) -> Tally:
    numbers = next((one[1:] for one in found.each if one[0] == id_), None)
    if numbers is None:
        return _nothing(id_, name)
    votes, mean, count = numbers
    return Tally(id_, name, votes, mean, mean, 0.0, count, disagree=False, rank=0)


def quartiles(values: Sequence[float]) -> tuple[float, float]:
    """Return the lower and the upper quartile, linear between values (R's type 7).

    Examples
    --------
    >>> quartiles([1, 1, 5, 5]), quartiles([1, 2, 3, 4, 5]), quartiles([3])
    ((1.0, 5.0), (2.0, 4.0), (3.0, 3.0))
    """
    ordered = sorted(values)
    if len(ordered) == 1:
        return float(ordered[0]), float(ordered[0])
    lower, _, upper = statistics.quantiles(ordered, n=4, method="inclusive")
    return float(lower), float(upper)


def heights(counts: Sequence[int]) -> tuple[int, ...]:
    """Return how high a small column stands for each count, in percent of the highest.

    Examples
    --------
    >>> heights([1, 0, 4]), heights([0, 0])
    ((25, 0, 100), (0, 0))
    """
    most = max(1, *counts)
    return tuple(round(100 * count / most) for count in counts)


def named(result: VoteResult, names: Mapping[str, str]) -> VoteResult:
    """Return what came out of a round under the names that touchpoints have now.

    Parameters
    ----------
    names
        Id of a touchpoint to its name; one that is not there keeps the name under which it was voted on.
    """
    tallied = tuple(replace(one, name=names.get(one.id, one.name)) for one in result.tallies)
    asked = tuple((id_, names.get(id_, name)) for id_, name in result.round.touchpoints)
    return replace(result, round=replace(result.round, touchpoints=asked), tallies=tallied)


def on_bubbles(result: VoteResult, matrix: Matrix) -> dict[str, float]:
    """Return what the room gave each bubble: its points, or the median of its ratings.

    Nothing of fewer than four ballots: the sum or the median of so few shows single ones. A touchpoint is
    found by its id, else by its name; one that nobody gave anything has no votes.
    """
    if result.ballots < FEWEST:
        return {}
    by_id = {one.id: one for one in result.tallies}
    by_name = {one.name: one for one in result.tallies}
    found = {one.id: by_id.get(one.id) or by_name.get(one.label) for one in matrix.bubbles}
    return {id_: one.votes for id_, one in found.items() if one and one.count}


def _merit(tally: Tally, asked: Round) -> tuple[float, float]:
    second = float(tally.count) if asked.points is not None else tally.mean
    return -tally.votes, -round(second, 9)


def _given(asked: Round, ballots: Sequence[Ballot]) -> Mapping[str, list[int]]:
    """Touchpoint id to what was chosen for it, ballot by ballot: each ballot is looked at once."""
    found: dict[str, list[int]] = {id_: [] for id_, _ in asked.touchpoints}
    for ballot in ballots:
        for id_, number in ballot.choices.items():
            if id_ in found:
                found[id_].append(number)
    return found


def _ratings(id_: str, name: str, given: Sequence[int]) -> Tally:
    if len(given) < guessing.FEWEST_TOLD:
        return replace(_nothing(id_, name), count=len(given))
    if len(given) < FEWEST:
        mean = statistics.fmean(given)
        return Tally(id_, name, mean, mean, mean, 0.0, len(given), disagree=False, rank=0)
    low, high = quartiles(given)
    median = float(statistics.median(given))
    return Tally(
        id=id_,
        name=name,
        votes=median,
        median=median,
        mean=statistics.fmean(given),
        spread=high - low,
        count=len(given),
        disagree=len(given) >= FEWEST and high - low >= WIDE,
        rank=0,
        low=low,
        high=high,
        spectrum=dict(sorted(Counter(given).items())),
    )


def _guesses(guess: Guess, id_: str, name: str, places: Sequence[int]) -> Tally:
    if len(places) < guessing.FEWEST_TOLD:
        return replace(_nothing(id_, name), count=len(places))
    mean, median = guess.value(statistics.fmean(places)), guess.value(float(statistics.median(places)))
    told = Tally(
        id=id_,
        name=name,
        votes=guessing.counting(guess, places),
        median=median,
        mean=mean,
        spread=0.0,
        count=len(places),
        disagree=False,
        rank=0,
    )
    if len(places) < guessing.FEWEST_SHOWN:
        return replace(told, median=mean)
    low, high = (guess.value(place) for place in quartiles(places))
    return replace(
        told,
        spread=guess.step * statistics.stdev(places),
        disagree=high - low >= HALF * guess.width,
        low=low,
        high=high,
        spectrum=dict(sorted(Counter(places).items())),
    )


def _points(id_: str, name: str, given: Sequence[int], ballots: int) -> Tally:
    """Points: a ballot that does not name the touchpoint gave it none."""
    if ballots < guessing.FEWEST_TOLD:
        return _nothing(id_, name)
    some = [points for points in given if points > 0]
    total, squares = sum(some), sum(points**2 for points in some)
    if ballots < FEWEST:  # of all of them, whoever gave any
        mean = total / ballots
        count = ballots if total else 0
        return Tally(id_, name, float(total), mean, mean, 0.0, count, disagree=False, rank=0)
    spectrum = Counter({0: ballots - len(some)} if len(some) < ballots else {}) + Counter(some)
    return Tally(
        id=id_,
        name=name,
        votes=float(total),
        median=float(statistics.median(some)) if some else 0.0,
        mean=total / ballots,
        spread=math.sqrt(ballots * squares - total**2) / ballots,
        count=len(some),
        disagree=False,
        rank=0,
        low=float(min(spectrum)),
        high=float(max(spectrum)),
        spectrum=dict(sorted(spectrum.items())),
    )


def _with_camp(tally: Tally, share: float, ballots: int) -> Tally:
    few = tally.count < CAMP * ballots
    return replace(tally, disagree=ballots >= FEWEST and tally.votes >= share > 0 and few)


def _nothing(id_: str, name: str) -> Tally:
    return Tally(id_, name, 0.0, 0.0, 0.0, 0.0, 0, disagree=False, rank=0, told=False)
