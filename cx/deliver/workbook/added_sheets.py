"""The sheets with drivers, comparison, alerts, votes, decisions and missions: numbers as numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from cx.deliver.ground import Book, Field, Kind, Value
from cx.deliver.told import Told, comparison
from cx.deliver.told import session as words
from cx.impact import ranks_in_words
from cx.matrix import decided_name, sides_in_words
from cx.records import Decision, Driver, DriverResult, Movement, Quadrant
from cx.text import Language, say

Row = tuple[Value, ...]
_WIDTHS: dict[Kind, float] = {"text": 24, "long": 44, "date": 13}
_NUMBER_WIDTH = 13.0
_EPOCH = dt.date(1899, 12, 30)
"""What Excel counts its days from."""


def add(book: Book, told: Told) -> None:
    """Add a sheet for each record that is told beside the matrix."""
    makers: tuple[Callable[[Book, Told], None], ...] = (
        _drivers,
        _comparison,
        _alerts,
        _votes,
        _decisions,
        _missions,
    )
    for make in makers:
        make(book, told)


def _sheet(
    book: Book,
    key: str,
    kinds: Sequence[tuple[str, Kind]],
    rows: Iterable[Row],
    lang: Language,
    quadrants: Sequence[Quadrant | None] = (),
) -> None:
    sheet = book.sheet(say(f"deliver.sheet.{key}", lang))
    fields = [
        Field(say(f"deliver.column.{name}", lang), _WIDTHS.get(kind, _NUMBER_WIDTH), kind)
        for name, kind in kinds
    ]
    coloured = next((at for at, (name, _) in enumerate(kinds) if name in ("decision", "to")), None)
    book.table(sheet, fields, rows, quadrants=quadrants, coloured=coloured if quadrants else None)


def _drivers(book: Book, told: Told) -> None:
    if told.added.drivers is None:
        return
    kinds: tuple[tuple[str, Kind], ...] = (
        ("rank", "whole"),
        ("touchpoint", "text"),
        ("share", "percent"),
        ("low", "percent"),
        ("high", "percent"),
        ("effect", "number"),
        ("exposure", "percent"),
        ("satisfaction", "score"),
        ("n", "whole"),
        ("ranks", "text"),
    )
    found, lang = told.added.drivers, told.lang
    ranked = found.claims.impact != "none"
    rows = (_driver(rank if ranked else None, one, found, lang) for rank, one in enumerate(found.in_order, 1))
    _sheet(book, "drivers", kinds, rows, lang)


def _driver(rank: int | None, one: Driver, found: DriverResult, lang: Language) -> Row:
    numbers = (one.share, one.low, one.high, one.effect, one.exposure, one.satisfaction, one.n)
    return rank, one.name, *numbers, ranks_in_words(one, found, lang) or None


def _comparison(book: Book, told: Told) -> None:
    found = told.added.comparison
    if found is None:
        return
    kinds: tuple[tuple[str, Kind], ...] = (
        ("touchpoint", "text"),
        ("status", "text"),
        ("from", "text"),
        ("to", "text"),
        ("from_satisfaction", "score"),
        ("to_satisfaction", "score"),
        ("change", "score"),
        ("low", "score"),
        ("high", "score"),
        ("significance", "text"),
        ("from_impact", "plain"),
        ("to_impact", "plain"),
    )
    moved = found.by_distance
    quadrants = [one.after.advised if one.after else None for one in moved]
    _sheet(book, "comparison", kinds, (_movement(one, told) for one in moved), told.lang, quadrants)


def _movement(one: Movement, told: Told) -> Row:
    before, after, lang = one.before, one.after, told.lang
    sides = sides_in_words(one, told.matrix.settings, lang)
    return (
        one.name,
        say(f"deliver.movement.{one.status}", lang),
        *sides,
        before.satisfaction if before else None,
        after.satisfaction if after else None,
        one.change_satisfaction,
        one.low,
        one.high,
        comparison.significance(one, lang),
        before.impact if before else None,
        after.impact if after else None,
    )


def _alerts(book: Book, told: Told) -> None:
    if not told.added.alerts:
        return
    kinds: tuple[tuple[str, Kind], ...] = (
        ("touchpoint", "text"),
        ("rule", "text"),
        ("before", "score"),
        ("after", "score"),
        ("change", "score"),
        ("significance", "text"),
    )
    rows = []
    said = comparison.alerts(told.added.alerts, told.lang).rows
    for one, line in zip(told.added.alerts, said, strict=True):
        before, after = one.movement.before, one.movement.after
        numbers = (before.satisfaction if before else None, after.satisfaction if after else None)
        rows.append((*line[:2], *numbers, one.movement.change_satisfaction, line[-1]))
    _sheet(book, "alerts", kinds, rows, told.lang)


def _votes(book: Book, told: Told) -> None:
    if not told.added.votes:
        return
    kinds: tuple[tuple[str, Kind], ...] = (
        ("round", "text"),
        ("moment", "date"),
        ("rank", "whole"),
        ("touchpoint", "text"),
        ("votes", "plain"),
        ("mean", "number"),
        ("median", "plain"),
        ("spread", "number"),
        ("voters", "whole"),
        ("agreement", "text"),
    )
    lang = told.lang
    rows = (
        (
            say(f"deliver.votes.kind.{one.round.kind}", lang, points=one.round.points or 0),
            _day(one.round.opened.date()),
            tally.rank if tally.told else None,
            tally.name,
            *((tally.votes, tally.mean, tally.median) if tally.told else (None, None, None)),
            tally.spread if tally.spread_told else None,
            tally.count,
            say("deliver.votes.disagree", lang) if tally.disagree else "",
        )
        for one in told.added.votes
        for tally in one.tallies
    )
    _sheet(book, "votes", kinds, rows, lang)


def _decisions(book: Book, told: Told) -> None:
    found = told.added.decisions
    if not found:
        return
    kinds: tuple[tuple[str, Kind], ...] = (
        ("moment", "date"),
        ("touchpoint", "text"),
        ("decision", "text"),
        ("advice", "text"),
        ("reason", "long"),
        ("owner", "text"),
        ("who", "text"),
        ("notes", "long"),
    )
    rows = (_decision(one, told) for one in found)
    _sheet(book, "decisions", kinds, rows, told.lang, [one.strategy for one in found])


def _decision(one: Decision, told: Told) -> Row:
    decided, advised = (
        decided_name(told.matrix, one.touchpoint, q, told.lang) if q else ""
        for q in (one.strategy, one.advice)
    )
    return _day(one.moment.date()), one.name, decided, advised, one.reason, one.owner, one.who, one.notes


def _missions(book: Book, told: Told) -> None:
    found = told.added.missions
    if not found:
        return
    kinds: tuple[tuple[str, Kind], ...] = (
        ("due", "date"),
        ("touchpoint", "text"),
        ("mission", "long"),
        ("owner", "text"),
        ("kpi", "text"),
        ("current", "plain"),
        ("target", "plain"),
        ("latest", "plain"),
        ("reached", "text"),
        ("notes", "long"),
    )
    _sheet(book, "missions", kinds, (_mission(one, told) for one in found), told.lang)


def _mission(one: Decision, told: Told) -> Row:
    now = words.latest(one, told.matrix)
    return (
        _day(one.due) if one.due else None,
        one.name,
        one.mission,
        one.owner,
        words.kpi(one, told.lang),
        *(one.current, one.target, now),
        words.reached(one, now, told.lang),
        one.notes,
    )


def _day(day: dt.date) -> int:
    """Return a date as Excel counts it."""
    return (day - _EPOCH).days
