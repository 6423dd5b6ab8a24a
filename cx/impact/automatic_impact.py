"""Impact that nobody asked for yet: derived where the answers carry it, else why not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cx.errors import CxError
from cx.impact.reading import advised_rows
from cx.impact.results import Progress, result, with_intervals
from cx.impact.study import Study, prepare
from cx.records import Direction, DriverResult, Finding, Method, Responses

_FEWEST = 2
"""One touchpoint has all of the impact, whatever was answered."""
_NO_REASONS = ("impact_derived", "outcome_ambiguous")
_OUT_OF_REACH = ("impact_few_answers", "impact_one_touchpoint")


@dataclass(frozen=True)
class AtOnce:
    """What a survey says about impact by itself."""

    outcome: str | None = None
    """What impact was derived on, or tried on; ``None``: no column can be the outcome."""
    result: DriverResult | None = None
    """``None``: impact cannot be derived; ``findings`` say why. Its claims say whether impact is shown."""
    findings: tuple[Finding, ...] = ()
    """How the outcome was chosen, or why there is no impact and about how many answers would do."""

    @property
    def shown(self) -> bool:
        """Whether there is an impact that may be spoken of."""
        return self.result is not None and self.result.claims.impact != "none"

    @property
    def why_not(self) -> Finding | None:
        """Why no impact was derived; ``None`` where one was."""
        reasons = [one for one in self.findings if one.code not in _NO_REASONS]
        return reasons[0] if self.result is None and reasons else None

    @property
    def lacks_answers(self) -> bool:
        """Whether more answers or touchpoints are needed, so that no choice of a person helps."""
        return self.why_not is not None and self.why_not.code in _OUT_OF_REACH


def at_once(
    responses: Responses,
    outcome: str | None = None,
    *,
    outcome_direction: Direction | None = None,
    positive: str | None = None,
    method: Method | None = None,
    seed: int = 1,
    progress: Progress | None = None,
) -> AtOnce:
    """Return the impact of each touchpoint on the likeliest outcome, where the answers carry it.

    Parameters
    ----------
    responses
        One row a respondent, as the intake returns them.
    outcome
        The outcome that a person chose; ``None``: the one that is clearly ahead, else the likeliest, and a
        finding asks which.
    outcome_direction, positive, seed, progress
        As in :func:`cx.impact.drivers`.
    method
        ``None``: exact Shapley shares up to 20 touchpoints, above that sampled orders: what is drawn unasked
        takes no longer than a moment. From 17 touchpoints on each draw of the intervals samples orders too.

    Notes
    -----
    Nothing is derived below max(30, 10 k) rows for a model of k columns. Where the touchpoints explain no
    more than chance may, the claims of the result say that impact is not shown.
    """
    if not responses.outcomes and outcome is None:
        needed = advised_rows(len(responses.drivers))
        return AtOnce(findings=(Finding("info", "impact_no_outcome", details={"needed": needed}),))
    chosen = outcome or responses.leading or responses.outcomes[0]
    if len(responses.drivers) < _FEWEST:
        return AtOnce(chosen, findings=(Finding("info", "impact_one_touchpoint", column=chosen),))
    asked = _asked(responses, chosen, outcome)
    try:
        study = prepare(
            responses,
            chosen,
            [name for name in responses.drivers if name != chosen],
            outcome_direction=outcome_direction,
            positive=positive,
        )
    except CxError as error:
        return AtOnce(chosen, findings=(*asked, _refused(error, chosen)))
    if study.moments.rows < (needed := advised_rows(study.model.columns)):
        return AtOnce(chosen, findings=(*asked, _few(chosen, study.moments.rows, needed)))
    found = _result(study, method, seed, progress)
    told = _told(found, outcome) if found.claims.impact != "none" else ()
    return AtOnce(chosen, found, (*told, *asked))


def _result(study: Study, method: Method | None, seed: int, progress: Progress | None) -> DriverResult:
    quick = method is None
    plain = result(study, method=method or "shapley", draws=0, quick=quick, progress=progress)
    return with_intervals(plain, study, seed=seed, quick=quick, progress=progress)


def _asked(responses: Responses, chosen: str, outcome: str | None) -> tuple[Finding, ...]:
    if outcome is not None or responses.leading is not None:
        return ()
    others = ", ".join(f"'{name}'" for name in responses.outcomes if name != chosen)
    return (Finding("warning", "outcome_ambiguous", column=chosen, details={"others": others}),)


def _told(found: DriverResult, outcome: str | None) -> tuple[Finding, ...]:
    if outcome is not None:
        return ()
    details = {"n": found.n, "percent": round(100 * found.r2)}
    return (Finding("info", "impact_derived", column=found.outcome, details=details),)


def _few(outcome: str, rows: int, needed: int) -> Finding:
    return Finding("warning", "impact_few_answers", column=outcome, details={"n": rows, "needed": needed})


def _refused(error: CxError, outcome: str) -> Finding:
    """The finding that has the words of an error: what was tried unasked stops nothing."""
    if error.key == "too_few_rows":
        rows, least = int(str(error.values["n"])), int(str(error.values["needed"]))
        return _few(outcome, rows, advised_rows(least - 2))
    details = {name: value for name, value in error.values.items() if name != "column"}
    return replace(Finding("warning", error.key, details=details), column=outcome)
