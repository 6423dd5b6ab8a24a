"""How paths were made and tested, and of what, in words."""

from __future__ import annotations

from cx.deliver.told.journeys.shared_words import PathsTold
from cx.deliver.told.method_text import Section
from cx.records import by_severity
from cx.text import say


def title_of(told: PathsTold) -> str:
    """Return the title of the pages on method."""
    return say("deliver.paths.method.title", told.lang)


def method(told: PathsTold) -> tuple[Section, ...]:
    """Return how the paths were made, and how what differs was tested."""
    found, lang = told.found, told.lang
    order = f"deliver.paths.method.order.{found.unit}"
    made = [
        say(order, lang, n=found.gap_days),
        *([say("deliver.paths.method.ties", lang, n=found.ties)] if found.ties else []),
        say("deliver.paths.method.times", lang),
        say("deliver.paths.method.map", lang),
        *([told.folded[:1].upper() + told.folded[1:] + "."] if told.folded else []),
    ]
    tested = [
        *([say("deliver.paths.method.differences", lang)] if found.differences else []),
        *([say("deliver.paths.method.outcome", lang)] if found.outcomes else []),
    ]
    sections = [Section(say("deliver.paths.method.paths", lang), tuple(made))]
    if tested:
        sections.append(Section(say("deliver.paths.method.tests", lang), tuple(tested)))
    return tuple(sections)


def sources(told: PathsTold) -> tuple[Section, ...]:
    """Return of which files the paths are, and what was noticed in them."""
    found, lang = told.found, told.lang
    words = say(
        "deliver.paths.method.source",
        lang,
        files=", ".join(told.paths.files),
        events=say("deliver.paths.contacts", lang, n=found.events),
        cases=told.counted(found.cases),
        touchpoints=len(found.touchpoints),
    )
    noticed = (one.message(lang) for one in by_severity(found.findings))
    return (Section(say("deliver.paths.method.sources", lang), (words, *noticed)),)
