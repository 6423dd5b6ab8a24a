"""Numbers that are drawn, and letters that belong to one language."""

import pytest

from cx import intake
from cx.intake.reader.formats.delimited import encoding_of
from tests.made.intake_files import csv, of_code, points


def test_balls_are_worth_their_quarters():
    rows = [["Touchpoint", "Satisfaction"], *zip(["Web", "Shop", "Phone", "Letter"], "◕◔●○", strict=True)]
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [3, 1, 4, 0]
    assert (found.scale.minimum, found.scale.maximum) == (0, 4)


def test_stars_beside_their_number_count_once():
    found = intake.touchpoints(
        csv("Place;Rating;Reviews\nA;★★★★☆ 3.7;120\nB;★★★☆☆ 3.2;310\nC;★★★★☆ 4.1;95\n")
    )
    assert found.rows["satisfaction"].tolist() == [3.7, 3.2, 4.1]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("עד כמה את/ה מרוצה מ: המשלוח;החשבונית;השירות הטלפוני", "cp1255"),
        ("Насколько вы довольны: доставкой;горячей линией", "koi8_r"),
        ("Насколько вы довольны: доставкой;горячей линией", "mac_cyrillic"),
        ("Πόσο ικανοποιημένοι είστε από: Παράδοση;Τιμολόγιο", "cp1253"),
        ("ما مدى رضاك عن: التسليم;الفاتورة;خدمة العملاء", "cp1256"),
    ],
)
def test_an_encoding_is_that_whose_language_uses_the_letters(text, encoding):
    assert text.encode(encoding).decode(encoding_of(text.encode(encoding))) == text


def test_customers_beside_scores_are_how_many_there_were():
    found = points(
        [
            ["Step", "Satisfaction (1-10)", "Clients"],
            ["A", 7.1, 12340],
            ["B", 6.4, 204551],
            ["C", 5.2, 8905],
            ["D", 7.9, 410],
        ]
    )
    assert found.rows["volume"].tolist() == [12340, 204551, 8905, 410]


def test_letters_of_significance_may_stand_in_one_cell_and_explain_themselves_below():
    rows = [
        ["", "Total", "Men (A)", "Women (B)"],
        ["Base", 412, 390, 22],
        ["Web", 7.1, "7.4 B", "6.9"],
        ["Shop", 6.6, "6.8", "6.4"],
        ["Phone", 7.8, "8.1 B", "7.5 A"],
        ["Letters: significantly different at 95%", "", "", ""],
    ]
    found = points(rows)
    assert found.rows["touchpoint"].tolist() == ["Web", "Shop", "Phone"]
    assert not of_code(found.findings, "blank_satisfaction")
