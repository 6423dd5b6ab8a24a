"""Paths as they are delivered: figures of 100 customers at four touchpoints, in two quarters."""

import datetime as dt

from cx.records.journeys import (
    Difference,
    DropOff,
    Edge,
    FunnelStep,
    Journeys,
    Options,
    OutcomeOfEdge,
    Paths,
    PathTouchpoint,
    Position,
    Step,
    Trend,
    Trends,
    Variant,
)

DAY = dt.date(2026, 11, 30)
HOUR = 3_600.0
HOSTILE = "=1+1 <b>"
FOUND = Journeys(
    cases=100,
    events=260,
    unit="customer",
    gap_days=None,
    ties=2,
    touchpoints=(
        PathTouchpoint("Bill", 120, 90, 80, 10, 25, 1.0),
        PathTouchpoint("Call", 90, 60, 12, 70, 20, 2.0),
        PathTouchpoint(HOSTILE, 45, 40, 0, 20, 0, 3.0),
        PathTouchpoint("Moving", None, None, None, 0, 0, None),
    ),
    edges=(
        Edge("Bill", "Call", 60, 50, 30 * HOUR, 90 * HOUR),
        Edge("Bill", "Bill", 30, 25, 2 * HOUR, 5 * HOUR),
        Edge("Call", "Bill", 20, 15, HOUR, 2 * HOUR),
        Edge("Call", HOSTILE, 20, 20, 60.0, 120.0),
        Edge(None, None, 30, None, None, None, 7),
    ),
    variants=(
        Variant(("Bill", "Call"), 50, 0.5),
        Variant(("Bill", "Bill", "Call", HOSTILE), 20, 0.2),
        Variant(("Call", "Bill"), 12, 0.12),
        Variant(None, 18, 0.18, 9),
    ),
    variant_count=12,
    cases_covered=100,
    median_seconds=40 * HOUR,
    mean_seconds=50 * HOUR,
    shortest=1,
    longest=9,
    mean_length=2.6,
    repeat_cases=25,
    repeat_share=0.25,
    funnel=(FunnelStep("Bill", 90, 1.0, 1.0), FunnelStep("Call", 60, 60 / 90, 60 / 90)),
    anchor="Call",
    steps=(
        Step(-1, "Bill", 45, 0.75, 60),
        Step(-1, None, 15, 0.25, 60),
        Step(1, None, 40, 40 / 60, 60),
        Step(1, "Bill", 15, 0.25, 60),
        Step(1, "Moving", None, None, 60),
    ),
    positions=(
        Position(1, "Bill", 80, 0.8),
        Position(1, "Call", 12, 0.12),
        Position(1, "Moving", None, None),
    ),
    differences=(
        Difference("share_of_cases", "Bill", 0.9, 0.6, -0.42, -0.16, told=True),
        Difference("median_seconds", ("Bill", "Call"), 30 * HOUR, 28 * HOUR, -6 * HOUR, 2 * HOUR, told=False),
        Difference("share_of_cases", "Moving", None, None, None, None, told=False),
    ),
    outcomes=(
        OutcomeOfEdge("Bill", "Call", 0.2, 0.1, 0.3, 50, 50, told=True),
        OutcomeOfEdge("Call", "Bill", 0.05, -0.1, 0.2, 40, 60, told=False),
    ),
    drop_off=(DropOff("Call", 18, 0.75), DropOff("Bill", None, None)),
    least=10,
    trends=Trends(
        ("2026-04", "2026-05"),
        (60, 40),
        (
            Trend("share_of_cases", "Bill", (0.95, 0.825)),
            Trend("share_of_cases", "Moving", (None, None)),
            Trend("edge_share", ("Bill", "Call"), (0.5, None)),
            Trend("repeat_share", None, (0.25, 0.25)),
            Trend("median_seconds", None, (40 * HOUR, 36 * HOUR)),
        ),
    ),
)
PATHS = Paths(
    FOUND,
    ("calls.csv", "web.csv"),
    Options(least=10, anchor="Call", funnel=("Bill", "Call"), period_a="2026-Q2", period_b="2026-Q3"),
    outcome="Churned",
)
