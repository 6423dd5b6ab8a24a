"""Responses to the impact of each touchpoint."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from cx.impact import scores
from cx.impact.effects import Effects, estimated
from cx.impact.guards import Seen, about_model, rating_correlation
from cx.impact.model import exposures, means, spreads
from cx.impact.penalty_reward import contrasts
from cx.impact.reading import Codes
from cx.impact.shapley import MOST
from cx.impact.shares import (
    EVERY_DRAW,
    FEW,
    FEWER_DRAWS,
    ShareDraws,
    drawn,
    enough_rows,
    impacts,
    interval,
)
from cx.impact.study import Study, prepare
from cx.impact.sweep import Numbers, correlations
from cx.records import (
    METHODS,
    SCORES,
    Blanks,
    Contrast,
    Direction,
    Draws,
    Driver,
    DriverResult,
    Estimate,
    Finding,
    Method,
    Responses,
    Scale,
    Score,
)

Progress = Callable[[float], None]


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
        Column to the codes that say that the touchpoint was not met.
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
        ``shapley`` (LMG shares of R², exact up to 25 touchpoints; above, Johnson's weights), ``johnson``, or
        ``correlation`` (R² of each touchpoint alone; does not sum to R²).
    draws
        Bootstrap draws for the intervals of the shares; 0 for the estimates alone. Exact Shapley makes at
        most 200 from 17 touchpoints on; above 20 its intervals are those of Johnson's weights.
    seed
        Of the draws.
    leave_out_straight_liners
        Leave out respondents who gave every touchpoint the same rating.
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
    [('Invoice', 0.85), ('App', 0.15)]
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
    )
    return result(study, method=method, draws=draws, seed=seed, progress=progress)


def result(
    study: Study,
    *,
    method: Method = "shapley",
    draws: int = 1000,
    seed: int = 1,
    progress: Progress | None = None,
) -> DriverResult:
    """Return what a prepared study says; with ``draws=0`` at once and without intervals of the shares.

    Parameters
    ----------
    study
        What :func:`cx.impact.prepare` returned.
    method, draws, seed, progress
        As in :func:`drivers`.
    """
    used = _used(method, study)
    effects = estimated(study.moments, study.model)
    plain = _without_intervals(study, effects, used)
    if used != method:
        instead = Finding("info", "johnson_instead", details={"n": len(study.names), "most": MOST})
        plain = replace(plain, findings=(*plain.findings, instead))
    return _with_intervals(plain, study, draws, seed, progress) if draws > 0 else plain


def _used(method: Method, study: Study) -> Method:
    return "johnson" if method == "shapley" and len(study.names) > MOST else method


def _without_intervals(study: Study, effects: Effects, method: Method) -> DriverResult:
    sums, model = study.moments, study.model
    products = model.products(sums.total[np.newaxis])[0]
    matrix = correlations(products)
    by_method: dict[Method, Numbers] = {
        name: impacts(name, matrix, model) for name in METHODS if _used(name, study) == name
    }
    rows = _drivers(study, effects, by_method[method], by_method["correlation"])
    r2, k = effects.fit.r2, int(effects.fit.kept.sum())
    spare = sums.n_eff - 1 - k
    seen = Seen(study.names, sums, model, effects, rows, study.binary)
    extra = [Finding("info", "overlapping_shares")] if method == "correlation" else []
    total = sums.total
    mean = float(total[0, 1] / total[0, 0])
    return DriverResult(
        outcome=study.outcome,
        direction=study.direction,
        positive=study.positive,
        method=method,
        interval_method=method,
        drivers=rows,
        n=sums.rows,
        n_eff=sums.n_eff,
        columns=model.columns,
        r2=r2,
        r2_adjusted=1 - (1 - r2) * (sums.n_eff - 1) / spare if spare > 0 else None,
        outcome_mean=mean + sums.outcome_centre,
        outcome_sd=float(products[-1, -1] / total[0, 0] * sums.n_eff / (sums.n_eff - 1)) ** 0.5,
        shares={name: tuple(_shares(values).tolist()) for name, values in by_method.items()},
        draws=None,
        replicates=effects.replicates,
        groups=sums.groups,
        sources=study.sources,
        findings=(*study.findings, *about_model(seen), *extra),
    )


def _with_intervals(
    plain: DriverResult, study: Study, draws: int, seed: int, progress: Progress | None
) -> DriverResult:
    method, p = plain.method, len(study.names)
    findings = []
    if method == "shapley" and p > FEWER_DRAWS:
        method = "johnson"
        findings.append(Finding("info", "johnson_intervals", details={"n": p, "most": FEWER_DRAWS}))
    elif method == "shapley" and p > EVERY_DRAW and draws > FEW:
        findings.append(Finding("info", "fewer_draws", details={"n": p, "draws": FEW}))
        draws = FEW
    found = None
    if enough_rows(study.model, study.moments.n_eff):
        found = drawn(study.moments, study.model, method, draws, seed, progress)
    if found is None or found.shares is None:
        findings.append(Finding("warning", "explains_too_little", details={"r2": plain.r2}))
    return replace(
        plain,
        interval_method=method,
        drivers=tuple(_bounded(driver, j, found) for j, driver in enumerate(plain.drivers)),
        draws=None if found is None else _draws(study, found, seed),
        findings=(*plain.findings, *findings),
    )


def _bounded(driver: Driver, j: int, found: ShareDraws | None) -> Driver:
    if found is None or found.shares is None:
        return driver
    low, high = interval(driver.share, found.shares[:, j])
    return replace(driver, low=low, high=high)


def _draws(study: Study, found: ShareDraws, seed: int) -> Draws:
    satisfaction: dict[Score, Numbers] = {"mean": found.means}
    for score in ("top2", "nps"):
        columns = [
            _score_draws(score, found.counts, histogram.weight[:, 1:], histogram.values, scale)
            for histogram, scale in zip(study.moments.histograms, study.scales, strict=True)
        ]
        if not all(column is None for column in columns):
            none = np.full(len(found.counts), np.nan)
            satisfaction[score] = np.column_stack([none if c is None else c for c in columns])
    return Draws(found.shares, satisfaction, seed)


def _score_draws(
    score: Score, counts: Numbers, weight: Numbers, values: Numbers, scale: Scale
) -> Numbers | None:
    worth = scores.weights_of(score, values, scale)
    if worth is None:
        return None
    base = counts @ weight.sum(axis=1)
    hits = counts @ (weight @ worth)
    return np.asarray(np.divide(hits, base, out=np.full_like(base, np.nan), where=base > 0))


def _drivers(study: Study, effects: Effects, values: Numbers, alone: Numbers) -> tuple[Driver, ...]:
    shares = _shares(values)
    met = exposures(study.moments.total[np.newaxis])[0]
    found = contrasts(study.contrasts)
    return tuple(
        _driver(study, effects, j, found[j], (values[j], shares[j], alone[j], met[j]))
        for j in range(len(study.names))
    )


def _driver(
    study: Study, effects: Effects, j: int, contrast: Contrast | None, numbers: tuple[float, ...]
) -> Driver:
    histogram, scale = study.moments.histograms[j], study.scales[j]
    impact, share, alone, exposure = (float(number) for number in numbers)
    base = study.moments.rated[j] * study.moments.n_eff / study.moments.rows
    found = {
        score: estimate
        for score in SCORES
        if (estimate := scores.estimate(score, histogram.values, histogram.counts, base, scale)) is not None
    }
    satisfaction = _satisfaction(study, j)
    effect, met = effects.effects[j], effects.exposure_effects[j]
    turn = 1 if study.direction == "higher" else -1
    return Driver(
        name=study.names[j],
        impact=impact,
        share=share,
        low=None,
        high=None,
        effect=effect.value if effect else None,
        effect_low=effect.low if effect else None,
        effect_high=effect.high if effect else None,
        sign=turn * int(np.sign(effect.value)) if effect else 0,
        exposure=exposure,
        exposure_effect=met.value if met else None,
        exposure_effect_low=met.low if met else None,
        exposure_effect_high=met.high if met else None,
        satisfaction=satisfaction.value,
        satisfaction_low=satisfaction.low if satisfaction.low is not None else satisfaction.value,
        satisfaction_high=satisfaction.high if satisfaction.high is not None else satisfaction.value,
        sd=scores.deviation(histogram.values, histogram.counts, float(study.moments.rated[j])),
        n=int(study.moments.rated[j]),
        alone=alone,
        correlation=rating_correlation(histogram),
        vif=effects.inflation[j],
        scale=scale,
        scores={**found, "mean": satisfaction},
        contrast=contrast,
    )


def _satisfaction(study: Study, j: int) -> Estimate:
    # Ratings that follow no grid were counted in bins; the moments have their exact mean and spread.
    sums = study.moments
    mean = float(means(sums.total[np.newaxis])[0, j] + sums.centres[j])
    rated = float(sums.histograms[j].counts.sum())
    n = sums.rated[j] * sums.n_eff / sums.rows
    if not rated > 0 or n <= 1:
        return Estimate(mean)
    sd = (float(spreads(sums)[j]) / rated * n / (n - 1)) ** 0.5
    return scores.mean(mean, sd, n)


def _shares(values: Numbers) -> Numbers:
    total = values.sum()
    return np.asarray(values / total if total > 0 else np.full(len(values), 1 / len(values)))
