"""What a log says about the contacts of each touchpoint: volume, customers, and who comes again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cx import engine
from cx.engine.queries import contacts as queries
from cx.engine.queries import levels, path_figures
from cx.journeys.asking import Asked, Rows, log_of
from cx.journeys.figure_lists import shown
from cx.journeys.levels import levelled, levels_of
from cx.journeys.options import Options
from cx.process import Beat
from cx.records.journeys import Contacts, Events, LogContacts


def contacts(events: Events, options: Options | None = None, *, beat: Beat | None = None) -> LogContacts:
    """Return volume, customers, repeat contacts and neighbours of each touchpoint.

    Notes
    -----
    A contact is followed by a repeat where the same customer (or case) has a later contact at the same
    touchpoint that he began himself, at most 168 hours after this one's start; one that begins at the same
    instant is not later. The share is of all contacts.
    Where no column says who began them, every one counts as the customer's. ``not_followed`` contacts lie so
    late that the log ends before the time is up; they count as well.
    """
    options = options or Options()
    answers = Asked(_with_directions(events), options, beat=beat)(
        {
            "again": queries.again(),
            "cases": path_figures.cases(),
            "ends": path_figures.touchpoints(),
            "edges": path_figures.edges(),
            "met": queries.ends_of_those_who_met(),
            "totals": path_figures.totals(),
            "levels": levels.of_touchpoints(),
            "all": levels.of_all(),
            "months": levels.of_months(),
        }
    )
    names, least = events.facts.touchpoints, options.least
    whole = int(answers["totals"][0][1] or 0)
    having = {int(p or 0): int(n or 0) for p, n, _ in answers["cases"]}
    found = []
    for row in answers["again"]:
        place, count, back, _ = (int(value or 0) for value in row)
        one = _of_one(names[place], count, having[place], back, least)
        leads, share = _leading(answers["edges"], place, count, names)
        missed = whole - having[place]
        leave, left = _leaving(answers, place, missed, names)
        if one.contacts is not None:
            one = replace(one, leads=leads, leads_share=share, missed=missed, leave=leave, leave_share=left)
        found.append(one)
    ranked = sorted(found, key=lambda one: (-(one.contacts or 0), one.name))
    late = sum(int(row[3] or 0) for row in answers["again"])
    went = levels_of(answers["levels"], answers["all"], answers["months"], least)
    return LogContacts(
        tuple(ranked),
        late,
        events.inward is not None,
        {names[place]: one for place, one in went.of.items()},
        went.overall,
        {names[place]: one for place, one in went.standards.items()},
        went.months,
    )


def _with_directions(events: Events) -> engine.Log:
    log = log_of(events)
    return replace(log, tables={**log.tables, "events": levelled(events)})


def _of_one(name: str, count: int, customers: int, back: int, least: int) -> Contacts:
    known = shown(customers, least)
    if known is None:
        return Contacts(name, None, None, None, None)
    again = shown(back, least)
    return Contacts(name, count, known, again, None if again is None else again / count)


def _leading(rows: Rows, place: int, count: int, names: Sequence[str]) -> tuple[str | None, float | None]:
    """From where most come, other than from the same touchpoint."""
    into = [(int(n or 0), names[int(p or 0)]) for p, following, n, *_ in rows if following == place != p]
    if not into:
        return None, None
    most, name = min(into, key=lambda one: (-one[0], one[1]))
    return name, most / count


def _leaving(
    answers: Mapping[str, Rows], place: int, missed: int, names: Sequence[str]
) -> tuple[str | None, float | None]:
    """Where most end who never come here."""
    ends = {int(row[0] or 0): int(row[3] or 0) for row in answers["ends"]}
    for p, end, n in answers["met"]:
        if p == place:
            ends[int(end or 0)] -= int(n or 0)
    if not missed:
        return None, None
    most, name = min((-n, names[end]) for end, n in ends.items())
    return name, -most / missed
