"""A round in which the room guesses: the numbers that it can answer, and what its guesses come to."""

from __future__ import annotations

import datetime as dt
import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, get_args

from cx.records import Matrix, Scale, Touchpoints
from cx.records.lenses import Assessed, Assessment
from cx.records.session import MOST_ANSWERS, Guess, VoteResult

FEWEST_SHOWN: Final = 4
"""With fewer guesses of a touchpoint their spread would show what single people guessed: it is not told."""
FEWEST_TOLD: Final = 2
"""One guess is somebody's own: it is neither shown nor kept."""
_FINE: Final = 40
"""So many steps at least lie between the ends of a scale."""
_FIXED: Final[Mapping[Assessed, Guess]] = {
    "level": Guess("level", 0.0, 1.0, 6),
    "standard": Guess("standard", 0.0, 1.0, 2),
    "brand_fit": Guess("brand_fit", 1.0, 1.0, 5),
}
ASKED: Final[tuple[Assessed, ...]] = (
    "guess_satisfaction",
    "guess_expectation",
    "guess_impact",
    *_FIXED,
)
"""What a room can be asked."""


def offered(asked: Assessed, scale: Scale | None) -> Guess:
    """Return what a room is asked, with the numbers of its scale in steps that people speak of.

    Parameters
    ----------
    scale
        Of a guess; ``None``: shares, from 0 to 1.

    Examples
    --------
    >>> offered("guess_satisfaction", Scale(1, 10)).step, offered("guess_satisfaction", Scale(0, 100)).step
    (0.1, 1.0)
    >>> offered("guess_impact", None)
    Guess(asked='guess_impact', low=0.0, step=0.01, count=101, share=True)
    """
    if asked in _FIXED:
        return _FIXED[asked]
    low, high = (scale.minimum, scale.maximum) if scale else (0.0, 1.0)
    step = _tens((high - low) / _FINE)
    count = 1 + round((high - low) / step)
    # A scale of which no whole number of such steps makes the width has as many equal ones.
    return Guess(asked, float(low), round((high - low) / (count - 1), 12), count, share=scale is None)


def askable(matrix: Matrix, touchpoints: Touchpoints) -> tuple[Assessed, ...]:
    """Return what a room can be asked of these data: expectation where they hold any, impact where known."""
    expected = touchpoints.rows["expectation"].notna().any() or bool(touchpoints.paired)
    known = matrix.has_impact and not matrix.impact_unknown
    left_out = {"guess_expectation": not expected, "guess_impact": not known}
    return tuple(one for one in ASKED if not left_out.get(one))


def of_matrix(asked: Assessed, matrix: Matrix) -> Guess:
    """Return what a room is asked of a matrix: on its scale of satisfaction, or on that of its impact.

    Impact that was given on no scale is guessed from 0 to a power of ten, and from below 0 where it goes
    there: of the figures these ends tell their size, and nothing else.
    """
    if asked != "guess_impact":
        return offered(asked, matrix.scale)
    if matrix.impact_kind != "given":
        return offered(asked, None)
    return offered(asked, matrix.impact_scale or _of_size([bubble.height for bubble in matrix.bubbles]))


def _of_size(figures: Iterable[float | None]) -> Scale:
    """Return a scale of the size of some figures.

    Examples
    --------
    >>> [(one.minimum, one.maximum) for one in map(_of_size, ([0.2, 3.4, None], [-0.02, 0.9], [100.0], []))]
    [(0.0, 10.0), (-1.0, 1.0), (0.0, 100.0), (0.0, 1.0)]
    """
    known = [one for one in figures if one is not None]
    most = max((abs(one) for one in known), default=0.0) or 1.0
    end = 10 * _tens(most) if most > _tens(most) else _tens(most)
    return Scale(-end if any(one < 0 for one in known) else 0.0, end)


def in_order(matrix: Matrix) -> list[tuple[str, str]]:
    """Return (id, label) of each touchpoint by the alphabet: any order of the matrix would tell of it."""
    found = [(bubble.id, bubble.label) for bubble in matrix.bubbles]
    return sorted(found, key=lambda one: (one[1].casefold(), one[0]))


def _tens(width: float) -> float:
    """The power of ten at or below a number above 0."""
    return float(f"1e{math.floor(math.log10(width) + 1e-9)}")


def plain(guess: Guess) -> dict[str, object]:
    """Return what is asked as plain data."""
    numbers = {"low": guess.low, "step": guess.step, "count": guess.count}
    return {"asked": guess.asked, **numbers, **({"share": True} if guess.share else {})}


def read(data: Mapping[str, Any]) -> Guess:
    """Return what is asked from plain data; raises :class:`ValueError` where nobody can have asked it."""
    low, step, count, share = (data.get(name) for name in ("low", "step", "count", "share"))
    numbers = all(type(one) in (int, float) and math.isfinite(float(str(one))) for one in (low, step))
    right = type(count) is int and 1 < count <= MOST_ANSWERS and share in (None, True, False)
    if data.get("asked") not in get_args(Assessed) or not numbers or not right or float(str(step)) <= 0:
        raise ValueError("a question that no round asks")
    return Guess(data["asked"], float(str(low)), float(str(step)), data["count"], share=bool(share))


def counting(guess: Guess, places: Sequence[int]) -> float:
    """Return what counts of some guesses, one at least: mean, or of whole numbers one that was given.

    A level is the lower of the two middle ones where two are; yes or no is what most say, and half where as
    many say either.

    Examples
    --------
    >>> counting(_FIXED["level"], [2, 3, 4, 5]), counting(_FIXED["standard"], [1, 2, 2])
    (2.0, 1.0)
    """
    if guess.asked == "level":
        return guess.value(statistics.median_low(places))
    mean = guess.value(statistics.fmean(places))
    if guess.asked == "standard":
        return 0.5 if mean == 0.5 else float(round(mean))  # noqa: PLR2004 - as many say yes as no
    return mean


def assessments(result: VoteResult, now: dt.datetime) -> tuple[Assessment, ...]:
    """Return what a revealed round says of its touchpoints, each with its spread and how many guessed.

    What one person alone guessed is left out, and a yes or no that the room is evenly divided about.
    """
    guess = result.round.guess
    if guess is None or result.round.state != "revealed":
        return ()
    return tuple(
        Assessment(
            one.id,
            one.name,
            guess.asked,
            one.votes,
            now,
            way="room",
            sd=one.spread if one.count >= FEWEST_SHOWN else None,
            n=one.count,
        )
        for one in result.tallies
        if one.count >= FEWEST_TOLD and not (guess.asked == "standard" and not one.votes.is_integer())
    )
