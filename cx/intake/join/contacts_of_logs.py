"""What a log of contacts says, put beside the touchpoints of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from cx.intake.join.aliases import also
from cx.intake.words import join_key
from cx.records.file import Contacted, ThreeLevels, Touchpoints
from cx.records.journeys import LogContacts

T = TypeVar("T")


def with_contacts(touchpoints: Touchpoints, found: LogContacts, *, known: bool) -> Touchpoints:
    """Return the table with what logs say about its touchpoints, joined by every name that these have.

    Parameters
    ----------
    known
        Whether the log knows its customers; else how many there are is not told.
    """
    names = names_in_table(touchpoints, [one.name for one in found.touchpoints])
    contacted = {
        names[one.name]: Contacted(one.contacts, one.customers if known else None, one.again)
        for one in found.touchpoints
        if one.contacts is not None and one.name in names
    }
    called = names_in_table(touchpoints, [*found.levels, *found.standards])

    def own_names(said: Mapping[str, T]) -> dict[str, T]:
        return {called.get(name, name): one for name, one in said.items()}

    return replace(
        touchpoints,
        contacted=contacted or touchpoints.contacted,
        levels=own_names(found.levels),
        overall_levels=found.overall if known or found.overall is None else _nobody(found.overall),
        month_levels=found.months,
        standards=own_names(found.standards),
    )


def _nobody(levels: ThreeLevels) -> ThreeLevels:
    """The same where the log has cases instead of customers."""
    return replace(levels, customers=None)


def names_in_table(touchpoints: Touchpoints, names: Iterable[str]) -> Mapping[str, str]:
    """Return what a table calls each of some touchpoints of a log; those that it has not are left out."""
    own = {join_key(str(name)): str(name) for name in touchpoints.rows["touchpoint"]}
    known = {**also(touchpoints), **own}
    return {name: known[key] for name in names if (key := join_key(name)) in known}
