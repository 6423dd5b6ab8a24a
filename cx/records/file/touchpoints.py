"""The touchpoint table as the program understands it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Literal

from cx.records.bounds import MOST_SOURCES, VAST, Count, Within
from cx.records.claims import ImpactClaim
from cx.records.evidence import AxisDraws, Evidence, Trial
from cx.records.file.choices import ImpactPart, Role, Shape
from cx.records.file.contacted import Contacted
from cx.records.file.lens_figures import (
    GapFigure,
    Paired,
    SegmentEffect,
    StandardMet,
    ThreeLevels,
    Unscored,
)
from cx.records.file.names import TouchpointName
from cx.records.finding import Finding
from cx.records.precision import Clusters
from cx.records.scale import Scale

if TYPE_CHECKING:
    import pandas as pd  # only named here: the page on phones must not load it

ImpactKind = Literal["none", "given", "composed", "derived"]
TEXT_COLUMNS = ("touchpoint", "journey", "channel", "segment", "period", "owner", "note")
NUMBER_COLUMNS = ("satisfaction", "impact", "volume", "n", "sd", "cost", "expectation", "importance")
LENS_NUMBERS = (
    "standard", "met", "measured", "level", "guess", "guess_sd", "guess_n", "gap_sd", "goal", "effort",
    "recommendation", "operations", "dimension_weight",
)  # fmt: skip
LENS_TEXTS = ("dimension", "last_answer")
LENS_COLUMNS = (*LENS_NUMBERS, *LENS_TEXTS)
"""What lenses read; a table has those of them that its file has."""
KEY_COLUMNS = ("touchpoint", "segment", "period", "journey", "channel")
GROUP_COLUMNS = ("journey", "channel", "segment", "period")
"""Columns of names that rows share."""
PRECISION_COLUMNS = ("n_eff", "error", "freedom", "answers")
"""What answers add: how exactly satisfaction is known, and the number by which ``clusters`` know the row."""
BOTH_COLUMNS = ("both_n", "both_weight", "both_squares", "both_got", "both_expected", "both_spread")
"""What answers add where they also say what was expected, of those in the row who answered both."""
NOT_BELOW_ZERO = (
    "volume", "n", "sd", "weight", "customers", "reached", "row", *PRECISION_COLUMNS,
    "standard", "met", "measured", "level", "guess_sd", "guess_n", "gap_sd", "dimension_weight",
    "both_n", "both_weight", "both_squares", "both_spread",
)  # fmt: skip
"""Columns of numbers that count something, or are a width."""


def impact_part_column(position: int) -> str:
    """Return the name of the column of ``Touchpoints.rows`` that holds an impact part, from 0."""
    return f"impact part {position}"


def bounds_of(column: str) -> Within:
    """Return how far the numbers of a column of ``Touchpoints.rows`` may go; satisfaction has its scale."""
    return Within(0.0 if column in NOT_BELOW_ZERO else -VAST, VAST)


@dataclass(frozen=True)
class SheetSummary:
    """One sheet of a file, as ``inspect`` lists it."""

    name: str
    hidden: bool
    rows: Count
    columns: Count
    chosen: bool


@dataclass(frozen=True)
class Source:
    """Where rows come from, and how the file was understood."""

    file: str
    """The file's name, without its folder."""
    sheets: tuple[SheetSummary, ...]
    shape: Shape
    header_rows: tuple[Count, ...]
    roles: Mapping[str, Role]
    """Column header to role."""
    scales: Mapping[str, Scale]
    """Column header to scale."""
    missing_codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text_scales: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Column header to answer in words and its number."""
    outcome_scales: Mapping[str, Scale] = field(default_factory=dict)
    """Header of an outcome to the usual scale that holds its answers, where it has numbers and enough."""
    days: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Header of each column of periods or moments that holds days to the first and the last, in ISO form."""
    findings: tuple[Finding, ...] = ()
    open_questions: int = 0
    """How many questions about it nobody has answered; above 0 what is drawn is provisional."""

    @property
    def sheet(self) -> str:
        """The chosen sheet's name; empty for a file without sheets."""
        return next((sheet.name for sheet in self.sheets if sheet.chosen), "")


