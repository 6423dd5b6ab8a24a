"""One fact is said once: a name that waits for a yes, and sheets that are used after all."""

import io
import json

import openpyxl

from cx import intake
from cx.__main__ import main
from cx.cli.output import findings_as_text
from cx.intake.findings import sheets_told_once
from cx.records import Finding, told_once

FILE = {"file": "two.xlsx"}
ASKED = Finding("warning", "join_proposed", value="Telefon", details={**FILE, "other": "Phone", "score": 93})
LEFT_OUT = Finding("error", "join_unmatched", value="Telefon", row=3, details=FILE)
WITHOUT = Finding("warning", "join_missing", value="Phone", details=FILE)
NO_VOLUME = Finding("warning", "volume_zero_or_blank", details={"touchpoint": "Phone"})
STRANGER = Finding("error", "join_unmatched", value="Parking", row=4, details=FILE)


def test_a_name_that_waits_for_a_yes_is_one_finding_and_as_grave_as_what_it_stands_for():
    told = told_once((LEFT_OUT, STRANGER, ASKED, WITHOUT, NO_VOLUME))
    assert [(one.code, one.value, one.severity) for one in told] == [
        ("join_unmatched", "Parking", "error"),
        ("join_proposed", "Telefon", "error"),
    ]
    assert "93% alike" in told[1].message("en")
    assert len(findings_as_text((LEFT_OUT, STRANGER, ASKED, WITHOUT, NO_VOLUME), "en")) == 2


def test_findings_of_which_none_says_another_stay_as_they_are():
    alone = (LEFT_OUT, WITHOUT, NO_VOLUME)
    assert told_once(alone) == alone


def two_sheets(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Scores"
    for line in (["Touchpoint", "Satisfaction (1-10)"], ["Bill", 6], ["Call", 5], ["App", 9]):
        book.active.append(line)
    for name in ("Volumes", "Notes, old"):
        sheet = book.create_sheet(name)
        for line in (["Touchpoint", "Volume"], ["Bill", 100], ["Call", 80], ["App", 30]):
            sheet.append(line if name == "Volumes" else ["Remember", line[0]])
    path = tmp_path / "two.xlsx"
    book.save(path)
    return path


def test_a_sheet_that_is_joined_is_not_called_unused(tmp_path, capsys):
    path = two_sheets(tmp_path)
    assert main(["matrix", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    (told,) = (one for one in found if one["code"] == "other_sheets")
    assert told["sheet"] == "Scores"
    assert "Notes, old" in told["message"] and "Volumes" not in told["message"]


def test_only_the_chosen_sheet_says_which_are_not_used(tmp_path):
    content = two_sheets(tmp_path).read_bytes()
    workbook = intake.read(io.BytesIO(content).getvalue(), "two.xlsx")
    said = [
        Finding("info", "other_sheets", name, details={"sheets": "all"}) for name in ("Scores", "Volumes")
    ]
    (kept,) = sheets_told_once(said, workbook, ["Scores", "Volumes"])
    assert (kept.sheet, kept.details["sheets"]) == ("Scores", "Notes, old")
    assert sheets_told_once(said, workbook, ["Scores", "Volumes", "Notes, old"]) == ()
