"""The pages of words with the paths that customers take: a table each, and how they were made."""

from __future__ import annotations

from cx.deliver.ground import Form, Frame, Page, footnote_frame
from cx.deliver.pages import method as method_pages
from cx.deliver.pages import tables
from cx.deliver.pages.tables import Story, Tabled
from cx.deliver.told.journeys import PathPart, PathsTold, legend, method, table, title
from cx.text import say


def pages(told: PathsTold, form: Form) -> list[Page]:
    """Return the pages of every part that there is and is wanted, the method last."""
    below = footnote_frame(told.footnote, told.lang, form)
    parts = [page for one in tabled(told) for page in tables.pages(one, below, form, told.lang)]
    return [*parts, *_method(told, below, form)]


def tabled(told: PathsTold) -> list[Tabled]:
    """Return the table of every part that there is and is wanted."""
    found = [(part, table(part, told)) for part in told.parts]
    return [Tabled(one, _story(part, told)) for part, one in found if one.rows]


def method_whole(told: PathsTold, form: Form) -> list[Page]:
    """Return one page with how the paths were made, for a file that flows; none where it is not wanted."""
    if not told.wants("method"):
        return []
    below, heads = footnote_frame(told.footnote, told.lang, form), method_pages.Heads(method.title_of(told), "")
    sections = method.method(told), method.sources(told)
    return [method_pages.beside(sections, heads, told.lang, below, form)]


def _story(part: PathPart, told: PathsTold) -> Story:
    return Story(title(part, told), legend(part, told), say(f"deliver.alt.paths.{part}", told.lang))


def _method(told: PathsTold, below: Frame, form: Form) -> list[Page]:
    if not told.wants("method"):
        return []
    heads = method_pages.Heads(method.title_of(told), "")
    sections = method.method(told), method.sources(told)
    return method_pages.side_by_side(sections, heads, told.lang, below, form)
