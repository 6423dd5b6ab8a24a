"""Several figures of one thing, as pivot tables give them: the mean is the score, the count its base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cx.intake.words.headers import Measured, keys_of, measured, same_thing
from cx.process import steps
from cx.records.file import Role

_SURE, _LIKELY = 0.9, 0.6
_WIDEST = 100


class Figured(NamedTuple):
    """What a column is, because of the other figures of the same thing beside it."""

    role: Role | None
    confidence: float
    reason: str


def figures_of_one(
    headers: Sequence[str],
    named: Sequence[tuple[Role | None, float]],
    numbers: Sequence[npt.NDArray[np.float64]],
) -> dict[int, Figured]:
    """Return the roles of columns that are figures of the thing of which another column is the mean.

    Parameters
    ----------
    headers
        One per column.
    named
        Per column the role that its name asks for, and how surely.
    numbers
        Per column the numbers that were found in it.
    """
    said = {place: one for place, header in enumerate(steps(headers)) if (one := measured(header))}
    means = [place for place, one in said.items() if one.kind == "mean" and len(numbers[place])]
    score = _score(said, means, named, numbers)
    if score is None:
        return {}
    sure = any(role == "n" and confidence > _SURE for role, confidence in named)
    found: dict[int, Figured] = {}
    of_thing = _by_thing(said, means)
    for place, one in steps(said.items()):
        alike = (at for key in keys_of(one) for at in of_thing.get(key, ()))
        mean = min((at for at in alike if at != place and same_thing(said[at], one)), default=None)
        if mean is not None and one.kind != "mean":
            found[place] = _beside(one, numbers[place], of_score=same_thing(said[score], one), sure=sure)
    if named[score][0] != "satisfaction":
        found[score] = Figured("satisfaction", _LIKELY, "measure_mean")
    return found


def _score(
    said: dict[int, Measured],
    means: Sequence[int],
    named: Sequence[tuple[Role | None, float]],
    numbers: Sequence[npt.NDArray[np.float64]],
) -> int | None:
    """The mean that is satisfaction: by its name, else the only one on a scale with figures beside it."""
    called = [place for place, (role, _) in enumerate(named) if role == "satisfaction" and place in means]
    if called:
        return max(called, key=lambda place: (named[place][1], -place))
    if any(role == "satisfaction" for role, _ in named):
        return None
    beside = _by_thing(said, [place for place, one in said.items() if one.kind in ("count", "sd")])
    likely = [
        place
        for place in steps(means)
        if named[place][0] is None
        and 0 <= numbers[place].min() <= numbers[place].max() <= _WIDEST
        and any(
            same_thing(said[place], said[at]) for key in keys_of(said[place]) for at in beside.get(key, ())
        )
    ]
    return likely[0] if len(likely) == 1 else None


def _by_thing(said: Mapping[int, Measured], places: Iterable[int]) -> dict[str, list[int]]:
    """Some columns by the keys of their things."""
    found: dict[str, list[int]] = {}
    for place in places:
        for key in keys_of(said[place]):
            found.setdefault(key, []).append(place)
    return found


def _beside(one: Measured, values: npt.NDArray[np.float64], *, of_score: bool, sure: bool) -> Figured:
    """What a figure is whose thing has a mean too: of the score its base or spread, of others nothing."""
    if of_score and one.kind == "sd":
        return Figured("sd", _SURE, "measure_sd")
    counts = bool(len(values)) and bool(((values >= 0) & (values == np.rint(values))).all())
    if of_score and one.kind == "count" and counts and not sure:
        return Figured("n", _SURE, "measure_base")
    return Figured(None, 0.0, "measure_other")
