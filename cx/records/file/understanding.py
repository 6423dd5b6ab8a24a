"""How a file was understood: the proposal that a person sees and can change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cx import text
from cx.records.file.choices import Choices, DecimalMark, Role, Score, Shape
from cx.records.file.names import TouchpointName
from cx.records.file.questions import CodeReading, Question
from cx.records.file.touchpoints import SheetSummary, Source
from cx.records.finding import Finding
from cx.records.scale import Scale
from cx.text import Language

_FEWEST_ROWS = 10
_LOOKS_LIKE = ("survey_", "no_scale", "row_numbers", "other_column")
"""How reasons start for columns that only look like ratings or scores."""


@dataclass(frozen=True)
class ColumnReading:
    """What one column was taken for, how surely, and why."""

    header: str
    """As typed; the letter where the header is blank, with the letter behind it where it is repeated."""
    letter: str
    role: Role
    confidence: float
    """0..1; 1 where a person said so."""
    reason: str
    """The reason's message key, without ``reason.``."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What the reason's words need."""
    aliases: tuple[str, ...] = ()
    """What it is also called: the texts of its header rows one by one, where there are several."""
    because: tuple[str, ...] = ()
    """The witnesses that speak for the role, the strongest first; message keys without ``witness.``."""
    although: tuple[str, ...] = ()
    """The witnesses that speak for what it is most likely else."""
    rival: Role | None = None
    """That other role."""

    def why(self, lang: Language) -> str:
        """Return the reason in words."""
        return text.say(f"reason.{self.reason}", lang, **self.values)


_GROUPS = frozenset({"survey_choice", "survey_trait", "survey_yes_no"})
"""Why such a column is put aside."""


@dataclass(frozen=True)
class Understanding:
    """What a file was taken for: sheet, header, shape, roles, scales, and what was seen on the way."""

    file: str
    sheets: tuple[SheetSummary, ...]
    sheet: str
    """The chosen sheet; empty where the file has no table."""
    shape: Shape
    header_rows: tuple[int, ...]
    """The user's row numbers; empty where no header was found."""
    first_row: int
    """The first row of data; 0 where there is none."""
    last_row: int
    columns: tuple[ColumnReading, ...] = ()
    scales: Mapping[str, Scale] = field(default_factory=dict)
    """Column header to scale."""
    outcome_scales: Mapping[str, Scale] = field(default_factory=dict)
    """Header of an outcome to the usual scale that holds its answers, where it has numbers and enough."""
    days: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Header of each column of periods or moments that holds days to the first and the last, in ISO form."""
    missing_codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text_scales: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """Column header to answer in words and its number."""
    decimal_marks: Mapping[str, DecimalMark] = field(default_factory=dict)
    """Column header to the mark that its numbers, typed as text, were read with."""
    row_count: int = 0
    """How many rows are used."""
    rows_left_out: int = 0
    """How many rows of the table hold something and are not used; each has its finding."""
    codes: tuple[CodeReading, ...] = ()
    """What stands for no rating among the ratings, with the evidence."""
    questions: tuple[Question, ...] = ()
    """Where two readings are likely, and each with the choices that settle it."""
    blanks_unclear: bool = False
    """Whether blanks stand beside a code for not met, so that they can mean two things."""
    scores: tuple[Score, ...] = ("mean",)
    """What satisfaction can be made of, on the scales of the file."""
    rows_moved: bool = False
    """Whether rows of the table are others than those of the sheet: it was turned, or periods became rows."""
    rows_below: int = 0
    """How many rows belong to another table below this one."""
    hidden_rows: tuple[int, ...] = ()
    """Rows of the table that are hidden and not used."""
    hidden_columns: tuple[str, ...] = ()
    """Columns that are hidden and not used."""
    beside: tuple[str, ...] = ()
    """Ranges of columns, by letter, that stand beside the table and are not used."""
    findings: tuple[Finding, ...] = ()
    choices: Choices = field(default_factory=Choices)
    names: tuple[TouchpointName, ...] = ()
    """The touchpoints with what they are called, in the order of the file; empty where it gives none."""

    def columns_of(self, role: Role) -> tuple[ColumnReading, ...]:
        """Return the columns that have a role, from left to right."""
        return tuple(column for column in self.columns if column.role == role)

    @property
    def groups_aside(self) -> tuple[ColumnReading, ...]:
        """The columns of answers that tell people apart by a handful of texts, and that nothing uses."""
        return tuple(one for one in self.columns if one.role == "ignore" and one.reason in _GROUPS)

    def letter_of(self, header: str | None) -> str | None:
        """Return the letter of the first column under a header; ``None`` where there is none."""
        return self._letters.get(header)

    @cached_property
    def _letters(self) -> dict[str | None, str]:
        return {one.header: one.letter for one in reversed(self.columns)}

    def name_of(self, header: str) -> TouchpointName | None:
        """Return what the touchpoint of a column is called; ``None`` where the column is none."""
        return self._names.get(header)

    @cached_property
    def _names(self) -> dict[str, TouchpointName]:
        return {one.source: one for one in self.names if one.column}

    @property
    def set_aside(self) -> tuple[ColumnReading, ...]:
        """The columns that only look like ratings or scores; each says why."""
        return tuple(
            one for one in self.columns if one.role == "ignore" and one.reason.startswith(_LOOKS_LIKE)
        )

    @property
    def hidden_sheets(self) -> tuple[str, ...]:
        """The names of hidden sheets."""
        return tuple(sheet.name for sheet in self.sheets if sheet.hidden)

    @property
    def rows_to_type(self) -> range:
        """The user's row numbers of the table, with blank rows below a short one so that one can type on."""
        first = self.first_row or max(self.header_rows, default=0) + 1
        return range(first, max(self.last_row + 1, first + _FEWEST_ROWS))

    @property
    def source(self) -> Source:
        """Where the rows come from, as the result carries it along."""
        return Source(
            file=self.file,
            sheets=self.sheets,
            shape=self.shape,
            header_rows=self.header_rows,
            roles={column.header: column.role for column in self.columns},
            scales=self.scales,
            outcome_scales=self.outcome_scales,
            days=self.days,
            missing_codes=self.missing_codes,
            text_scales=self.text_scales,
            findings=self.findings,
            open_questions=len(self.questions),
        )
