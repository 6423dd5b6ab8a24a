"""What to do: strategies, what speaks for them, the order of priority, and what a budget buys."""

from cx.matrix.strategy.budget import Measure, Option, Plan
from cx.matrix.strategy.buying import gain_words
from cx.matrix.strategy.by_quadrant import (
    Distances,
    Strategy,
    advice,
    decided_name,
    default_strategy,
    distances,
    heading,
    looked_into,
    place_words,
    protected,
    strategy,
    strategy_of,
    strategy_words,
)
from cx.matrix.strategy.evidence import in_short, speaks_against_sparing
from cx.matrix.strategy.from_log import contact_advice
from cx.matrix.strategy.frontier import Curve
from cx.matrix.strategy.index import share_of_impact, share_of_priority
from cx.matrix.strategy.of_paths import path_look
from cx.matrix.strategy.priority import (
    Pareto,
    any_priority,
    for_the_worse,
    pareto,
    priorities,
    terms_used,
    uses_volume,
)

__all__ = [
    "Curve",
    "Distances",
    "Measure",
    "Option",
    "Pareto",
    "Plan",
    "Strategy",
    "advice",
    "any_priority",
    "contact_advice",
    "decided_name",
    "default_strategy",
    "distances",
    "for_the_worse",
    "gain_words",
    "heading",
    "in_short",
    "looked_into",
    "pareto",
    "path_look",
    "place_words",
    "priorities",
    "protected",
    "share_of_impact",
    "share_of_priority",
    "speaks_against_sparing",
    "strategy",
    "strategy_of",
    "strategy_words",
    "terms_used",
    "uses_volume",
]
