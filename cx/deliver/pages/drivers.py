"""The pages with the drivers: what each touchpoint explains of the outcome, as ranked bars with intervals."""

from __future__ import annotations

from collections.abc import Sequence

from cx.deliver.chart import bar_geometry
from cx.deliver.ground import BODY, BarChart, Form, Frame, Interval, Page, page
from cx.deliver.pages.tables import paged
from cx.impact import for_the_worse
from cx.picture import bars_in_words
from cx.picture.record import Box
from cx.records import Driver, DriverResult
from cx.text import Language, goal_words, number, percent, say, trimmed, whole

_SIZES = (14.0, BODY)
_NAMES = 0.4
"""The share of the page that names may take."""
_AFTER_NAME = 12.0
_AFTER_BAR = 6.0
_TALLEST = 1.35
"""How much higher than needed a bar may become where there are few."""


def pages(drivers: DriverResult, lang: Language, footnote: Frame, form: Form) -> list[Page]:
    """Return as many pages as the drivers need."""
    title = title_of(drivers, lang)
    room = form.content_box(title)
    ranked = drivers.in_order
    size = next((s for s in _SIZES if _deep(len(ranked), s) <= room.height), BODY)
    rows = [bar_geometry.ROW * size] * len(ranked)
    parts = paged(rows, room.height - bar_geometry.AXIS * size)
    made = []
    for at, part in enumerate(parts, start=1):
        here = [ranked[row] for row in part]
        chart = _chart(here, drivers, room, size, form, lang)
        subtitle = page.continued(_legend(drivers, lang), at, len(parts), lang)
        notes = "\n".join(in_words(driver, drivers, lang) for driver in here)
        ends = {"start": part.start + 1, "end": part.stop, "total": len(ranked)}
        named = title if at == 1 else say("deliver.drivers.further", lang, **ends)
        made.append(Page(named, subtitle, footnote, bar_chart=chart, notes=notes))
    return made


def title_of(drivers: DriverResult, lang: Language) -> str:
    """Return the finding: how few touchpoints hold at least half of the impact, where the data show it."""
    found = drivers.claims.headline
    if found.case != "fix_first":
        case = "unclear" if found.case == "unclear" else "unknown"
        return say(f"drivers.headline.{case}", lang, outcome=goal_words(drivers.outcome))
    values = {
        "n": len(found.names),
        "share": percent(found.share, lang),
        "outcome": goal_words(drivers.outcome),
    }
    said = say("deliver.drivers.title", lang, total=len(drivers.drivers), **values)
    return said + for_the_worse(drivers, lang)


def in_words(driver: Driver, drivers: DriverResult, lang: Language) -> str:
    """Return a driver with its numbers."""
    parts = [say("deliver.drivers.share", lang, share=percent(driver.share, lang, 1))]
    if driver.low is not None:
        ends = {"low": percent(driver.low, lang, 1), "high": percent(driver.high, lang, 1)}
        parts.append(say("deliver.drivers.interval", lang, **ends))
    if driver.effect is not None:
        parts.append(say("deliver.drivers.effect", lang, effect=trimmed(driver.effect, lang)))
    parts.append(say("deliver.drivers.base", lang, count=whole(driver.n, lang)))
    if drivers.toward(driver) == "negative":
        parts.append(say("deliver.drivers.negative", lang))
    return f"{driver.name}: " + " · ".join(parts)


def _legend(drivers: DriverResult, lang: Language) -> str:
    values = {
        "method": say(f"method.{drivers.method}", lang),
        "count": whole(drivers.n, lang),
        "r2": number(drivers.r2, lang),
    }
    if drivers.claims.impact == "none":
        return say("deliver.drivers.legend_none", lang, said=say("bars.not_shown", lang), **values)
    bounded = any(driver.low is not None for driver in drivers.drivers)
    return say("deliver.drivers.legend" if bounded else "deliver.drivers.legend_plain", lang, **values)


def _deep(count: int, size: float) -> float:
    return (count * bar_geometry.ROW + bar_geometry.AXIS) * size


def _chart(
    here: Sequence[Driver], drivers: DriverResult, room: Box, size: float, form: Form, lang: Language
) -> BarChart:
    most = room.width * _NAMES
    widest = max(form.text_width(driver.name, size) for driver in here) + _AFTER_NAME
    names = min(most, widest)
    bars = tuple(_bar(driver, drivers, names - _AFTER_NAME, size, form, lang) for driver in here)
    deep = min(room.height, _TALLEST * _deep(len(here), size))
    return BarChart(
        bars_in_words(drivers, lang),
        Box(room.left, room.top, room.width, deep),
        size,
        say("deliver.drivers.axis", lang, outcome=goal_words(drivers.outcome)),
        bars,
        names,
        _longest(drivers, room.width - names, size, form, lang),
        say("deliver.drivers.line", lang),
    )


def _bar(
    driver: Driver, drivers: DriverResult, room: float, size: float, form: Form, lang: Language
) -> Interval:
    turned = drivers.toward(driver) == "negative"
    words = percent(driver.share, lang, 1) + (say("deliver.drivers.mark", lang) if turned else "")
    name = form.font.shortened(" ".join(driver.name.split()), room, size)
    hollow = drivers.claims.impact == "none"
    return Interval(name, driver.share, words, driver.low, driver.high, turned=turned, hollow=hollow)


def _longest(drivers: DriverResult, width: float, size: float, form: Form, lang: Language) -> float:
    """Return the end of the axis: far enough for the number behind the longest bar."""
    furthest = max(
        driver.share if driver.high is None else max(driver.share, driver.high) for driver in drivers.drivers
    )
    words = percent(1, lang, 1) + say("deliver.drivers.mark", lang)
    free = max(0.3, 1 - (form.text_width(words, size) + _AFTER_BAR) / width)
    wanted = max(furthest / free, 0.01)
    return round(wanted, 4)
