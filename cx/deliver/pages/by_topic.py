"""The pages of words that follow the matrix, in their order, for deck and report alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cx.deliver.ground import Form, Frame, Page
from cx.deliver.pages import drivers, method, priorities, session, strategies
from cx.deliver.told import Additions, Told, Topic
from cx.records import Matrix
from cx.text import Language

Maker = Callable[[Additions, Matrix, Language, Frame, Form], list[Page]]


def of(topic: Topic, told: Told, footnote: Frame, form: Form) -> list[Page]:
    """Return the pages of words of a topic; none for the matrix itself."""
    make = _makers().get(topic)
    return make(told.added, told.matrix, told.lang, footnote, form) if make else []


def _makers() -> Mapping[Topic, Maker]:
    return {
        "strategies": _of_matrix(strategies.pages),
        "priorities": _of_matrix(priorities.pages),
        "drivers": _drivers,
        "comparison": session.comparison,
        "alerts": session.alerts,
        "votes": session.votes,
        "decisions": session.decisions,
        "missions": session.missions,
        "method": _method,
    }


def _of_matrix(make: Callable[[Matrix, Language, Frame, Form], list[Page]]) -> Maker:
    def pages(_added: Additions, matrix: Matrix, lang: Language, footnote: Frame, form: Form) -> list[Page]:
        return make(matrix, lang, footnote, form)

    return pages


def _drivers(added: Additions, _matrix: Matrix, lang: Language, footnote: Frame, form: Form) -> list[Page]:
    return drivers.pages(added.drivers, lang, footnote, form) if added.drivers else []


def _method(added: Additions, matrix: Matrix, lang: Language, footnote: Frame, form: Form) -> list[Page]:
    return method.pages(matrix, lang, footnote, form, added.stress)
