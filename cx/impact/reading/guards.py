"""What the moments and the model show about the data, as findings."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cx.impact.model import FEWEST, Effects, Model, Numbers
from cx.impact.reading.twins import about_twins
from cx.impact.sums import Histogram, Moments
from cx.records import Driver, Estimate, Finding, Method
from cx.records.finding import Severity

_NEARLY = 0.8
_FOLLOWS = 0.9
_ALONE = 0.95
_WORTH = 0.3
_ONE_SIDED = 0.98
_BALANCED = 0.2
_GROUP = 30
_NOT_ZERO = 2.0
_SEVERAL, _MOST = 3, 2 / 3
_TOGETHER = 0.9
WEAK_MOOD, _STRONG_MOOD = 0.2, 0.5


@dataclass(frozen=True)
class Seen:
    """What the guards look at."""

    names: tuple[str, ...]
    moments: Moments
    model: Model
    effects: Effects
    drivers: tuple[Driver, ...]
    binary: bool
    turn: int
    """1 where a higher outcome is good for the business, else -1."""
    method: Method
    """How the shares are computed."""


def about_exposure(names: tuple[str, ...], moments: Moments, model: Model) -> list[Finding]:
    """Return findings about touchpoints that nearly nobody or nearly everybody met, or rated alike."""
    found = []
    for j, name in enumerate(names):
        met, missed = int(moments.met[j]), int(moments.rows - moments.met[j])
        details = {"touchpoint": name, "n": min(met, missed)}
        if met < FEWEST:
            found.append(Finding("warning", "few_met", column=name, details=details))
        elif 0 < missed < FEWEST:
            found.append(Finding("warning", "few_not_met", column=name, details=details))
        if not model.rated[j]:
            found.append(Finding("warning", "no_spread", column=name, details={"touchpoint": name}))
    everybody = [name for name, met in zip(names, moments.met, strict=True) if met == moments.rows]
    if everybody and len(everybody) < len(names):
        details = {"touchpoints": ", ".join(everybody), "n": len(everybody)}
        found.append(Finding("info", "everybody_met", details=details))
    if model.exposed.any():
        found.append(Finding("info", "exposure_is_association"))
    return [*found, *_in_blocks(names, moments, model)]


def _in_blocks(names: tuple[str, ...], moments: Moments, model: Model) -> list[Finding]:
    # The same people lack several touchpoints: a block of questions that they were not asked.
    exposed = np.flatnonzero(model.exposed)
    shares = moments.total[0, 2 + exposed] / moments.total[0, 0]
    both = moments.total[np.ix_(2 + exposed, 2 + exposed)] / moments.total[0, 0]
    spread = np.sqrt(shares * (1 - shares))
    together = both - np.outer(shares, shares) > _TOGETHER * np.outer(spread, spread)
    found, told = [], np.zeros(len(exposed), dtype=bool)
    for first in range(len(exposed)):
        block = np.flatnonzero(together[first] & ~told)
        if told[first] or len(block) < _SEVERAL:
            continue
        told[block] = True
        missed = int(moments.rows - np.median(moments.met[exposed[block]]))
        details = {
            "touchpoints": ", ".join(names[j] for j in exposed[block]),
            "n": missed,
            "percent": round(100 * missed / moments.rows, 1),
        }
        found.append(Finding("warning", "missing_in_blocks", details=details))
    return found


def about_model(seen: Seen) -> list[Finding]:
    """Return findings about collinearity, leakage, signs and suppression."""
    leaks = _leaks(seen)
    return [
        *about_twins(seen.names, seen.moments, seen.model, seen.effects, seen.method),
        *(leaks or _determined(seen)),
        *_one_sided(seen),
        *_signs(seen),
        *_turned(seen),
        *_suppressed(seen),
    ]


def about_intervals(drivers: tuple[Driver, ...], n: int) -> list[Finding]:
    """Return the finding of shares whose intervals are mostly wider than the average share."""
    widths = [d.high - d.low for d in drivers if d.low is not None and d.high is not None]
    if len(drivers) < _SEVERAL or len(widths) < len(drivers) or np.median(widths) <= 1 / len(drivers):
        return []
    details = {"n": n, "width": round(100 * float(np.median(widths))), "average": round(100 / len(drivers))}
    return [Finding("warning", "wide_intervals", details=details)]


def about_mood(mood: float | None, names: int) -> list[Finding]:
    """Return the finding of one mood behind all answers, where levels cannot be trusted.

    Notes
    -----
    Where ratings are experience plus h times a mood, four of eight touchpoints that do nothing get 8% of the
    share at h = .5 (the factor holds a fifth), and 16% or 27% at h = 1 (a half) where the mood pulls the
    outcome too, half or as much as the ratings (METHODS 10.11).
    """
    if mood is None or mood < WEAK_MOOD:
        return []
    severity: Severity = "warning" if mood >= _STRONG_MOOD else "info"
    return [Finding(severity, "one_mood", details={"percent": round(100 * mood), "n": names})]


def _leaks(seen: Seen) -> list[Finding]:
    found = []
    for driver, histogram in zip(seen.drivers, seen.moments.histograms, strict=True):
        details = {"touchpoint": driver.name, "percent": round(100 * driver.alone)}
        rating = 0.0 if driver.correlation is None else driver.correlation**2
        if max(rating, driver.alone) >= _NEARLY:
            details["percent"] = round(100 * max(rating, driver.alone))
            found.append(Finding("warning", "nearly_the_outcome", column=driver.name, details=details))
            continue
        ratio = correlation_ratio(histogram)
        if ratio >= _NEARLY or (len(seen.drivers) > 1 and _tells_all(driver, seen)):
            details["percent"] = round(100 * max(ratio, driver.alone))
            found.append(Finding("warning", "tells_outcome_alone", column=driver.name, details=details))
    return found


def _determined(seen: Seen) -> list[Finding]:
    """An outcome that follows from all touchpoints together, though from none alone."""
    fit = seen.effects.fit
    spare = seen.moments.n_eff - 1 - float(fit.kept.sum())
    adjusted = 1 - (1 - fit.r2) * (seen.moments.n_eff - 1) / spare if spare > 0 else 0.0
    if adjusted < _FOLLOWS:
        return []
    return [Finding("warning", "outcome_follows", details={"percent": round(100 * adjusted)})]


def _tells_all(driver: Driver, seen: Seen) -> bool:
    r2 = seen.effects.fit.r2
    return r2 >= _WORTH and driver.alone >= _ALONE * r2


def correlation_ratio(histogram: Histogram) -> float:
    """Return the part of the outcome's variance that lies between ratings (eta², corrected for their number).

    Those who did not meet the touchpoint are a group of their own.
    """
    weight, outcome, squares = (
        part.sum(axis=0) for part in (histogram.weight, histogram.outcome, histogram.squares)
    )
    used = weight > 0
    n, groups = weight.sum(), int(used.sum())
    whole = squares.sum() - outcome.sum() ** 2 / n
    between = (outcome[used] ** 2 / weight[used]).sum() - outcome.sum() ** 2 / n
    if not whole > 0 or n <= groups:
        return 0.0
    return float((between - (groups - 1) * (whole - between) / (n - groups)) / whole)


def _one_sided(seen: Seen) -> list[Finding]:
    # A yes-or-no outcome that one group shares almost wholly: their answer may follow from the outcome.
    if not seen.binary:
        return []
    found = []
    centre, total = seen.moments.outcome_centre, seen.moments.total
    base = float(total[0, 1] / total[0, 0]) + centre
    if not _BALANCED <= base <= 1 - _BALANCED:
        return []
    for name, histogram in zip(seen.names, seen.moments.histograms, strict=True):
        weight, outcome = histogram.weight.sum(axis=0), histogram.outcome.sum(axis=0)
        means = centre + np.divide(outcome, weight, out=np.zeros_like(outcome), where=weight > 0)
        lopsided = (weight >= _GROUP) & ((means >= _ONE_SIDED) | (means <= 1 - _ONE_SIDED))
        for place in np.flatnonzero(lopsided):
            key = "not_met_tells_outcome" if place == 0 else "rating_tells_outcome"
            value = None if place == 0 else f"{histogram.values[place - 1]:g}"
            details = {
                "touchpoint": name,
                "n": round(float(weight[place])),
                "percent": round(100 * float(means[place]), 1),
            }
            found.append(Finding("warning", key, column=name, value=value, details=details))
    return found


def _signs(seen: Seen) -> list[Finding]:
    negative = [driver for driver in seen.drivers if driver.sign < 0]
    found = [
        Finding(
            "warning",
            "negative_driver",
            column=driver.name,
            details={"touchpoint": driver.name, "effect": round(driver.effect or 0.0, 3)},
        )
        for driver in negative
        if _clear(driver)
    ]
    unclear = [driver.name for driver in negative if not _clear(driver)]
    if unclear:
        details = {"touchpoints": ", ".join(unclear), "n": len(unclear)}
        found.append(Finding("info", "negative_unclear", details=details))
    return found


def _clear(driver: Driver) -> bool:
    if driver.effect is None:
        return False
    return Estimate(driver.effect, driver.effect_low, driver.effect_high).clear


def _turned(seen: Seen) -> list[Finding]:
    clear = [
        seen.turn * driver.correlation
        for driver in seen.drivers
        if driver.correlation is not None and abs(driver.correlation) > _NOT_ZERO / max(driver.n, 1) ** 0.5
    ]
    wrong = sum(value < 0 for value in clear)
    if wrong < _SEVERAL or wrong <= _MOST * len(clear):
        return []
    return [Finding("warning", "ratings_look_turned", details={"n": wrong, "known": len(clear)})]


def _suppressed(seen: Seen) -> list[Finding]:
    found = []
    for driver in seen.drivers:
        if driver.correlation is None or driver.effect is None or driver.correlation * driver.effect >= 0:
            continue
        if _clear(driver) and abs(driver.correlation) > _NOT_ZERO / max(driver.n, 1) ** 0.5:
            details = {"touchpoint": driver.name, "r": driver.correlation, "effect": driver.effect}
            found.append(Finding("warning", "suppression", column=driver.name, details=details))
    return found


def rating_correlation(histogram: Histogram) -> float | None:
    """Return the correlation of rating and outcome among those who rated the touchpoint."""
    weight, outcome = histogram.weight.sum(axis=0)[1:], histogram.outcome.sum(axis=0)[1:]
    squares, n = float(histogram.squares.sum(axis=0)[1:].sum()), float(weight.sum())
    if not n > 0:
        return None
    about: Numbers = histogram.values - weight @ histogram.values / n
    spread, whole = float(weight @ about**2), squares - float(outcome.sum()) ** 2 / n
    if not spread > 0 or not whole > 0:
        return None
    return float(about @ outcome) / float(np.sqrt(spread * whole))
