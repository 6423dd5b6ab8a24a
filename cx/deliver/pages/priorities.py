"""The pages with the touchpoints in order of priority, as a table."""

from __future__ import annotations

from cx.deliver.ground import Form, Frame, Page
from cx.deliver.pages import tables
from cx.deliver.pages.tables import Story
from cx.deliver.told import touchpoints
from cx.records import Matrix
from cx.text import Language, say


def pages(matrix: Matrix, lang: Language, footnote: Frame, form: Form) -> list[Page]:
    """Return as many pages as the table needs."""
    legend = say("deliver.priorities.subtitle", lang) if matrix.has_impact else ""
    story = Story(touchpoints.priorities_title(matrix, lang), legend, say("deliver.alt.priorities", lang))
    return tables.pages(touchpoints.priorities(matrix, lang), story, footnote, form, lang)
