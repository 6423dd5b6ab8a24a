"""Columns that lenses read are known by header and cells together; what looks alike is none of them."""

import math

import pytest

from cx import intake
from cx.errors import ArgumentError
from cx.records import Choices
from cx.records.file import LENS_ROLES
from tests.made.intake_files import csv, of_code, places, points, roles, table, understood

HEADER = ["Touchpoint", "Satisfaction", "Impact", "Volume"]
ROWS = [["Invoice", 6.1, 3, 1200], ["Call", 6.9, 5, 5200], ["App", 7.8, 2, 9200], ["Visit", 8.1, 1, 310]]


def with_columns(**columns):
    """A table with columns of four cells each added, by their headers."""
    rows = [[*row, *(cells[at] for cells in columns.values())] for at, row in enumerate(ROWS)]
    return [[*HEADER, *columns], *rows]


YES = ["yes", "no", "yes", None]


@pytest.mark.parametrize(
    ("header", "cells", "role"),
    [
        ("Standard", YES, "standard"),
        ("Norm", ["ja", "nee", "ja", "ja"], "standard"),
        ("Service standard", [1, 0, 1, 1], "standard"),
        ("Pyramid level", [2, 1, 4, 5], "level"),
        ("Niveau", [2, 1, 4, 5], "level"),
        ("Guess", [7.5, 7.1, 7.0, 8.2], "guess"),
        ("Schatting (1-10)", [7.5, 7.1, 7.0, 8.2], "guess"),
        ("Guess SD", [0.8, 0.9, 1.1, 1.2], "guess_sd"),
        ("Guess n", [12, 12, 12, 11], "guess_n"),
        ("Aantal inschatters", [12, 12, 12, 11], "guess_n"),
        ("Inschatting MT", [7.5, 7.1, 7.0, 8.2], "guess"),
        ("SD of the gap", [1.9, 1.8, 1.7, 1.5], "gap_sd"),
        ("Dimension", ["Tangibles", "Empathy", "Tangibles", "Empathy"], "dimension"),
        ("Goal reached", ["71%", "65%", "88%", None], "goal"),
        ("CES", [3.1, 3.9, 2.1, 2.5], "effort"),
        ("Aanbeveling", [12, -5, 33, 40], "recommendation"),
        ("Wachttijd", [4.5, 8.5, None, 2.5], "operations"),
        ("Laatste antwoord", ["01-03-2026", "20-04-2026", "15-01-2025", ""], "last_answer"),
    ],
)
def test_a_column_is_what_its_header_and_its_cells_say(header, cells, role):
    seen = understood(with_columns(**{header: cells}))
    assert roles(seen)[header] == role
    reading = next(one for one in seen.columns if one.header == header)
    assert "lens_named" in reading.because
    assert not of_code(seen.source.findings, "unused_numbers")


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Standard", ["A", "B", "C", "D"]),  # texts that say neither yes nor no
        ("Standard", [7.5, 8, 7, 6.5]),  # a target
        ("Level", [210, 300, 180, 95]),
        ("Niveau", ["hoog", "laag", "hoog", "laag"]),
        ("Guess", [1200, 3400, 5100, 90]),
        ("Guess of volume", [1300, 5000, 9000, 400]),
        ("Last answer", ["often", "never", "often", "never"]),
        ("Dimension", [1.5, 2.5, 3.5, 4.5]),
        ("NPS", [0.3, 0.1, 0.2, 0.15]),  # effects on it, perhaps
        ("Benchmark", [7.5, 7.1, 7.0, 8.2]),
        ("Target level", [2, 1, 4, 5]),
    ],
)
def test_what_looks_alike_is_no_column_of_a_lens(header, cells):
    seen = understood(with_columns(**{header: cells}))
    assert roles(seen)[header] not in LENS_ROLES


