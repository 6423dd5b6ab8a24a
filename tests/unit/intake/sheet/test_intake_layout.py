"""Where the table lies on its sheet: header rows, merged cells, hidden parts, tables side by side."""

import openpyxl
import pytest

from cx import intake
from cx.errors import NothingUsable
from cx.records import Choices
from cx.records.file.workbook import position_of
from tests.made.intake_files import saved


def book(rows, *, merged=(), hide_rows=(), hide_columns=(), percent=()):
    made = openpyxl.Workbook()
    sheet = made.active
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    for row in hide_rows:
        sheet.row_dimensions[row].hidden = True
    for letter in hide_columns:
        sheet.column_dimensions[letter].hidden = True
    for letter in percent:
        for cell in sheet[letter][1:]:
            cell.number_format = "0.0%"
    return intake.read(saved(made), "table.xlsx")


def codes(found):
    return {finding.code for finding in found.findings}


PLAIN = [
    ["Touchpoint", "Satisfaction (1-10)", "Volume"],
    ["Invoice", 7.1, 10],
    ["Call", 6.2, 20],
    ["Visit", 8, 5],
]


def test_two_header_rows_with_merged_groups():
    rows = [
        ["Touchpoint", "2025", None, "2026", None],
        [None, "Score", "Volume", "Score", "Volume"],
        ["Invoice", 6.1, 10, 7.1, 12],
        ["Call", 5.2, 20, 6.2, 22],
    ]
    workbook = book(rows, merged=["A1:A2", "B1:C1", "D1:E1"])
    seen = intake.understand(workbook)
    assert seen.header_rows == (1, 2)
    assert {column.header for column in seen.columns} == {
        "Touchpoint", "2025 Score", "2025 Volume", "2026 Score", "2026 Volume", "2025 … 2026",
    }  # fmt: skip
    found = intake.touchpoints(workbook)
    latest = found.rows[found.rows["period"] == "2026"]
    assert latest["satisfaction"].tolist() == [7.1, 6.2]
    assert latest["volume"].tolist() == [12, 22]
    assert found.periods == ("2025", "2026")
    assert "two_columns" not in codes(found)


def test_groups_that_are_not_merged_count_up_to_the_next_group():
    text = ";2025;;2026;\nContactmoment;Cijfer;Aantal;Cijfer;Aantal\nFactuur;6,1;1;7,1;2\nBalie;5,2;2;6,2;3\n"
    seen = intake.understand(intake.read(text.encode(), "a.csv"))
    assert {column.header for column in seen.columns} == {
        "Contactmoment", "2025 Cijfer", "2025 Aantal", "2026 Cijfer", "2026 Aantal", "2025 … 2026",
    }  # fmt: skip


@pytest.mark.parametrize(
    "units", [[None, "(1-10)", "aantal"], ["(naam)", "1-10", "#"], [None, "cijfer", "per jaar"]]
)
def test_a_row_of_units_belongs_to_the_header(units):
    workbook = book([["Touchpoint", "Satisfaction", "Volume"], units, *PLAIN[1:]])
    seen = intake.understand(workbook)
    assert (seen.header_rows, seen.first_row, seen.row_count) == ((1, 2), 3, 3)
    assert [finding for finding in seen.findings if finding.severity == "error"] == []


def test_a_first_row_without_a_score_is_no_row_of_units():
    rows = [PLAIN[0], ["Invoice", "n.v.t.", 3], *PLAIN[2:]]
    seen = intake.understand(book(rows))
    assert (seen.header_rows, seen.first_row) == ((1,), 2)


def test_a_title_merged_over_the_table_is_no_header():
    seen = intake.understand(book([["Customer satisfaction 2026", None, None], *PLAIN], merged=["A1:C1"]))
    assert seen.header_rows == (2,)
    assert seen.columns[0].header == "Touchpoint"


def test_merged_journeys_count_for_each_of_their_rows():
    rows = [["Journey", *PLAIN[0]], ["Pay", *PLAIN[1]], [None, *PLAIN[2]], ["Move", *PLAIN[3]]]
    found = intake.touchpoints(book(rows, merged=["A2:A3"]))
    assert found.rows["journey"].tolist() == ["Pay", "Pay", "Move"]
    assert [(f.column, f.details["n"]) for f in found.findings if f.code == "merged_repeated"] == [
        ("Journey", 1)
    ]


def test_a_merged_volume_is_not_repeated():
    rows = [PLAIN[0], ["Invoice", 7.1, 10], ["Call", 6.2, None], PLAIN[3]]
    found = intake.touchpoints(book(rows, merged=["C2:C3"]))
    assert found.rows["volume"].fillna(-1).tolist() == [10, -1, 5]


def test_hidden_rows_and_columns_are_used_only_when_chosen():
    rows = [[*PLAIN[0], "Journey"], *([*row, "Pay"] for row in PLAIN[1:])]
    workbook = book(rows, hide_rows=[3], hide_columns=["D"])
    found = intake.touchpoints(workbook)
    assert found.rows["touchpoint"].tolist() == ["Invoice", "Visit"]
    assert found.rows["journey"].tolist() == ["", ""]
    assert [f.details for f in found.findings if f.code == "hidden_rows"] == [{"n": 1, "rows": "3"}]
    assert [f.details for f in found.findings if f.code == "hidden_columns"] == [{"columns": "Journey"}]
    chosen = intake.touchpoints(workbook, Choices(hidden=True))
    assert chosen.rows["touchpoint"].tolist() == ["Invoice", "Call", "Visit"]
    assert chosen.rows["journey"].tolist() == ["Pay", "Pay", "Pay"]
    assert not codes(chosen) & {"hidden_rows", "hidden_columns"}


