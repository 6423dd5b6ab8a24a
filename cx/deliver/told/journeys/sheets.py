"""Every figure of paths as sheets of a workbook: numbers as numbers, times as parts of a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cx.deliver.ground import Kind, Typed, Value
from cx.deliver.told.journeys.shared_words import ARROW, PathsTold, about_in_words
from cx.records.journeys import Difference, Trend
from cx.text import Language, say, short_date

Row = tuple[Value | Typed, ...]
_DAY = 86_400.0
_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("share", "of_start", "of_before", "share_left"), "percent"),
    **dict.fromkeys(("median", "p90"), "duration"),
    **dict.fromkeys(("difference", "low", "high"), "number"),
    **dict.fromkeys(("touchpoint", "from", "to", "told", "column", "sheet", "setting"), "text"),
    **dict.fromkeys(("path", "figure", "meaning", "value"), "long"),
    "median_position": "number",
}
"""What the columns hold that are no whole numbers."""


@dataclass(frozen=True)
class PathSheet:
    """A sheet: its columns by their keys, and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    heads: tuple[str, ...]
    meanings: tuple[str, ...]
    """What each column says, in a sentence."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What each column holds."""
        return tuple(_KINDS.get(column, "whole") for column in self.columns)


def all_of(told: PathsTold) -> tuple[PathSheet, ...]:
    """Return a sheet for each kind of figure that there is."""
    makers = (
        _summary,
        _touchpoints,
        _edges,
        _variants,
        _funnel,
        _steps,
        _positions,
        _differences,
        _outcome,
        _drop_off,
        _trend,
    )
    return tuple(one for one in (make(told) for make in makers) if one.rows)


def explained(found: Sequence[PathSheet], lang: Language) -> PathSheet:
    """Return the sheet that says what the columns of the others are."""
    rows = tuple(
        (one.name, head, meaning)
        for one in found
        for head, meaning in zip(one.heads, one.meanings, strict=True)
    )
    columns = ("sheet", "column", "meaning")
    return _made("explained", columns, rows, lang, {})


def in_days(seconds: float | None) -> float | None:
    """Return a length of time as Excel counts it."""
    return None if seconds is None else seconds / _DAY


def _made(
    key: str, columns: tuple[str, ...], rows: Iterable[Row], lang: Language, values: Mapping[str, str]
) -> PathSheet:
    heads = tuple(say(f"deliver.column.paths.{name}", lang, **values) for name in columns)
    meanings = tuple(say(f"deliver.explained.paths.{name}", lang, **values) for name in columns)
    return PathSheet(say(f"deliver.sheet.paths.{key}", lang), columns, tuple(rows), heads, meanings)


def _sheet(key: str, columns: tuple[str, ...], rows: Iterable[Row], told: PathsTold) -> PathSheet:
    """``cases`` is headed by what a path is of."""
    named = tuple(told.found.unit if name == "cases" else name for name in columns)
    return _made(key, named, rows, told.lang, told.periods)


def _summary(told: PathsTold) -> PathSheet:
    found, lang, options = told.found, told.lang, told.paths.options
    said: dict[str, Value | Typed] = {
        "files": ", ".join(told.paths.files),
        "date": short_date(told.day, lang),
        "unit": say(f"deliver.paths.unit.{found.unit}", lang),
        "gap": Typed(found.gap_days, "plain"),
        "cases": Typed(found.cases, "whole"),
        "events": Typed(found.events, "whole"),
        "touchpoints": Typed(len(found.touchpoints), "whole"),
        "variants": Typed(found.variant_count, "whole"),
        "covered": Typed(found.cases_covered, "whole"),
        "shortest": Typed(found.shortest, "whole"),
        "longest": Typed(found.longest, "whole"),
        "mean_length": Typed(found.mean_length, "number"),
        "median": Typed(in_days(found.median_seconds), "duration"),
        "mean": Typed(in_days(found.mean_seconds), "duration"),
        "repeats": Typed(found.repeat_cases, "whole"),
        "repeat_share": Typed(found.repeat_share, "percent"),
        "ties": Typed(found.ties, "whole"),
        "periods": ARROW.join(name for name in (options.period_a, options.period_b) if name),
        "anchor": found.anchor or "",
        "outcome": told.paths.outcome or "",
        "least": Typed(found.least if found.least > 1 else None, "whole"),
        "folded": told.folded,
    }
    there = {key: one for key, one in said.items() if one != "" and one is not None and not _blank(one)}
    rows = ((say(f"deliver.paths.summary.{key}", lang), one) for key, one in there.items())
    return _sheet("summary", ("setting", "value"), rows, told)


def _blank(one: Value | Typed) -> bool:
    return isinstance(one, Typed) and one.value is None


def _touchpoints(told: PathsTold) -> PathSheet:
    rows: list[Row] = [
        (
            one.name,
            *(one.cases, one.events, one.starts, one.ends, one.repeat_cases, one.median_position),
        )
        for one in told.found.touchpoints
        if one.cases is not None
    ]
    few = len(told.found.touchpoints) - len(rows)
    if few:
        other = say("deliver.paths.others.touchpoints", told.lang, n=few, few=told.counted(None))
        rows.append((other, *[None] * 6))
    names = ("touchpoint", "cases", "events", "starts", "ends", "repeat_cases", "median_position")
    return _sheet("touchpoints", names, rows, told)


