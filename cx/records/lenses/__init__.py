"""Lenses: further readings of the same touchpoints, what they rest on, and what people assessed."""

from cx.records.lenses.assessed import ASSESSED, Assessed, Assessment
from cx.records.lenses.claimed import LensCase, LensClaim, Named, NextQuestion
from cx.records.lenses.material import LensSettings, Material, Paired, SegmentEffect, ThreeLevels
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
    "KnowledgeGap",
    "Lens",
    "LensCase",
    "LensClaim",
    "LensResult",
    "LensSettings",
    "Lenses",
    "Material",
    "Measured",
    "MeasuredBy",
    "MomentKind",
    "Named",
    "NextQuestion",
    "Paired",
    "Proactivity",
    "Reading",
    "SegmentEffect",
    "ThreeLevels",
]
