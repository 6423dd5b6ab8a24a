"""The outcome as numbers: its kind, its labels and which end is good for the business."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from cx.errors import ArgumentError, NothingUsable, TableError
from cx.impact.reading.cells import Flags, Numbers, numbers, texts
from cx.impact.reading.outcome_codes import without_codes
from cx.records import Direction, Finding

_TWO = 2
_MOSTLY = 0.5
_SHOWN = 6
_BAD = re.compile(
    r"churn|attrit|cancel|defect|complain|\bleft\b|lapse|terminat|verloop|opge?zeg|vertrok|klacht|beeindig|"
    r"beëindig|overgestapt",
    re.IGNORECASE,
)
_BAD_LABEL = re.compile(
    _BAD.pattern
    + r"|dissatisf|unsatisf|ontevred|detractor|criticaster|\blost\b|\bgone\b|inactive?f?\b|\bweg\b",
    re.IGNORECASE,
)
_EFFORT = re.compile(r"effort|\bces\b|moeite|inspanning", re.IGNORECASE)
_YES = ("yes", "ja", "true", "waar", "y", "j", "1", "1.0", "satisfied", "tevreden", "promoter")
_NO = ("no", "nee", "neen", "false", "onwaar", "n", "0", "0.0")
_SILENT = re.compile(
    r"unknown|onbekend|don'?t know|no (?:answer|opinion)|refused|weet (?:ik )?niet|geen (?:antwoord|mening)|"
    r"n/a|na|n\.a\.|nvt|n\.v\.t\.|-|\?|x",
    re.IGNORECASE,
)
"""A third label that is no answer; its rows are left out and counted."""


@dataclass(frozen=True)
class Outcome:
    """The business goal's column."""

    name: str
    numbers: Numbers
    """(rows,) in raw units, 0 and 1 for a yes-or-no outcome; NaN where there is none."""
    direction: Direction
    positive: str | None
    findings: tuple[Finding, ...]


def outcome_of(
    frame: pd.DataFrame,
    name: str,
    direction: Direction | None = None,
    positive: str | None = None,
    codes: Sequence[object] | None = None,
) -> Outcome:
    """Return the outcome's numbers, with what was inferred about them as findings.

    Parameters
    ----------
    direction
        Which end is good for the business; ``None``: lower for names such as "Churned", else higher.
    positive
        The label that counts as 1; ``None``: the likely one of two labels, which a finding names.
    codes
        What stands for no answer; ``None``: what looks like it, which a finding names.

    Raises
    ------
    cx.errors.TableError
        When the column is not there, holds more than two labels, or has no spread.
    """
    column, coded = without_codes(_column(frame, name), name, codes)
    values, unread = numbers(column)
    labels = _labels(column)
    if pd.api.types.is_bool_dtype(column) or positive is not None or _textual(values, unread):
        values, positive, found = _binary(column, labels, name, positive)
    else:
        found = _unreadable(name, unread)
        if len(labels) == _TWO:
            found = [*found, _two_values(name, _highest(values), values == np.nanmax(values), values)]
            found += _about_coding(name, values)
    _check(values, name)
    others = [label for label in labels if label != positive]
    inferred, seen = _direction(name, direction, positive, others)
    return Outcome(name, values, inferred, positive, (*coded, *found, *seen))


def _column(frame: pd.DataFrame, name: str) -> pd.Series:
    if name not in frame.columns:
        raise TableError("outcome_missing", column=name, known=", ".join(map(str, frame.columns)))
    if list(frame.columns).count(name) > 1:
        raise TableError("driver_twice", column=name)
    return frame[name]


def _labels(column: pd.Series) -> list[str]:
    found = _spelt(column).unique().tolist()
    return sorted(label for label in found if label)


def _spelt(column: pd.Series) -> pd.Series:
    """The cells as labels: 1.0 as 1, "ja" and "JA " as the spelling that comes most; "" for no answer."""
    found = texts(column)
    if pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
        found = found.str.replace(r"\.0+$", "", regex=True)
    often = found.value_counts()
    spelling: dict[str, str] = {}
    for label in often.index:
        spelling.setdefault(label.casefold(), label)
    known = {label: spelling[label.casefold()] for label in often.index}
    if len({label for label in spelling if label}) > _TWO:
        known |= {label: "" for label in often.index if _SILENT.fullmatch(label)}
    return found.map(known)


