"""Every column in words: its role, what speaks for it and against it, and what it changes."""

import io

import openpyxl
import pytest

from cx import intake, text
from cx.intake import column_words
from cx.records import Choices
from tests.made.intake_files import csv, saved, table, workbook_bytes
from tests.made.surveys import book, ratings

NAMES = ["Facture", "Appel", "Visite"]


def hidden_column():
    content = workbook_bytes(
        [["Touchpoint", "Satisfaction", "Volume"], ["Invoice", 6, 10], ["Call", 7, 20], ["App", 8, 30]]
    )
    made = openpyxl.load_workbook(io.BytesIO(content))
    made.active.column_dimensions["C"].hidden = True
    return intake.read(saved(made), "hidden.xlsx")


def test_ratings_say_what_tells_them_from_the_next_likely_role():
    seen = intake.understand(book([NAMES, *ratings(200, 3).tolist()]))
    every = column_words.every(seen, "en")
    assert [(one.name, one.role) for one in every] == [(name, "rating") for name in NAMES]
    for one, reading in zip(every, seen.columns, strict=True):
        assert reading.because
        assert one.because == tuple(text.say(f"witness.{name}", "en") for name in reading.because)
        assert one.although == tuple(text.say(f"witness.{name}", "en") for name in reading.although)
    assert every[0].changes == "Without it there is one touchpoint less."


def test_a_column_set_by_hand_says_so():
    seen = intake.understand(book([NAMES, *ratings(200, 3).tolist()]), Choices(roles={"Visite": "ignore"}))
    visit = column_words.every(seen, "nl")[2]
    assert (visit.role, visit.because, visit.changes) == ("ignore", ("Door jou ingesteld.",), "Niets.")


def test_hidden_columns_are_listed_and_counted():
    workbook = hidden_column()
    seen = intake.understand(workbook)
    last = column_words.every(seen, "en")[-1]
    assert (last.name, last.role, last.because) == ("Volume", "ignore", ("“Volume” is hidden.",))
    counted = intake.counts(intake.touchpoints(workbook), [(workbook, seen)])
    assert (counted.used, counted.aside, counted.columns) == (3, 0, 1)


def test_one_of_several_parts_of_impact_changes_less_than_the_only_one():
    both = csv("Touchpoint;Satisfaction;Churn;NPS effect\nInvoice;6;0,2;3\nCall;7;0,1;5\nApp;8;0,3;1\n")
    roles = Choices(roles={"Churn": "impact", "NPS effect": "impact"})
    words = {one.name: one.changes for one in column_words.every(intake.understand(both, roles), "en")}
    assert words["Churn"] == "Without it impact is made of the other columns only."
    one = table([["Touchpoint", "Satisfaction", "Impact"], ["Invoice", 6, 1], ["Call", 7, 2], ["App", 8, 3]])
    words = {one.name: one.changes for one in column_words.every(intake.understand(one), "en")}
    assert words["Impact"] == "Without it there is no impact, and so there are no quadrants."
    assert words["Satisfaction"] == "Without it there is no matrix."


def test_respondents_that_do_not_count_are_counted_as_left_out():
    rows = [[f"r{place}", *found] for place, found in enumerate(ratings(200, 3).tolist())]
    workbook = book([["Respondent", *NAMES], *rows, ["Total", 3, 3, 3]])
    counted = intake.counts(intake.touchpoints(workbook), [(workbook, intake.understand(workbook))])
    assert (counted.used, counted.aside) == (3, 1)


@pytest.mark.parametrize(
    ("headers", "rows", "parts", "unused"),
    [
        ("Touchpoint;Bad;Fair;Good", ("Bill;5;9;40", "App;7;30;20", "Call;8;8;8"), 3, 0),
        ("Touchpoint;Promoters;Passives;Detractors", ("Bill;50;9;40", "App;70;30;20", "Call;8;8;8"), 3, 0),
        (
            "Touchpoint;Jan 2026;Feb 2026;Mar 2026",
            ("Bill;7,1;7,2;7,3", "App;6,1;6,4;6,8", "Call;8;8;8"),
            2,
            0,
        ),
        (
            "Touchpoint;NPS;Promoters;Passives;Detractors",
            ("Bill;10;50;10;40", "App;42;66;10;24", "Call;0;30;40;30"),
            0,
            3,
        ),
    ],
)
def test_columns_that_figures_are_made_of_are_not_left_out(headers, rows, parts, unused):
    workbook = csv("\n".join([headers, *rows]))
    seen = intake.understand(workbook)
    counted = intake.counts(intake.touchpoints(workbook), [(workbook, seen)])
    told = [one.changes for one in column_words.every(seen, "en")]
    assert (told.count(text.say("changes.part", "en")), counted.columns) == (parts, unused)
