"""Which moments count for everyone, and which could become the brand's own."""

from __future__ import annotations

from collections.abc import Mapping

from cx.lenses.contact_rate import per_customer
from cx.lenses.gathered import by_touchpoint, said
from cx.records.lenses import LensResult, Material, MomentKind, Reading, SegmentEffect

_FEWEST_SEGMENTS = 2
_FITS = 3.0
_BY_PEOPLE: Mapping[int, MomentKind] = {0: "ordinary", 1: "moment_of_truth", 2: "candidate"}


def of(material: Material) -> LensResult | None:
    """Return the kind of moment that each touchpoint is.

    ``moment_of_truth``: the effect's 95% interval lies above 0 in every segment that can be told, of which
    there are at least two. ``candidate`` for a branded individual moment: meeting it goes with a better
    outcome, satisfaction is at or above the crosshair, its effect differs between segments beyond chance, and
    its fit with the brand, where it is assessed, lies above the middle of 1 to 5. Else ``ordinary``; ``None``
    where fewer than two segments can be told. What people confirmed goes before the data. Of a log
    alone only the total is known: how often customers are in contact. It misleads where segments are made by
    what they answered.

    Source: METHODS 12; Carlzon (1987), Moments of Truth.
    """
    people = {name: _BY_PEOPLE.get(round(one.value)) for name, one in said(material, "moment").items()}
    rate = per_customer(material.overall_levels)
    if not material.effects and not people and rate["per_customer"] is None:
        return None
    fits = {name: one.value > _FITS for name, one in said(material, "brand_fit").items()}
    readings = []
    for name in dict.fromkeys([*by_touchpoint(material), *material.effects, *people]):
        told = [one for one in material.effects.get(name, ()) if one.told]
        kind = people.get(name) or _kind(name, told, material, fits=fits.get(name, True))
        n = sum(one.n for one in told) or None
        readings.append(Reading(name, kind, n=n))
    kinds = [one.value for one in readings]
    total = {"moments_of_truth": kinds.count("moment_of_truth"), "candidates": kinds.count("candidate")}
    return LensResult("moments", tuple(readings), {**total, "segment": material.settings.segment, **rate})


def _kind(name: str, told: list[SegmentEffect], material: Material, *, fits: bool) -> MomentKind | None:
    if len(told) < _FEWEST_SEGMENTS:
        return None
    if all(one.low > 0 for one in told):
        return "moment_of_truth"
    satisfaction, line = material.satisfaction.get(name), material.crosshair
    is_good = satisfaction is not None and line is not None and satisfaction[0] >= line
    helps = material.exposure_effects.get(name, 0.0) > 0
    return "candidate" if helps and is_good and name in material.differing and fits else "ordinary"
