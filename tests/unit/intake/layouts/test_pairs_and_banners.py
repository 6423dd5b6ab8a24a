"""Scores beside one another, banners of groups, and cells with two numbers."""

import pytest

from cx import intake, matrix
from tests.made.intake_files import csv, of_code, points, roles, table, understood


@pytest.mark.parametrize(
    ("headers", "gap"),
    [
        (("Expected", "Perceived", "Gap"), 1),
        (("Erwartung", "Wahrgenommen", "Differenz"), 1),
        (("Attentes", "Vécu", "Écart"), 1),
        (("Verwacht", "Ontvangen", "Kloof"), 1),
    ],
)
def test_expectation_and_experience(headers, gap):
    pairs = [(6.0, 5.3), (6.7, 4.2), (5.0, 5.4), (6.2, 4.8)]
    rows = [
        ["Item", *headers],
        *([f"T{at}", *pair, round(gap * (pair[1] - pair[0]), 1)] for at, pair in enumerate(pairs)),
    ]
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [5.3, 4.2, 5.4, 4.8]
    assert found.rows["expectation"].tolist() == [6.0, 6.7, 5.0, 6.2]
    assert roles(understood(rows))[headers[2]] == "ignore"


def test_importance_beside_satisfaction_is_stated_importance():
    rows = [["Item", "Importance", "Satisfaction"], ["A", 8.1, 7.1], ["B", 9.0, 6.2], ["C", 5.5, 8.0]]
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [7.1, 6.2, 8.0]
    assert found.rows["importance"].tolist() == [8.1, 9.0, 5.5]


@pytest.mark.parametrize(
    "headers",
    [
        ("Top-2 box %", "Bottom-2 box %"),
        ("Top 3 (%)", "Bottom 3 (%)"),
        ("T2B", "B2B"),
        ("Best 2 answers %", "Worst 2 answers %"),
    ],
)
def test_the_best_answers_are_satisfaction(headers):
    rows = [["Item", headers[1], headers[0]], ["A", 8, 71], ["B", 21, 55], ["C", 12, 66]]
    assert points(rows).rows["satisfaction"].tolist() == [71, 55, 66]


@pytest.mark.parametrize(
    ("others", "own", "base"),
    [
        ("Target (1-10)", "Zentrum (1-10)", "n Zentrum"),
        ("Markt", "Klar", "Aantal respondenten Klar"),
        ("Benchmark", "Our score", "n"),
    ],
)
def test_the_own_score_is_satisfaction(others, own, base):
    rows = [["Item", others, own, base], ["A", 7.0, 6.4, 310], ["B", 7.5, 7.7, 144], ["C", 7.2, 8.1, 96]]
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [6.4, 7.7, 8.1]
    assert found.rows["n"].tolist() == [310, 144, 96]


def test_a_banner_with_all_together_by_its_base():
    text = (
        "Punto;Conjunto (media);Conjunto (base);Hombre (media);Hombre (base);Mujer (media);Mujer (base)\n"
        "Caja;6,5;322;7,4;149;5,7;173\nWeb;7,1;290;6,6;178;8,0;112\nCarta;6,9;375;6,3;192;7,6;183\n"
    )
    found = intake.touchpoints(csv(text))
    assert found.rows["segment"].tolist() == ["Hombre", "Mujer"] * 3
    assert found.rows["satisfaction"].tolist() == [7.4, 5.7, 6.6, 8.0, 6.3, 7.6]
    assert [round(one.satisfaction, 1) for one in drawn(found)] == [6.5, 7.1, 6.9]
    assert [one.n for one in drawn(found)] == [322, 290, 375]


def drawn(found):
    return matrix.build(found).bubbles


def test_a_banner_without_all_together_gives_the_weighted_mean():
    rows = [
        ["Touchpoint", "North - Mean", "North - Base", "South - Mean", "South - Base"],
        ["Desk", 7.5, 100, 6.5, 300],
        ["App", 8.25, 20, 6.75, 60],
    ]
    found = points(rows)
    assert [one.satisfaction for one in drawn(found)] == [6.75, 7.125]
    assert [one.n for one in drawn(found)] == [400, 80]


@pytest.mark.parametrize(
    "cells",
    [
        ("7.4 (n=120)", "6.2 (n=80)"),
        ("7,4 [120]", "6,2 [80]"),
        ("7.4 (120)", "6.2 (80)"),
        ("7.4, n = 120", "6.2, n = 80"),
        ("7,4 (N: 120)", "6,2 (N: 80)"),
    ],
)
def test_a_score_and_its_base_in_one_cell(cells):
    found = points([["Touchpoint", "Score (1-10)"], ["Desk", cells[0]], ["App", cells[1]]])
    assert found.rows["satisfaction"].tolist() == [7.4, 6.2]
    assert found.rows["n"].tolist() == [120, 80]


def test_a_score_out_of_five_and_one_with_a_star():
    found = points([["Touchpoint", "Rating"], ["Desk", "4.2/5"], ["App", "3/5"]])
    assert found.rows["satisfaction"].tolist() == [4.2, 3.0]
    assert (found.scale.minimum, found.scale.maximum) == (1, 5)
    found = points([["Touchpoint", "Satisfaction"], ["Desk", "4.2 ★"], ["App", "★ 3.1"]])
    assert found.rows["satisfaction"].tolist() == [4.2, 3.1]


def test_texts_that_only_look_so_are_left():
    rows = [["Touchpoint", "Satisfaction", "Note"], ["Desk", 7.1, "1 (see 2)"], ["App", 6.2, "4/7"]]
    assert points(rows).rows["satisfaction"].tolist() == [7.1, 6.2]
    assert not of_code(intake.understand(table(rows)).findings, "base_in_cell")


def test_a_banner_of_means_only_needs_a_column_that_lies_among_the_others():
    rows = [
        ["Item", "Insgesamt", "Nord", "Süd"],
        ["A", 6.4, 6.3, 6.6],
        ["B", 7.1, 7.4, 6.9],
        ["C", 7.2, 7.25, 7.1],
    ]
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [6.4, 7.1, 7.2]
    assert of_code(found.findings, "banner_total")[0].details["groups"] == "Nord, Süd"


@pytest.mark.parametrize("cells", [("3.92 (0.81)", "3.11 (1.12)"), ("3,92 ± 0,81", "3,11 ± 1,12")])
def test_a_score_and_its_spread_in_one_cell(cells):
    found = points([["Touchpoint", "Mean (SD)", "n"], ["Desk", cells[0], 412], ["App", cells[1], 409]])
    assert found.rows["satisfaction"].tolist() == [3.92, 3.11]
    assert found.rows["sd"].tolist() == [0.81, 1.12]
    assert found.rows["n"].tolist() == [412, 409]


def test_measures_side_by_side_are_no_impact():
    rows = [
        ["Touchpoint", "NPS", "KTV", "CES (1-7)"],
        ["A", -12, 7.1, 4.4],
        ["B", 24, 7.8, 5.6],
        ["C", 3, 6.6, 4.1],
    ]
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [7.1, 7.8, 6.6]
    assert found.impact_kind == "none"


def test_effects_on_goals_stay_impact():
    rows = [
        ["Touchpoint", "CSAT", "NPS", "Churn"],
        ["A", 7.1, 0.4, 0.1],
        ["B", 6.1, 0.2, 0.3],
        ["C", 5.5, 0.1, 0.5],
    ]
    assert points(rows).impact_kind == "composed"
