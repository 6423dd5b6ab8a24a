"""Columns of numbers that are no touchpoint: each said once, with what it does to the result."""

from __future__ import annotations

from collections.abc import Sequence

from cx.intake.columns import Roles
from cx.intake.findings import Noticed
from cx.intake.sheet import Table
from cx.records.file import ColumnReading
from cx.records.finding import Finding

_CODES = {
    "survey_id": "identifier",
    "survey_index": "identifier",
    "survey_trait": "not_a_touchpoint",
    "survey_count": "not_a_touchpoint",
    "survey_off_scale": "not_a_rating",
    "survey_average": "average_left_out",
    "survey_copy": "copy_left_out",
    "survey_yes_no": "yes_no_left_out",
    "survey_constant": "constant_left_out",
    "survey_empty": "nobody_met",
}
"""Reason to the code of its finding; texts that are no answers need none."""
_MOSTLY = 0.5


def set_aside(table: Table, roles: Roles, readings: Sequence[ColumnReading]) -> tuple[Finding, ...]:
    """Return one finding for each column of numbers, or without a value, that no model uses.

    Parameters
    ----------
    readings
        What each column was taken for as one of a survey; ``roles`` holds their numbers.
    """
    noticed = Noticed(table)
    for place, reading in enumerate(readings):
        code = _CODES.get(reading.reason) if reading.role == "ignore" else None
        if code and (_has_numbers(roles, reading.letter) or reading.reason == "survey_empty"):
            other = {"other": reading.values["other"]} if "other" in reading.values else {}
            noticed.column("error", code, place, touchpoint=reading.header, **other)
    return noticed.all()


def _has_numbers(roles: Roles, letter: str) -> bool:
    known = roles.numbers.get(letter)
    return known is not None and known.share > _MOSTLY
