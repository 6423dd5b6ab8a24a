"""Every file that is taken away is made with the network refused, whatever page offers it."""

import inspect

import pytest

from cx import deliver, intake, picture
from cx.deliver.lists import invitations
from tests.made.odd import damaged_decks
from tests.test_one_door import refused  # noqa: F401 - a fixture
from tests.unit.deliver import cases, slide_templates
from tests.unit.deliver.lists.test_best_set_list import planned
from tests.unit.deliver.told.journeys.paths import PATHS

TABLE = b"Touchpoint;Satisfaction;Impact;Volume\nBill;6;3;400\nCall;7,5;4;90\nApp;8;zz;10\n"
HERE = {"lang": "nl", "day": cases.DAY}
NO_FILE = {"deck_mark", "deck_picture", "file_name", "paths_file_name", "settings_of_deck"}


def marked():
    book = intake.read(TABLE, "own.csv")
    return deliver.marked(TABLE, "own.csv", book, intake.understand(book).findings, "nl").content


def refreshed():
    damaged_decks.used(damaged_decks.whole())
    return damaged_decks.whole()


def refreshed_paths():
    old = deliver.old_path_deck(deliver.paths_deck(PATHS, **HERE), "old.pptx")
    return deliver.refreshed_paths(old, PATHS, day=HERE["day"]).content


MADE = {
    "best_set_csv": lambda: deliver.best_set_csv(*planned(), None, "nl"),
    "deck": lambda: deliver.deck(cases.matrix(), **HERE),
    "deck_template": lambda: deliver.deck_template(slide_templates.wide(), "own.pptx").content,
    "marked": marked,
    "not_carried": lambda: b"%r" % (deliver.not_carried(deliver.template("en")),),
    "old_deck": lambda: deliver.old_deck(damaged_decks.whole(), "old.pptx").content,
    "old_path_deck": lambda: deliver.old_path_deck(deliver.paths_deck(PATHS, **HERE), "old.pptx").content,
    "paths_deck": lambda: deliver.paths_deck(PATHS, **HERE),
    "paths_deck_mark": lambda: deliver.paths_deck_mark(PATHS, **HERE),
    "paths_image": lambda: deliver.paths_image(PATHS, "svg", **HERE),
    "paths_report": lambda: deliver.paths_report(PATHS, **HERE),
    "paths_workbook": lambda: deliver.paths_workbook(PATHS, **HERE),
    "priorities_csv": lambda: deliver.priorities_csv(cases.matrix(), "nl"),
    "refreshed": refreshed,
    "refreshed_paths": refreshed_paths,
    "report": lambda: deliver.report(cases.matrix(), picture.compute(cases.matrix(), **HERE), **HERE),
    "template": lambda: deliver.template("nl"),
    "workbook": lambda: deliver.workbook(cases.matrix(), cases.eight(), **HERE),
    "invitations": lambda: invitations.invitations_page(["http://192.0.2.1/vote?invite=a"], "Q3", "nl"),
}


@pytest.mark.parametrize("name", MADE)
def test_a_file_is_made_without_the_network(name, refused):  # noqa: F811 - the fixture of that name
    assert MADE[name]()
    assert refused == []


def test_nothing_that_makes_files_is_left_out():
    public = {name for name in deliver.__all__ if inspect.isfunction(getattr(deliver, name))}
    assert public - NO_FILE == set(MADE) - {"invitations"}
