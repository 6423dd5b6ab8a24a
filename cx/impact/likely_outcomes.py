"""Which column is the outcome, where several are as likely: asked with what each would show."""

from __future__ import annotations

from dataclasses import dataclass

from cx.errors import CxError
from cx.impact.results import result
from cx.impact.study import prepare
from cx.records import Responses

_MOST = 5
"""So many are looked at; what is asked is answered by one of the first."""


@dataclass(frozen=True)
class LikelyOutcome:
    """One column that impact may be on."""

    name: str
    chosen: bool
    """Whether impact is on it until somebody says otherwise."""
    n: int | None = None
    """How many answers can be used; ``None``: it cannot be the outcome of these answers."""
    explained: float | None = None
    """The share of it that all touchpoints explain together (R²)."""


def likely_outcomes(responses: Responses) -> tuple[LikelyOutcome, ...]:
    """Return the columns between which a person has to choose; none where one is ahead of the others.

    Parameters
    ----------
    responses
        One row a respondent, as the intake returns them.

    Notes
    -----
    The first is the one that :func:`cx.impact.at_once` takes for now. Of each only R² and the number of
    answers are computed, without shares and their intervals.
    """
    if responses.leading is not None or len(responses.outcomes) <= 1:
        return ()
    first = responses.outcomes[0]
    return tuple(_looked_at(responses, name, chosen=name == first) for name in responses.outcomes[:_MOST])


def _looked_at(responses: Responses, name: str, *, chosen: bool) -> LikelyOutcome:
    drivers = [one for one in responses.drivers if one != name]
    try:
        found = result(prepare(responses, name, drivers), method="johnson", draws=0)
    except CxError:
        return LikelyOutcome(name, chosen)
    return LikelyOutcome(name, chosen, found.n, found.r2)
