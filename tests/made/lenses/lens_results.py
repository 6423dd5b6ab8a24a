"""Lenses over the eight touchpoints of :mod:`tests.unit.deliver.cases`, with values that can be followed."""

import datetime as dt

from cx.records.lenses import (
    Bar,
    Coverage,
    ExpectationGap,
    KnowledgeGap,
    Lenses,
    LensResult,
    Measured,
    Proactivity,
    Reading,
)

DAY = dt.date(2026, 11, 1)


def guess(name, truth, believed, half=0.5, n=10):
    gap = believed - truth
    ends = (None, None) if half is None else (gap - half, gap + half)
    return KnowledgeGap(name, gap, *ends, n, guess=believed, truth=truth)


def knowledge():
    """Invoice is believed 1 too good, App 0.75 too bad; Visit lies within chance."""
    rows = (guess("Invoice", 6.0, 7.0), guess("App", 8.0, 7.25), guess("Visit", 8.5, 8.75))
    return LensResult("knowledge_gap", rows, {"tau_b": 1 / 3}, figure="satisfaction")


def gap(name, got, expected, half=0.25):
    found = got - expected
    ends = (None, None) if half is None else (found - half, found + half)
    return ExpectationGap(name, found, *ends, 200, expectation=expected, experience=got)


def expectation():
    """Invoice and Claims fall short, Meter (low impact) exceeds, App lies within chance."""
    rows = (gap("Invoice", 6.0, 6.5), gap("Claims", 5.5, 7.5), gap("App", 8.0, 8.0), gap("Meter", 8.0, 7.0))
    return LensResult("expectation_gap", rows, {"mean": -0.375, "weighted": None, "dimensions": []})


def specification():
    rows = (Reading("Invoice", 0.0), Reading("Claims", 1.0), Reading("News", 0.0), Reading("App", None))
    return LensResult("specification", rows, {"share": 0.45})


def delivery():
    rows = (Reading("Invoice", 0.5, 0.4, 0.6, 100), Reading("App", 0.9, 0.85, 0.95, 300))
    return LensResult("delivery", rows, {"share": 0.8, "n": 400})


def pyramid():
    """High impact and low: Invoice at 2; low impact and high: Meter at 4."""
    levels = {"Invoice": 2, "Claims": 3, "App": 5, "Meter": 4, "News": 1}
    return LensResult("pyramid", tuple(Reading(name, level) for name, level in levels.items()))


def contacts(name, negative, reactive, proactive):
    bars = (Bar(one, max(0.0, one - 0.05), one + 0.05) for one in (negative, reactive, proactive))
    return Proactivity(name, negative, max(0.0, negative - 0.05), negative + 0.05, 400, (), *bars)


def proactivity():
    rows = (contacts("Claims", 0.5, 0.5, 0.0), contacts("App", 0.0, 0.25, 0.75))
    total = {"negative": {"value": 0.25, "low": 0.2, "high": 0.3}, "n": 800, "unfollowed": 7}
    return LensResult("proactivity", rows, total)


def moments():
    kinds = {
        "Invoice": "moment_of_truth",
        "App": "candidate",
        "News": "moment_of_truth",
        "Letter": "ordinary",
        "Visit": None,
    }
    return LensResult("moments", tuple(Reading(name, kind) for name, kind in kinds.items()))


def coverage():
    old = dt.date(2025, 1, 1)
    rows = (
        Coverage("Invoice", 0.0, measures=(Measured("Letter", "satisfaction", 200, DAY),)),
        Coverage("Claims", 0.02, measures=(Measured("Phone", "goal", 50, old),)),
        Coverage("Nobody asks", 0.05),
    )
    return LensResult("coverage", rows, {"latest": DAY.isoformat(), "fresh_days": 365})


def lenses():
    return Lenses(
        (
            knowledge(),
            expectation(),
            specification(),
            delivery(),
            pyramid(),
            proactivity(),
            moments(),
            coverage(),
        )
    )
