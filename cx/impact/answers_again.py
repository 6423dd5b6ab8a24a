"""How a result would be otherwise for answers that are looked at again: without some, or held together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cx.errors import CxError
from cx.impact.on_matrix import touchpoints
from cx.impact.reading import advised_rows, largest, without
from cx.impact.results import result as result_of
from cx.impact.results import with_intervals
from cx.impact.study import Study, prepare
from cx.records import DriverResult, Responses, Score, Trial, TrialKind

_FEW, _NOTABLE = 5, 0.01


@dataclass(frozen=True)
class Again:
    """Answers to be looked at again, and what is said of them."""

    kind: TrialKind
    responses: Responses
    straight_liners: bool
    """Whether those who gave one rating throughout stay."""
    about: str = ""
    """The segment, or the column of clusters, in the user's words."""
    amount: float | None = None
    """How many answers are left out, or how many clusters there are."""


def trials_of_answers(
    responses: Responses, result: DriverResult, score: Score = "mean", *, straight_liners: bool = True
) -> tuple[Trial, ...]:
    """Return the trials of a result that need its answers anew.

    Parameters
    ----------
    responses
        Those that the result was derived from.
    result
        With its draws: without them clusters change nothing.
    score
        What stands for satisfaction on the matrix.
    straight_liners
        Whether those who gave one rating throughout are in the result.

    Notes
    -----
    What cannot be derived without the answers that are left out (an outcome without spread, a touchpoint that
    nobody else met) is no trial.
    """
    found = []
    for one in again(responses, result, straight_liners=straight_liners):
        try:
            found.append(_tried(one, result, score))
        except CxError:
            continue
    return tuple(found)


def again(responses: Responses, result: DriverResult, *, straight_liners: bool) -> Iterator[Again]:
    """Yield which answers are looked at again.

    Notes
    -----
    Without straight-liners where they are five and 1% or more, without the largest segment where there is
    one; each where enough answers stay for the model. With whole clusters where a column looks like them and
    nobody said whether it is.
    """
    straight = sum(int(str(one.details["n"])) for one in result.findings if one.code == "straight_liners")
    needed = advised_rows(result.columns)
    if straight_liners and max(_FEW, _NOTABLE * result.n) <= straight <= result.n - needed:
        yield Again("straight_liners", responses, straight_liners=False, amount=float(straight))
    segment = largest(responses)
    if segment is not None:
        rest = without(responses, *segment)
        gone = float(len(responses.rows) - len(rest.rows))
        if len(rest.rows) >= needed:
            about = f"{segment[0]}: {segment[1]}"
            yield Again("segment", rest, straight_liners, about, gone)
    if responses.likely_cluster is not None and responses.cluster is None and result.draws is not None:
        whole = replace(responses, cluster=responses.likely_cluster)
        known = responses.rows[responses.likely_cluster].dropna().astype(str)
        yield Again("clusters", whole, straight_liners, responses.likely_cluster, float(known.nunique()))


def _tried(one: Again, result: DriverResult, score: Score) -> Trial:
    study = _study(one, result)
    part = result_of(study, method=result.method, draws=0, quick=True)
    if one.kind == "clusters" and result.draws is not None:
        part = with_intervals(part, study, draws=result.draws.count, seed=result.draws.seed, quick=True)
    table = touchpoints(part, score)
    if one.kind == "clusters":
        return Trial(
            one.kind,
            draws=table.draws,
            evidence=table.evidence,
            impact_claim=table.impact_claim,
            about=one.about,
            amount=one.amount,
        )
    named = [str(name) for name in table.rows["touchpoint"]]
    return Trial(
        one.kind,
        dict(zip(named, table.rows["impact"].tolist(), strict=True)),
        dict(zip(named, table.rows["satisfaction"].tolist(), strict=True)),
        about=one.about,
        amount=one.amount,
    )


def _study(one: Again, result: DriverResult) -> Study:
    """The sums of the same question."""
    headers = [
        result.called[driver.name].source if driver.name in result.called else driver.name
        for driver in result.drivers
    ]
    return prepare(
        one.responses,
        result.outcome,
        headers,
        outcome_direction=result.direction,
        positive=result.positive,
        leave_out_straight_liners=not one.straight_liners,
    )
