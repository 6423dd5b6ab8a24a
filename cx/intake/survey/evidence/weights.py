"""The weights of the witnesses, from the one table that holds them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("weights.toml")
Weights = Mapping[str, Mapping[str, float]]
_OF_TOUCHPOINTS = "table"
_ASKED_OF_A_RATING = ("importance", "expectation", "frequency")
"""Answers to another question about the same: what speaks against a rating speaks against them too."""


@cache
def weights() -> Weights:
    """Return what each witness says of each kind of column of responses, in log-odds.

    Examples
    --------
    >>> weights()["is_copy"]["copy"] > 0 > weights()["no_answers"]["rating"]
    True
    """
    return {name: _completed(said) for name, said in _read().items() if name != _OF_TOUCHPOINTS}


@cache
def touchpoint_weights() -> Weights:
    """Return what each witness says of each role of a column of a table of touchpoints, in log-odds.

    Examples
    --------
    >>> touchpoint_weights()["adds_up"]["impact"] > 0 > touchpoint_weights()["adds_up"]["satisfaction"]
    True
    """
    found: Weights = _read()[_OF_TOUCHPOINTS]
    return found


def _completed(said: Mapping[str, float]) -> dict[str, float]:
    rating = dict.fromkeys(_ASKED_OF_A_RATING, said["rating"]) if "rating" in said else {}
    return {**rating, **said}


def rows() -> Mapping[str, float]:
    """Return what each witness says about a table's rows: log-odds of respondents against touchpoints."""
    return weights()["rows"]


def overalls() -> Mapping[str, float]:
    """Return what speaks for a question about everything among the ratings, in log-odds."""
    return weights()["overall"]


@cache
def _read() -> Mapping[str, Mapping]:  # type: ignore[type-arg]
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
