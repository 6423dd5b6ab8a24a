"""What people take away: deck, workbook, report, priorities and the template, as bytes."""

from cx.deliver.additions import TOPICS, Additions, Topic
from cx.deliver.best_set import best_set_csv
from cx.deliver.deck import deck, deck_picture
from cx.deliver.marked import Marked, marked, not_carried
from cx.deliver.names import file_name
from cx.deliver.own_template import DeckTemplate, deck_template
from cx.deliver.priorities import priorities_csv
from cx.deliver.report import report
from cx.deliver.template import template
from cx.deliver.workbook import workbook

__all__ = [
    "TOPICS",
    "Additions",
    "DeckTemplate",
    "Marked",
    "Topic",
    "best_set_csv",
    "deck",
    "deck_picture",
    "deck_template",
    "file_name",
    "marked",
    "not_carried",
    "priorities_csv",
    "report",
    "template",
    "workbook",
]
