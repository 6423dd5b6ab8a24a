"""Columns that count answers: their mean, number and spread."""

import math

import pytest

from cx import intake
from cx.intake.layouts.counts.steps import steps_of
from cx.records import Choices, Scale
from tests.made.intake_files import csv, of_code, points, roles, table

DUTCH = ("zeer slecht", "slecht", "neutraal", "goed", "zeer goed")
HAND = [3, 5, 20, 60, 40]
"""By hand: the mean is 513 / 128, and the squares around it add up to 107 and 63/64ths."""


def test_counts_per_answer_give_the_mean_the_number_and_the_spread():
    rows = [
        ["Touchpoint", "Very poor", "Poor", "Fair", "Good", "Very good"],
        ["Call", *HAND],
        ["Shop", 1, 0, 0, 0, 1],
    ]
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [4.0078125, 3.0]
    assert found.rows["n"].tolist() == [128, 2]
    assert found.rows["sd"].tolist() == pytest.approx(
        [math.sqrt(sum(c * (k - 513 / 128) ** 2 for k, c in enumerate(HAND, 1)) / 127), math.sqrt(8)]
    )
    assert found.scale == Scale(1, 5)


@pytest.mark.parametrize(
    ("headers", "scale", "mean"),
    [
        (["Sehr gut", "Gut", "Neutral", "Schlecht", "Sehr schlecht"], (1, 5), 6 - 513 / 128),
        (["Helemaal mee oneens", "Oneens", "Neutraal", "Eens", "Helemaal mee eens"], (1, 5), 513 / 128),
        (["1 star", "2 stars", "3 stars", "4 stars", "5 stars"], (1, 5), 513 / 128),
        (["1 (mauvais)", "2", "3", "4", "5 (bon)"], (1, 5), 513 / 128),
        (["n 0", "n 1", "n 2", "n 3", "n 4"], (0, 4), 513 / 128 - 1),
        ([f"Aantal {one}" for one in DUTCH], (1, 5), 513 / 128),
    ],
)  # fmt: skip
def test_the_steps_stand_in_the_headers_of_many_scales(headers, scale, mean):
    found = points([["Naam", *headers], ["Kasse", *HAND], ["Lager", *HAND[::-1]]])
    assert found.rows["satisfaction"][0] == pytest.approx(mean)
    assert (found.scale.minimum, found.scale.maximum) == scale
    assert found.rows["n"].tolist() == [128, 128]


def test_a_total_is_the_number_and_a_column_of_those_who_did_not_meet_it_counts_for_nothing():
    rows = [
        ["Touchpoint", "Dissatisfied", "Neutral", "Satisfied", "N/A", "Total"],
        ["Bar", 10, 20, 30, 5, 65],
        ["Spa", 5, 5, 40, 0, 50],
    ]
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == pytest.approx([140 / 60, 135 / 50])
    assert found.rows["n"].tolist() == [60, 50]


def test_shares_give_the_mean_and_the_base_beside_them_the_number():
    text = (
        "Contactmoment;Ontevreden %;Neutraal %;Tevreden %;n\n"
        "Balie;10,0;20,0;70,0;120\nApp;25,5;24,5;50,0;80\nBrief;33,3;33,3;33,3;40\n"
    )
    found = intake.touchpoints(csv(text))
    assert found.rows["satisfaction"].tolist() == pytest.approx([2.6, 2.245, 2.0])
    assert found.rows["n"].tolist() == [120, 80, 40]


def test_counts_and_shares_side_by_side_use_the_counts_and_the_rounded_average_is_left():
    rows = [
        ["", "Poor", "", "Fair", "", "Good", "", "Weighted average"],
        ["Booking", 0.1, 10, 0.3, 30, 0.6, 60, 2.5],
        ["Check-in", 0.25, 25, 0.25, 25, 0.5, 50, 2.25],
    ]
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [2.5, 2.25]
    assert found.rows["n"].tolist() == [100, 100]


def test_every_column_has_a_role_and_a_reason():
    rows = [
        ["Touchpoint", "Poor", "Fair", "Good", "Total"],
        ["Booking", 10, 30, 60, 100],
        ["Bar", 20, 30, 60, 110],
    ]
    seen = intake.understand(table(rows))
    assert roles(seen) == {
        "Touchpoint": "touchpoint", "Poor": "ignore", "Fair": "ignore", "Good": "ignore", "Total": "n",
        "Poor … Good": "satisfaction", "sd (Poor … Good)": "sd",
    }  # fmt: skip
    assert [one.reason for one in seen.columns][1:4] == ["answer_count"] * 3
    assert [one.details["first"] for one in of_code(seen.findings, "answers_counted")] == ["B"]
    assert not of_code(seen.findings, "unused_numbers")


