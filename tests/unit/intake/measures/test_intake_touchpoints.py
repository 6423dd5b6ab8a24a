"""Clean tables with any header names become touchpoints."""

import datetime as dt
import math

import pytest

from cx import intake
from cx.errors import ArgumentError, NothingUsable, RoleMissing, TableError
from cx.records import Choices, Scale
from tests.made.intake_files import csv, of_code, points, roles, table, understood, workbook_bytes

ENGLISH = [
    ["Touchpoint", "Journey", "Channel", "Segment", "Period", "Satisfaction (1-10)", "Impact on NPS",
     "Volume", "n", "sd", "Cost per contact", "Owner", "Note"],
    ["Invoice", "Paying", "Post", "Home", "Q3 2026", 6.4, 0.21, 120000, 400, 1.5, 0.8, "Cash", "x"],
    ["Call", "Service", "Phone", "Home", "Q3 2026", 7.8, 0.12, 80000, 310, 1.2, 6.5, "Service", ""],
]  # fmt: skip
DUTCH = [
    ["Contactmoment", "Klantreis", "Kanaal", "Doelgroep", "Kwartaal", "Rapportcijfer", "Invloed op churn",
     "Aantal contacten", "Respondenten", "Standaarddeviatie", "Kosten", "Verantwoordelijke", "Toelichting"],
    *ENGLISH[1:],
]  # fmt: skip


@pytest.mark.parametrize("rows", [ENGLISH, DUTCH], ids=["English", "Dutch"])
def test_every_column_arrives_with_its_values(rows):
    found = points(rows)
    first = found.rows.iloc[0]
    assert list(found.rows["touchpoint"]) == ["Invoice", "Call"]
    texts = ["journey", "channel", "segment", "period", "owner", "note"]
    assert [first[name] for name in texts] == ["Paying", "Post", "Home", "Q3 2026", "Cash", "x"]
    numbers = ["satisfaction", "impact", "volume", "n", "sd", "cost"]
    assert [first[name] for name in numbers] == [6.4, 0.21, 120000.0, 400.0, 1.5, 0.8]
    assert math.isnan(first["expectation"]) and math.isnan(first["importance"])
    assert (first["file"], first["sheet"], first["row"]) == ("table.xlsx", "Sheet1", 2)
    assert found.scale == Scale(1, 10)
    assert found.impact_kind == "given"
    assert found.goal == rows[0][6]
    assert found.periods == ("Q3 2026",)
    assert found.findings == ()
    assert found.cells[("Sheet1", 3, "satisfaction")] == "F3"
    assert found.cells[("Sheet1", 3, "impact")] == "G3"


def test_a_plain_list_of_scores_has_no_impact_and_no_volume():
    found = points([["Touchpoint", "CSAT (1-5)"], ["Invoice", 4.1], ["Call", 3.2]])
    assert found.impact_kind == "none"
    assert found.rows["volume"].isna().all()
    assert found.scale == Scale(1, 5)


def test_decimal_commas_and_thousands_points_of_a_dutch_csv():
    found = intake.touchpoints(
        csv(
            "Contactmoment;Tevredenheid;Volume;Kosten\n"
            'Factuur;7,4;1.234;"€ 3,50"\nBellen;6,25;120.000;€ 12,00\n'
        )
    )
    assert list(found.rows["satisfaction"]) == [7.4, 6.25]
    assert list(found.rows["volume"]) == [1234.0, 120000.0]
    assert list(found.rows["cost"]) == [3.5, 12.0]
    assert found.sources[0].sheet == ""


def test_english_thousands_commas():
    found = intake.touchpoints(csv('Touchpoint,Sat,Volume\nInvoice,7.4,"1,234"\nCall,6.25,"6,400,000"\n'))
    assert list(found.rows["volume"]) == [1234.0, 6400000.0]


def test_title_rows_blank_rows_and_notes_stay_outside():
    rows = [
        ["Customer survey 2026"],
        [],
        [None, "Touchpoint", "Satisfaction", "Volume"],
        [None, "Invoice", 7.1, 100],
        [],
        [None, "Call", 6.2, 200],
        [],
        ["Source: survey of June"],
    ]
    understanding = understood(rows)
    assert understanding.header_rows == (3,)
    assert (understanding.first_row, understanding.last_row, understanding.row_count) == (4, 6, 2)
    assert [c.letter for c in understanding.columns if c.role != "ignore"] == ["B", "C", "D"]
    assert [finding.row for finding in of_code(understanding.findings, "note_below")] == [8]
    assert list(intake.touchpoints(table(rows)).rows["row"]) == [4, 6]


