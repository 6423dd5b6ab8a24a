"""What was compared, seen, voted and decided: a table each."""

from __future__ import annotations

from cx.deliver.ground import Table
from cx.deliver.pages.tables import Story, Tabled
from cx.deliver.told import Additions
from cx.deliver.told import comparison as comparison_words
from cx.deliver.told import session as words
from cx.records import Matrix
from cx.text import Language, say


def comparison(added: Additions, matrix: Matrix, lang: Language) -> list[Tabled]:
    """Return how every touchpoint moved."""
    found = added.comparison
    if found is None:
        return []
    table, title = (
        comparison_words.movements(found, matrix, lang),
        comparison_words.changes_title(found, lang),
    )
    legend = comparison_words.movements_legend(found, lang)
    return _told(table, title, legend, "comparison", lang)


def alerts(added: Additions, _matrix: Matrix, lang: Language) -> list[Tabled]:
    """Return the rules that were met."""
    table = comparison_words.alerts(added.alerts, lang)
    title, legend = comparison_words.alerts_title(added.alerts, lang), say("deliver.alerts.legend", lang)
    return _told(table, title, legend, "alerts", lang)


def votes(added: Additions, _matrix: Matrix, lang: Language) -> list[Tabled]:
    """Return every round, the newest last."""
    made = []
    for result in added.votes:
        title, legend = words.votes_title(result, lang), words.votes_legend(result, lang)
        made += _told(words.votes(result, lang), title, legend, "votes", lang)
    return made


def decisions(added: Additions, matrix: Matrix, lang: Language) -> list[Tabled]:
    """Return what was decided."""
    table = words.decisions(added.decisions, matrix, lang)
    title, legend = words.decisions_title(added.decisions, lang), say("deliver.decisions.legend", lang)
    return _told(table, title, legend, "decisions", lang)


def missions(added: Additions, matrix: Matrix, lang: Language) -> list[Tabled]:
    """Return the missions."""
    table = words.missions(added.missions, matrix, lang)
    title = words.missions_title(added.missions, matrix, lang)
    legend = say("deliver.missions.legend", lang)
    return _told(table, title, legend, "missions", lang)


def _told(table: Table, title: str, legend: str, key: str, lang: Language) -> list[Tabled]:
    """Return the table; nothing where it is empty."""
    return [Tabled(table, Story(title, legend, say(f"deliver.alt.{key}", lang)))] if table.rows else []
