"""A question about everything together that stands among ratings on their own scale, in words nobody knows.

It follows from the other ratings far better than any of these from the rest, it stands first or last, and its
header is not asked the way theirs are. An ordinary rating that goes along well with the others shows only the
mood that all share: its loading stays below one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cx.intake.survey.answers import Answered
from cx.intake.survey.evidence.frames import framed
from cx.intake.survey.evidence.standard import standard
from cx.process import steps

Matrix = npt.NDArray[np.float64]
_FEWEST_ROWS, _FEWEST_OTHERS, _MOST_ROWS = 60, 4, 3_000
_MARGIN, _ERRORS = 0.2, 3.0
"""How far it goes along with the others beyond any of these (Fisher's z), and in standard errors."""
_LOADING = 0.95
"""Without a frame that the others share: how much of the mood it has to be at least."""
_MOSTLY = 0.6
_MOST_COLUMNS = 300
"""So many ratings tell what all of them share."""


def like_an_overall(ratings: Sequence[Answered]) -> Answered | None:
    """Return the rating that is like a question about everything; ``None`` where none clearly is.

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
    values = np.stack([one.values for one in ratings], axis=1)
    rows = np.flatnonzero((~np.isnan(values)).sum(axis=1) > len(ratings) / 2)
    if len(rows) < _FEWEST_ROWS:
        return None
    z = standard(values[rows[:: max(1, len(rows) // _MOST_ROWS)]])
    along, loading = _along(z), _loadings(z)
    errors = _ERRORS / (len(z) - 3) ** 0.5
    for at in (0, len(ratings) - 1):
        others = np.delete(along, at)
        ahead = along[at] - others.max() >= max(_MARGIN, errors)
        if ahead and (_is_asked_apart(ratings, at) or (_asked_alone(ratings) and loading[at] >= _LOADING)):
            return ratings[at]
    return None


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


def _is_asked_apart(ratings: Sequence[Answered], at: int) -> bool:
    """Whether most others share a frame of headers that this one does not have."""
    frames = framed({one.place: one.header for one in ratings}).frame
    often = Counter(frames[one.place] for one in ratings if one.place in frames)
    if not often:
        return False
    frame, n = often.most_common(1)[0]
    return n >= _MOSTLY * len(ratings) and frames.get(ratings[at].place) != frame


def _asked_alone(ratings: Sequence[Answered]) -> bool:
    """Whether hardly a header shares a frame with another."""
    frames = framed({one.place: one.header for one in ratings}).frame
    return len(frames) < _MOSTLY * len(ratings)