@dataclass(frozen=True)
class Touchpoints:
    """Rows of a touchpoint table: clean, typed, with their place in the user's file.

    ``rows`` has one line per usable row of the file and always these columns:

    - text (``""`` where there is none): touchpoint, journey, channel, segment, period, owner, note;
    - numbers (NaN where there is none): satisfaction (on ``scale``, turned so that higher is better), impact
      (given in one column), volume (>= 0), n (>= 0), sd (>= 0), cost, expectation, importance;
    - one column per impact part (see :func:`impact_part_column`), as typed;
    - file, sheet (text) and row (whole, the user's own row number; where many rows make one touchpoint the
      first of them, and for columns of ratings the row of the header).

    Ratings add ``weight`` (the summed weights behind satisfaction), ``n_eff``, ``error`` and ``freedom`` (as
    in :class:`~cx.records.Precision`) and ``answers`` (the row's number in ``clusters``), contacts
    ``customers`` (different ones in the row) and ``reached`` (different ones of the touchpoint in all rows).
    Answers that also say what was expected add, of those who answered both: ``both_n`` (how many),
    ``both_weight`` and ``both_squares`` (sums of their weights and of the squares of those), ``both_got`` and
    ``both_expected`` (means) and ``both_spread`` (sum of weight times squared deviation of the difference).

    Columns that lenses read stand there where the file has them: numbers (NaN where there is none) standard
    (1 yes, 0 no), met and measured (counts), level (0 to 5), guess, guess_sd, guess_n, gap_sd, goal, effort,
    recommendation, operations and dimension_weight; texts ("") dimension and last_answer (a day in ISO form).
    """

    rows: pd.DataFrame
    scale: Scale
    impact_kind: ImpactKind = "none"
    impact_scale: Scale | None = None
    impact_parts: tuple[ImpactPart, ...] = ()
    goal: str = ""
    """The business goal that impact is about, in the user's words (the impact columns' headers)."""
    periods: tuple[str, ...] = ()
    """The periods in order of time, the latest last."""
    sources: Annotated[tuple[Source, ...], Within(0, MOST_SOURCES)] = ()
    findings: tuple[Finding, ...] = ()
    cells: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    """(sheet, row, column of ``rows``) to the cell's address, for findings that come later."""
    days: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Of answers: header of each column of days to its first and its last day, in ISO form."""
    draws: AxisDraws | None = None
    """What the bootstrap gave, where impact was derived from responses."""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    """Touchpoint to what responses say about it."""
    clusters: Clusters | None = field(default=None, compare=False, repr=False)
    """Whose answers stand behind each row, where respondents or clusters are known; never stored."""
    called: Mapping[str, TouchpointName] = field(default_factory=dict)
    """Touchpoint to all its names, where its file calls it something else."""
    trials: tuple[Trial, ...] = ()
    """How derived impact, and the satisfaction beside it, would be otherwise."""
    contacted: Mapping[str, Contacted] = field(default_factory=dict)
    """Touchpoint to what a log of contacts says about it, over its whole time."""
    impact_claim: ImpactClaim | None = None
    """Whether derived impact may be spoken of; ``None``: impact was not derived, or by an earlier version."""
    guess_about: GapFigure = "satisfaction"
    """What the column ``guess`` is about."""
    paired: Mapping[str, Paired] = field(default_factory=dict)
    """Touchpoint to what its respondents get and expect, of responses that ask both."""
    levels: Mapping[str, ThreeLevels] = field(default_factory=dict)
    """Touchpoint to its contacts by whether they were negative, reactive or proactive, of a log."""
    overall_levels: ThreeLevels | None = None
    """The same of all contacts of the log."""
    month_levels: Mapping[str, ThreeLevels] = field(default_factory=dict)
    """The same of all contacts that began in a month, as in ``2026-03``."""
    standards: Mapping[str, StandardMet] = field(default_factory=dict)
    """Touchpoint to how many of its contacts met their standard, of a log."""
    unscored: Mapping[str, Unscored] = field(default_factory=dict)
    """Touchpoint that only files without satisfaction have, to its volume and impact there."""
    segment_effects: Mapping[str, Mapping[str, tuple[SegmentEffect, ...]]] = field(default_factory=dict)
    """Column of segments to touchpoint to its effect in each segment; above 0 is good for the business."""
    differing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Column of segments to the touchpoints whose effect differs between them beyond chance."""
    part: tuple[str, ...] = ()
    """The segments and the period whose respondents alone it is made of; empty where it is made of all."""

    @property
    def shows_impact(self) -> bool:
        """Whether there is an impact that may be spoken of."""
        return self.impact_kind != "none" and self.impact_claim != "none"
