"""The touchpoints in order of priority, as a table: the ten that matter, and all others."""

from __future__ import annotations

from functools import partial

from cx.deliver.pages.tables import Story, Tabled
from cx.deliver.told import touchpoints
from cx.records import Matrix
from cx.text import Language, say

TEN = 10


def table(matrix: Matrix, lang: Language) -> list[Tabled]:
    """Return all of them; nothing where there are none."""
    found = touchpoints.priorities(matrix, lang)
    if not found.rows:
        return []
    legend = say("deliver.priorities.subtitle", lang) if matrix.has_impact else ""
    further = partial(touchpoints.further_title, matrix, lang) if touchpoints.has_shares(matrix) else None
    title, alt = touchpoints.priorities_title(matrix, lang), say("deliver.alt.priorities", lang)
    return [Tabled(found, Story(title, legend, alt, further), first=TEN)]