def test_a_column_that_is_called_satisfaction_and_says_something_else_is_kept():
    rows = [
        ["Touchpoint", "CSAT", "Poor", "Fair", "Good"],
        ["Booking", 61, 10, 30, 60],
        ["Bar", 72, 20, 30, 61],
    ]
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [61, 72]
    assert [one.column for one in of_code(found.findings, "answers_beside")] == ["CSAT"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Touchpoint", "Satisfaction", "Volume", "n"], ["A", 7.1, 100, 10], ["B", 6.2, 50, 20]],
        [["Touchpoint", "Good", "Poor", "Score"], ["A", 1, 2, 7.1], ["B", 3, 1, 6.2]],
        [["Touchpoint", "1", "2", "3", "Score"], ["A", 1, 2, 2, 7.1], ["B", 3, 1, 2, 6.2]],
    ],
)
def test_other_tables_are_left_as_they_lie(rows):
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [7.1, 6.2]
    assert not {f.code for f in found.findings} & {"answers_counted", "answers_shared", "answers_beside"}


def test_a_person_may_use_one_of_the_counts():
    rows = [["Touchpoint", "Poor", "Fair", "Good"], ["Booking", 10, 30, 60], ["Bar", 20, 30, 61]]
    found = points(rows, Choices(roles={"Good": "satisfaction"}))
    assert found.rows["satisfaction"].tolist() == [60, 61]


@pytest.mark.parametrize(
    ("labels", "values"),
    [
        (["Very satisfied", "Satisfied", "Volume"], None),
        (["5", "4", "3", "2", "1"], {0: 5, 1: 4, 2: 3, 3: 2, 4: 1}),
        (["2019", "2020", "2021"], None),
        (["7", "8", "9"], None),
    ],
)
def test_what_steps_are(labels, values):
    found = steps_of(labels)
    assert (found.values if found else None) == values


def test_one_block_a_question():
    def block(title, counts):
        answers = ["Zeer slecht", "Slecht", "Goed", "Zeer goed"]
        return [
            [title],
            ["Antwoord", "Aantal", "%"],
            *([a, c, c / sum(counts)] for a, c in zip(answers, counts, strict=True)),
            ["Totaal", sum(counts)],
            [],
        ]

    rows = [
        *block("V1: Hoe tevreden bent u over de balie?", [1, 2, 3, 4]),
        *block("V2: Hoe tevreden bent u over de website?", [4, 3, 2, 1]),
    ]
    found = points(rows)
    assert found.rows["touchpoint"].tolist() == ["balie", "website"]
    assert found.rows["satisfaction"].tolist() == [3.0, 2.0]
    assert found.rows["n"].tolist() == [10, 10]
    assert found.cells["Sheet1", 1, "touchpoint"] == "A1"
    assert [one.details["n"] for one in of_code(found.findings, "question_blocks")] == [2]


@pytest.mark.parametrize(
    "headers",
    [
        ["Bardzo niezadowolony", "Niezadowolony", "Neutralny", "Zadowolony", "Bardzo zadowolony"],
        ["Velmi nespokojen", "Nespokojen", "Neutrálně", "Spokojen", "Velmi spokojen"],
        ["Очень недоволен", "Недоволен", "Нейтрально", "Доволен", "Очень доволен"],
    ],
)
def test_words_that_nobody_here_knows_are_known_by_how_they_are_built(headers):
    found = points([["Touchpoint", *headers, "Total"], ["A", *HAND, 128], ["B", *HAND[::-1], 128]])
    assert found.rows["satisfaction"].tolist() == [4.0078125, 6 - 4.0078125]
    turned = points([["Touchpoint", *headers[::-1], "Total"], ["A", *HAND, 128], ["B", *HAND[::-1], 128]])
    assert turned.rows["satisfaction"].tolist() == [6 - 4.0078125, 4.0078125]


def test_where_nothing_says_which_end_is_good_it_is_asked():
    headers = ["Sangat X", "X", "Biasa", "Y", "Sangat Y"]
    book = table(
        [["Touchpoint", *[f"{one}kata" for one in headers], "n"], ["A", *HAND, 128], ["B", *HAND, 128]]
    )
    seen = intake.understand(book)
    question = next(one for one in seen.questions if one.kind == "direction")
    given = [
        intake.touchpoints(book, one.choices).rows["satisfaction"].tolist()[0] for one in question.readings
    ]
    assert given == [4.0078125, 6 - 4.0078125]


@pytest.mark.parametrize(
    ("headers", "steps"),
    [
        (["Seldom or never", "Often", "Always"], [1, 2, 3]),
        (["Zeer of tamelijk tevreden", "Neutraal", "Ontevreden"], [3, 2, 1]),
        (["Sehr gut / gut", "Neutral", "Schlecht", "Sehr schlecht"], [4, 3, 2, 1]),
    ],
)
def test_answers_that_are_counted_together_are_one_step(headers, steps):
    found = steps_of(headers)
    assert ([found.values[at] for at in range(len(steps))], found.scale) == (steps, Scale(1, len(steps)))


@pytest.mark.parametrize("headers", [["Train or tram", "Car", "Bike"], ["Good or poor", "Fair", "Very good"]])
def test_joined_words_that_are_no_neighbouring_answers_are_no_steps(headers):
    assert steps_of(headers) is None
