"""The weights of the witnesses as the labelled cases alone would have them, pulled towards those of the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from heard import ORDER, ROLES, Bench, Matrix
from scipy import optimize, special

from cx.intake.survey.evidence import settle

PULL = 0.05
"""How strongly each weight is held to that of the table, per column that is learnt from."""
_STEPS = 60
_OWN = ("rating", "outcome", "ignore")
Pick = Callable[[str], bool]


@dataclass(frozen=True)
class Held:
    """How often the roles of the columns of one kind of case are right, by three sets of weights."""

    kind: str
    columns: int
    table: float
    """With the weights of the table."""
    seen: float
    """With weights fitted to all cases, these too."""
    unseen: float
    """With weights fitted to all other kinds of case."""


def held_out(bench: Bench) -> list[Held]:
    """Return for each kind of case how weights fare there that were fitted to the others."""
    kinds = sorted({one.kind for one in bench.tables})
    everything = fitted(bench, lambda _kind: True)
    found = []
    for kind in kinds:
        rest = fitted(bench, lambda other, kind=kind: other != kind)  # type: ignore[misc]
        right = [
            np.concatenate(_right(bench, weights, kind))
            for weights in (bench.table_weights, everything, rest)
        ]
        found.append(Held(kind, len(right[0]), *(float(one.mean()) for one in right)))
    return found


def fitted(bench: Bench, pick: Pick) -> Matrix:
    """Return (witnesses, kinds) weights: a ridge multinomial logistic regression of the role on the strengths.

    Notes
    -----
    A role is any of its kinds: its probability is the sum of theirs. The penalty is ``PULL * n / 2`` times the
    squared distance to the table's weights, where n is the number of columns.
    """
    strengths, roles = _columns(bench, pick)
    start = bench.table_weights
    fits = np.array([ROLES == role for role in roles])
    pull = PULL * len(roles) / 2

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(start.shape)
        scores = strengths @ weights
        of_role = np.where(fits, scores, -np.inf)
        missed = special.logsumexp(scores, axis=1) - special.logsumexp(of_role, axis=1)
        slope = strengths.T @ (special.softmax(scores, axis=1) - special.softmax(of_role, axis=1))
        away = weights - start
        return float(missed.sum() + pull * (away**2).sum()), (slope + 2 * pull * away).ravel()

    done = optimize.minimize(loss, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    found: Matrix = done.x.reshape(start.shape)
    return found


def _columns(bench: Bench, pick: Pick) -> tuple[Matrix, list[str]]:
    """The strengths and the roles of the columns with a known role in the kinds of case that are picked."""
    strengths, roles = [], []
    for one, own in zip(bench.tables, bench.strengths, strict=True):
        if pick(one.kind):
            places = list(one.said)
            strengths += [own[places.index(place)] for place in one.known]
            roles += one.known.values()
    return np.array(strengths), roles


def _right(bench: Bench, weights: Matrix, kind: str) -> list[np.ndarray]:
    """Per table of a kind of case which columns get their role; kinds that one column has at most are held once."""
    found = []
    for one, own in zip(bench.tables, bench.strengths, strict=True):
        if one.kind == kind:
            given = settle._assigned(dict(zip(one.said, own @ weights, strict=True)))
            got = {place: str(ROLES[ORDER.index(taken)]) for place, taken in given.items()}
            found.append(
                np.array([_coarse(got[place]) == _coarse(role) for place, role in one.known.items()])
            )
    return found


def _coarse(role: str) -> str:
    return role if role in _OWN else "other"


def counted(roles: Sequence[str]) -> str:
    """Return how many columns have each of the four roles."""
    often = Counter(_coarse(role) for role in roles)
    return ", ".join(f"{often[role]} {role}" for role in (*_OWN, "other"))
