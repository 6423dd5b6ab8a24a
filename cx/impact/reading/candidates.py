"""Which columns rate a touchpoint, where nobody said so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from cx.impact.reading.cells import Numbers, numbers
from cx.impact.reading.codes import core_range
from cx.impact.reading.scaling import common
from cx.records import Finding

_IDENTIFIER = re.compile(
    r"(^|[\s_-])id$|^id[\s_-]|^unnamed|^index$|^#$|respondent|klantnummer|customer ?n", re.IGNORECASE
)
_WEIGHT = re.compile(r"^weights?$|^weeg|^gewicht|weging|[\s_]weight$|^wt$", re.IGNORECASE)
_SECOND = re.compile(
    r"overall|algemene tevr|algeheel|\bnps\b|recommend|aanbevel|churn|opgezegd|retention|repurchase|^totaal|"
    r"^total",
    re.IGNORECASE,
)
_CUSTOMER = re.compile(
    r"segment|^regio|gender|geslacht|\bsex\b|\bage\b|leeftijd|postcode|zip ?code|\bwave\b|period|quarter|"
    r"kwartaal|\byear\b|\bjaar\b|\bmonth\b|maand$|customer (type|group)|klant(type|groep)|country|\bland\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Za-z]{1,6}[_.-]?\d{1,3}(?:[_.-]?[a-z0-9]{1,2})?")
_DIGITS = re.compile(r"[\s_]*\d+$")
_ENOUGH_UNIQUE = 0.9
_MANY = 50
_GLANCE = 1_000
_NUMERIC = 0.5
_STEM = 3
_MINORITY = 0.25


def ratings_among(frame: pd.DataFrame, taken: Collection[str]) -> tuple[list[str], list[Finding]]:
    """Return the columns that rate a touchpoint, and one finding for each number column set aside.

    Parameters
    ----------
    taken
        The outcome first, then the other columns that have a role.

    Notes
    -----
    Set aside are identifiers, weights, columns that read like a second outcome, and numbers that do not fit
    the scale that most of the columns share (an age, a distance, a delay).
    """
    outcome, *_ = taken
    once = [name for name, often in Counter(frame.columns).items() if often == 1]
    columns = {str(name): _numbers(frame[name]) for name in once if name not in taken}
    known = {name: values for name, values in columns.items() if values is not None}
    siblings = _siblings(known, outcome)
    reasons = {name: _by_name(name, siblings) or _by_values(values) for name, values in known.items()}
    left = {name: values for name, values in known.items() if reasons[name] is None}
    scale = common([_range(values) for values in left.values()])
    for name, values in left.items():
        low, high = _range(values)
        if scale is not None and not (scale.holds(low) and scale.holds(high)) and high - low > scale.width:
            reasons[name] = "not_a_rating"
    found = [Finding("error", code, column=name) for name, code in reasons.items() if code is not None]
    return [name for name, code in reasons.items() if code is None], found


def second_outcomes(drivers: Collection[str], outcome: str) -> list[Finding]:
    """Return a finding for each chosen driver that reads like a second outcome."""
    siblings, details = _siblings(drivers, outcome), {"outcome": outcome}
    return [
        Finding("warning", "second_outcome_kept", column=name, details={**details, "touchpoint": name})
        for name in drivers
        if _by_name(name, siblings) == "second_outcome"
    ]


def named_by_code(drivers: Sequence[str]) -> list[Finding]:
    """Return the finding of touchpoints that mostly bear codes of a questionnaire (PERQ3, X6, Q12_1)."""
    coded = [name for name in drivers if _CODE.fullmatch(name.strip())]
    if len(coded) <= _NUMERIC * len(drivers):
        return []
    details = {"n": len(coded), "example": coded[0]}
    return [Finding("info", "names_are_codes", details=details)]


def _siblings(names: Collection[str], outcome: str) -> frozenset[str]:
    # CUSA2 beside the outcome CUSA1 asks the same thing; Q1 to Q9 beside Q10 do not.
    stem = _DIGITS.sub("", outcome)
    if stem == outcome or len(stem) < _STEM:
        return frozenset()
    found = frozenset(name for name in names if _DIGITS.sub("", name) == stem)
    return found if len(found) <= _MINORITY * len(names) else frozenset()


def _by_name(name: str, siblings: Collection[str]) -> str | None:
    if _IDENTIFIER.search(name):
        return "identifier"
    if _WEIGHT.search(name):
        return "weight_unused"
    if _CUSTOMER.search(name):
        return "not_a_touchpoint"
    if _SECOND.search(name) or name in siblings:
        return "second_outcome"
    return None


def _by_values(values: Numbers) -> str | None:
    # The first rows show a column that is new in nearly every row.
    for part in (values[:_GLANCE], values):
        known = part[~np.isnan(part)]
        if known.size <= _MANY or np.unique(known).size <= _ENOUGH_UNIQUE * known.size:
            return None
    return "identifier" if (known == np.rint(known)).all() else None


def _numbers(column: pd.Series) -> Numbers | None:
    if pd.api.types.is_datetime64_any_dtype(column):
        return None
    values, unread = numbers(column)
    count = np.isfinite(values).sum()
    return values if count and count > _NUMERIC * (count + unread.sum()) else None


def _range(values: Numbers) -> tuple[float, float]:
    return core_range(values) or (0.0, 0.0)
