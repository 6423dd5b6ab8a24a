"""How often customers are in contact: contacts of each in a log, and per year where it covers one."""

from __future__ import annotations

from cx.records.lenses import ThreeLevels

_YEAR = 365.25
_FULL_YEAR = 365


def per_customer(levels: ThreeLevels | None) -> dict[str, object]:
    """Return ``per_customer`` (contacts of each customer in the log), ``days`` of the log and ``per_year``.

    Per year only where the log covers one: in a shorter log those who are seldom in contact are missing, so
    that a rate which is scaled up is too high. It is that of customers with any contact at all, and ``None``
    where the log does not know its customers or its days.
    """
    if levels is None or not levels.customers or levels.first is None or levels.last is None:
        return {"per_customer": None, "days": None, "per_year": None}
    rate = levels.contacts / levels.customers
    days = (levels.last - levels.first).days + 1
    return {
        "per_customer": rate,
        "days": days,
        "per_year": rate * _YEAR / days if days >= _FULL_YEAR else None,
    }
