"""Lenses: further readings of the same touchpoints, what they rest on, and what people assessed."""

from cx.records.file import GapFigure, Paired, SegmentEffect, StandardMet, ThreeLevels
from cx.records.lenses.assessed import ASSESSED, Assessed, Assessment
from cx.records.lenses.material import LensSettings, Material
from cx.records.lenses.readings import (
    LENSES,
    Bar,
    Coverage,
    ExpectationGap,
    KnowledgeGap,
    Lens,
    Lenses,
    LensResult,
    Measured,
    MeasuredBy,
    MomentKind,
    Proactivity,
    Reading,
)

__all__ = [
    "ASSESSED",
    "LENSES",
    "Assessed",
    "Assessment",
    "Bar",
    "Coverage",
    "ExpectationGap",
    "GapFigure",
    "KnowledgeGap",
    "Lens",
    "LensResult",
    "LensSettings",
    "Lenses",
    "Material",
    "Measured",
    "MeasuredBy",
    "MomentKind",
    "Paired",
    "Proactivity",
    "Reading",
    "SegmentEffect",
    "StandardMet",
    "ThreeLevels",
]
