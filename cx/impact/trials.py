"""How the result would be otherwise by another reading of the same sums."""

from __future__ import annotations

from cx.impact.model import correlations, pmvd
from cx.impact.on_matrix import names_of
from cx.impact.portrait import shares_of
from cx.impact.reading import TWIN, WEAK_MOOD
from cx.impact.study import Study
from cx.records import Driver, DriverResult, Estimate, Trial

_SEVERAL = 3
_ONE_WAY = 0.8


def of_sums(study: Study, result: DriverResult) -> tuple[Trial, ...]:
    """Return the trials that need no answers anew: one mood, by itself, twins, all exposures one way."""
    names = names_of(result)
    found = (
        _mood(result, names),
        _by_itself(study, names),
        _twins(result, names),
        _activity(result, names),
    )
    return tuple(trial for trial in found if trial is not None)


def _mood(result: DriverResult, names: tuple[str, ...]) -> Trial | None:
    """Touchpoints that stand above (or below) the average by their share, and not by their contrast."""
    if result.mood is None or result.mood < WEAK_MOOD:
        return None
    line = 1 / len(result.drivers)
    doubtful = tuple(
        name
        for name, driver, contrast in zip(names, result.drivers, result.contrasts, strict=True)
        if contrast is not None and _against(contrast, above=driver.share >= line)
    )
    return Trial("mood", doubtful=doubtful, amount=result.mood)


def _against(contrast: Estimate, *, above: bool) -> bool:
    return contrast.value < 0 if above else contrast.value > 0 and contrast.clear


def _by_itself(study: Study, names: tuple[str, ...]) -> Trial | None:
    if not 1 < len(names) <= pmvd.MOST:
        return None
    products = study.model.products(study.moments.total[None])[0]
    shares = shares_of(pmvd.values(correlations(products), study.model.widths.tolist()))
    return Trial("pmvd", dict(zip(names, shares.tolist(), strict=True)))


def _twins(result: DriverResult, names: tuple[str, ...]) -> Trial | None:
    """Pairs that cannot be told apart, of which one would stand on the other side without the other."""
    line, rest = 1 / len(names), 1 / max(len(names) - 1, 1)
    called = {driver.name: name for driver, name in zip(result.drivers, names, strict=True)}
    doubtful, seen = [], 0
    for finding in result.findings:
        if finding.code != "collinear" or abs(float(str(finding.details["r"]))) < TWIN:
            continue
        seen += 1
        for who, own in (("touchpoint", "alone"), ("other", "other_alone")):
            driver = result.driver(str(finding.details[who]))
            if driver and (driver.share >= line) != (_part(finding.details[own]) >= rest):
                doubtful.append(called[driver.name])
    return Trial("twins", doubtful=tuple(dict.fromkeys(doubtful)), amount=seen) if seen else None


def _part(percent: object) -> float:
    return float(str(percent)) / 100


def _activity(result: DriverResult, names: tuple[str, ...]) -> Trial | None:
    """Exposure effects that nearly all point one way: who meets much may simply be who buys much."""
    clear = [(name, way) for name, driver in zip(names, result.drivers, strict=True) if (way := _way(driver))]
    ways = [way for _, way in clear]
    most = max(ways.count(1), ways.count(-1), 0)
    if len(clear) < _SEVERAL or most < _ONE_WAY * len(clear):
        return None
    return Trial("activity", doubtful=tuple(name for name, _ in clear), amount=most)


def _way(driver: Driver) -> int:
    if driver.exposure_effect is None:
        return 0
    found = Estimate(driver.exposure_effect, driver.exposure_effect_low, driver.exposure_effect_high)
    return 0 if not found.clear else 1 if found.value > 0 else -1
