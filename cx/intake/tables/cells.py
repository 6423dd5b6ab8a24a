"""Witnesses that look at the cells of one column of a table of touchpoints."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from cx.intake.cells import are_periods
from cx.intake.tables.column_profile import Seen
from cx.records.file import TEXT

Said = Iterator[tuple[str, float]]
_NEARLY_ALL, _MOSTLY, _HALF = 0.9, 0.8, 0.5
_LARGE, _LONG_TEXT, _SHOWN = 100.0, 60, 200
_ROUNDED, _FEWEST, _SURE_RANKS = 0.006, 4, 12
_NARROW, _WIDE = 0.25, 0.45
_FEWEST_RANKS = 6
_SKEWED, _LIKE_BASES = 4.0, 2000.0
_MONEY = re.compile(r"[€$£¥]|\b(?:EUR|USD|GBP|CHF)\b")


def texts(one: Seen) -> Said:
    """Texts that differ from row to row name things, texts that come back name groups."""
    if not one.is_texts:
        return
    yield "no_numbers", 1.0
    count = len(one.names)
    if count >= _MOSTLY * one.filled:
        yield "own_names", 1.0
    elif count <= _HALF * one.filled:
        yield "few_names", 1.0
    lengths = [len(name[:_SHOWN]) for name in one.names[:_SHOWN]]
    if float(np.median(lengths or [0])) > _LONG_TEXT:
        yield "sentences", 1.0
    if are_periods(one.names[:_SHOWN]):
        yield "name_periods", 1.0


def days(one: Seen) -> Said:
    """Dates measure nothing and name no touchpoint."""
    if one.filled and one.table.days(one.place) > _MOSTLY * one.filled:
        yield "only_days", 1.0


def kind_of_number(one: Seen) -> Said:
    """On which scale the numbers lie, whether they have decimals, and on which side of zero."""
    if not one.is_numbers:
        return
    yield "numbers", 1.0
    if one.is_short:
        yield "short_numbers", 1.0
    if one.is_long:
        yield "to_hundred", 1.0
    if one.numbers.percent > _HALF * len(one.found):
        yield "percent_signs", 1.0
    if one.broken:
        yield "decimals", 1.0
    if one.whole:
        yield "whole_numbers", 1.0
    if one.negative >= max(_FEWEST - 1, _HALF * len(one.found)):  # fewer are slips, each told by itself
        yield "below_zero", 1.0
    if one.different == 1 and len(one.found) >= _FEWEST:
        yield "one_number", 1.0


def size(one: Seen) -> Said:
    """How large the numbers mostly are."""
    if not one.is_numbers:
        return
    if one.median > _LARGE:
        yield "large_numbers", 1.0
    if one.counts and one.median <= _LIKE_BASES:
        yield "like_bases", 1.0


def spread(one: Seen) -> Said:
    """Scores lie close together, effects and volumes far apart; a few volumes are very large."""
    if not one.is_numbers or one.low < 0 or one.different == 1:
        return
    if one.counts and float(one.found.max()) > _SKEWED * one.median:
        yield "skewed", 1.0
    if one.spread < _NARROW:
        yield "close_together", 1.0
    elif one.spread > _WIDE:
        yield "far_apart", 1.0
    if one.broken and one.high <= 1:
        yield "below_one", 1.0


def adds_up(one: Seen) -> Said:
    """Shares of one whole: together they are 1 or 100, but for rounding."""
    if not one.is_numbers or len(one.found) < _FEWEST or one.low < 0 or one.different == 1:
        return
    total = float(one.found.sum())
    if any(abs(total - whole) <= _ROUNDED * whole for whole in (1.0, 100.0)):
        yield "adds_up", 1.0


def order(one: Seen) -> Said:
    """Each number from 1 up once: ranks, or the numbers of the rows."""
    if len(one.found) < _FEWEST_RANKS:
        return
    if one.runs:
        yield "numbers_rows", 1.0
    elif one.ranks:
        yield "ranks", min(1.0, len(one.found) / _SURE_RANKS)


def money(one: Seen) -> Said:
    """Signs of a currency in the cells."""
    shown = [one.column.texts[code] for code in one.column.different(one.column.kinds == TEXT)[:_SHOWN]]
    if shown and np.mean([bool(_MONEY.search(text[:_LONG_TEXT])) for text in shown]) > _HALF:
        yield "money", 1.0


WITNESSES = (texts, days, kind_of_number, size, spread, adds_up, order, money)
