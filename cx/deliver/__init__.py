"""What people take away: deck, workbook, report, priorities and the template, as bytes."""

from cx.deliver.chart import paths_image
from cx.deliver.deck import (
    DeckTemplate,
    deck,
    deck_mark,
    deck_picture,
    deck_template,
    paths_deck,
    paths_deck_mark,
)
from cx.deliver.ground import file_name, paths_file_name
from cx.deliver.lists import best_set_csv, priorities_csv
from cx.deliver.refresh import (
    HEADINGS,
    OldDeck,
    OldPathDeck,
    Plan,
    Refreshed,
    old_deck,
    old_path_deck,
    refreshed,
    refreshed_paths,
    settings_of_deck,
)
from cx.deliver.remembered import LogReading, PathMaking
from cx.deliver.report import paths_report, report
from cx.deliver.told import TOPICS, Additions, Topic
from cx.deliver.told.journeys import PATH_SLIDES, PathSlide
from cx.deliver.workbook import Marked, marked, not_carried, paths_workbook, template, workbook

__all__ = [
    "HEADINGS",
    "PATH_SLIDES",
    "TOPICS",
    "Additions",
    "DeckTemplate",
    "LogReading",
    "Marked",
    "OldDeck",
    "OldPathDeck",
    "PathMaking",
    "PathSlide",
    "Plan",
    "Refreshed",
    "Topic",
    "best_set_csv",
    "deck",
    "deck_mark",
    "deck_picture",
    "deck_template",
    "file_name",
    "marked",
    "not_carried",
    "old_deck",
    "old_path_deck",
    "paths_deck",
    "paths_deck_mark",
    "paths_file_name",
    "paths_image",
    "paths_report",
    "paths_workbook",
    "priorities_csv",
    "refreshed",
    "refreshed_paths",
    "report",
    "settings_of_deck",
    "template",
    "workbook",
]