def test_the_roles_of_every_table_stay_what_they_were():
    columns = {"n": [120, 320, 420, 80], "SD": [1.5, 1.6, 1.2, 1.4], "Guess SD": [0.8, 0.9, 1.1, 1.2]}
    found = roles(understood(with_columns(**columns)))
    assert (found["n"], found["SD"], found["Guess SD"]) == ("n", "sd", "guess_sd")
    alone = roles(understood([["Touchpoint", "CES (1-7)", "n"], *([r[0], r[1] / 2, 100] for r in ROWS)]))
    assert alone["CES (1-7)"] == "satisfaction"


def test_two_columns_of_a_role_are_told_apart_by_what_speaks_for_them():
    columns = {"Standard": YES, "Service standard": ["yes", "no", None, "no"]}
    found = list(roles(understood(with_columns(**columns))).values())
    assert found.count("standard") == 1


# --- what the cells say ---


def test_values_of_all_columns():
    columns = {
        "Standard": YES,
        "Met": [80, 180, None, 40],
        "Measured": [100, 300, None, 55],
        "Level": [2, 1, 4, 5],
        "Guess impact": [3, 4, 1, 2],
        "Goal reached": ["yes", "no", "", "yes"],
        "Last answer": ["2026-03-01", "", "2025-01-15", "2026-02-11"],
    }
    found = points(with_columns(**columns))
    rows = found.rows
    assert rows["standard"].tolist()[:3] == [1.0, 0.0, 1.0]
    assert math.isnan(rows["standard"][3])
    assert rows["met"].tolist()[:2] == [80, 180]
    assert rows["level"].tolist() == [2, 1, 4, 5]
    assert rows["goal"].notna().tolist() == [True, False, False, True]
    assert rows["last_answer"].tolist() == ["2026-03-01", "", "2025-01-15", "2026-02-11"]
    assert found.guess_about == "impact"
    assert "effort" not in rows


def test_five_columns_make_a_level():
    named = ["1 information", "2 solves", "3 resolves", "4 without asking", "5 feel better"]
    yes = [["x", "x", "", "x", ""], ["x", "x", "x", "x", "x"], ["", "x", "", "", ""], ["x", "", "", "", ""]]
    columns = {
        f"Level {name}": [("yes" if row[at] else "no") for row in yes] for at, name in enumerate(named)
    }
    found = points(with_columns(**columns))
    assert found.rows["level"].tolist() == [2, 5, 0, 1]
    by_hand = {f"L{step} held": cells for step, cells in enumerate(columns.values(), start=1)}
    again = points(with_columns(**by_hand), Choices(roles=dict.fromkeys(by_hand, "level")))
    assert again.rows["level"].tolist() == [2, 5, 0, 1]


def test_a_share_that_met_the_standard_is_made_a_count():
    columns = {"Norm gehaald": ["80%", "60%", "50%", ""], "Gemeten": [100, 300, 10, 55]}
    roles_ = {"Norm gehaald": "met", "Gemeten": "measured"}
    assert points(with_columns(**columns), Choices(roles=roles_)).rows["met"].tolist()[:3] == [80, 180, 5]


def test_what_cannot_be_used_is_told_with_its_cell():
    columns = {
        "Standard": ["yes", "perhaps", "no", "no"],
        "Level": [7, 1, 2.5, 3],
        "Met": [10, 5, 5, 5],
        "Measured": [8, 10, 10, 10],
        "Last answer": ["2026-03-01", "soon", "2026-03-01", "2026-03-01"],
    }
    wanted = dict(zip(columns, ("standard", "level", "met", "measured", "last_answer"), strict=True))
    found = points(with_columns(**columns), Choices(roles=wanted))
    told = [one for one in places(found.findings) if one[0] == "error"]
    assert told == [
        ("error", "no_yes_no", "E3"),
        ("error", "level_outside", "F2"),
        ("error", "level_outside", "F4"),
        ("error", "no_day", "I3"),
        ("error", "met_beyond_measured", "G2"),
    ]
    assert math.isnan(found.rows["met"][0])


