"""The pages of words with the paths that customers take: a table each, and how they were made."""

from __future__ import annotations

from cx.deliver.ground import Form, Page, footnote_frame
from cx.deliver.pages import method as method_pages
from cx.deliver.pages import tables
from cx.deliver.pages.tables import Cut, Story, Tabled
from cx.deliver.told.journeys import PathPart, PathSlide, PathsTold, legend, method, table, title
from cx.text import say


def pages(told: PathsTold, form: Form) -> list[Page]:
    """Return the pages of every part that there is and is wanted, the method last."""
    return [page for _, found in by_part(told, form) for page in found]


def by_part(told: PathsTold, form: Form) -> list[tuple[PathSlide, list[Page]]]:
    """Return the same pages, each part with its own; the appendix of a part behind it."""
    cuts = zip(_tables(told), _cut(told, form), strict=True)
    found: list[tuple[PathSlide, list[Page]]] = [
        (part, [*one.shown, *one.further]) for (part, _), one in cuts
    ]
    return [*found, ("method", _method(told, form))]


def cut(told: PathsTold, form: Form) -> Cut:
    """Return the same pages as a deck of more than paths shows them: what matters, and its appendix."""
    parts = _cut(told, form)
    further = [page for one in parts for page in one.further]
    return Cut([page for one in parts for page in one.shown], [*further, *_method(told, form)])


def _cut(told: PathsTold, form: Form) -> list[Cut]:
    below = footnote_frame(told.footnote, told.lang, form)
    return [tables.pages(one, below, form, told.lang) for one in tabled(told)]


def tabled(told: PathsTold) -> list[Tabled]:
    """Return the table of every part that there is and is wanted."""
    return [one for _, one in _tables(told)]


def _tables(told: PathsTold) -> list[tuple[PathPart, Tabled]]:
    found = [(part, table(part, told)) for part in told.parts]
    return [(part, Tabled(one, _story(part, told))) for part, one in found if one.rows]


def method_whole(told: PathsTold, form: Form) -> list[Page]:
    """Return one page with how the paths were made, for a file that flows; none where it is not wanted."""
    if not told.wants("method"):
        return []
    below, heads = (
        footnote_frame(told.footnote, told.lang, form),
        method_pages.Heads(method.title_of(told), ""),
    )
    sections = method.method(told), method.sources(told)
    return [method_pages.beside(sections, heads, told.lang, below, form)]


def _story(part: PathPart, told: PathsTold) -> Story:
    return Story(title(part, told), legend(part, told), say(f"deliver.alt.paths.{part}", told.lang))


def _method(told: PathsTold, form: Form) -> list[Page]:
    if not told.wants("method"):
        return []
    below = footnote_frame(told.footnote, told.lang, form)
    heads = method_pages.Heads(method.title_of(told), "")
    sections = method.method(told), method.sources(told)
    return method_pages.side_by_side(sections, heads, told.lang, below, form)
