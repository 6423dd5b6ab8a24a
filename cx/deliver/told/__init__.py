"""What is told beside the picture, in words, whatever file it stands in."""

from cx.deliver.told.actions import MOST_ACTIONS, Action, actions_title, what_to_do
from cx.deliver.told.additions import TOPICS, Additions, Topic
from cx.deliver.told.comparison import movements_title as comparison_title
from cx.deliver.told.lenses import LensTold, on_matrix, told_of
from cx.deliver.told.measures import Measure, columns, heads, rows
from cx.deliver.told.method_text import Section
from cx.deliver.told.movement import arrows
from cx.deliver.told.request import Asked, AskedByTopic, Telling, Told
from cx.deliver.told.session import named_kpi
from cx.deliver.told.touchpoints import Entry, StrategyBlock, quadrant_name

__all__ = [
    "MOST_ACTIONS",
    "TOPICS",
    "Action",
    "Additions",
    "Asked",
    "AskedByTopic",
    "Entry",
    "LensTold",
    "Measure",
    "Section",
    "StrategyBlock",
    "Telling",
    "Told",
    "Topic",
    "actions_title",
    "arrows",
    "columns",
    "comparison_title",
    "heads",
    "named_kpi",
    "on_matrix",
    "quadrant_name",
    "rows",
    "told_of",
    "what_to_do",
]
