"""A person a row with averages of two decimals: ratings where there are several, and asked about."""

import numpy as np
import pytest

from cx import intake
from cx.records import Choices
from tests.made.intake_files import csv, roles

WORDS = {
    "en": ("User", [f"Category {at}" for at in range(1, 9)]),
    "nl": ("Gebruiker", ["Kerken", "Musea", "Stranden", "Parken", "Theaters"]),
    "de": ("Nutzer", ["Kirchen", "Museen", "Strände", "Parks", "Theater", "Cafés"]),
    "fr": ("Utilisateur", ["Églises", "Musées", "Plages", "Parcs", "Théâtres"]),
}


def _text(first, headers, names, values):
    lines = [";".join([first, *headers])]
    lines += [
        ";".join([name, *(f"{one:.2f}" for one in row)]) for name, row in zip(names, values, strict=True)
    ]
    return csv("\n".join(lines) + "\n")


def _averages(rows, columns, seed=3):
    own = np.random.default_rng(seed).normal(2.4, 0.9, (rows, columns))
    return np.clip(np.round(own, 2), 0.0, 5.0)


@pytest.mark.parametrize("language", WORDS)
def test_people_with_averages_are_respondents_and_the_shape_is_asked(language):
    first, headers = WORDS[language]
    values = _averages(300, len(headers))
    found = intake.understand(_text(first, headers, [f"{first} {at}" for at in range(300)], values))
    assert found.shape == "responses"
    assert roles(found) == {first: "ignore", **dict.fromkeys(headers, "rating")}
    assert {(one.minimum, one.maximum) for one in found.scales.values()} == {(0, 5)}
    (asked,) = found.questions
    assert asked.kind == "shape"
    assert [one.choices.shape for one in asked.readings] == ["responses", "touchpoints"]


def test_a_column_that_stays_below_shares_the_scale_of_the_others():
    values = _averages(300, 6)
    values[:, 2] *= 0.75
    headers = list("ABCDEF")
    found = intake.understand(
        _text("User", headers, [f"User {at}" for at in range(300)], np.round(values, 2))
    )
    assert [roles(found)[one] for one in headers] == ["rating"] * 6
    assert (found.scales["C"].minimum, found.scales["C"].maximum) == (0, 5)


def test_a_column_that_says_who_answered_leaves_nothing_to_ask():
    values = _averages(200, 6)
    headers = ["Parks", "Shops", "Cafés", "Museums", "Beaches", "Zoos"]
    found = intake.understand(_text("Respondent ID", headers, [str(at + 1) for at in range(200)], values))
    assert found.shape == "responses"
    assert found.questions == ()


def test_a_table_of_touchpoints_by_month_stays_one():
    months = [f"{at:02d}-{year}" for year in (2024, 2025) for at in range(1, 13)]
    names = [f"Shop {at}" for at in range(1, 121)]
    found = intake.understand(_text("Touchpoint", months, names, _averages(120, 24) / 2 + 2))
    assert found.shape == "touchpoints"
    points = intake.touchpoints(_text("Touchpoint", months, names, _averages(120, 24) / 2 + 2))
    assert len(points.periods) == 24


def test_few_columns_of_broken_numbers_are_no_ratings():
    headers = ["Length", "Width", "Height"]
    found = intake.understand(_text("Part", headers, [f"P{at}" for at in range(200)], _averages(200, 3)))
    assert "rating" not in roles(found).values()


def test_a_person_settles_the_shape():
    values = _averages(100, 5)
    book = _text("User", list("ABCDE"), [f"User {at}" for at in range(100)], values)
    found = intake.understand(book, Choices(shape="responses"))
    assert found.shape == "responses"
    assert found.questions == ()
