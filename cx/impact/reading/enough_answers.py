"""Whether there are enough answers for so many columns: rows, weights, and events of a rare outcome."""

from __future__ import annotations

import numpy as np

from cx.impact.model import Model, Numbers
from cx.impact.sums import Moments
from cx.records import Finding

_SMALL_SAMPLE = 30
_PER_COLUMN = 10
_UNEVEN, _LOST = 0.8, 1 / 3
_TWO = 2


def advised_rows(columns: int) -> int:
    """Return how many rows a model of so many columns needs (METHODS 5)."""
    return max(_SMALL_SAMPLE, _PER_COLUMN * columns)


def about_base(moments: Moments, model: Model) -> list[Finding]:
    """Return findings about a base that is small for so many columns, or made small by its weights."""
    found = []
    needed = advised_rows(model.columns)
    if moments.rows < needed:
        details = {"n": moments.rows, "columns": model.columns, "needed": needed}
        found.append(Finding("warning", "few_rows", details=details))
    if moments.n_eff < _UNEVEN * moments.rows:
        details = {"n": moments.rows, "effective": round(moments.n_eff)}
        lost = moments.n_eff < _LOST * moments.rows
        found.append(Finding("warning" if lost else "info", "uneven_weights", details=details))
    return found


def about_events(outcome: Numbers, name: str, model: Model) -> list[Finding]:
    """Return the finding of a yes-or-no outcome that too few customers have, or have not.

    Parameters
    ----------
    outcome
        (rows,) as used.

    Notes
    -----
    What tells touchpoints apart is the rarer of both answers: ten of them per column of the model are
    advised.

    References
    ----------
    Peduzzi, P., Concato, J., Kemper, E., Holford, T. R. & Feinstein, A. R. (1996). A simulation study of the
    number of events per variable in logistic regression analysis. Journal of Clinical Epidemiology 49(12).
    """
    if len(np.unique(outcome[: _TWO * _SMALL_SAMPLE])) > _TWO:
        return []
    known, counts = np.unique(outcome, return_counts=True)
    needed = _PER_COLUMN * model.columns
    events = int(counts.min())
    if len(known) != _TWO or events >= needed:
        return []
    details = {"n": events, "columns": model.columns, "needed": needed, "rows": len(outcome)}
    return [Finding("warning", "few_events", column=name, details=details)]
