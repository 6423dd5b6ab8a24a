"""What customers say matters, against what moves the outcome."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from cx import text
from cx.matrix.rows import folded, impact_claim, visible
from cx.records import Filters, ImpactClaim, Touchpoints
from cx.text import Language

Numbers = NDArray[np.float64]
_FEWEST = 3
_APART = 1 / 3
_AGREE, _DISAGREE = 0.7, 0.3
_SURE = 0.95


@dataclass(frozen=True)
class Stated:
    """Stated importance beside derived impact, for the touchpoints that have both."""

    names: tuple[str, ...]
    """By derived impact, the largest first."""
    stated: tuple[float, ...]
    """As in the file."""
    derived: tuple[float, ...]
    """Impact as the matrix draws it."""
    stated_ranks: tuple[float, ...]
    """1 is the most important; ties share the mean of their ranks."""
    derived_ranks: tuple[float, ...]
    correlation: float | None
    """Spearman's rank correlation; ``None`` where all of one are the same."""
    claim: ImpactClaim = "shown"
    """What may be said of impact: only where it is shown anything is said of its order."""
    ahead: tuple[float, ...] | None = None
    """Probability that impact ranks above what is stated, 0..1; ``None`` where impact has no known error."""
    behind: tuple[float, ...] | None = None
    """The same for below."""

    @property
    def hidden(self) -> tuple[str, ...]:
        """Touchpoints that matter more than customers say beyond chance, the largest difference first."""
        return self._apart(1, self.ahead)

    @property
    def overstated(self) -> tuple[str, ...]:
        """Touchpoints that customers call important and that move the outcome little, beyond chance."""
        return self._apart(-1, self.behind)

    def _apart(self, way: int, sure: tuple[float, ...] | None) -> tuple[str, ...]:
        if self.claim != "shown":
            return ()
        enough = max(2.0, _APART * len(self.names))
        ranks = zip(self.names, self.stated_ranks, self.derived_ranks, strict=True)
        told = [True] * len(self.names) if sure is None else [one >= _SURE for one in sure]
        off = [
            (way * (said - found), name)
            for (name, said, found), here in zip(ranks, told, strict=True)
            if here
        ]
        return tuple(name for far, name in sorted(off, key=lambda one: -one[0]) if far >= enough)


def against_derived(touchpoints: Touchpoints) -> Stated | None:
    """Return stated importance beside derived impact; ``None`` with fewer than three that have both.

    Parameters
    ----------
    touchpoints
        With an impact and a column of stated importance, from one table or joined by name; of several
        periods the latest counts, rows of one touchpoint are averaged.

    References
    ----------
    Spearman, C. (1904). The proof and measurement of association between two things. American Journal of
    Psychology 15(1).
    """
    rows = visible(touchpoints, Filters())
    known = rows[rows["importance"].notna() & rows["impact"].notna()]
    if touchpoints.impact_kind == "none" or known.empty:
        return None
    keys = known["touchpoint"].map(lambda name: folded(str(name)))
    means = known.groupby(keys, sort=False).agg(
        name=("touchpoint", "first"), stated=("importance", "mean"), derived=("impact", "mean")
    )
    if len(means) < _FEWEST:
        return None
    means = means.sort_values("derived", ascending=False, kind="stable")
    said, found = means["stated"].rank(ascending=False), means["derived"].rank(ascending=False)
    ahead, behind = _sure(touchpoints, list(means.index), np.asarray(said, np.float64))
    return Stated(
        tuple(means["name"]),
        tuple(means["stated"].astype(float)),
        tuple(means["derived"].astype(float)),
        tuple(said.astype(float)),
        tuple(found.astype(float)),
        rank_correlation(said, found),
        impact_claim(touchpoints),
        ahead,
        behind,
    )


def _sure(
    touchpoints: Touchpoints, names: list[str], said: Numbers
) -> tuple[tuple[float, ...] | None, tuple[float, ...] | None]:
    """How often impact ranks above and below what is stated in the draws; of a given impact not known."""
    if touchpoints.impact_kind != "derived":
        return None, None
    draws, none = touchpoints.draws, (0.0,) * len(names)
    places = {} if draws is None else {folded(name): at for at, name in enumerate(draws.names)}
    if draws is None or draws.impact is None or any(name not in places for name in names):
        return none, none
    shares = draws.impact[:, [places[name] for name in names]]
    ranks = 1 + np.argsort(np.argsort(-shares, axis=1, kind="stable"), axis=1)
    return tuple((ranks < said).mean(axis=0).tolist()), tuple((ranks > said).mean(axis=0).tolist())


def rank_correlation(one: pd.Series, other: pd.Series) -> float | None:
    """Return the correlation of two columns of ranks; ``None`` without spread.

    Examples
    --------
    >>> rank_correlation(pd.Series([1.0, 2.0, 3.0]), pd.Series([1.0, 3.0, 2.0]))
    0.5
    """
    x, y = (column.to_numpy(float) - column.mean() for column in (one, other))
    spread = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / spread if spread > 0 else None


def stated_words(found: Stated, lang: Language) -> tuple[str, ...]:
    """Return how far stated and derived importance agree, and what differs beyond chance, in sentences.

    Where the data do not show impact, or no order of it, nothing else is said.
    """
    n = len(found.names)
    if found.claim != "shown":
        return (text.say(f"stated.{found.claim}", lang),)
    if found.correlation is None:
        words = [text.say("stated.flat", lang)]
    else:
        case = (
            "agree"
            if found.correlation >= _AGREE
            else "differ"
            if found.correlation < _DISAGREE
            else "partly"
        )
        words = [text.say(f"stated.{case}", lang, n=n, r=text.number(found.correlation, lang))]
    for case, names in (("hidden", found.hidden), ("overstated", found.overstated)):
        if names:
            words.append(text.say(f"stated.{case}", lang, touchpoints=", ".join(names)))
    return tuple(words)


def table(found: Stated) -> pd.DataFrame:
    """Return one row per touchpoint: touchpoint, stated, derived, stated_rank, derived_rank."""
    return pd.DataFrame(
        {
            "touchpoint": found.names,
            "stated": found.stated,
            "derived": found.derived,
            "stated_rank": found.stated_ranks,
            "derived_rank": found.derived_ranks,
        }
    )
