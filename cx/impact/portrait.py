"""One touchpoint as a driver, with all its numbers."""

from __future__ import annotations

import numpy as np

from cx.impact.model import Effects, Numbers, contrasts, exposures, means, scores, spreads
from cx.impact.reading import rating_correlation
from cx.impact.study import Study
from cx.records import Contrast, Driver, Estimate, Score


def portraits(study: Study, effects: Effects, values: Numbers, alone: Numbers) -> tuple[Driver, ...]:
    """Return every touchpoint with its numbers, without intervals of the shares.

    Parameters
    ----------
    values, alone
        (p,) its impact by the chosen method, and its R² alone.
    """
    shares = shares_of(values)
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
    exact = study.exactness.scores[j]
    found = {score: _score(study, j, score) for score in exact}
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
        scores={**{score: one for score, one in found.items() if one is not None}, "mean": satisfaction},
        contrast=contrast,
        precision=exact,
    )


def _score(study: Study, j: int, score: Score) -> Estimate | None:
    """A score with its interval; of clusters with as many answers alone as would be as exact."""
    histogram, exact = study.moments.histograms[j], study.exactness.scores[j][score]
    base = exact.n_eff
    if study.exactness.together[j]:
        base = scores.as_alone(base, exact, histogram.values, histogram.counts, score, study.scales[j])
    return scores.estimate(score, histogram.values, histogram.counts, base, study.scales[j])


def _satisfaction(study: Study, j: int) -> Estimate:
    # Ratings that follow no grid were counted in bins; the moments have their exact mean and spread.
    sums, exact = study.moments, study.exactness.scores[j]["mean"]
    mean = float(means(sums.total[np.newaxis])[0, j] + sums.centres[j])
    rated = float(sums.histograms[j].counts.sum())
    n = exact.n_eff
    if study.exactness.together[j]:
        return scores.with_error(mean, exact.error, exact.freedom)
    if not rated > 0 or n <= 1:
        return Estimate(mean)
    sd = (float(spreads(sums)[j]) / rated * n / (n - 1)) ** 0.5
    return scores.mean(mean, sd, n)


def shares_of(values: Numbers) -> Numbers:
    """Return the values as parts of their sum; equal parts where nothing is explained."""
    total = values.sum()
    return np.asarray(values / total if total > 0 else np.full(len(values), 1 / len(values)))
