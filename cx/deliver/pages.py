"""The pages of words that follow the matrix, in their order, for deck and report alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cx.deliver import driver_pages, method_pages, priority_pages, session_pages, strategy_pages
from cx.deliver.additions import Additions, Topic
from cx.deliver.form import Form
from cx.deliver.page import Frame, Page
from cx.deliver.told import Told
from cx.records import Matrix
from cx.text import Language

Maker = Callable[[Additions, Matrix, Language, Frame, Form], list[Page]]


def of(topic: Topic, told: Told, footnote: Frame, form: Form) -> list[Page]:
    """Return the pages of words of a topic; none for the matrix itself."""
    make = _makers().get(topic)
    return make(told.added, told.matrix, told.lang, footnote, form) if make else []


def _makers() -> Mapping[Topic, Maker]:
    return {
        "strategies": _of_matrix(strategy_pages.pages),
        "priorities": _of_matrix(priority_pages.pages),
        "drivers": _drivers,
        "comparison": session_pages.comparison,
        "alerts": session_pages.alerts,
        "votes": session_pages.votes,
        "decisions": session_pages.decisions,
        "missions": session_pages.missions,
        "method": _of_matrix(method_pages.pages),
    }


def _of_matrix(make: Callable[[Matrix, Language, Frame, Form], list[Page]]) -> Maker:
    def pages(_added: Additions, matrix: Matrix, lang: Language, footnote: Frame, form: Form) -> list[Page]:
        return make(matrix, lang, footnote, form)

    return pages


def _drivers(added: Additions, _matrix: Matrix, lang: Language, footnote: Frame, form: Form) -> list[Page]:
    return driver_pages.pages(added.drivers, lang, footnote, form) if added.drivers else []
