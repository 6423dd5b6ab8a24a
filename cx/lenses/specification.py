"""Whether there is a standard where it matters (SERVQUAL gap 2)."""

from __future__ import annotations

from cx.records.lenses import Assessment, LensResult, Material, Reading


def of(material: Material) -> LensResult | None:
    """Return for each touchpoint whether there is a standard, and the share of impact that has one.

    Impact below 0 counts as none. A touchpoint of which nobody said whether it has one is in neither sum.

    Source: METHODS 12.

    Examples
    --------
    >>> import datetime as dt
    >>> said = [
    ...     Assessment(name, name, "standard", yes, dt.datetime(2026, 1, 1, tzinfo=dt.timezone.utc))
    ...     for name, yes in (("Bill", 1.0), ("Call", 0.0))
    ... ]
    >>> of(Material(impact={"Bill": 0.75, "Call": 0.25, "Visit": 1.0}, assessments=tuple(said))).total
    {'share': 0.75}
    """
    said: dict[str, Assessment] = {one.name: one for one in material.assessments if one.asked == "standard"}
    if not said:
        return None
    weights = {name: max(material.impact.get(name, 0.0), 0.0) for name in said}
    covered = sum(weight for name, weight in weights.items() if said[name].value)
    whole = sum(weights.values())
    readings = tuple(Reading(name, 1.0 if one.value else 0.0) for name, one in said.items())
    return LensResult("specification", readings, {"share": covered / whole if whole else None})
