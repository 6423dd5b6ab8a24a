"""Whether there is a standard where it matters (SERVQUAL gap 2)."""

from __future__ import annotations

from cx.lenses.gathered import by_touchpoint, said
from cx.records.lenses import LensResult, Material, Reading


def of(material: Material) -> LensResult | None:
    """Return for each touchpoint whether there is a standard, and the share of impact that has one.

    Impact below 0 counts as none. A touchpoint of which nobody said whether it has one is ``None``, and in
    neither sum; one with several rows has a standard where each row that says it does. People go before the
    file.

    Source: METHODS 12.

    Examples
    --------
    >>> import datetime as dt
    >>> from cx.records.lenses import Assessment
    >>> told = [
    ...     Assessment(name, name, "standard", yes, dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc))
    ...     for name, yes in (("Bill", 1.0), ("Call", 0.0))
    ... ]
    >>> of(Material(impact={"Bill": 0.75, "Call": 0.25, "Visit": 1.0}, assessments=tuple(told))).total
    {'share': 0.75}
    """
    found: dict[str, float | None] = dict.fromkeys(by_touchpoint(material))
    for name, rows in by_touchpoint(material).items():
        known = rows.known("standard")
        if len(known):
            found[name] = 1.0 if bool(known.all()) else 0.0
    found |= {name: 1.0 if one.value else 0.0 for name, one in said(material, "standard").items()}
    told = {name: yes for name, yes in found.items() if yes is not None}
    if not told:
        return None
    weights = {name: max(material.impact.get(name, 0.0), 0.0) for name in told}
    whole = sum(weights.values())
    covered = sum(weight for name, weight in weights.items() if told[name])
    readings = tuple(Reading(name, yes) for name, yes in found.items())
    return LensResult("specification", readings, {"share": covered / whole if whole else None})