def test_the_sheet_with_the_touchpoints_is_chosen_and_another_can_be():
    book = table([["About this file"], ["Made in June"]], name="About",
                 Scores=[["Touchpoint", "CSAT"], ["Invoice", 4]],
                 Old=[["Touchpoint", "CSAT"], ["Letter", 3], ["Visit", 2]])  # fmt: skip
    understanding = intake.understand(book)
    assert understanding.sheet == "Old"
    chosen = intake.touchpoints(book, Choices(sheet="Scores"))
    assert list(chosen.rows["touchpoint"]) == ["Invoice"]
    assert [s.name for s in chosen.sources[0].sheets if s.chosen] == ["Scores"]
    with pytest.raises(ArgumentError) as raised:
        intake.understand(book, Choices(sheet="Nope"))
    assert raised.value.values["sheets"] == "About, Scores, Old"


def test_a_hidden_sheet_is_used_only_when_nothing_else_is_there():
    import openpyxl

    from tests.made.intake_files import saved

    book = openpyxl.Workbook()
    book.active.append(["Touchpoint", "CSAT"])
    book.active.append(["Invoice", 4])
    hidden = book.create_sheet("Hidden")
    for row in (["Touchpoint", "CSAT", "Volume"], ["Call", 4, 10], ["Visit", 3, 20]):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    read = intake.read(saved(book), "h.xlsx")
    assert intake.understand(read).sheet == "Sheet"
    chosen = intake.understand(read, Choices(sheet="Hidden"))
    assert [f.severity for f in of_code(chosen.findings, "hidden_sheet")] == ["warning"]


def test_roles_set_by_hand_by_header_letter_or_loose_header():
    rows = [["Thing", "Alpha", "Beta score"], ["Invoice", 5, 7.1], ["Call", 6, 6.2]]
    by_letter = intake.touchpoints(table(rows), Choices(roles={"A": "touchpoint", "B": "satisfaction"}))
    assert list(by_letter.rows["satisfaction"]) == [5.0, 6.0]
    loose = intake.touchpoints(table(rows), Choices(roles={"thing": "touchpoint", " ALPHA ": "satisfaction"}))
    assert list(loose.rows["satisfaction"]) == [5.0, 6.0]
    source = by_letter.sources[0]
    assert dict(source.roles) == {"Thing": "touchpoint", "Alpha": "satisfaction", "Beta score": "ignore"}


def test_an_unknown_column_is_refused_with_the_columns_there_are():
    with pytest.raises(ArgumentError) as raised:
        points([["Touchpoint", "CSAT"], ["Invoice", 4]], Choices(roles={"Tevreden": "satisfaction"}))
    assert raised.value.values["columns"] == "Touchpoint (A), CSAT (B)"


def test_a_column_set_to_ignore_makes_room_for_the_next():
    rows = [["Touchpoint", "Satisfaction", "Rating"], ["Invoice", 5, 7.1], ["Call", 6, 6.2]]
    found = points(rows, Choices(roles={"Satisfaction": "ignore"}))
    assert list(found.rows["satisfaction"]) == [7.1, 6.2]


def test_without_satisfaction_the_columns_are_named():
    with pytest.raises(RoleMissing) as raised:
        points([["Touchpoint", "Volume"], ["Invoice", 10], ["Call", 20]])
    assert raised.value.key == "no_satisfaction_column"
    assert raised.value.values["columns"] == "Touchpoint, Volume"
    understanding = understood([["Touchpoint", "Volume"], ["Invoice", 10], ["Call", 20]])
    assert [(f.severity, f.code) for f in understanding.findings] == [("error", "no_satisfaction_column")]


def test_without_any_score_nothing_is_usable():
    with pytest.raises(NothingUsable) as raised:
        points(
            [["Touchpoint", "CSAT"], ["Invoice", None], ["Call", "n.v.t."], ["Visit", 3]],
            Choices(scale=Scale(4, 5)),
        )
    assert raised.value.key == "nothing_usable"


def test_two_likely_columns_are_told():
    understanding = understood(
        [["Touchpoint", "CSAT", "Satisfaction"], ["Invoice", 4, 7.1], ["Call", 3, 6.2]]
    )
    (finding,) = of_code(understanding.findings, "two_columns")
    assert (finding.column, finding.details["other"]) == ("CSAT", "Satisfaction")


def test_touchpoints_without_a_telling_header_are_guessed_and_told():
    understanding = understood([["Where", "CSAT"], ["Invoice", 4], ["Call", 3], ["Visit", 5]])
    assert roles(understanding) == {"Where": "touchpoint", "CSAT": "satisfaction"}
    assert [f.column for f in of_code(understanding.findings, "guessed_touchpoint")] == ["Where"]


