"""Events as they were read, and what the paths through them come to."""

from cx.records.journeys.contacts import Contacts, LogContacts
from cx.records.journeys.customer_filter import WAYS, Only, Way
from cx.records.journeys.events import SPLITS, Events, LogFacts, Unit
from cx.records.journeys.figures import (
    Difference,
    DropOff,
    Edge,
    FunnelStep,
    Journeys,
    OutcomeOfEdge,
    PathTouchpoint,
    Position,
    Step,
    Variant,
)
from cx.records.journeys.look import PathLook
from cx.records.journeys.options import Options
from cx.records.journeys.paths import SHARED_LEAST, Paths
from cx.records.journeys.trends import FIGURES, Figure, Trend, Trends

__all__ = [
    "FIGURES",
    "SHARED_LEAST",
    "SPLITS",
    "WAYS",
    "Contacts",
    "Difference",
    "DropOff",
    "Edge",
    "Events",
    "Figure",
    "FunnelStep",
    "Journeys",
    "LogContacts",
    "LogFacts",
    "Only",
    "Options",
    "OutcomeOfEdge",
    "PathLook",
    "PathTouchpoint",
    "Paths",
    "Position",
    "Step",
    "Trend",
    "Trends",
    "Unit",
    "Variant",
    "Way",
]
