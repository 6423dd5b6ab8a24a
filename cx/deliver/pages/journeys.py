"""The pages of words with the paths that customers take: a table each, and how they were made."""

from __future__ import annotations

from cx.deliver.ground import Form, Frame, Page, footnote_frame
from cx.deliver.pages import method as method_pages
from cx.deliver.pages import tables
from cx.deliver.pages.tables import Story
from cx.deliver.told.journeys import PathPart, PathsTold, legend, method, table, title
from cx.text import say


def pages(told: PathsTold, form: Form) -> list[Page]:
    """Return the pages of every part that there is and is wanted, the method last."""
    below = footnote_frame(told.footnote, told.lang, form)
    parts = [page for part in told.parts for page in _part(part, told, below, form)]
    return [*parts, *(_method(told, below, form) if told.wants("method") else [])]


def _part(part: PathPart, told: PathsTold, below: Frame, form: Form) -> list[Page]:
    story = Story(title(part, told), legend(part, told), say(f"deliver.alt.paths.{part}", told.lang))
    return tables.pages(table(part, told), story, below, form, told.lang)


def _method(told: PathsTold, below: Frame, form: Form) -> list[Page]:
    heads = method_pages.Heads(method.title_of(told), "")
    sections = method.method(told), method.sources(told)
    return method_pages.side_by_side(sections, heads, told.lang, below, form)