def test_dates_that_differ_per_row_are_no_periods():
    rows = [
        ["Touchpoint", "CSAT", "Date"],
        *([name, 4, dt.date(2026, 5, day)] for day, name in enumerate("ABCDEF", 1)),
    ]
    assert roles(understood(rows))["Date"] == "ignore"


def test_dates_that_repeat_are_periods_in_order_of_time():
    june, july = dt.date(2026, 6, 1), dt.date(2026, 7, 1)
    rows = [["Touchpoint", "CSAT", "Month"], ["A", 4, july], ["B", 3, july], ["A", 5, june], ["B", 4, june]]
    assert points(rows).periods == ("2026-06-01", "2026-07-01")


def test_repeated_and_blank_headers_get_their_letter():
    rows = [["Touchpoint", "CSAT", "Remark", "Remark", None], ["Invoice", 4, "a", "b", "c"]]
    assert [c.header for c in understood(rows).columns] == [
        "Touchpoint",
        "CSAT",
        "Remark (C)",
        "Remark (D)",
        "E",
    ]


def test_header_rows_set_by_hand():
    rows = [["Touchpoint", "CSAT"], ["Contactmoment", "Tevredenheid"], ["Factuur", 4], ["Bellen", 3]]
    understanding = understood(rows, Choices(header_rows=(1, 2)))
    assert [c.header for c in understanding.columns] == ["Touchpoint Contactmoment", "CSAT Tevredenheid"]
    assert understanding.first_row == 3


def respondents(count: int) -> list[list[object]]:
    return [["Respondent", "Invoice", "Call", "Visit", "NPS"]] + [
        [f"R{i}", 1 + i % 5, 1 + (i * 2) % 5, 1 + (i * 3) % 5, i % 11] for i in range(count)
    ]


def test_other_shapes_are_recognised_and_said():
    assert understood(respondents(40)).shape == "responses"
    ratings = [["Respondent", "Touchpoint", "Rating"]] + [
        [f"R{i}", "ABC"[i % 3], 1 + i % 5] for i in range(60)
    ]
    assert understood(ratings).shape == "ratings"
    nobody = [["Day", "Touchpoint", "Rating"]] + [[i, "ABC"[i % 3], 1 + i % 5] for i in range(60)]
    assert understood(nobody).shape == "ratings"
    start = dt.datetime(2026, 5, 1, 8)
    contacts = [["Customer id", "Time", "Touchpoint"]] + [
        [f"C{i % 9}", start + dt.timedelta(hours=i), "ABC"[i % 3]] for i in range(60)
    ]
    assert understood(contacts).shape == "contacts"
    with pytest.raises(TableError) as raised:
        points(contacts)
    assert raised.value.key == "shape_contacts"


def test_confidence_and_reason_are_shown():
    understanding = understood([["Touchpoint", "Klanttevredenheidsscore"], ["Invoice", 7], ["Call", 6]])
    assert [(c.role, c.confidence, c.reason) for c in understanding.columns] == [
        ("touchpoint", 0.95, "name"),
        ("satisfaction", 0.75, "name_part"),
    ]
    assert understanding.columns[1].why("nl") == "Een deel van de kop “Klanttevredenheidsscore” zegt het."


def test_a_table_of_channels_is_a_table_of_touchpoints():
    assert roles(understood([["Channel", "CSAT"], ["Phone", 4], ["Chat", 3]])) == {
        "Channel": "touchpoint",
        "CSAT": "satisfaction",
    }


def test_the_same_bytes_give_the_same_understanding():
    content = workbook_bytes(ENGLISH)
    assert intake.understand(intake.read(content, "a.xlsx")) == intake.understand(
        intake.read(content, "a.xlsx")
    )


def test_a_column_that_counts_the_rows_is_no_volume():
    rows = [["#", "Touchpoint", "CSAT"], [1, "A", 4], [2, "B", 3], [3, "C", 5]]
    assert roles(understood(rows))["#"] == "ignore"


def test_two_years_are_two_periods():
    rows = [["Touchpoint", "Tevredenheid 2025", "Tevredenheid 2026"], ["A", 6, 7], ["B", 5, 8]]
    found = points(rows)
    assert list(found.rows["satisfaction"]) == [6.0, 7.0, 5.0, 8.0]
    assert found.periods == ("2025", "2026")


def test_descriptions_serve_as_names_where_there_are_no_others():
    rows = [
        ["Omschrijving", "Kanaal", "Cijfer"],
        ["Bellen over factuur", "Telefoon", 7],
        ["Inloggen", "Web", 8],
    ]
    assert list(points(rows).rows["touchpoint"]) == ["Bellen over factuur", "Inloggen"]


