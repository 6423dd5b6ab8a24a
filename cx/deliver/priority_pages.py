"""The pages with the touchpoints in order of priority, as a table."""

from __future__ import annotations

from cx.deliver import content, table_pages
from cx.deliver.form import Form
from cx.deliver.page import Frame, Page
from cx.deliver.table_pages import Story
from cx.records import Matrix
from cx.text import Language, say


def pages(matrix: Matrix, lang: Language, footnote: Frame, form: Form) -> list[Page]:
    """Return as many pages as the table needs."""
    legend = say("deliver.priorities.subtitle", lang) if matrix.has_impact else ""
    story = Story(content.priorities_title(matrix, lang), legend, say("deliver.alt.priorities", lang))
    return table_pages.pages(content.priorities(matrix, lang), story, footnote, form, lang)
