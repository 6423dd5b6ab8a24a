"""The weights of the witnesses, from the one table that holds them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("weights.toml")
_ASKED_OF_A_RATING = ("importance", "expectation", "frequency")
"""Answers to another question about the same: what speaks against a rating speaks against them too."""


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """Return what each witness says of each kind, in log-odds.

    Examples
    --------
    >>> weights()["is_copy"]["copy"] > 0 > weights()["no_answers"]["rating"]
    True
    """
    read: dict[str, dict[str, float]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {name: _completed(said) for name, said in read.items()}


def _completed(said: Mapping[str, float]) -> dict[str, float]:
    rating = dict.fromkeys(_ASKED_OF_A_RATING, said["rating"]) if "rating" in said else {}
    return {**rating, **said}


def rows() -> Mapping[str, float]:
    """Return what each witness says about a table's rows: log-odds of respondents against touchpoints."""
    return weights()["rows"]
