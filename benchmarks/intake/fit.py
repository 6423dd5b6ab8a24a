"""The weights of the witnesses as the labelled cases would have them, pulled towards those of the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from heard import UNLISTED, Bench, Matrix, Mechanism
from scipy import optimize, special

PULL = 0.001
"""How strongly each weight is held to that of the table, per column that is learnt from."""
_STEPS, _SHOWN = 60, 60
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
    learnt: float
    """With weights that only the other kinds of case gave: pulled towards nothing."""
    missed: tuple[str, ...]
    """The columns that the weights of the table get wrong."""


def held_out(bench: Bench) -> list[Held]:
    """Return for each kind of case how weights fare there that were fitted to the others."""
    kinds = sorted({one.kind for one in bench.tables})
    everything = fitted(bench, lambda _kind: True)
    found = []
    for kind in kinds:
        rest = fitted(bench, lambda other, kind=kind: other != kind)  # type: ignore[misc]
        bare = fitted(bench, lambda other, kind=kind: other != kind, towards=0.0)  # type: ignore[misc]
        right = [
            np.concatenate(_right(bench, weights, kind))
            for weights in (bench.table_weights, everything, rest, bare)
        ]
        names = [
            f"{one.file}: {one.headers[place][:_SHOWN]}"
            for one in bench.tables
            if one.kind == kind
            for place in one.known
        ]
        missed = tuple(name for name, is_right in zip(names, right[0], strict=True) if not is_right)
        found.append(Held(kind, len(names), *(float(one.mean()) for one in right), missed))
    return found


def fitted(bench: Bench, pick: Pick, towards: float = 1.0) -> Matrix:
    """Return (witnesses, kinds) weights, by ridge multinomial logistic regression of the role on strengths.

    Notes
    -----
    A role is any of its kinds: its probability is the sum of theirs. The penalty is ``PULL * n / 2`` times
    the squared distance to ``towards`` times the table's weights; n is the number of columns.
    """
    strengths, roles = _columns(bench, pick)
    start = towards * bench.table_weights
    allowed = np.array([bench.mechanism.fits(role) for role in roles])
    pull = PULL * len(roles) / 2

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(start.shape)
        scores = strengths @ weights
        of_role = np.where(allowed, scores, -np.inf)
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
    """Per table of a kind of case which columns get their role; some kinds one column has at most."""
    found = []
    for one, own in zip(bench.tables, bench.strengths, strict=True):
        if one.kind == kind:
            of = bench.mechanism
            given = of.assigned(dict(zip(one.said, own @ weights, strict=True)))
            got = {place: of.roles[of.kinds.index(taken)] for place, taken in given.items()}
            found.append(np.array([_is_right(of, got[place], role) for place, role in one.known.items()]))
    return found


def _is_right(of: Mechanism, got: str, role: str) -> bool:
    return got != "rating" if role == UNLISTED else _coarse(of, got) == _coarse(of, role)


def _coarse(of: Mechanism, role: str) -> str:
    return role if role in of.coarse else "other"


def counted(of: Mechanism, roles: Sequence[str]) -> str:
    """Return how many columns have each of the roles that are told apart, or are known to be no rating."""
    often = Counter(role if role == UNLISTED else _coarse(of, role) for role in roles)
    return ", ".join(f"{count} {role}" for role, count in often.most_common())
