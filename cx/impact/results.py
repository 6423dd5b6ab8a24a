"""What a prepared study says: estimates at once, intervals of the shares when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from cx.errors import ArgumentError
from cx.impact.claims import claimed, too_little
from cx.impact.model import (
    EVERY_DRAW,
    FEW,
    FEWER_DRAWS,
    MOST,
    Effects,
    Numbers,
    ShareDraws,
    correlations,
    drawn,
    enough_rows,
    estimated,
    impacts,
    interval,
    mood,
    roughness,
    sampled,
    scores,
)
from cx.impact.portrait import portraits, shares_of
from cx.impact.reading import MANY, Seen, about_intervals, about_model, about_mood, told
from cx.impact.study import Study
from cx.impact.trials import of_sums
from cx.records import METHODS, Draws, Driver, DriverResult, Finding, Method, Scale, Score

Progress = Callable[[float], None]
_FEWEST_DRAWS, _MOST_DRAWS = 100, 100_000


def result(
    study: Study,
    *,
    method: Method = "shapley",
    draws: int = 1000,
    seed: int = 1,
    quick: bool = False,
    progress: Progress | None = None,
) -> DriverResult:
    """Return what a prepared study says; with ``draws=0`` at once and without intervals of the shares.

    Parameters
    ----------
    study
        What :func:`cx.impact.prepare` returned.
    method, draws, seed, progress
        As in :func:`cx.impact.drivers`.
    quick
        Sample the orders of Shapley shares from 21 touchpoints on, where exact ones take more than a moment;
        else from 26 on.

    Raises
    ------
    cx.errors.ArgumentError
        For an unknown method, or draws that are neither 0 nor 100 to 100,000.
    """
    _check(method, draws)
    effects = estimated(study.moments, study.model)
    slow = method == "shapley" and len(study.names) > FEWER_DRAWS
    asked = _Asked(method, len(study.names) > (FEWER_DRAWS if quick else MOST))
    plain = _without_intervals(study, effects, asked, _part(progress, 0.0, 0.5) if slow else None)
    progress = _part(progress, 0.5, 1.0) if slow else progress
    if not draws:
        return claimed(plain)
    return with_intervals(plain, study, draws=draws, seed=seed, quick=quick, progress=progress)


@dataclass(frozen=True)
class _Asked:
    method: Method
    sampled: bool
    """Whether Shapley shares come from sampled orders."""


def _check(method: str, draws: int) -> None:
    if method not in METHODS:
        raise ArgumentError("argument_method", value=method, known=", ".join(METHODS))
    if draws != 0 and not _FEWEST_DRAWS <= draws <= _MOST_DRAWS:
        raise ArgumentError("argument_draws", value=draws)


def _part(progress: Progress | None, start: float, end: float) -> Progress | None:
    return None if progress is None else lambda done: progress(start + done * (end - start))


def _without_intervals(
    study: Study, effects: Effects, asked: _Asked, progress: Progress | None
) -> DriverResult:
    sums, model, method = study.moments, study.model, asked.method
    products = model.products(sums.total[np.newaxis])[0]
    by_method, extra = _by_method(study, correlations(products), asked, progress)
    rows = portraits(study, effects, by_method[method], by_method["correlation"])
    r2, k = effects.fit.r2, int(effects.fit.kept.sum())
    spare = sums.n_eff - 1 - k
    turn = 1 if study.direction == "higher" else -1
    seen = Seen(study.names, sums, model, effects, rows, study.binary, turn, method)
    total = sums.total
    factor = mood.first_factor(mood.between(sums, model, products))
    extra += about_mood(factor, len(rows))
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
        shares={name: tuple(shares_of(values).tolist()) for name, values in by_method.items()},
        draws=None,
        replicates=effects.replicates,
        groups=sums.groups,
        sources=study.sources,
        clusters=study.exactness.clusters,
        findings=_placed((*study.findings, *told(about_model(seen), study.called), *extra), study),
        outcome_ends=study.ends,
        two_valued=study.two_valued,
        mood=factor,
        contrasts=mood.contrasts(rows, effects.replicates, turn),
        called=study.called,
        paired=study.paired,
    )


def _by_method(
    study: Study, matrix: Numbers, asked: _Asked, progress: Progress | None
) -> tuple[dict[Method, Numbers], list[Finding]]:
    """The impacts by every method that takes no more than a moment, and by the one that was asked for."""
    p, found = len(study.names), dict[Method, Numbers]()
    said = [Finding("info", "overlapping_shares")] if asked.method == "correlation" else []
    for name in METHODS:
        if name == asked.method == "shapley" and asked.sampled:
            some = sampled(matrix, study.model.owners, p, progress=progress)
            found[name] = some.values
            error = 100 * float(some.errors.max() / max(some.values.sum(), np.finfo(float).tiny))
            details = {"n": p, "orders": some.orders, "error": round(max(error, 0.01), 2)}
            said.append(Finding("info", "sampled_orders", details=details))
        elif name == asked.method or not (name == "shapley" and p > FEWER_DRAWS):
            found[name] = impacts(name, matrix, study.model, progress)
    return found, said


def with_intervals(
    plain: DriverResult,
    study: Study,
    *,
    draws: int = 1000,
    seed: int = 1,
    quick: bool = False,
    progress: Progress | None = None,
) -> DriverResult:
    """Return a result that had none with the intervals of its shares, and its draws.

    Parameters
    ----------
    plain
        What :func:`result` returned with ``draws=0``, of the same study.
    study, draws, seed, progress
        As for :func:`result`.
    quick
        Sample the orders in each draw from 17 touchpoints on, where exact shares take long; else from 21 on.

    Raises
    ------
    cx.errors.ArgumentError
        For draws that are not 100 to 100,000.
    """
    _check(plain.method, draws)
    method, p = plain.method, len(study.names)
    findings = []
    exact = p <= (EVERY_DRAW if quick else FEWER_DRAWS)
    fewer = draws > FEW and p > (EVERY_DRAW if method == "shapley" else MANY)
    if fewer:
        draws = FEW if p <= MANY else _FEWEST_DRAWS
    found = None
    if enough_rows(study.model, study.moments.n_eff):
        found = drawn(study.moments, study.model, method, draws, seed, progress, exact=exact)
    known = plain.findings
    if found is None or found.shares is None:
        known = _not_of_chance(known)
        findings.append(Finding("warning", "explains_too_little", details={"r2": plain.r2}))
        findings.append(too_little(plain))
    elif fewer:
        rough = {"percent": round(100 * roughness(draws))}
        findings.append(Finding("info", "fewer_draws", details={"n": p, "draws": draws, **rough}))
    groups = study.moments.groups
    bounded = tuple(_bounded(driver, j, found, groups) for j, driver in enumerate(plain.drivers))
    findings += told(about_intervals(bounded, plain.n), study.called)
    return claimed(
        replace(
            plain,
            interval_method=method,
            drivers=bounded,
            draws=None if found is None else _draws(study, found, seed),
            findings=(*known, *findings),
            trials=of_sums(study, plain),
        )
    )


def _not_of_chance(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What may be said where the touchpoints explain too little: one effect is negative by chance.

    Where most effects are clearly negative, ratings look turned, and all of it is said.
    """
    turned = any(one.code == "ratings_look_turned" for one in findings)
    return tuple(one for one in findings if turned or one.code not in ("negative_driver", "suppression"))


def _placed(findings: tuple[Finding, ...], study: Study) -> tuple[Finding, ...]:
    """Name the sheet in what is said about a column, where the responses come from one."""
    sheets = {source.sheet for source in study.sources}
    sheet = sheets.pop() if len(sheets) == 1 else None
    return tuple(
        replace(finding, sheet=sheet) if sheet and finding.column and finding.sheet is None else finding
        for finding in findings
    )


def _bounded(driver: Driver, j: int, found: ShareDraws | None, groups: int) -> Driver:
    if found is None or found.shares is None:
        return driver
    low, high = interval(driver.share, found.shares[:, j], groups)
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
