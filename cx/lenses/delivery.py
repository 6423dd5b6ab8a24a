"""How often the standard was met (SERVQUAL gap 3)."""

from __future__ import annotations

import numpy as np

from cx.lenses.gathered import Rows, by_touchpoint, said
from cx.records.lenses import LensResult, Material, Reading, StandardMet
from cx.statistics import wilson


def of(material: Material) -> LensResult | None:
    """Return the share of contacts that met their standard, with its Wilson interval.

    Contacts that were not measured are left out. From a log n is contacts over the design effect, since
    contacts of one customer stand together; a table has columns ``met`` and ``measured``. What people
    assessed has no interval, and goes before the file. It misleads where only good contacts are measured.

    Source: METHODS 12; Wilson (1927), Journal of the American Statistical Association 22.
    """
    people = {name: Reading(name, one.value, n=one.n) for name, one in said(material, "met").items()}
    found = {name: _met(name, rows, material) for name, rows in by_touchpoint(material).items()}
    names = dict.fromkeys([*found, *people])
    readings = [people.get(name) or _reading(name, found.get(name)) for name in names]
    told = tuple(one for one in readings if one is not None)
    if not told:
        return None
    counted = [one for name, one in found.items() if one is not None and name not in people]
    measured = sum(one.measured for one in counted)
    share = sum(one.met for one in counted) / measured if measured else None
    return LensResult("delivery", told, {"share": share, "n": measured or None})


def _met(name: str, rows: Rows, material: Material) -> StandardMet | None:
    found = material.standards.get(name)
    if found is not None and found.measured:
        return found
    met, measured = rows.numbers("met"), rows.numbers("measured")
    kept = ~np.isnan(met) & ~np.isnan(measured) & (met <= measured) & (measured > 0)
    if not kept.any():
        return None
    return StandardMet(int(met[kept].sum()), int(measured[kept].sum()))


def _reading(name: str, found: StandardMet | None) -> Reading | None:
    if found is None:
        return None
    size = found.design_effect
    ends = wilson(found.met / size, found.measured / size)
    return Reading(name, found.met / found.measured, *ends, n=found.measured)
