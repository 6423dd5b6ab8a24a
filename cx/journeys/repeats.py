"""Repeat contacts: who is back at the same touchpoint within 7 days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cx import engine
from cx.engine.queries import path_repeats
from cx.journeys.asking import log_of
from cx.process import Beat
from cx.records.file import Contacted
from cx.records.journeys import SHARED_LEAST, Events


@dataclass(frozen=True)
class RepeatContacts:
    """What a log says about each of its touchpoints."""

    touchpoints: Mapping[str, Contacted]
    late: int
    """Contacts of the log's last 168 hours: they count, and cannot be followed to the end."""


def repeat_contacts(
    events: Events | engine.Log, least: int = SHARED_LEAST, *, beat: Beat | None = None
) -> RepeatContacts:
    """Return each touchpoint's contacts, customers and repeat contacts (METHODS 11 and 12).

    Parameters
    ----------
    events
        As for :func:`cx.journeys.journeys`; only a log that knows its customers says how many there are.
    least
        Of fewer customers neither their number nor the repeats are told.
    beat
        Called while it waits and works; what it raises ends the work.

    Notes
    -----
    A contact is repeated where the same customer has a later one at the same touchpoint, 168 hours after its
    start at most; where the log says directions, one that came from the customer.
    """
    log = events if isinstance(events, engine.Log) else log_of(events)
    query = path_repeats.repeats(log.events, directed=log.facts.directed)
    told = ", ".join(log.facts.roles)
    (answer,) = engine.asked(log.tables, [query], made=log.made, name=told, beat=beat)
    found, late = {}, 0
    for row in answer.rows():
        p, contacts, customers, back, last = (int(value or 0) for value in row)
        known = customers >= least
        theirs = customers if known and log.facts.unit == "customer" else None
        found[log.facts.touchpoints[p]] = Contacted(contacts, theirs, back if known else None)
        late += last
    return RepeatContacts(found, late)
