"""Responses to the impact of each touchpoint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from cx.impact.reading import Codes
from cx.impact.results import Progress, result
from cx.impact.study import prepare
from cx.records import Blanks, Direction, DriverResult, Method, Responses, Scale


def drivers(
    responses: pd.DataFrame | Responses,
    outcome: str,
    drivers: Sequence[str] | None = None,
    *,
    weight: str | None = None,
    respondent: str | None = None,
    missing: Codes | None = None,
    no_answer: Codes | None = None,
    blanks: Mapping[str, Blanks] | None = None,
    scales: Scale | Mapping[str, Scale] | None = None,
    outcome_direction: Direction | None = None,
    positive: str | None = None,
    method: Method = "shapley",
    draws: int = 1000,
    seed: int = 1,
    leave_out_straight_liners: bool = False,
    cluster: str | None = None,
    progress: Progress | None = None,
) -> DriverResult:
    """Return the impact of each touchpoint on an outcome, within the whole journey, with 95% intervals.

    Parameters
    ----------
    responses
        One row a respondent: a rating per touchpoint, blank where it was not met, and the outcome.
    outcome
        The business goal's column: numbers, or two labels (churned yes or no), of which one counts as 1.
    drivers
        The columns that rate a touchpoint; ``None``: the columns that look like it, the others named in
        findings.
    weight
        The column of weights, >= 0.
    respondent
        The column that names the respondent, where one has several rows: they stay together in the intervals.
    missing
        Column to the codes that say that the touchpoint was not met; of the outcome: to what is no answer.
    no_answer
        Column to the codes that say that it was met and not rated: counted as met, at its mean rating.
    blanks
        Column to what a blank cell means, ``"not_met"`` (the default) or ``"no_answer"``.
    scales
        The scale of all ratings, or column to scale; proposed from the answers where not given. A scale whose
        direction is ``lower`` turns the ratings, so that higher is better.
    outcome_direction
        Which end of the outcome is good for the business; ``None``: lower for names such as "Churned", else
        higher, and a finding says which.
    positive
        The label that counts as 1; ``None``: proposed, and a finding says which.
    method
        ``shapley`` (LMG shares of R², exact up to 25 touchpoints; above, from sampled orders, whose error a
        finding tells), ``johnson``, or ``correlation`` (R² of each touchpoint alone; does not sum to R²).
    draws
        Bootstrap draws for the intervals of the shares; 0 for the estimates alone. Shapley makes at most 200
        from 17 touchpoints on, and samples the orders in each draw from 21 on.
    seed
        Of the draws.
    leave_out_straight_liners
        Leave out respondents who gave every touchpoint the same rating.
    cluster
        The column of what respondents have in common (store, agent, course): every interval draws or leaves
        out its values as wholes. It goes before ``respondent``. ``""``: none, whatever the responses say.
    progress
        Called with the part of the work that is done, 0..1.

    Raises
    ------
    cx.errors.TableError
        When a column is missing, or the outcome has no spread or more than two labels.
    cx.errors.NothingUsable
        When no row or no touchpoint can be used, or there are fewer rows than the model has columns, plus 2.
    cx.errors.ArgumentError
        When ``positive`` is no label of the outcome, or another argument cannot be used.

    Notes
    -----
    A touchpoint enters one joint linear model as z (1 = met, else 0) and z * (x - m) (its rating about the
    mean m of those who met it), so that respondents who met only some touchpoints all count, and the R² of a
    set of touchpoints is that of both columns of each. ``effect`` is the coefficient of z * (x - m),
    ``exposure_effect`` that of z. A yes-or-no outcome is modelled as a share (linear probability model).
    Impact is an association: a touchpoint that customers seek when something else went wrong (a complaint
    desk) gets the blame, or the credit, of what went wrong.

    References
    ----------
    Lindeman, R. H., Merenda, P. F. & Gold, R. Z. (1980). Introduction to Bivariate and Multivariate Analysis.
    Grömping, U. (2006). Relative importance for linear regression in R. Journal of Statistical Software
    17(1).
    Johnson, J. W. (2000). A heuristic method for estimating the relative weight of predictor variables in
    multiple regression. Multivariate Behavioral Research 35(1).

    Examples
    --------
    >>> table = pd.DataFrame({"Invoice": [8, 6, 9, 4, 7, 5] * 20, "App": [7, 7, 8, 6, 5, 6] * 20,
    ...                       "Overall": [8, 6, 9, 5, 7, 5] * 20})
    >>> result = drivers(table, outcome="Overall", scales=Scale(1, 10), draws=0)
    >>> [(driver.name, round(driver.share, 2)) for driver in result.ranked]
    [('Invoice', 0.82), ('App', 0.18)]
    """
    study = prepare(
        responses,
        outcome,
        None if drivers is None else list(drivers),
        weight=weight,
        respondent=respondent,
        missing=missing,
        no_answer=no_answer,
        blanks=None if blanks is None else dict(blanks),
        scales=scales if scales is None or isinstance(scales, Scale) else dict(scales),
        outcome_direction=outcome_direction,
        positive=positive,
        leave_out_straight_liners=leave_out_straight_liners,
        cluster=cluster,
    )
    return result(study, method=method, draws=draws, seed=seed, progress=progress)
