"""Columns of a survey that ask how important a touchpoint is, beside those that rate it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np

from cx.impact.reading.cells import coded, numbers
from cx.records import Responses

_IMPORTANCE = re.compile(
    r"\b(?:stated |perceived |genoemd |ervaren )?(?:importance|important|belang|belangrijk|belangrijkheid)\b"
)
_AROUND = re.compile(
    r"\b(?:satisfaction|satisfied|tevredenheid|tevreden|rating|score|cijfer|how|hoe|is|of|the|van|de|het|with"
    r"|met|over|about|voor|for|you|jou|u)\b"
)
_SIGNS = re.compile(r"[^\w]+|_")


def importance_columns(names: Sequence[str]) -> dict[str, str]:
    """Return touchpoint to the column that asks how important it is, where two columns name the same.

    Examples
    --------
    >>> importance_columns(["Invoice", "Importance of invoice", "App (satisfaction)", "App (importance)"])
    {'Invoice': 'Importance of invoice', 'App (satisfaction)': 'App (importance)'}
    """
    asked = {_kernel(name): name for name in names if _asks(name)}
    rated = {name: _kernel(name) for name in names if not _asks(name)}
    return {name: asked[kernel] for name, kernel in rated.items() if kernel and kernel in asked}


def stated_importance(responses: Responses) -> dict[str, float]:
    """Return touchpoint to its mean stated importance, as answered, where a survey asks for both."""
    pairs = importance_columns([str(name) for name in responses.rows.columns])
    means = {name: _mean(responses, column) for name, column in pairs.items()}
    return {name: mean for name, mean in means.items() if not math.isnan(mean)}


def _asks(name: str) -> bool:
    return bool(_IMPORTANCE.search(_plain(name)))


def _plain(name: str) -> str:
    return " ".join(_SIGNS.sub(" ", name).split()).casefold()


def _kernel(name: str) -> str:
    return " ".join(_AROUND.sub(" ", _IMPORTANCE.sub(" ", _plain(name))).split())


def _mean(responses: Responses, name: str) -> float:
    column = responses.rows[name]
    values, _ = numbers(column)
    codes = (*responses.not_met.get(name, ()), *responses.no_answer.get(name, ()))
    known = values[~np.isnan(values) & ~coded(column, values, codes)]
    return float(known.mean()) if known.size else math.nan