def test_a_named_column_leads_to_its_sheet():
    book = table(
        [["Touchpoint", "CSAT"], ["Invoice", 4]], name="Main", Other=[["Touchpoint", "Alpha"], ["Letter", 3]]
    )
    assert intake.understand(book).sheet == "Main"
    assert intake.understand(book, Choices(roles={"Alpha": "satisfaction"})).sheet == "Other"


def test_places_of_cells_are_found_and_listed():
    found = points([["Touchpoint", "CSAT"], ["Invoice", 4], ["Call", 3]])
    assert dict(found.cells) == {
        ("Sheet1", 2, "touchpoint"): "A2",
        ("Sheet1", 2, "satisfaction"): "B2",
        ("Sheet1", 3, "touchpoint"): "A3",
        ("Sheet1", 3, "satisfaction"): "B3",
    }
    assert found.cells.get(("Sheet1", 9, "satisfaction")) is None
    assert found.cells.get(("Sheet1", 2, "volume")) is None


def test_touchpoints_may_be_numbers_where_the_header_is_sure():
    assert list(points([["Touchpoint", "CSAT"], [101, 4], [102, 3]]).rows["touchpoint"]) == ["101", "102"]


def test_a_column_that_tells_rows_apart_is_taken_for_it():
    places = [
        ["Touchpoint", "CSAT", "Site"],
        *([n, 4, s] for n in ("Invoice", "Call") for s in ("North", "South")),
    ]
    understanding = understood(places)
    assert roles(understanding)["Site"] == "segment"
    assert [f.column for f in of_code(understanding.findings, "guessed_segment")] == ["Site"]
    assert understanding.row_count == 4
    rounds = [["Touchpoint", "CSAT", "X"], *([n, 4, s] for n in ("Invoice", "Call") for s in ("Q1", "Q2"))]
    assert roles(understood(rounds))["X"] == "period"
    plain = [["Touchpoint", "CSAT", "X"], ["A", 4, "y"], ["B", 4, "y"], ["C", 3, "z"], ["D", 2, "z"]]
    assert roles(understood(plain))["X"] == "ignore"


def test_a_volume_may_count_from_one():
    found = points([["Touchpoint", "CSAT", "Volume"], ["A", 4, 1], ["B", 3, 2], ["C", 5, 3]])
    assert list(found.rows["volume"]) == [1.0, 2.0, 3.0]


def test_of_two_years_of_impact_the_latest_counts_and_is_told():
    header = ["Touchpoint", "CSAT", "Impact 2025", "Impact 2026"]
    found = points([header, ["A", 4, 0.1, 0.2], ["B", 3, 0.3, 0.4]])
    assert list(found.rows["impact"]) == [0.2, 0.4]
    (told,) = of_code(found.findings, "two_columns")
    assert (told.column, told.details["other"]) == ("Impact 2026", "Impact 2025")


def test_a_role_for_one_column_is_not_given_twice():
    rows = [["Touchpoint", "CSAT", "A", "B"], ["x", 4, 1, 2], ["y", 3, 2, 5]]
    with pytest.raises(ArgumentError) as raised:
        points(rows, Choices(roles={"A": "volume", "B": "volume"}))
    assert (raised.value.key, raised.value.values["columns"]) == ("role_twice", "A, B")


def test_numbers_that_nothing_uses_are_told():
    found = points([["Touchpoint", "CSAT", "Blorp", "Belang"], ["A", 4, 12, 3], ["B", 3, 15, 4]])
    assert [f.column for f in of_code(found.findings, "unused_numbers")] == ["Blorp"]
    assert [f.column for f in of_code(found.findings, "importance_not_impact")] == ["Belang"]


def test_a_name_whose_formula_was_not_calculated_is_told_so():
    found = points([["Touchpoint", "CSAT"], ["A", 4], ["=B2&1", 3], ["C", 5]])
    assert [f.cell for f in of_code(found.findings, "formula_unstored")] == ["A3"]


@pytest.mark.parametrize("name", ["Algemeen totaal", "Algemeen", "Gem.", "Gemiddeld", "Grand total"])
def test_rows_that_sum_up_are_set_aside(name):
    found = points([["Touchpoint", "CSAT"], ["A", 4], ["B", 3], [name, 3.5]])
    assert [f.value for f in of_code(found.findings, "total_row")] == [name]


def test_three_decimals_after_a_comma_are_no_thousands():
    table = "Contactmoment;Rapportcijfer;Invloed\nFactuur;5,5;0,159\nBellen;6,1;0,203\nApp;7,4;0,121\n"
    assert intake.touchpoints(csv(table)).rows["impact"].tolist() == [0.159, 0.203, 0.121]
