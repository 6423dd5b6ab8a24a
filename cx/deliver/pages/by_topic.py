"""What follows the matrix, topic by topic: tables, and pages of words that are no tables."""

from __future__ import annotations

from cx.deliver.ground import Form, Frame, Page
from cx.deliver.pages import actions, drivers, method, priorities, session, strategies, tables
from cx.deliver.pages.tables import Cut, Tabled
from cx.deliver.told import Told, Topic

_SESSION = {
    "comparison": session.comparison,
    "alerts": session.alerts,
    "votes": session.votes,
    "decisions": session.decisions,
    "missions": session.missions,
}


def tabled(topic: Topic, told: Told) -> list[Tabled]:
    """Return the tables of a topic, none of them empty."""
    if topic == "priorities":
        return priorities.table(told.matrix, told.lang)
    make = _SESSION.get(topic)
    return make(told.added, told.matrix, told.lang) if make else []


def cut(topic: Topic, told: Told, footnote: Frame, form: Form) -> Cut:
    """Return the pages of a topic as a deck shows them: what matters, and what goes on in its appendix."""
    words = of(topic, told, footnote, form)
    shown, further = words[:1], words[1:]
    for found in tabled(topic, told):
        one = tables.pages(found, footnote, form, told.lang)
        shown, further = [*shown, *one.shown], [*further, *one.further]
    return Cut(shown, further)


def of(topic: Topic, told: Told, footnote: Frame, form: Form) -> list[Page]:
    """Return the pages of words of a topic that has no table; none for the matrix itself."""
    added, matrix, lang = told.added, told.matrix, told.lang
    if topic == "actions":
        return actions.pages(matrix, lang, footnote, form)
    if topic == "strategies":
        return strategies.pages(matrix, lang, footnote, form)
    if topic == "drivers" and added.drivers:
        return drivers.pages(added.drivers, lang, footnote, form)
    return method.pages(matrix, lang, footnote, form, added.stress) if topic == "method" else []


def whole(topic: Topic, told: Told, footnote: Frame, form: Form) -> list[Page]:
    """Return what :func:`of` does for a file that flows: nothing but the bars is cut into pages."""
    added, matrix, lang = told.added, told.matrix, told.lang
    if topic == "strategies":
        return strategies.whole(matrix, lang, footnote, form)
    if topic == "method":
        return method.whole(matrix, lang, footnote, form, added.stress)
    return of(topic, told, footnote, form)
