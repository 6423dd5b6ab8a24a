"""A question about everything together that stands among ratings on their own scale.

Several things speak for it, each with a weight of the one table: its header has a word for all together, it
is not asked the way the others are, it stands behind them, and it follows from the others better than any of
these from the rest. An ordinary rating that goes along well with the others shows only the mood that all
share: its loading stays below one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.survey.answers import Answered
from cx.intake.survey.evidence.frames import framed
from cx.intake.survey.evidence.standard import standard
from cx.intake.survey.evidence.weights import overalls
from cx.intake.words.headers import asks, explained, judges_all
from cx.process import steps

Matrix = npt.NDArray[np.float64]
_FEWEST_ROWS, _FEWEST_OTHERS, _MOST_ROWS = 30, 3, 3_000
_AHEAD, _SPREAD, _MOST = 0.25, 0.15, 3.0
"""How far such a question goes along with the others beyond a usual one of these (Fisher's z), and how much
ratings differ in it; what that says at most."""
_LOADING = 0.95
"""Without a frame that the others share: how much of the mood it has to be at least."""
_MOSTLY, _SHORT = 0.6, 0.5
_MOST_COLUMNS = 300
"""So many ratings tell what all of them share."""


def like_an_overall(ratings: Sequence[Answered]) -> Answered | None:
    """Return the rating that is like a question about everything; ``None`` where none is likely to be.

    Parameters
    ----------
    ratings
        The columns that rate a touchpoint, from left to right, on one scale.

    Notes
    -----
    The loading is r_c / r_o, the mean correlation with the others over the root of their own mean
    correlation: the part of the answer that is the mood, were the mood all that they share.
    """
    if len(ratings) <= _FEWEST_OTHERS:
        return None
    ratings = _some(ratings)
    said = overalls()
    heard = {at: said["prior"] + _by_header(ratings, at) for at in (0, len(ratings) - 1)}
    heard[len(ratings) - 1] += said["last"]
    for at, gain in _by_answers(ratings).items():
        heard[at] += gain * said["follows"]
    best = max(heard, key=heard.__getitem__)
    return ratings[best] if heard[best] > 0 else None


def _by_header(ratings: Sequence[Answered], at: int) -> float:
    """What its words say, and whether most others are asked in a way that it is not."""
    said, header = overalls(), ratings[at].header
    words = max(explained(header, "overall"), explained(header, "outcome"), float(judges_all(header)))
    frames = framed({one.place: one.header for one in ratings}).frame
    often = Counter(frames[one.place] for one in ratings if one.place in frames)
    frame, n = often.most_common(1)[0] if often else (None, 0)
    apart = n >= _MOSTLY * len(ratings) and frames.get(ratings[at].place) != frame
    questions = sum(asks(one.header) for one in ratings)
    apart = apart or (asks(header) and questions <= (1 - _MOSTLY) * len(ratings))
    return said["words"] * min(1.0, words / _SHORT) + said["asked_apart"] * apart


def _by_answers(ratings: Sequence[Answered]) -> dict[int, float]:
    """Log-odds of the first and the last rating, by how much better than others they follow from the rest."""
    values = np.stack([one.values for one in ratings], axis=1)
    rows = np.flatnonzero((~np.isnan(values)).sum(axis=1) > len(ratings) / 2)
    if len(rows) < _FEWEST_ROWS:
        return {}
    z = standard(values[rows[:: max(1, len(rows) // _MOST_ROWS)]])
    along, loading = _along(z), _loadings(z)
    spread = _SPREAD**2 + 1 / (len(z) - 3)
    found = {}
    for at in (0, len(ratings) - 1):
        ahead = float(along[at] - np.delete(along, at).mean())
        likely = (ahead * _AHEAD - _AHEAD**2 / 2) / spread
        most = _MOST if loading[at] >= _LOADING else _MOST / 2
        found[at] = float(np.clip(likely, -_MOST, most))
    return found


def _some(ratings: Sequence[Answered]) -> Sequence[Answered]:
    """The first, the last, and of very many others some: correlations of all pairs grow with their square."""
    if len(ratings) <= _MOST_COLUMNS:
        return ratings
    return [ratings[at] for at in np.linspace(0, len(ratings) - 1, _MOST_COLUMNS).astype(int)]


def _along(z: Matrix) -> Matrix:
    """Per column its correlation with the mean of the others, as Fisher's z."""
    known = z != 0
    total, count = z.sum(axis=1), known.sum(axis=1)
    found = []
    for own, here in zip(steps(z.T), known.T, strict=True):
        rows = here & (count > 1)
        rest = (total[rows] - own[rows]) / (count[rows] - 1)
        spread = float(np.std(own[rows]) * np.std(rest))
        r = (
            float(((own[rows] - own[rows].mean()) * (rest - rest.mean())).mean()) / spread
            if spread > 0
            else 0.0
        )
        found.append(np.arctanh(min(max(r, -0.99), 0.99)))
    return np.array(found)


def _loadings(z: Matrix) -> Matrix:
    """Per column the part of it that is the mood, as the others show the mood."""
    known = (z != 0).astype(np.float64)
    both = np.maximum(known.T @ known, 1.0)
    r = z.T @ z / both
    np.fill_diagonal(r, 0.0)
    k = len(r)
    own = r.sum(axis=1) / (k - 1)
    others = (r.sum() - 2 * r.sum(axis=1)) / ((k - 1) * (k - 2))
    return np.asarray(own / np.sqrt(np.maximum(others, 1e-9)))
