"""What deck, report and workbook tell beside the picture, in words, whatever file they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from cx.deliver.ground import Column, Table
from cx.matrix import (
    Strategy,
    any_priority,
    crosshair_words,
    heading,
    headline,
    impact_in_column,
    impact_words,
    looked_into,
    pareto_told,
    rank_words,
    satisfaction_words,
    strategy_of,
    strategy_words,
)
from cx.records import QUADRANTS, Bubble, Matrix, Quadrant
from cx.text import NOTHING, Language, percent, percent_told, say, whole

SEPARATOR = " · "
_NOTHING = 0.0005
"""A share that would be written as 0.0%."""
_NAMED = 3
"""Touchpoints that a title names."""


@dataclass(frozen=True)
class Entry:
    """One touchpoint in a list: its name and its numbers in words."""

    name: str
    numbers: str


@dataclass(frozen=True)
class StrategyBlock:
    """A strategy with its touchpoints in order of priority."""

    quadrant: Quadrant | None
    """Whose strategy it is; ``None``: negative drivers, which are looked into first whatever theirs is."""
    name: str
    text: str
    count: str
    entries: tuple[Entry, ...]


_COLUMNS = ("rank", "touchpoint", "strategy", "satisfaction", "impact", "volume", "priority", "cumulative")


def ordered(matrix: Matrix) -> tuple[Bubble, ...]:
    """Return the bubbles by priority, or without impact from the lowest satisfaction up."""
    if matrix.has_impact:
        return matrix.by_priority
    return tuple(sorted(matrix.bubbles, key=lambda bubble: (bubble.satisfaction, bubble.label.casefold())))


def strategies(matrix: Matrix, lang: Language) -> tuple[StrategyBlock, ...]:
    """Return the four strategies with their touchpoints, then negative drivers; nothing without impact."""
    if not matrix.has_impact:
        return ()
    four = tuple(_block(matrix, quadrant, lang) for quadrant in QUADRANTS)
    worse = matrix.negative_drivers
    return (*four, _listing(None, looked_into(lang), worse, matrix, lang)) if worse else four


def strategies_title(matrix: Matrix, lang: Language) -> str:
    """Return the finding of the strategies: for how many touchpoints theirs is certain.

    Where nothing is known of certainty: which strategy fits the most.
    """
    total = len(matrix.bubbles)
    if total == 1:
        only = matrix.bubbles[0]
        return say(
            "deliver.strategies.one", lang, name=only.label, strategy=strategy_name(matrix, only, lang)
        )
    if matrix.claims.certainty_axis is None and matrix.claims.impact != "unclear":
        counts = {quadrant: len(matrix.advised(quadrant)) for quadrant in QUADRANTS}
        most = max(QUADRANTS, key=counts.__getitem__)
        name = heading(matrix, most, lang).name
        return say("deliver.strategies.most", lang, n=counts[most], total=total, strategy=name)
    sure = sum(one.negative or bool(one.claim and one.claim.quadrant_claim) for one in matrix.bubbles)
    if not sure:
        return say("deliver.strategies.unsure", lang)
    key = "deliver.strategies.all_sure" if sure == total else "deliver.strategies.sure"
    return say(key, lang, n=sure, total=total)


def priorities_title(matrix: Matrix, lang: Language) -> str:
    """Return the finding of the priorities: how few touchpoints hold most of it, where the data show that."""
    if not matrix.has_impact:
        first = next(iter(ordered(matrix)), None)
        if first is None:
            return headline(matrix, lang)
        lowest = satisfaction_words(first.satisfaction, matrix, lang)
        return say("deliver.priorities.lowest", lang, name=first.label, satisfaction=lowest)
    if not any_priority(matrix):
        return say("deliver.priorities.nothing", lang, target=satisfaction_words(matrix.target, matrix, lang))
    found = pareto_told(matrix)
    if found is None or matrix.claims.impact == "unclear":
        return _overlapping(matrix, lang)
    share = percent(found.share, lang)
    return say("deliver.priorities.title", lang, n=found.count, total=found.total, share=share)


def _overlapping(matrix: Matrix, lang: Language) -> str:
    """Return how many touchpoints may come first, where ranks cannot be told apart."""
    first = [one for one in matrix.by_priority if one.claim is not None and one.claim.rank_low == 1]
    if not first or len(first) == len(matrix.bubbles) > _NAMED:
        return say("deliver.priorities.overlap", lang)
    if len(first) == 1:
        return say("deliver.priorities.one_first", lang, name=first[0].label)
    if len(first) <= _NAMED:
        return say("deliver.priorities.between", lang, names=listed([one.label for one in first], lang))
    return say("deliver.priorities.any_first", lang, n=len(first), total=len(matrix.bubbles))


def has_shares(matrix: Matrix) -> bool:
    """Return whether every touchpoint has its share of the priority, and the data carry shares."""
    told = any_priority(matrix) and matrix.claims.impact != "unclear"
    return told and all(one.priority is not None for one in matrix.bubbles)


def further_title(matrix: Matrix, lang: Language, rows: range) -> str:
    """Return the finding of some rows in the order of priority: how much of it they hold together."""
    running = [0.0, *(one.priority.cumulative for one in ordered(matrix) if one.priority)]
    held = max(0.0, running[rows.stop] - running[rows.start])
    counted = {"n": len(rows), "start": rows.start + 1, "end": rows.stop, "total": len(matrix.bubbles)}
    if held < _NOTHING:
        return say("deliver.priorities.further_none", lang, **counted)
    return say("deliver.priorities.further", lang, share=percent_told(held, lang), **counted)


def priorities(matrix: Matrix, lang: Language) -> Table:
    """Return the touchpoints in order of priority with the numbers that make it."""
    bubbles = ordered(matrix)
    repeats = any(_repeats(bubble) is not None for bubble in bubbles)
    columns = tuple(_column(key, lang) for key in (*_COLUMNS, *(["repeats"] if repeats else [])))
    total = sum(bubble.priority.score for bubble in bubbles if bubble.priority)
    rows = tuple(
        (
            *_row(bubble, matrix, total, lang),
            *([percent(_repeats(bubble), lang, 1)] if repeats else []),
        )
        for bubble in bubbles
    )
    return Table(columns, rows, tuple(bubble.advised for bubble in bubbles))


def _repeats(bubble: Bubble) -> float | None:
    return bubble.contacted.repeats if bubble.contacted else None


def notes(matrix: Matrix, lang: Language) -> str:
    """Return every touchpoint with its numbers, one a line, in order of priority."""
    lines = [f"{bubble.label}: {numbers(bubble, matrix, lang)}" for bubble in ordered(matrix)]
    return "\n".join([headline(matrix, lang), crosshair_words(matrix, lang), "", *lines])


def numbers(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    """Return a touchpoint's numbers with what they are."""
    parts = [
        say("deliver.number.satisfaction", lang, value=satisfaction_words(bubble.satisfaction, matrix, lang))
    ]
    if bubble.height is not None and not matrix.impact_unknown:
        parts.append(say("deliver.number.impact", lang, value=impact_words(bubble.height, matrix, lang)))
    if bubble.volume is not None:
        parts.append(say("deliver.number.volume", lang, value=whole(bubble.volume, lang)))
    return SEPARATOR.join(parts)


