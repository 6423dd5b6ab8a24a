"""Files of SPSS, Stata and SAS: questions, labels, missing values, dates; and damaged ones."""

import datetime as dt

import pytest

from cx import intake
from cx.errors import LimitExceeded, UnreadableFile
from cx.intake.opening import Limits, notices_of
from tests.made.odd.statistics_files import WRITERS, bytes_of, labelled

PLAIN = {
    "q1": [1.0, 2.0, 5.0, None],
    "town": ["Gent", "", "Brugge", "Luik"],
    "day": [dt.date(2026, 3, 1), dt.date(2026, 3, 2), None, dt.date(2026, 4, 1)],
}


def shown(sheet, letter):
    return [sheet.cell(row, letter).shown for row in range(1, sheet.row_count + 1)]


@pytest.mark.parametrize("ending", [".sav", ".zsav", ".dta", ".xpt", ".por"])
def test_each_kind_is_one_sheet_with_a_header(ending):
    columns = {name.upper(): values for name, values in PLAIN.items()}
    sheet = intake.read(bytes_of(columns, ending), "answers" + ending).sheets[0]
    assert (sheet.header_rows, sheet.names) == ((1,), ("Q1", "TOWN", "DAY"))
    assert shown(sheet, "A") == ["Q1", "1", "2", "5", ""]
    assert shown(sheet, "B") == ["TOWN", "Gent", "", "Brugge", "Luik"]
    assert shown(sheet, "C") == ["DAY", "2026-03-01", "2026-03-02", "", "2026-04-01"]
    assert [sheet.cell(row, "C").kind for row in (2, 4)] == ["date", "blank"]


def test_the_question_is_the_header_and_the_name_an_alias():
    content = labelled(PLAIN, {"q1": "Hoe tevreden  bent u?", "day": "Datum"}, {})
    sheet = intake.read(content, "a.sav").sheets[0]
    assert [sheet.cell(1, letter).shown for letter in "ABC"] == ["Hoe tevreden bent u?", "town", "Datum"]
    assert sheet.names == ("q1", "town", "day")


def test_markup_that_a_survey_tool_leaves_is_taken_out():
    questions = {"q1": "<p>Wie zufrieden?</p> - <strong>Rechnung&nbsp;2</strong>", "town": "Age < 18 or > 65"}
    labels = {"q1": {1.0: "sehr <u>schlecht</u>", 5.0: "gut &amp; schnell"}}
    sheet = intake.read(labelled(PLAIN, questions, labels), "a.sav").sheets[0]
    assert [sheet.cell(1, letter).shown for letter in "AB"] == [
        "Wie zufrieden? - Rechnung 2",
        "Age < 18 or > 65",
    ]
    assert sheet.columns[0].labels == {1.0: "sehr schlecht", 5.0: "gut & schnell"}


def test_a_question_that_several_variables_ask_keeps_their_names():
    columns = {"q1": [1.0, 2.0], "q2": [3.0, 4.0]}
    sheet = intake.read(labelled(columns, {"q1": "Note", "q2": "Note"}, {}), "a.sav").sheets[0]
    assert [sheet.cell(1, letter).shown for letter in "AB"] == ["Note (q1)", "Note (q2)"]


def test_labels_and_missing_values_stand_on_the_column():
    labels = {"q1": {1.0: "mal", 5.0: "bien", 9.0: "NS"}, "town": {"Gent": "Stad Gent"}}
    content = labelled(PLAIN, {}, labels, {"q1": [{"lo": 8, "hi": 9}], "town": ["Luik"]})
    columns = intake.read(content, "a.sav").sheets[0].columns
    assert columns[0].labels == {1.0: "mal", 5.0: "bien", 9.0: "NS"}
    assert columns[0].missing == ((8.0, 9.0),)
    assert columns[1].cell(1).shown == "Stad Gent"
    assert columns[1].missing_texts == {"Luik"}


def test_more_labels_than_answers_have_are_names_in_the_cells():
    labels = {"q1": {float(number): f"Town {number}" for number in range(1, 400)}}
    column = intake.read(labelled(PLAIN, {}, labels), "a.sav").sheets[0].columns[0]
    assert [column.cell(row).shown for row in range(1, 5)] == ["Town 1", "Town 2", "Town 5", ""]
    assert column.labels == {}


def test_missing_letters_of_stata_read_as_their_labels():
    content = bytes_of(
        {"q1": [4, "a", "b", 5]},
        ".dta",
        variable_value_labels={"q1": {5: "gut", "a": "weiß nicht"}},
        missing_user_values={"q1": ["a", "b"]},
    )
    column = intake.read(content, "a.dta").sheets[0].columns[0]
    assert [column.cell(row).shown for row in range(1, 5)] == ["4", "weiß nicht", ".b", "5"]
    assert column.missing_texts == {"weiß nicht", ".b"}


@pytest.mark.parametrize("version", [8, 10, 12, 13, 14, 15])
def test_every_version_of_stata_is_known_by_its_first_bytes(version):
    content = bytes_of({"q": [4.0, 5.0], "day": [dt.date(2026, 3, 1)] * 2}, ".dta", version=version)
    sheet = intake.read(content, "a.dta").sheets[0]
    assert [sheet.cell(3, letter).value for letter in "AB"] == [5.0, "2026-03-01"]


def test_a_day_beyond_all_calendars_stays_a_number():
    content = bytes_of({"d": [1e30, 13.9e9]}, variable_format={"d": "DATE11"})
    assert shown(intake.read(content, "a.sav").sheets[0], "A") == ["d", "1e+30", "13900000000"]


def test_texts_in_another_encoding_than_the_file_names_are_read():
    content = bytes_of({"s": ["très bien", "très mal"]}).replace("è".encode(), b"\xe8\xe8")
    found = intake.read(content, "a.sav")
    assert shown(found.sheets[0], "A") == ["s", "trèès bien", "trèès mal"]
    assert found.notes["encoding"] == "WINDOWS-1252"


@pytest.mark.parametrize("ending", [ending for ending in WRITERS if ending != ".xpt"])
def test_a_file_that_is_cut_off_costs_a_message(ending):
    content = bytes_of({"q1": list(range(2_000)), "q2": list(range(2_000))}, ending)
    with pytest.raises(UnreadableFile) as raised:
        intake.read(content[: len(content) // 2], "half" + ending)
    assert raised.value.key == "statistics_damaged"
    assert f"half{ending}" in raised.value.message("nl")


def test_a_transport_file_that_may_be_cut_off_is_told():
    content = bytes_of({"q1": list(range(2_000))}, ".xpt")
    whole, cut = (intake.read(found, "a.xpt") for found in (content, content[: len(content) // 2 | 1]))
    assert [finding.code for finding in notices_of(whole)] == []
    assert [finding.code for finding in notices_of(cut)] == ["file_may_be_cut"]
    assert (whole.sheets[0].height, cut.sheets[0].height < 2_001) == (2_001, True)


def test_limits_hold_before_the_answers_are_read():
    content = bytes_of({f"q{number}": list(range(40)) for number in range(6)})
    for limits, key in ((Limits(cells=240), "limit_cells"), (Limits(columns=5), "limit_columns")):
        with pytest.raises(LimitExceeded) as raised:
            intake.read(content, "a.sav", limits=limits)
        assert raised.value.key == key
    assert intake.read(content, "a.sav", limits=Limits(cells=246)).sheets[0].height == 41
