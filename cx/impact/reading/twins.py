"""Touchpoints that hardly can be told apart, and what that does to their shares."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from cx.impact.model import EVERY_DRAW, Effects, Model, Numbers, between, correlations, impacts
from cx.impact.sums import Moments
from cx.records import Finding, Method

_INFLATED = 10.0
TWIN = 0.85
_WORD = {True: "", False: "_exposure"}


def about_twins(
    names: tuple[str, ...], moments: Moments, model: Model, effects: Effects, method: Method
) -> list[Finding]:
    """Return a finding for each pair that is answered nearly alike, or whose effects are inflated.

    Parameters
    ----------
    method
        How shares are computed; those of touchpoints alone overlap, so Johnson's weights stand in for them,
        and for exact shares of more than 16 touchpoints.

    Notes
    -----
    Twins: a correlation of .85 or more, over those who rated both. Whichever of the two works, the data
    divide the share between them; what each would hold without the other in the model says how much is at
    stake.
    Inflated: a variance inflation above 10, told with the touchpoint that goes along most.
    """
    products = model.products(moments.total[np.newaxis])[0]
    matrix = correlations(products)
    divided = "johnson" if method == "correlation" or len(names) > EVERY_DRAW else method
    told = _Told(names, moments, model, effects, matrix, divided)
    return told.findings(between(moments, model, products))


class _Told:
    """The findings, each pair once."""

    def __init__(
        self,
        names: tuple[str, ...],
        moments: Moments,
        model: Model,
        effects: Effects,
        matrix: Numbers,
        method: Method,
    ) -> None:
        self.names, self.moments, self.model, self.fit = names, moments, model, effects.fit
        self.matrix, self.method = matrix, method
        self.shares: dict[int | None, Numbers] = {}

    def findings(self, between: Numbers) -> list[Finding]:
        found: dict[tuple[str, frozenset[int]], Finding] = {}
        for column, (owner, rating) in enumerate(zip(self.model.owners, self.model.is_rating, strict=True)):
            pair = self._pair(column, int(owner), between) if rating else self._partner(column, int(owner))
            if pair is None:
                continue
            exact = not self.fit.determined[column]
            kind = ("inseparable" if exact else "collinear") + _WORD[bool(rating)]
            key = (kind, frozenset((int(owner), pair)))
            if kind != "collinear_exposure" and key not in found:
                found[key] = self._finding(kind, column, int(owner), pair, between)
        return list(found.values())

    def _pair(self, column: int, owner: int, between: Numbers) -> int | None:
        """The touchpoint whose ratings go along most, where that matters."""
        twin = int(np.argmax(np.abs(between[owner])))
        if self.fit.determined[column] and abs(between[owner, twin]) >= TWIN:
            return twin
        return self._partner(column, owner)

    def _partner(self, column: int, owner: int) -> int | None:
        apart = self.model.owners != owner
        if not (apart.any() and self.fit.inflation[column] > _INFLATED):
            return None
        strength = np.where(apart, np.abs(self.matrix[:-1, :-1][column]), -1.0)
        return int(self.model.owners[int(np.argmax(strength))])

    def _finding(self, kind: str, column: int, owner: int, other: int, between: Numbers) -> Finding:
        details: dict[str, object] = {"touchpoint": self.names[owner], "other": self.names[other]}
        if kind == "collinear":
            inflation = self.fit.inflation[column]
            whole = self._without(None)
            details |= {
                "r": f"{between[owner, other]:.2f}",
                "vif": f"{inflation:.0f}" if inflation >= _INFLATED else f"{inflation:.1f}",
                "share": round(100 * whole[owner]),
                "other_share": round(100 * whole[other]),
                "alone": round(100 * self._without(other)[owner]),
                "other_alone": round(100 * self._without(owner)[other]),
            }
        return Finding("warning", kind, column=self.names[owner], details=details)

    def _without(self, left_out: int | None) -> Numbers:
        """(p,) the shares in a model without one touchpoint; 0 for that one."""
        if left_out not in self.shares:
            self.shares[left_out] = _shares(self.matrix, self.model, self.method, left_out)
        return self.shares[left_out]


def _shares(matrix: Numbers, model: Model, method: Method, left_out: int | None) -> Numbers:
    kept: npt.NDArray[np.bool_] = np.arange(len(model.rated)) != (-1 if left_out is None else left_out)
    columns = np.append(kept[model.owners], True)
    part = Model(model.exposed[kept], model.rated[kept])
    values = np.zeros(len(kept))
    values[kept] = impacts(method, matrix[columns][:, columns], part)
    total = values.sum()
    return values / total if total > 0 else values