def test_a_hidden_column_that_a_person_names_is_used():
    rows = [[*PLAIN[0], "Group"], *([*row, "Pay"] for row in PLAIN[1:])]
    found = intake.touchpoints(book(rows, hide_columns=["D"]), Choices(roles={"Group": "journey"}))
    assert found.rows["journey"].tolist() == ["Pay", "Pay", "Pay"]


def test_a_hidden_sheet_is_used_only_when_chosen():
    made = openpyxl.Workbook()
    made.active.title = "Cover"
    made.active.append(["x"])
    sheet = made.create_sheet("Data")
    for row in PLAIN:
        sheet.append(row)
    sheet.sheet_state = "hidden"
    workbook = intake.read(saved(made), "hidden.xlsx")
    with pytest.raises(NothingUsable) as raised:
        intake.touchpoints(workbook)
    assert (raised.value.key, raised.value.values["sheets"]) == ("only_hidden", "Data")
    assert "hidden_sheet" in codes(intake.touchpoints(workbook, Choices(sheet="Data")))


def test_a_second_table_beside_the_first_is_told():
    other = [["Touchpoint", "Satisfaction", "Volume"], ["Phone", 5, 1], ["Web", 6, 2], ["Shop", 7, 3]]
    rows = [[*left, None, *right] for left, right in zip(PLAIN, other, strict=True)]
    found = intake.touchpoints(book([*rows, [None, None, None, None, "Mail", 8, 4]]))
    assert found.rows["touchpoint"].tolist() == ["Invoice", "Call", "Visit"]
    assert [f.details["columns"] for f in found.findings if f.code == "table_beside"] == ["E–G"]


def test_remarks_beside_the_table_make_no_rows():
    rows = [*PLAIN, *([f"T{place}", 7, 9] for place in range(8)), [None, None, None, None, "check this"]]
    seen = intake.understand(book(rows))
    assert (seen.last_row, seen.row_count) == (12, 11)
    assert [f.severity for f in seen.findings if f.code == "table_beside"] == ["warning"]


def test_numbers_with_a_per_cent_format_are_per_cents():
    rows = [["Touchpoint", "Satisfied"], ["Invoice", 0.074], ["Call", 0.91], ["Visit", 1.0]]
    found = intake.touchpoints(book(rows, percent=["B"]), Choices(roles={"Satisfied": "satisfaction"}))
    assert found.rows["satisfaction"].round(6).tolist() == [7.4, 91.0, 100.0]
    assert (found.scale.minimum, found.scale.maximum) == (0, 100)


def test_the_latest_period_of_a_wide_table_is_used_and_said():
    header = ["Name of service", "2013-Q4 Vol.", "2013-Q4 User satisfaction", "2014-Q2 Vol.",
              "2014-Q2 User satisfaction", "2014-Q1 Vol.", "2014-Q1 User satisfaction"]  # fmt: skip
    rows = [header, ["Passport", 10, 0.7, 30, 0.9, 20, 0.8], ["Visa", 11, 0.6, 31, 0.8, 21, 0.7]]
    found = intake.touchpoints(book(rows))
    latest = found.rows[found.rows["period"] == found.periods[-1]]
    assert latest["volume"].tolist() == [30, 31]
    assert latest["satisfaction"].tolist() == [90, 80]
    told = [(f.column, f.details["n"]) for f in found.findings if f.code == "period_columns"]
    assert told == [("2014-Q2 User satisfaction", 3)]
    assert not codes(found) & {"two_columns", "periods_differ", "period_column"}


def test_measures_of_different_periods_are_told():
    rows = [["Service", "Satisfaction Q1 2026", "Satisfaction Q2 2026", "Volume Q1 2026", "Volume Q2 2026"],
            ["Passport", 7, 8, 1, 2], ["Visa", 6, 7, 3, 4]]  # fmt: skip
    choices = Choices(roles={"Volume Q1 2026": "volume"})
    found = intake.touchpoints(book(rows), choices)
    assert [f.details["other"] for f in found.findings if f.code == "periods_differ"] == ["Volume Q1 2026"]


def test_years_can_be_a_header():
    text = "CO2 by sector\n\nYear,2000,2001,2002\nTimber,2.6,2.2,1.8\nOther,4.9,8.5,4.9\n"
    assert intake.understand(intake.read(text.encode(), "a.csv")).header_rows == (3,)


def test_an_edit_keeps_what_is_hidden():
    from cx.records import CellEdit

    workbook = intake.edited(book(PLAIN, hide_rows=[3]), [CellEdit("Sheet", 2, "B", "9")])
    assert workbook.sheets[0].hidden_rows == frozenset({3})
    assert workbook.sheets[0].cell(2, position_of("B") + 1).value == 9.0
