"""Whether a touchpoint's contacts are negative, reactive or proactive."""

from __future__ import annotations

from cx.lenses.contact_rate import per_customer
from cx.lenses.gathered import by_touchpoint, said
from cx.records.lenses import Bar, LensResult, Material, Proactivity, ThreeLevels
from cx.statistics import wilson

KINDS = ("negative", "reactive", "proactive")


def of(material: Material) -> LensResult | None:
    """Return the shares of each touchpoint's contacts, with Wilson intervals, and those of all contacts.

    n of an interval is contacts over the design effect of its share, since contacts of one customer stand
    together. What people assessed has no interval, and is shown where no log says it. The last 168 hours of a
    log count though they could not be followed: ``unfollowed`` says how many. It misleads where touchpoints
    are so broad that any later contact is one about the same thing.

    Source: METHODS 12.
    """
    found = {name: _of_log(name, levels) for name, levels in material.levels.items() if levels.contacts}
    people = _assessed(material)
    names = dict.fromkeys([*by_touchpoint(material), *found, *people])
    readings = tuple(one for name in names if (one := found.get(name) or people.get(name)))
    if not readings:
        return None
    total = _total(material.overall_levels)
    if len(material.month_levels) > 1:
        total["months"] = [
            {"month": month, "n": levels.contacts, **_told(levels)}
            for month, levels in sorted(material.month_levels.items())
            if levels.contacts
        ]
    return LensResult("proactivity", readings, total)


def bars_of(levels: ThreeLevels) -> tuple[Bar, Bar, Bar]:
    """Return the shares of negative, reactive and proactive contacts, each with its 95% interval."""
    counts = (levels.negative, levels.reactive, levels.proactive)
    negative, reactive, proactive = (
        _bar(count, levels.contacts, size) for count, size in zip(counts, levels.design_effects, strict=True)
    )
    return negative, reactive, proactive


def _bar(count: int, contacts: int, size: float) -> Bar:
    return Bar(count / contacts, *wilson(count / size, contacts / size))


def _of_log(name: str, levels: ThreeLevels) -> Proactivity:
    bars = bars_of(levels)
    negative = bars[0]
    return Proactivity(name, negative.value, negative.low, negative.high, levels.contacts, (), *bars)


def _assessed(material: Material) -> dict[str, Proactivity]:
    """Touchpoints of which people gave shares; what they left out is not known."""
    each = [said(material, "negative"), said(material, "reactive"), said(material, "proactive")]
    found: dict[str, Proactivity] = {}
    for name in dict.fromkeys(name for one in each for name in one):
        bars = [Bar(one[name].value) if name in one else None for one in each]
        n = max((one[name].n or 0 for one in each if name in one), default=0)
        found[name] = Proactivity(name, bars[0].value if bars[0] else None, None, None, n or None, (), *bars)
    return found


def _total(levels: ThreeLevels | None) -> dict[str, object]:
    if levels is None or not levels.contacts:
        none = {"negative": None, "reactive": None, "proactive": None, "n": None, "unfollowed": None}
        return {**none, **per_customer(None)}
    return {**_told(levels), "n": levels.contacts, "unfollowed": levels.unfollowed, **per_customer(levels)}


def _told(levels: ThreeLevels) -> dict[str, object]:
    bars = dict(zip(KINDS, bars_of(levels), strict=True))
    return {name: {"value": bar.value, "low": bar.low, "high": bar.high} for name, bar in bars.items()}
