"""Events as they were read, and what the paths through them come to."""

from cx.records.journeys.events import Events, LogFacts, Unit
from cx.records.journeys.figures import (
    FIGURES,
    Difference,
    DropOff,
    Edge,
    Figure,
    FunnelStep,
    Journeys,
    OutcomeOfEdge,
    PathTouchpoint,
    Position,
    Step,
    Variant,
)

__all__ = [
    "FIGURES",
    "Difference",
    "DropOff",
    "Edge",
    "Events",
    "Figure",
    "FunnelStep",
    "Journeys",
    "LogFacts",
    "OutcomeOfEdge",
    "PathTouchpoint",
    "Position",
    "Step",
    "Unit",
    "Variant",
]
