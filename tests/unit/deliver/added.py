"""Records beside the small matrix of :mod:`tests.unit.deliver.cases`, with values that can be followed."""

import datetime as dt
from dataclasses import replace

import numpy as np

from cx import deliver
from cx.records import (
    Alert,
    AlertRule,
    Claims,
    Comparison,
    Decision,
    Driver,
    DriverResult,
    Headline,
    Movement,
    Replicates,
    Scale,
    Standing,
)
from cx.records.session.voting import Round, Tally, VoteResult

MOMENT = dt.datetime(2026, 11, 5, 10, tzinfo=dt.UTC)
EMPTY = np.zeros((2, 0))


def driver(name, share, low=None, high=None, sign=1):
    return Driver(
        *(name, share / 2, share, low, high),
        *(0.4, 0.3, 0.5, sign, 0.8, 0.1, 0.0, 0.2),
        *(7.0, 6.9, 7.1, 1.5, 200, 0.2, 0.4, 1.2),
        Scale(1, 10),
    )


def drivers(count=4):
    """Shares of 40, 30, 20 and 10 percent; the last is turned and has no interval."""
    found = [
        driver("Claims", 0.4, 0.3, 0.5),
        driver("Invoice", 0.3, 0.25, 0.36),
        driver("=App", 0.2, 0.1, 0.25),
        driver("News", 0.1, sign=-1),
    ]
    found += [driver(f"Further {at}", 0.0, 0.0, 0.01) for at in range(4, count)]
    result = DriverResult(
        *("NPS", "higher", None, "shapley", "shapley", tuple(found)),
        *(400, 400.0, count, 0.5, 0.48, 7.0, 1.0, {}, None, Replicates(EMPTY, EMPTY, EMPTY), 2),
    )
    return replace(result, claims=Claims("shown", headline=Headline("fix_first", ("Claims", "Invoice"), 0.7)))


def decisions(matrix):
    """The advice is followed for the first touchpoint and overruled for the second."""
    first, second, third = matrix.bubbles[:3]
    return (
        Decision(
            *(first.id, first.name, first.quadrant, MOMENT),
            advice=first.quadrant,
            owner="Billing",
            due=dt.date(2027, 1, 5),
            mission="Halve the wrong reminders",
            current=5.0,
            target=6.0,
        ),
        Decision(
            *(second.id, second.name, "simplify", MOMENT),
            advice=second.quadrant,
            reason="The new portal replaces it",
            notes="=1+1",
        ),
        Decision(
            *(third.id, third.name, third.quadrant, MOMENT),
            advice=third.quadrant,
            owner="IT",
            measure="own",
            kpi="Calls a week",
            current=100,
            target=80,
            latest=90,
        ),
    )


def comparison(matrix):
    """The first touchpoint changed quadrant, one left and one is new."""
    first, second, third = matrix.bubbles[:3]
    now = Standing(first.satisfaction, first.impact, first.quadrant)
    stood = Standing(first.satisfaction + 1.5, first.impact, "expand_reach")
    same = Standing(second.satisfaction, second.impact, second.quadrant)
    movements = (
        Movement(first.id, first.name, "moved", stood, now, -1.5, 0.0, -1.9, -1.1, 0.001, significant=True),
        Movement(second.id, second.name, "stayed", same, same, 0.0, 0.0),
        Movement(third.id, third.name, "entered", None, same),
        Movement("gone", "Telex", "left", same, None),
    )
    return Comparison("period", "2025", "2026", matrix.crosshair, movements)


def votes(matrix):
    names = [(bubble.id, bubble.name) for bubble in matrix.bubbles[:3]]
    voted = Round("r", "s", "ABC", "points", tuple(names), 5, "revealed", MOMENT, MOMENT, MOMENT)
    tallies = tuple(
        Tally(id_, name, 30.0 - 10 * at, 2.0, 2.5 - at, 1.25, 12 - at, at == 1, at + 1)
        for at, (id_, name) in enumerate(names)
    )
    return (VoteResult(voted, tallies, 12),)


def additions(matrix):
    compared = comparison(matrix)
    alerts = (
        Alert(AlertRule("falls", 0.3), compared.movements[0]),
        Alert(AlertRule("below", 7.0, significant=False), compared.movements[1]),
    )
    return deliver.Additions(drivers(), compared, alerts, votes(matrix), decisions(matrix))
