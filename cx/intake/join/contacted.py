"""What a log of contacts says, put beside the touchpoints of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from cx.intake.join.called import also
from cx.intake.words import join_key
from cx.records.file import Contacted, Touchpoints
from cx.records.journeys import LogContacts

T = TypeVar("T")


def with_contacts(touchpoints: Touchpoints, found: LogContacts, *, known: bool) -> Touchpoints:
    """Return the table with what logs say about its touchpoints, joined by every name that these have.

    Parameters
    ----------
    known
        Whether the log knows its customers; else how many there are is not told.
    """
    own = {join_key(str(name)): str(name) for name in touchpoints.rows["touchpoint"]}
    names = {**also(touchpoints), **own}
    contacted = {
        names[key]: Contacted(one.contacts, one.customers if known else None, one.again)
        for one in found.touchpoints
        if one.contacts is not None and (key := join_key(one.name)) in names
    }

    def own_names(said: Mapping[str, T]) -> dict[str, T]:
        return {names.get(join_key(name), name): one for name, one in said.items()}

    return replace(
        touchpoints,
        contacted=contacted or touchpoints.contacted,
        levels=own_names(found.levels),
        overall_levels=found.overall,
        standards=own_names(found.standards),
    )
