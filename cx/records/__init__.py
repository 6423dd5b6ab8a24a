"""The frozen records that flow through the program; see docs/architecture.md."""

from cx.records.choices import ROLES, SHAPES, Choices, ImpactPart, Role, Shape
from cx.records.finding import SEVERITIES, Finding, Severity, by_severity
from cx.records.matrix import Bubble, Crosshair, Matrix, Priority
from cx.records.scale import Direction, Scale, ScaleKind
from cx.records.settings import (
    CROSSHAIR_RULES,
    QUADRANTS,
    ColourBy,
    CrosshairRule,
    Filters,
    PriorityTerms,
    Quadrant,
    Settings,
    SizeMode,
    Unit,
)
from cx.records.touchpoints import (
    KEY_COLUMNS,
    NUMBER_COLUMNS,
    TEXT_COLUMNS,
    ImpactKind,
    SheetSummary,
    Source,
    Touchpoints,
    impact_part_column,
)
from cx.records.understanding import ColumnReading, DecimalMark, Understanding
from cx.records.workbook import Cell, CellEdit, Column, Sheet, Workbook, letter_of

__all__ = [
    "CROSSHAIR_RULES",
    "KEY_COLUMNS",
    "NUMBER_COLUMNS",
    "QUADRANTS",
    "ROLES",
    "SEVERITIES",
    "SHAPES",
    "TEXT_COLUMNS",
    "Bubble",
    "Cell",
    "CellEdit",
    "Choices",
    "ColourBy",
    "Column",
    "ColumnReading",
    "Crosshair",
    "CrosshairRule",
    "DecimalMark",
    "Direction",
    "Filters",
    "Finding",
    "ImpactKind",
    "ImpactPart",
    "Matrix",
    "Priority",
    "PriorityTerms",
    "Quadrant",
    "Role",
    "Scale",
    "ScaleKind",
    "Settings",
    "Severity",
    "Shape",
    "Sheet",
    "SheetSummary",
    "SizeMode",
    "Source",
    "Touchpoints",
    "Understanding",
    "Unit",
    "Workbook",
    "by_severity",
    "impact_part_column",
    "letter_of",
]
