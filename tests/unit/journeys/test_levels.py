"""Negative, reactive and proactive contacts by hand, and against a plain loop over all of them."""

import numpy as np
import pytest

from cx import intake, journeys
from cx.statistics import design_effect

WEEK = 7 * 86_400
HEADER = "customer,time,touchpoint,direction,result,within standard"


def contacts(rows, header=HEADER):
    book = intake.read("\n".join([header, *rows]).encode(), "log.csv")
    return journeys.contacts(intake.events([book]))


def counted(found, name):
    one = found.levels[name]
    return one.contacts, one.negative, one.reactive, one.proactive


BY_HAND = [
    "a,2026-01-01 10:00,Call,in,solved,yes",  # back within the week: negative
    "a,2026-01-08 10:00,Call,in,solved,yes",  # exactly 168 hours later; nobody comes again in time
    "a,2026-01-20 10:00,Call,in,transferred,yes",  # passed on: negative
    "a,2026-01-21 10:00,Mail,in,solved,no",  # its standard was not met: negative
    "b,2026-01-02 10:00,Call,in,solved,",
    "b,2026-01-12 10:00,Call,out,solved,yes",  # he had asked before: reactive
    "c,2026-01-02 10:00,Mail,out,solved,yes",  # he asks back: negative
    "c,2026-01-02 11:00,Mail,in,not transferred,yes",
    "d,2026-01-05 11:00,Mail,out,solved,yes",  # proactive
    "d,2026-01-06 11:00,Mail,out,solved,",  # again proactive
    "e,2026-01-31 11:00,Call,in,solved,no",
]


def test_each_rule_by_hand():
    found = contacts(BY_HAND)
    assert counted(found, "Call") == (6, 3, 3, 0)
    assert counted(found, "Mail") == (5, 2, 1, 2)
    overall = found.overall
    assert (overall.contacts, overall.negative, overall.reactive, overall.proactive) == (11, 5, 4, 2)
    assert (overall.unfollowed, overall.last.isoformat()) == (1, "2026-01-31")
    assert (overall.customers, overall.first.isoformat()) == (5, "2026-01-01")
    assert {month: one.contacts for month, one in found.months.items()} == {"2026-01": 11}
    assert found.months["2026-01"] == overall
    assert (found.standards["Call"].met, found.standards["Call"].measured) == (4, 5)
    assert (found.standards["Mail"].met, found.standards["Mail"].measured) == (3, 4)


def test_without_directions_results_and_standards_only_those_who_come_back_are_negative():
    rows = [",".join(line.split(",")[:3]) for line in BY_HAND]
    found = contacts(rows, "customer,time,touchpoint")
    assert counted(found, "Mail") == (5, 2, 3, 0)
    assert found.standards == {}


def test_each_month_has_its_contacts_wherever_their_customers_come_back():
    found = contacts([*BY_HAND, "e,2026-02-02 11:00,Call,in,solved,yes"])
    january, february = found.months["2026-01"], found.months["2026-02"]
    assert (january.contacts, january.negative, february.contacts, february.negative) == (11, 5, 1, 0)
    assert (january.customers, february.customers) == (5, 1)


@pytest.mark.parametrize("seed", range(3))
def test_against_a_loop_over_all_contacts(seed):
    random = np.random.default_rng(seed)
    n = 120
    events = {
        "c": random.integers(0, 25, n),
        "t": np.sort(random.choice(40 * 86_400 // 60, n, replace=False)) * 60,
        "p": random.integers(0, 2, n),
        "inward": random.random(n) < 0.6,
        "passed": random.random(n) < 0.1,
        "met": random.choice([-1, 0, 1], n, p=[0.5, 0.1, 0.4]),
    }
    levels = np.array([level(events, at) for at in range(n)])
    found = contacts([line(events, at) for at in range(n)])
    for p, name in enumerate(("Call", "Mail")):
        of = events["p"] == p
        assert counted(found, name) == (of.sum(), *(int((levels[of] == k).sum()) for k in range(3)))
        check(found.levels[name].design_effects, levels[of], events["c"][of])
    check(found.overall.design_effects, levels, events["c"])
    known = (events["p"] == 0) & (events["met"] >= 0)
    sums = per_customer(events["met"][known] == 1, events["c"][known])
    assert found.standards["Call"].design_effect == pytest.approx(design_effect(*sums))


def level(events, at):
    same = (events["c"] == events["c"][at]) & (events["p"] == events["p"][at]) & events["inward"]
    away = events["t"] - events["t"][at]
    if events["passed"][at] or events["met"][at] == 0 or (same & (away > 0) & (away <= WEEK)).any():
        return 0
    return 1 if events["inward"][at] or (same & (away < 0)).any() else 2


def line(events, at):
    moment = np.datetime64("2026-01-01T00:00:00") + np.timedelta64(int(events["t"][at]), "s")
    said = {-1: "", 0: "no", 1: "yes"}[int(events["met"][at])]
    way, result = ("out", "in")[int(events["inward"][at])], ("solved", "escalated")[int(events["passed"][at])]
    name = ("Call", "Mail")[events["p"][at]]
    return f"c{events['c'][at]},{str(moment).replace('T', ' ')},{name},{way},{result},{said}"


def per_customer(counts, customers):
    _, at = np.unique(customers, return_inverse=True)
    return np.bincount(at, counts).astype(int), np.bincount(at)


def check(effects, levels, customers):
    for kind, effect in enumerate(effects):
        assert effect == pytest.approx(design_effect(*per_customer(levels == kind, customers)))
