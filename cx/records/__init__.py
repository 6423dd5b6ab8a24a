"""The frozen records that flow through the program; see docs/architecture.md."""

from cx.records.choices import ROLES, SHAPES, Choices, ImpactPart, Role, Shape
from cx.records.drivers import (
    METHODS,
    SCORES,
    Draws,
    Driver,
    DriverResult,
    Method,
    Replicates,
    Score,
)
from cx.records.evidence import AxisDraws, Contrast, ContrastClass, Estimate, Evidence
from cx.records.finding import SEVERITIES, Finding, Severity, by_severity
from cx.records.matrix import Bubble, Crosshair, Matrix, Priority
from cx.records.picture_options import (
    PICTURE_FORMATS,
    Companions,
    PictureFormat,
    PictureOptions,
    Window,
)
from cx.records.quadrant import QUADRANTS, Quadrant
from cx.records.region import Region
from cx.records.responses import Blanks, Responses
from cx.records.scale import Direction, Scale, ScaleKind
from cx.records.settings import (
    CROSSHAIR_RULES,
    ColourBy,
    CrosshairRule,
    Filters,
    PriorityTerms,
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
    "METHODS",
    "NUMBER_COLUMNS",
    "PICTURE_FORMATS",
    "QUADRANTS",
    "ROLES",
    "SCORES",
    "SEVERITIES",
    "SHAPES",
    "TEXT_COLUMNS",
    "AxisDraws",
    "Blanks",
    "Bubble",
    "Cell",
    "CellEdit",
    "Choices",
    "ColourBy",
    "Column",
    "ColumnReading",
    "Companions",
    "Contrast",
    "ContrastClass",
    "Crosshair",
    "CrosshairRule",
    "DecimalMark",
    "Direction",
    "Draws",
    "Driver",
    "DriverResult",
    "Estimate",
    "Evidence",
    "Filters",
    "Finding",
    "ImpactKind",
    "ImpactPart",
    "Matrix",
    "Method",
    "PictureFormat",
    "PictureOptions",
    "Priority",
    "PriorityTerms",
    "Quadrant",
    "Region",
    "Replicates",
    "Responses",
    "Role",
    "Scale",
    "ScaleKind",
    "Score",
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
    "Window",
    "Workbook",
    "by_severity",
    "impact_part_column",
    "letter_of",
]
