"""The result per touchpoint in columns: numbers, quadrant, certainty, and the terms of its priority."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cx.deliver.ground import Kind, Value
from cx.deliver.told import touchpoints
from cx.matrix import range_words, share_of_impact
from cx.records import Bubble, Matrix
from cx.text import Language, say

_SHARES = ("composed", "derived")


@dataclass(frozen=True)
class Measure:
    """A column of the result: its header's key, how wide, what it holds and where it comes from."""

    key: str
    width: float
    kind: Kind
    value: Callable[[Bubble], Value]
    always: bool = False
    """Kept even where no touchpoint has it."""
    money: bool = False


def columns(matrix: Matrix, lang: Language) -> tuple[Measure, ...]:
    """Return the columns that say something about this matrix."""
    total = sum(bubble.priority.score for bubble in matrix.bubbles if bubble.priority)
    measures = (*_names(), *_numbers(matrix), *_place(matrix, lang), *_priority(matrix, total), *_rest())
    return tuple(m for m in measures if m.always or any(m.value(b) not in (None, "") for b in matrix.bubbles))


def heads(measures: Sequence[Measure], matrix: Matrix, lang: Language) -> list[str]:
    """Return the headers of the columns; of money with its currency, where that was chosen or found."""
    code = matrix.settings.currency
    return [
        say("deliver.column.money", lang, what=say(f"deliver.column.{one.key}", lang), currency=code)
        if one.money and code
        else say(f"deliver.column.{one.key}", lang)
        for one in measures
    ]


def rows(bubbles: Sequence[Bubble], measures: Sequence[Measure]) -> list[list[Value]]:
    """Return the values of the bubbles, a row each."""
    return [[measure.value(bubble) for measure in measures] for bubble in bubbles]


def _names() -> tuple[Measure, ...]:
    return (
        Measure("rank", 7, "whole", lambda b: b.priority.rank if b.priority else None),
        Measure("touchpoint", 36, "text", lambda b: b.name, always=True),
        Measure("group", 16, "text", lambda b: b.group),
        Measure("journey", 18, "text", lambda b: ", ".join(b.journeys)),
        Measure("channel", 18, "text", lambda b: ", ".join(b.channels)),
        Measure("segment", 18, "text", lambda b: ", ".join(b.segments)),
    )


def _numbers(matrix: Matrix) -> tuple[Measure, ...]:
    impact: Kind = "percent" if matrix.impact_kind in _SHARES else "number"
    return (
        Measure("satisfaction", 13, "score", lambda b: b.satisfaction, always=True),
        Measure("impact", 11, impact, lambda b: b.height, always=True),
        Measure("volume", 13, "whole", lambda b: b.volume, always=True),
        Measure("customers", 12, "whole", lambda b: b.contacted.customers if b.contacted else None),
        Measure("repeats", 12, "percent", lambda b: b.contacted.repeats if b.contacted else None),
        Measure("n", 10, "whole", lambda b: b.n),
        Measure("sd", 20, "score", lambda b: b.sd),
        Measure("cost", 14, "whole", lambda b: b.cost, money=True),
    )


def _place(matrix: Matrix, lang: Language) -> tuple[Measure, ...]:
    return (
        Measure(
            "quadrant",
            32,
            "text",
            lambda b: say(f"deliver.quadrant.{b.quadrant}", lang) if b.quadrant else "",
        ),
        Measure("strategy", 34, "text", lambda b: touchpoints.strategy_name(matrix, b, lang)),
        Measure("certainty", 11, "percent", lambda b: b.certainty),
        Measure("ranks", 14, "text", lambda b: range_words(b, lang)),
        Measure("small_base", 12, "text", lambda b: say("deliver.yes", lang) if b.small_base else ""),
    )


def _priority(matrix: Matrix, total: float) -> tuple[Measure, ...]:
    return (
        Measure("term_impact", 12, "percent", lambda b: share_of_impact(b, matrix)),
        Measure("term_gap", 12, "share", lambda b: b.priority.gap if b.priority else None),
        Measure("term_volume", 12, "percent", lambda b: b.priority.volume if b.priority else None),
        Measure(
            "priority",
            12,
            "percent",
            lambda b: b.priority.score / total if b.priority and total > 0 else None,
        ),
        Measure(
            "cumulative", 12, "percent", lambda b: b.priority.cumulative if b.priority and total > 0 else None
        ),
    )


def _rest() -> tuple[Measure, ...]:
    return (
        Measure("owner", 18, "text", lambda b: b.owner),
        Measure("note", 40, "text", lambda b: b.note),
    )
