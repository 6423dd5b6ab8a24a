"""Surveys as tools export them: ratings that share a mood, and whatever else such files hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from cx import intake
from tests.made.surveys import book

Columns = dict[str, list[Any]]
_THINGS = (
    "the quote", "the delivery", "the invoice", "the helpdesk", "the website", "the installation", "the app",
    "moving house", "the contract",
)  # fmt: skip
_FRAMES = ("How satisfied are you with {}?", "{}", "Q{k}. {}")
_SCALES = ((1, 5), (1, 7), (1, 10), (0, 10))
_FIRST = dt.date(2026, 1, 5)
_WORDS = ("good", "slow", "dear", "clear", "long", "kind", "late", "fine")


def battery(seed: int) -> tuple[Columns, Columns, int]:
    """Return questions about touchpoints, the one about everything (or none), and how many answered."""
    random = np.random.default_rng(seed)
    count, items = int(random.choice([60, 150])), int(random.integers(3, 8))
    low, high = _SCALES[random.integers(0, len(_SCALES))]
    frame = _FRAMES[random.integers(0, len(_FRAMES))]
    chosen = random.permutation(len(_THINGS))[:items]
    mood = random.normal(0, 1, (count, 1))
    told = mood * random.uniform(0.6, 1, items) + random.normal(0, 0.8, (count, items))
    middle, width = (low + high) / 2 + (high - low) * 0.1, (high - low) / 5
    answers = np.clip(np.rint(middle + width * told), low, high)
    answers[random.random(answers.shape) < random.choice([0, 0.05])] = np.nan
    headers = [frame.format(_THINGS[one], k=at) for at, one in enumerate(chosen, 1)]
    rated = {header: _cells(column) for header, column in zip(headers, answers.T, strict=True)}
    if random.random() < 0.3:
        return rated, {}, count
    whole = np.clip(np.rint(5.5 + 2 * (told.mean(axis=1) + random.normal(0, 0.5, count))), 1, 10)
    return rated, {"Overall satisfaction": _cells(whole)}, count


def beside(seed: int, count: int) -> Columns:
    """Return some columns that are no part of a battery."""
    random = np.random.default_rng(seed + 1)
    every = _every(random, count)
    return {str(name): every[name] for name in random.permutation(list(every))[: random.integers(2, 9)]}


def _every(random: np.random.Generator, count: int) -> Columns:
    days = [_FIRST + dt.timedelta(days=int(one)) for one in random.integers(0, 40, count)]
    return {
        "ResponseId": [f"R_{one:x}" for one in random.integers(16**7, 16**8, count)],
        "StartDate": [
            f"{day.isoformat()} {random.integers(7, 23):02}:{random.integers(0, 60):02}" for day in days
        ],
        "Duration (in seconds)": [int(one) for one in random.gamma(3, 80, count)],
        "Remark": [_remark(random) for _ in range(count)],
        "Age": [int(one) for one in random.integers(18, 85, count)],
        "Gender": [int(one) for one in random.integers(1, 3, count)],
        "Household size": [int(one) for one in np.clip(random.poisson(1.4, count) + 1, 1, 7)],
        "Postcode": [
            f"{random.integers(1000, 9999)} {_letter(random)}{_letter(random)}" for _ in range(count)
        ],
        "Year of birth": [int(one) for one in random.integers(1940, 2005, count)],
        "E-mail": [f"p{one}@example.com" for one in random.integers(0, 10**6, count)],
        "Consent": ["yes"] * count,
        "Number of orders": [int(one) for one in random.poisson(3, count)],
        "Amount": [round(float(one), 2) for one in random.gamma(2, 40, count)],
        "Device": [("mobile", "desktop", "tablet")[one] for one in random.integers(0, 3, count)],
        "Progress": [100 if random.random() < 0.96 else 60 for _ in range(count)],
    }


def _cells(values: np.ndarray) -> list[float | None]:
    return [None if np.isnan(one) else float(one) for one in values]


def _remark(random: np.random.Generator) -> str | None:
    words = " ".join(random.choice(_WORDS, 3))
    return f"{words} {random.integers(0, 9999)}" if random.random() < 0.4 else None


def _letter(random: np.random.Generator) -> str:
    return chr(65 + int(random.integers(0, 26)))


def file_of(columns: Mapping[str, Sequence[Any]], order: Sequence[int] | None = None) -> intake.Workbook:
    """Return the columns as a file, its rows in another order where one is given."""
    rows = list(zip(*columns.values(), strict=True))
    return book([list(columns), *(rows if order is None else [rows[at] for at in order])])
