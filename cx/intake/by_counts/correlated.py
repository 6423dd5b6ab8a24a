"""Orders of made-up rows that go together as columns do: a Gaussian copula, from counts and sums of pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cx.intake.by_counts.profile import Counted, Sums

Numbers = npt.NDArray[np.float64]
_SEED = 15
_FEWEST = 8
_SAME = 0.995
"""From here on two columns are filled, or answered, in the same rows."""
_STEPS, _NODES = 40, 24
_FLOOR = 1e-4


@dataclass(frozen=True)
class Known:
    """What is known of one column beside its counts."""

    counted: Counted
    varies: bool
    """Whether it counts as numbers that differ."""
    two: tuple[float, float] | None = None
    """The values of a column that has two."""

    @property
    def filled(self) -> float:
        """The share of rows that hold something."""
        return self.counted.filled / self.counted.rows

    low: float = 0.0
    """The share of the lower one of these among what is filled."""

    @property
    def parts(self) -> int:
        """How many normal columns stand for it: its answers, and whether it is filled."""
        return int(self.varies) + int(0 < self.filled < 1)


def orders(
    known: Sequence[Known], pairs: Sequence[tuple[int, int]], sums: Sequence[Sums], rows: int
) -> list[tuple[Numbers | None, Numbers | None]]:
    """Return per column what its answers are put in order by, and which rows are filled first, lowest first.

    Parameters
    ----------
    known
        The columns.
    pairs, sums
        Places in ``known``, and what was summed over the rows that hold both.
    rows
        How many are made up.
    """
    places = {one: at for at, one in enumerate(_latents(known))}
    if not places:
        return [(None, None)] * len(known)
    drawn = _drawn(_correlations(places, known, pairs, sums), rows)
    return [
        tuple(drawn[:, places[at, part]] if (at, part) in places else None for part in ("answer", "there"))  # type: ignore[misc]
        for at in range(len(known))
    ]


Latent = tuple[int, str]


def _latents(known: Sequence[Known]) -> list[Latent]:
    answered = [(at, "answer") for at, one in enumerate(known) if one.varies]
    return answered + [(at, "there") for at, one in enumerate(known) if 0 < one.filled < 1]


def _correlations(
    places: dict[Latent, int],
    known: Sequence[Known],
    pairs: Sequence[tuple[int, int]],
    sums: Sequence[Sums],
) -> Numbers:
    """Correlations of the normal columns: those of numbers as they are, those of two values tetrachoric."""
    found = np.eye(len(places))
    fours: list[tuple[int, int, float, float, float]] = []
    for (j, k), one in zip(pairs, sums, strict=True):
        n = known[j].counted.rows
        first, second = (places.get((at, "there"), -1) for at in (j, k))
        fours.append((first, second, known[j].filled, known[k].filled, one.n / n))
        for a, total, b in ((j, one.a, k), (k, one.b, j)):
            values = known[a].two
            if values is not None and known[a].filled == 1 and (b, "there") in places:
                low = (values[1] * one.n - total) / (values[1] - values[0])
                fours.append(
                    (places[a, "answer"], places[b, "there"], known[a].low, known[b].filled, low / n)
                )
        if (j, "answer") in places and (k, "answer") in places and one.n >= _FEWEST:
            at = places[j, "answer"], places[k, "answer"]
            found[at] = found[at[::-1]] = _pearson(one)
    told = [four for four in fours if four[0] >= 0 and four[1] >= 0]
    if told:
        first, second, *shares = np.array(told).T
        rho = _tetrachoric(*shares)
        at_first, at_second = first.astype(int), second.astype(int)
        found[at_first, at_second] = found[at_second, at_first] = rho
    return found


def _pearson(one: Sums) -> float:
    spread = (one.n * one.aa - one.a**2) * (one.n * one.bb - one.b**2)
    return float(np.clip((one.n * one.ab - one.a * one.b) / spread**0.5, -1, 1)) if spread > 0 else 0.0


def _tetrachoric(first: Numbers, second: Numbers, both: Numbers) -> Numbers:
    """The correlation of two normal columns that are below their quantiles together so often."""
    from scipy.special import ndtri

    h, k = ndtri(first), ndtri(second)
    low, high = np.full(len(h), -1.0), np.full(len(h), 1.0)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        below = _together(h, k, middle, first * second) < both
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    found: Numbers = np.round((low + high) / 2, 4)
    return found


def _together(h: Numbers, k: Numbers, rho: Numbers, apart: Numbers) -> Numbers:
    """The probability that both of two normal columns lie below ``h`` and ``k`` (Drezner and Wesolowsky)."""
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    end = np.arcsin(rho)
    angle = (nodes + 1) / 2 * end[:, None]
    h, k = h[:, None], k[:, None]
    part = np.exp(-(h**2 + k**2 - 2 * h * k * np.sin(angle)) / (2 * np.cos(angle) ** 2))
    found: Numbers = apart + end / (4 * np.pi) * (part @ weights)
    return found


def _drawn(correlations: Numbers, rows: int) -> Numbers:
    """Normal columns of so many rows with those correlations; the same ones each time."""
    wanted = np.where(np.abs(correlations) >= _SAME, np.sign(correlations), correlations)
    values, vectors = np.linalg.eigh(wanted)
    root = vectors * np.sqrt(np.maximum(values, _FLOOR))
    root /= np.sqrt((root**2).sum(axis=1))[:, None]
    plain = np.random.default_rng(_SEED).normal(size=(rows, len(wanted)))
    plain -= plain.mean(axis=0)
    if rows > 2 * len(wanted):
        plain = np.linalg.qr(plain)[0]
    found: Numbers = plain @ root.T
    for k in range(1, len(wanted)):
        same = np.flatnonzero(np.abs(wanted[k, :k]) == 1)
        if len(same):
            found[:, k] = np.sign(wanted[k, same[0]]) * found[:, same[0]]
    return found