def strategy_name(matrix: Matrix, bubble: Bubble, lang: Language) -> str:
    """Return the name of the strategy for one touchpoint, as far as it is shown; nothing without one."""
    return strategy_words(bubble, matrix.settings, lang)


def listed(names: list[str], lang: Language) -> str:
    """Return names as a list in words.

    Examples
    --------
    >>> listed(["a", "b", "c"], "en"), listed(["a", "b"], "nl")
    ('a, b and c', 'a en b')
    """
    if not names[1:]:
        return "".join(names)
    return say("deliver.list", lang, names=", ".join(names[:-1]), last=names[-1])


def _column(key: str, lang: Language) -> Column:
    return Column(
        say(f"deliver.column.{key}", lang),
        "left" if key in ("touchpoint", "strategy") else "right",
        bold=key == "touchpoint",
        tinted=key == "strategy",
        optional=key in ("volume", "cumulative", "repeats"),
    )


def _block(matrix: Matrix, quadrant: Quadrant, lang: Language) -> StrategyBlock:
    inside = matrix.advised(quadrant)
    return _listing(quadrant, heading(matrix, quadrant, lang), inside, matrix, lang)


def _listing(
    quadrant: Quadrant | None, words: Strategy, inside: tuple[Bubble, ...], matrix: Matrix, lang: Language
) -> StrategyBlock:
    entries = tuple(_entry(bubble, words, matrix, lang) for bubble in inside)
    counted = say("count.touchpoints", lang, n=len(inside))
    return StrategyBlock(quadrant, words.name, words.text, counted, entries)


def _entry(bubble: Bubble, words: Strategy, matrix: Matrix, lang: Language) -> Entry:
    """The touchpoint with its numbers, and its own strategy where it is not that of the heading."""
    numbers, own = _short_numbers(bubble, matrix, lang), strategy_of(bubble, matrix.settings, lang)
    differs = own is not None and own != words
    return Entry(bubble.label, f"{numbers}{SEPARATOR}{own.name}" if own and differs else numbers)


def _short_numbers(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    parts = [satisfaction_words(bubble.satisfaction, matrix, lang, "table"), _impact(bubble, matrix, lang)]
    if bubble.volume is not None:
        parts.append(whole(bubble.volume, lang))
    if bubble.borderline:
        parts.append(say("certainty.borderline.short", lang))
    return SEPARATOR.join(parts)


def _row(bubble: Bubble, matrix: Matrix, total: float, lang: Language) -> tuple[str, ...]:
    priority = bubble.priority
    return (
        rank_words(bubble, lang),
        bubble.label,
        strategy_words(bubble, matrix.settings, lang),
        satisfaction_words(bubble.satisfaction, matrix, lang, "table"),
        _impact(bubble, matrix, lang),
        whole(bubble.volume, lang),
        percent(priority.score / total if priority and total > 0 else None, lang, 1),
        percent(priority.cumulative if priority and total > 0 else None, lang, 1),
    )


def _impact(bubble: Bubble, matrix: Matrix, lang: Language) -> str:
    if matrix.impact_unknown:
        return NOTHING
    return impact_in_column(bubble.height, matrix, lang)