def test_two_weights_of_one_dimension_are_told_once():
    columns = {"Dimension": ["Trust", "Empathy", "Trust", "Trust"], "Weight": [2, 1, 3, 4]}
    found = points(with_columns(**columns))
    assert [one for one in places(found.findings) if one[0] == "error"] == [
        ("error", "dimension_weights", "F4")
    ]
    assert found.rows["dimension_weight"].tolist() == [2, 1, 3, 4]


@pytest.mark.parametrize(
    ("header", "cells", "role"),
    [
        ("Gewicht dimensie", [2, 1, 2, 2], "weight"),
        ("SERVQUAL weighting", [30, 70, 30, 30], "weight"),  # one number for each dimension
        ("Dimension weights", [2, 1, 3, 2], "weight"),  # unequal, which is told
        ("Parcelweights", [2.5, 1.5, 3.5, 2], "ignore"),
        ("Score of the dimension", [2, 1, 2, 2], "ignore"),
    ],
)
def test_the_weight_of_dimensions_is_known_by_header_and_cells(header, cells, role):
    columns = {"Dimension": ["Trust", "Empathy", "Trust", "Trust"], header: cells}
    assert roles(understood(with_columns(**columns)))[header] == role


def test_met_without_measured_is_told():
    found = points(with_columns(Met=[1, 2, 3, 4]), Choices(roles={"Met": "met"}))
    assert of_code(found.findings, "met_alone")
    assert "met" not in found.rows


def test_a_role_that_only_one_column_can_have_is_refused_for_two():
    with pytest.raises(ArgumentError):
        points(with_columns(A=YES, B=YES), Choices(roles={"A": "standard", "B": "standard"}))


def test_expectations_and_guesses_are_turned_as_scores_are():
    rows = [
        ["Touchpoint", "Satisfaction", "Expectation", "Guess"],
        ["A", 2, 1, 3],
        ["B", 3, 2, 2],
        ["C", 4, 2, 5],
    ]
    found = points([*rows, ["D", 1, 1, 1]], Choices(direction="lower"))
    assert found.scale.direction == "lower"
    low, high = found.scale.minimum, found.scale.maximum
    assert found.rows["satisfaction"][0] == low + high - 2
    assert found.rows["expectation"][0] == low + high - 1
    assert found.rows["guess"][0] == low + high - 3


def test_a_further_file_gives_its_columns_to_the_table():
    whole = table([HEADER, *ROWS])
    rows = ["Touchpoint;Level;Dimension;Standard", "Call;3;Empathy;yes", "Invoice;2;Trust;no"]
    more = csv("\n".join([*rows, "Shop;1;Trust;no", "X;1;;"]))
    found = intake.together([whole, more])
    assert found.rows["level"].tolist()[:2] == [2, 3]
    assert found.rows["dimension"].tolist() == ["Trust", "Empathy", "", ""]
    assert set(found.unscored) == {"Shop", "X"}


@pytest.mark.parametrize(
    ("few", "many", "cells", "expected"),
    [
        ("Standard met", "Contacts", [[80, 40, 9, None], [100, 90, 9, None]], "measured"),
        ("Standaard gehaald", "Aantal gemeten contacten", [[80, 40, 9, 7], [100, 90, 9, 8]], "measured"),
        ("Contacts in time", "Measured", [[80, 40, 9, 7], [100, 90, 9, 8]], "met"),
        ("Standard met", "Contacts", [[80, 40, 9, 7], [70, 90, 9, 8]], None),  # fewer than met it
        ("Standard met", "Contacts", [[80, 40, None, 7], [100, 90, 9, 8]], None),  # in other rows
        ("Standard met", "Contacts", [[80, 40, 9, 7], [80, 40, 9, 7]], None),  # twice the same
    ],
)
def test_a_count_of_contacts_beside_the_other_of_the_standard_is_known_by_its_cells(
    few, many, cells, expected
):
    seen = understood(with_columns(**{few: cells[0], many: cells[1]}))
    unnamed = many if expected != "met" else few
    assert roles(seen)["Volume"] == "volume"
    assert roles(seen).get(unnamed, "ignore") == (expected or "ignore")
    assert any(one.key == "role:volume" for one in seen.questions) == (expected is None)
