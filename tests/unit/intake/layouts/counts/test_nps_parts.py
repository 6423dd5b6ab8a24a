"""Promoters, passives and detractors give the net promoter score."""

import pytest

from cx import intake
from cx.records import Scale
from tests.made.intake_files import csv, of_code, points


@pytest.mark.parametrize(
    "headers",
    [
        ("Promoters", "Passives", "Detractors"),
        ("Promotoren", "Passieve klanten", "Criticasters"),
        ("9-10", "7-8", "0-6"),
        ("Promotores", "Pasivos", "Detractores"),
        ("Промоутеры", "Нейтралы", "Критики"),
        ("Promoteurs", "Passifs", "Détracteurs"),
    ],
)
def test_counts_give_score_and_number(headers):
    found = points([["Touchpoint", *headers], ["Desk", 50, 30, 20], ["App", 10, 20, 50]])
    assert found.rows["satisfaction"].tolist() == [30.0, -50.0]
    assert found.rows["n"].tolist() == [100, 80]
    assert found.scale == Scale(-100, 100, kind="nps")


def test_any_order_and_a_total():
    found = points(
        [
            ["Touchpoint", "Total", "Detractors", "Promoters", "Passives"],
            ["Desk", 110, 20, 60, 30],
            ["App", 80, 50, 10, 20],
        ]
    )
    assert found.rows["satisfaction"].tolist() == pytest.approx([100 * 40 / 110, -50.0])
    assert found.rows["n"].tolist() == [110, 80]


def test_shares_with_a_base():
    text = "Kontaktpunkt;Promotoren %;Passive %;Kritiker %;Antworten\n"
    text += "Lager;55,5;24,5;20,0;410\nKasse;20,0;40,0;40,0;380\n"
    found = intake.touchpoints(csv(text))
    assert found.rows["satisfaction"].tolist() == pytest.approx([35.5, -20.0])
    assert found.rows["n"].tolist() == [410, 380]


def test_the_score_itself_is_used_where_it_stands_beside():
    found = points(
        [
            ["Touchpoint", "Promoters", "Passives", "Detractors", "NPS"],
            ["Desk", 50, 30, 20, 30],
            ["App", 10, 20, 50, -50],
        ]
    )
    assert found.rows["satisfaction"].tolist() == [30, -50]
    assert [one.column for one in of_code(found.findings, "nps_parts_beside")] == ["NPS"]


def test_other_tables_are_left():
    rows = [
        ["Touchpoint", "Satisfaction", "Passive users", "Critical incidents"],
        ["A", 7.1, 100, 10],
        ["B", 6.2, 50, 20],
    ]
    assert points(rows).rows["satisfaction"].tolist() == [7.1, 6.2]
