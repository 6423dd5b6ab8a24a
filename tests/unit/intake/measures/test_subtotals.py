"""Rows that average or add up the rows of their group are set aside, by their numbers."""

import pytest

from cx import intake
from tests.made.intake_files import csv, of_code, points


@pytest.mark.parametrize(
    "name",
    [
        "Promedio Compra",
        "Średnia zakupy",
        "Zwischensumme Kauf",
        "Итого: покупка",
        "小計 購入",
        "Kopen gemiddeld",
    ],
)
def test_names_in_many_languages_with_numbers_that_fit(name):
    rows = [
        ["Touchpoint", "Satisfaction (1-10)", "Volume"],
        ["Web", 7.3, 1000],
        ["Advice", 8.1, 220],
        [name, 7.7, 1220],
        ["App", 6.2, 500],
    ]
    found = points(rows)
    assert found.rows["touchpoint"].tolist() == ["Web", "Advice", "App"]
    assert [(one.cell, one.value) for one in of_code(found.findings, "total_row")] == [("A4", name)]


def test_without_a_telling_name_the_numbers_of_each_group_have_to_fit():
    rows = [
        ["Touchpoint", "Satisfaction (1-10)", "Volume"],
        ["Web", 7.3, 1000],
        ["Advice", 8.1, 220],
        ["Kjøp", 7.7, 1220],
        ["App", 6.2, 500],
        ["Bill", 5.8, 930],
        ["Bruk", 6.0, 1430],
    ]
    assert points(rows).rows["touchpoint"].tolist() == ["Web", "Advice", "App", "Bill"]


def test_a_weighted_mean_above_its_group():
    text = "Contact;CSAT %;n\nOverall desk;73;550\nWebsite;71;400\nShop;78;150\n"
    text += "Overall phone;57;1100\nLine;55;800\nChat;63;300\n"
    found = intake.touchpoints(csv(text))
    assert found.rows["touchpoint"].tolist() == ["Website", "Shop", "Line", "Chat"]


@pytest.mark.parametrize(
    "name", ["Average waiting time", "All-in package", "Media", "Overall app experience"]
)
def test_a_touchpoint_that_is_only_called_so_stays(name):
    rows = [
        ["Touchpoint", "Satisfaction (1-10)", "Volume"],
        ["Web", 7.3, 1000],
        ["Advice", 8.1, 220],
        [name, 5.2, 480],
        ["App", 6.2, 500],
    ]
    found = points(rows)
    assert found.rows["touchpoint"].tolist() == ["Web", "Advice", name, "App"]


def test_a_score_that_happens_to_be_the_mean_of_others_stays():
    rows = [
        ["Touchpoint", "Satisfaction (1-10)", "Volume"],
        ["Web", 7.3, 1000],
        ["Advice", 8.1, 220],
        ["Desk", 7.7, 480],
        ["App", 6.2, 500],
    ]
    assert points(rows).rows["touchpoint"].tolist() == ["Web", "Advice", "Desk", "App"]