def _textual(values: Numbers, unread: Flags) -> bool:
    return bool(unread.sum() > _MOSTLY * (unread.sum() + np.isfinite(values).sum()))


def _binary(
    column: pd.Series, labels: list[str], name: str, positive: str | None
) -> tuple[Numbers, str, list[Finding]]:
    if len(labels) > _TWO:
        shown = ", ".join(labels[:_SHOWN])
        raise TableError("outcome_labels", column=name, labels=shown, n=len(labels))
    chosen = _positive(labels, name, positive)
    text = _spelt(column)
    values = np.where(text == "", np.nan, (text == chosen).to_numpy(dtype=np.float64))
    found = [_two_values(name, chosen, values == 1, values)]
    if positive is None:
        other = next((label for label in labels if label != chosen), "")
        found.append(
            Finding("warning", "outcome_positive", column=name, value=chosen, details={"other": other})
        )
    return values, chosen, found


def _positive(labels: list[str], name: str, positive: str | None) -> str:
    if positive is not None:
        wanted = positive.strip().casefold()
        chosen = next((label for label in labels if label.casefold() == wanted), None)
        if chosen is None:
            raise ArgumentError("positive_unknown", column=name, value=positive, labels=", ".join(labels))
        return chosen
    if not labels:
        raise NothingUsable("outcome_blank", column=name)
    yes = [label for label in labels if label.casefold() in _YES]
    not_no = [label for label in labels if label.casefold() not in _NO]
    bad = [label for label in labels if _BAD.search(label)]
    return (yes or bad or not_no or labels)[-1]


def _two_values(name: str, value: str, hits: Flags, values: Numbers) -> Finding:
    known = int(np.isfinite(values).sum())
    details = {"percent": round(100 * float(hits.sum()) / max(known, 1), 1)}
    return Finding("info", "outcome_binary", column=name, value=value, details=details)


def _about_coding(name: str, values: Numbers) -> list[Finding]:
    # Survey programs code yes as 1 and no as 2: the higher number is then the absence of it.
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    if (low, high) == (0.0, 1.0) or low == high:
        return []
    details = {"other": f"{low:g}"}
    return [Finding("warning", "outcome_coded", column=name, value=f"{high:g}", details=details)]


def _highest(values: Numbers) -> str:
    return f"{np.nanmax(values):g}"


def _unreadable(name: str, unread: Flags) -> list[Finding]:
    n = int(unread.sum())
    return [Finding("error", "outcome_unreadable", column=name, details={"n": n})] if n else []


def _check(values: Numbers, name: str) -> None:
    known = values[~np.isnan(values)]
    if not known.size:
        raise NothingUsable("outcome_blank", column=name)
    if known.min() == known.max():
        raise TableError("outcome_no_spread", column=name, value=f"{known[0]:g}", n=int(known.size))


def _direction(
    name: str, direction: Direction | None, positive: str | None, others: list[str]
) -> tuple[Direction, list[Finding]]:
    if direction is not None:
        return direction, []
    if _EFFORT.search(name):
        return "higher", [Finding("warning", "outcome_effort", column=name)]
    if positive is not None:
        return _direction_of_label(name, positive, others)
    if _BAD.search(name):
        return "lower", [Finding("warning", "outcome_lower", column=name)]
    return "higher", [Finding("info", "outcome_higher", column=name)]


def _direction_of_label(name: str, positive: str, others: list[str]) -> tuple[Direction, list[Finding]]:
    """The label that counts as 1 decides, together with the name: no to "Churned" is good."""
    if _BAD_LABEL.search(positive):
        bad = True
    elif any(_BAD_LABEL.search(label) for label in others):
        bad = False
    else:
        bad = bool(_BAD.search(name)) != (positive.casefold() in _NO)
    if bad and _BAD.search(name) and positive.casefold() not in _NO:
        return "lower", [Finding("warning", "outcome_lower", column=name)]
    if bad:
        return "lower", [Finding("warning", "outcome_lower_label", column=name, value=positive)]
    if _BAD.search(name):
        return "higher", [Finding("warning", "outcome_higher_label", column=name, value=positive)]
    return "higher", [Finding("info", "outcome_higher", column=name)]
