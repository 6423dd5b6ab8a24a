"""The only column of names, the only column of scores, and scales that their headers turn."""

import pytest

from cx import intake
from cx.errors import RoleMissing
from tests.made.intake_files import csv, of_code, points, roles, table


@pytest.mark.parametrize("header", ["Department", "Abteilung", "Équipe", "Sklep", "Филиал"])
def test_the_only_column_of_names_holds_the_touchpoints(header):
    rows = [[header, "CSAT", "n"], ["A1 desk", 7.1, 100], ["B2 desk", 6.2, 200], ["C3 desk", 5.5, 50]]
    assert points(rows).rows["touchpoint"].tolist() == ["A1 desk", "B2 desk", "C3 desk"]


def test_what_comes_back_in_each_period_is_the_touchpoint():
    rows = [["Quarter", "Kanal", "Average rating"]]
    rows += [[quarter, name, 6.1 + at] for quarter in ("2026-Q1", "2026-Q2") for at, name in enumerate("ABC")]
    seen = intake.understand(table(rows))
    assert roles(seen) == {"Quarter": "period", "Kanal": "touchpoint", "Average rating": "satisfaction"}
    assert of_code(seen.findings, "guessed_touchpoint")
    assert roles(intake.understand(table([*rows, rows[-1]])))["Kanal"] == "channel"


@pytest.mark.parametrize(
    ("names", "scores", "counts"),
    [("Palu", "Hinga tolo", "Vavira"), ("Ҷой", "Баҳо", "Шумора"), ("接点", "得点", "件数")],
)
def test_scores_and_counts_by_what_they_are(names, scores, counts):
    book = table([[names, scores, counts], ["A", 7.1, 1000], ["B", 6.2, 5210], ["C", 5.5, 480]])
    seen = intake.understand(book)
    assert roles(seen) == {names: "touchpoint", scores: "satisfaction", counts: "volume"}
    assert of_code(seen.findings, "guessed_satisfaction")


def test_numbers_of_something_else_are_no_scores():
    rows = [
        ["Pipe", "Diameter", "Wall", "Price"],
        ["A", 40.5, 1.5, 120.25],
        ["B", 60.5, 2.5, 220.5],
        ["C", 20.5, 3.5, 80.1],
    ]
    with pytest.raises(RoleMissing):
        points(rows)


@pytest.mark.parametrize("header", ["Note (1-10)", "Note /10"])
def test_marks_under_a_header_that_means_remarks_elsewhere(header):
    assert points([["Point", header], ["A", 7.1], ["B", 6.2]]).rows["satisfaction"].tolist() == [7.1, 6.2]


@pytest.mark.parametrize(
    ("header", "scores"),
    [
        ("Schulnote", [5.1, 2.9]),
        ("Effort (1 = very little, 5 = very much)", [4.1, 1.9]),
        ("Moeite (1 = weinig, 5 = veel)", [4.1, 1.9]),
        ("Score (1 = best)", [4.1, 1.9]),
        ("Note (1 = sehr gut, 6 = ungenügend)", [5.1, 2.9]),
        ("Score (1 = slechtst, 5 = best)", [1.9, 4.1]),
    ],
)
def test_the_header_says_which_end_is_good(header, scores):
    found = points([["Touchpoint", header, "n"], ["A", 1.9, 100], ["B", 4.1, 200]])
    assert found.rows["satisfaction"].tolist() == pytest.approx(scores)
    assert not of_code(found.findings, "ces_direction")


@pytest.mark.parametrize("cells", [["5-apr", "4-mrt"], ["4/5/2026", "3/5/2026"], ["5. Mai", "4. Mai"]])
def test_scores_that_became_dates_are_named(cells):
    text = f"Touchpoint;Score (1-5);Volume\nWeb;{cells[0]};100\nApp;{cells[1]};200\n"
    with pytest.raises(RoleMissing) as refused:
        intake.touchpoints(csv(text))
    assert refused.value.key == "scores_are_dates"
    assert refused.value.values["first"] == "B2"


def test_a_column_of_dates_under_another_name_is_only_left_out():
    found = points(
        [["Touchpoint", "Satisfaction", "Measured on"], ["A", 7.1, "2026-01-05"], ["B", 6.2, "2026-01-06"]]
    )
    assert found.rows["satisfaction"].tolist() == [7.1, 6.2]


def test_a_number_out_of_twenty_is_a_score_beside_shares():
    rows = [[f"Moment {at}", 12.5 - at / 2, 40 + at * at, f"{5 + at} %"] for at in range(8)]
    found = roles(intake.understand(table([["Étape", "Note /20", "Effectif", "Poids (%)"], *rows])))
    assert found["Note /20"] == "satisfaction"


def test_the_only_counts_beside_a_named_score_are_volumes():
    rows = [[f"Moment {at}", 4.5 - at / 4, 5, 4_100 + 900 * at * at] for at in range(8)]
    found = roles(intake.understand(table([["Touchpoint", "Satisfaction", "Most", "Requests"], *rows])))
    assert found["Requests"] == "volume"


def test_numbers_of_answers_say_who_answered():
    names = ["店舗", "サイト", "電話", "配送"]
    rows = [[1 + at // 4, names[at % 4], 1 + at * 7 % 5] for at in range(200)]
    found = roles(intake.understand(table([["回答番号", "タッチポイント", "満足度"], *rows])))
    assert found["回答番号"] == "respondent"