def _edges(told: PathsTold) -> PathSheet:
    rows: list[Row] = [
        (one.start, one.end, one.cases, one.events, in_days(one.median_seconds), in_days(one.p90_seconds))
        if one.start is not None
        else (
            say("deliver.paths.others.edges", told.lang, n=one.edges),
            *(None, None, one.events, None, None),
        )
        for one in told.found.edges
    ]
    return _sheet("edges", ("from", "to", "cases", "taken", "median", "p90"), rows, told)


def _variants(told: PathsTold) -> PathSheet:
    rows: list[Row] = [
        (ARROW.join(one.path), one.cases, one.share, len(one.path))
        if one.path is not None
        else (say("deliver.paths.others.variants", told.lang, n=one.variants), one.cases, one.share, None)
        for one in told.found.variants
    ]
    return _sheet("variants", ("path", "cases", "share", "length"), rows, told)


def _funnel(told: PathsTold) -> PathSheet:
    rows = ((one.touchpoint, one.cases, one.of_start, one.of_before) for one in told.found.funnel)
    return _sheet("funnel", ("touchpoint", "cases", "of_start", "of_before"), rows, told)


def _steps(told: PathsTold) -> PathSheet:
    rows = (
        (one.offset, one.touchpoint or _nothing(one.offset, told.lang), one.cases, one.share, one.of)
        for one in told.found.steps
        if one.cases is not None
    )
    return _sheet("steps", ("offset", "touchpoint", "cases", "share", "of"), rows, told)


def _nothing(offset: int, lang: Language) -> str:
    return say(f"deliver.paths.nothing_{'before' if offset < 0 else 'after'}", lang)


def _positions(told: PathsTold) -> PathSheet:
    rows = (
        (one.position, one.touchpoint, one.cases, one.share)
        for one in told.found.positions
        if one.cases is not None
    )
    return _sheet("positions", ("place", "touchpoint", "cases", "share"), rows, told)


def _differences(told: PathsTold) -> PathSheet:
    columns = ("figure", "before", "after", "low", "high", "told")
    return _sheet("differences", columns, (_difference(one, told) for one in told.found.differences), told)


def _difference(one: Difference, told: PathsTold) -> Row:
    timed = one.figure == "median_seconds"
    values = [in_days(value) if timed else value for value in (one.a, one.b, one.low, one.high)]
    sides: list[Row] = [
        tuple(Typed(value, "duration" if timed else "percent") for value in values[:2]),
        tuple(Typed(value, "days" if timed else "percent") for value in values[2:]),
    ]
    return (about_in_words(one, told.lang), *sides[0], *sides[1], _beyond(one.low, told.lang, told=one.told))


def _beyond(low: float | None, lang: Language, *, told: bool) -> str:
    if low is None:
        return say("deliver.significant.unknown", lang)
    return say("deliver.significant.yes" if told else "deliver.significant.no", lang)


def _outcome(told: PathsTold) -> PathSheet:
    columns = ("from", "to", "difference", "low", "high", "with", "without", "told")
    rows = (
        (
            *(one.start, one.end, one.difference, one.low, one.high, one.having, one.lacking),
            _beyond(one.low, told.lang, told=one.told),
        )
        for one in told.found.outcomes
    )
    return _sheet("outcome", columns, rows, told)


def _drop_off(told: PathsTold) -> PathSheet:
    rows: list[Row] = [
        (one.touchpoint, one.cases, one.share) for one in told.found.drop_off if one.cases is not None
    ]
    few = len(told.found.drop_off) - len(rows)
    if few:
        other = say("deliver.paths.others.touchpoints", told.lang, n=few, few=told.counted(None))
        rows.append((other, None, None))
    return _sheet("drop_off", ("touchpoint", "cases", "share_left"), rows, told)


def _trend(told: PathsTold) -> PathSheet:
    """A column a period; of figures that too few customers stand behind in every one nothing."""
    found, lang = told.found.trends, told.lang
    name, figure = say("deliver.sheet.paths.trend", lang), say("deliver.column.paths.figure", lang)
    if found is None:
        return PathSheet(name, (), (), (), ())
    cases: Row = (say("deliver.paths.trend.cases", lang), *(Typed(n, "whole") for n in found.cases))
    rows = (_over_periods(one, lang) for one in found.rows if any(v is not None for v in one.values))
    meanings = (say("deliver.explained.paths.period", lang, period=period) for period in found.periods)
    return PathSheet(
        name,
        ("figure", *found.periods),
        (cases, *rows),
        (figure, *found.periods),
        (say("deliver.explained.paths.figure", lang), *meanings),
    )


def _over_periods(one: Trend, lang: Language) -> Row:
    timed = one.figure == "median_seconds"
    values = [in_days(value) if timed else value for value in one.values]
    cells: Row = tuple(Typed(value, "duration" if timed else "percent") for value in values)
    return (about_in_words(one, lang), *cells)
