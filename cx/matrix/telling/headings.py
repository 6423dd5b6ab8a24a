"""The matrix in words: its finding as a title, subtitle, footnote and axis titles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import PurePath
from typing import Literal

from cx import text
from cx.matrix.lines import is_high
from cx.matrix.strategy import strategy_words
from cx.matrix.telling.values import impact_words, satisfaction_words
from cx.records import Bubble, Matrix
from cx.text import Language

_SPELT = 12
_MOST_SOURCES = 60
_HEADLINES = {
    "empty": "empty",
    "fix_first": "fix_first",
    "low": "low",
    "borderline": "borderline",
    "nothing": "nothing_to_fix",
    "none_shown": "none_shown",
    "unclear": "unclear",
    "unknown": "unknown",
    "satisfaction": "no_impact",
    "none_low": "no_impact_none_low",
}
_WITHOUT = {"unclear": "headline.unclear_none_low", "unknown": "headline.unknown_none_low"}
"""Where no touchpoint scores below the line."""
_BUT_WORSE = {"nothing": "headline.nothing_but_worse", "none_shown": "headline.none_shown_but_worse"}
"""Where one that is for the worse has high impact and scores below the line."""
_SAVE = 2


def headline(matrix: Matrix, lang: Language) -> str:
    """Return the finding: how many touchpoints hold how much impact and score below the line."""
    if matrix.settings.look.title:
        return matrix.settings.look.title
    if not matrix.bubbles:
        return text.say("headline.empty", lang)
    claimed = matrix.claims.headline
    line = satisfaction_words(matrix.crosshair.satisfaction, matrix, lang)
    key, count = f"headline.{_HEADLINES[claimed.case]}", len(claimed.names)
    if claimed.case in _BUT_WORSE and (worse := _for_the_worse(matrix)):
        return text.say(_BUT_WORSE[claimed.case], lang, line=line, names=worse)
    if not count:
        return text.say(_WITHOUT.get(claimed.case, key), lang, line=line)
    words = {"share": text.percent(claimed.share, lang)} if claimed.share else {}
    return text.say(key, lang, n=count, count=_spelt(count, lang), line=line, **words)


def _for_the_worse(matrix: Matrix) -> str:
    """Negative drivers with as much impact as the line has that score below the other one; two at most."""
    level, line = matrix.crosshair.impact, matrix.crosshair.satisfaction
    names = [
        one.label
        for one in matrix.bubbles
        if one.claim is not None and one.claim.direction == "negative" and one.claim.quadrant_claim
        if level is not None
        and is_high(abs(one.height or 0.0), level)
        and not is_high(one.satisfaction, line)
    ]
    return ", ".join([*names[:_SAVE], *(["…"] if len(names) > _SAVE else [])])


def spotlight(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    """Return one touchpoint in a line: its name, its numbers and its strategy."""
    told = {
        "name": bubble.label,
        "satisfaction": satisfaction_words(bubble.satisfaction, matrix, lang),
        "impact": impact_words(bubble.height, matrix, lang),
        "strategy": strategy_words(bubble, matrix.settings, lang),
    }
    return text.say("spotlight" if bubble.quadrant else "spotlight.no_impact", lang, **told)


def subtitle(matrix: Matrix, lang: Language) -> str:
    """Return what is shown: source, period, number of touchpoints and business goal."""
    parts = [source_name(matrix), matrix.period, text.say("count.touchpoints", lang, n=len(matrix.bubbles))]
    if matrix.has_impact:
        goal = _impact_on(matrix, lang, start=False)
        derived = matrix.impact_kind == "derived"
        parts.append(text.say("impact.derived", lang, impact=goal) if derived else goal)
    if matrix.impact_unknown:
        parts.append(text.say("impact.not_shown", lang))
    parts += [", ".join(names) for names in (*_filtered(matrix), matrix.part)]
    return " · ".join(part for part in parts if part)


def footnote(matrix: Matrix, lang: Language, day: dt.date) -> str:
    """Return source, period, number of touchpoints, crosshair rule with its values, small bases and date."""
    parts = [_source_words(matrix, lang)]
    if matrix.period:
        parts.append(text.say("footnote.period", lang, period=matrix.period))
    parts += matrix.part
    parts.append(text.say("count.touchpoints", lang, n=len(matrix.bubbles)))
    parts.append(crosshair_words(matrix, lang))
    small = [bubble.label for bubble in matrix.bubbles if bubble.small_base]
    if small:
        limit = matrix.settings.min_n
        parts.append(text.say("footnote.small_base", lang, limit=limit, names=", ".join(small)))
    parts.append(text.short_date(day, lang))
    return " · ".join(parts)


def crosshair_words(matrix: Matrix, lang: Language) -> str:
    """Return the crosshair rule and the values of its lines."""
    line = matrix.crosshair
    rule = text.say(f"crosshair.{line.rule}", lang)
    satisfaction = satisfaction_words(line.satisfaction, matrix, lang)
    if line.impact is None:
        words = text.say("footnote.crosshair_satisfaction", lang, rule=rule, satisfaction=satisfaction)
    else:
        impact = impact_words(line.impact, matrix, lang)
        words = text.say("footnote.crosshair", lang, rule=rule, satisfaction=satisfaction, impact=impact)
    return f"{words} {text.say('footnote.frozen', lang)}" if line.frozen else words


def axis_title(matrix: Matrix, axis: Literal["satisfaction", "impact"], lang: Language) -> str:
    """Return an axis title with its scale, and for impact the business goal."""
    if axis == "satisfaction":
        scale = matrix.scale
        key = f"axis.satisfaction.{scale.kind}"
        words = text.say(key, lang, low=scale.minimum, high=scale.maximum)
        return f"{words} {text.say('axis.turned', lang)}" if scale.direction == "lower" else words
    if matrix.impact_unknown:
        return text.say("axis.impact.unknown", lang)
    goal = _impact_on(matrix, lang, start=True)
    if matrix.impact_is_share:
        return text.say("axis.impact.share", lang, impact=goal)
    if matrix.impact_scale is None:
        return goal
    low, high = matrix.impact_scale.minimum, matrix.impact_scale.maximum
    return text.say("axis.impact.scale", lang, impact=goal, low=low, high=high)


def source_name(matrix: Matrix) -> str:
    """Return the names of the source files, without their endings; of very many the first."""
    return ", ".join(_first(_named(source.file) for source in matrix.sources))


def _named(file: str) -> str:
    """A file without its ending; of a table in a database what stands behind its place."""
    _, colons, table = file.rpartition("::")
    return table if colons else PurePath(file).stem


def _first(names: Iterable[str]) -> list[str]:
    """Each name once; of very many the first."""
    found = list(dict.fromkeys(names))
    return found if len(found) <= _MOST_SOURCES else [*found[:_MOST_SOURCES], "…"]


def _spelt(count: int, lang: Language) -> str:
    return text.say(f"numeral.{count}", lang) if 0 < count <= _SPELT else text.whole(count, lang)


def _impact_on(matrix: Matrix, lang: Language, *, start: bool) -> str:
    form = "start" if start else "inside"
    if not matrix.goal:
        return text.say(f"impact.plain.{form}", lang)
    return text.say(f"impact.on.{form}", lang, goal=text.goal_words(matrix.goal))


def _filtered(matrix: Matrix) -> tuple[tuple[str, ...], ...]:
    filters = matrix.settings.filters
    return filters.journeys, filters.channels, filters.segments


def _source_words(matrix: Matrix, lang: Language) -> str:
    names = [f"{s.file}, {s.sheet}" if s.sheet else s.file for s in matrix.sources]
    return text.say("footnote.source", lang, source="; ".join(_first(names)))
