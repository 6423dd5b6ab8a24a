"""A file's bytes become raw cells, then an understanding, then a touchpoint table with findings."""

from cx.intake.by_counts import AskedTable, asked_table
from cx.intake.by_hand import BLANK_HEADERS, blank, edited, pasted, typed
from cx.intake.cells import currency_of
from cx.intake.events import (
    EventChoices,
    Watch,
    are_known,
    check_columns_agree,
    contact_events,
    events,
    headers_of,
    large_log,
    outcome_books,
    table_log,
)
from cx.intake.join import joins, names_in_table, with_contacts
from cx.intake.large import (
    LARGE,
    LargeSurvey,
    Whole,
    large_survey,
    other_above,
    part_of,
    part_of_files,
    read_as,
    whole_of,
)
from cx.intake.opening import Limits, as_text, limits_set, logo, read
from cx.intake.preview import preview, side_by_side
from cx.intake.responses import responses
from cx.intake.row_counts import Counts, counts
from cx.intake.several_files import (
    answers_among,
    check_columns,
    check_names,
    combined,
    files_of_period,
    outcomes_away,
    together,
    with_outcomes_told,
)
from cx.intake.touchpoint_table import for_sheet, further_sheets, touchpoints
from cx.intake.understanding import source, understand
from cx.records.file import CellEdit, Sheet, Workbook

__all__ = [
    "BLANK_HEADERS",
    "LARGE",
    "AskedTable",
    "CellEdit",
    "Counts",
    "EventChoices",
    "LargeSurvey",
    "Limits",
    "Sheet",
    "Watch",
    "Whole",
    "Workbook",
    "answers_among",
    "are_known",
    "as_text",
    "asked_table",
    "blank",
    "check_columns",
    "check_columns_agree",
    "check_names",
    "combined",
    "contact_events",
    "counts",
    "currency_of",
    "edited",
    "events",
    "files_of_period",
    "for_sheet",
    "further_sheets",
    "headers_of",
    "joins",
    "large_log",
    "large_survey",
    "limits_set",
    "logo",
    "names_in_table",
    "other_above",
    "outcome_books",
    "outcomes_away",
    "part_of",
    "part_of_files",
    "pasted",
    "preview",
    "read",
    "read_as",
    "responses",
    "side_by_side",
    "source",
    "table_log",
    "together",
    "touchpoints",
    "typed",
    "understand",
    "whole_of",
    "with_contacts",
    "with_outcomes_told",
]
