"""The touchpoints in order of priority, as a table."""

from __future__ import annotations

from cx.deliver.pages.tables import Story, Tabled
from cx.deliver.told import touchpoints
from cx.records import Matrix
from cx.text import Language, say


def table(matrix: Matrix, lang: Language) -> list[Tabled]:
    """Return all of them; nothing where there are none."""
    legend = say("deliver.priorities.subtitle", lang) if matrix.has_impact else ""
    story = Story(touchpoints.priorities_title(matrix, lang), legend, say("deliver.alt.priorities", lang))
    found = touchpoints.priorities(matrix, lang)
    return [Tabled(found, story)] if found.rows else []
