"""Tables that lie on their side are turned, and cells keep their addresses."""

import pytest

from cx import intake
from tests.made.intake_files import csv, of_code, points, table


def test_measures_down_the_side():
    rows = [
        ["Maß", "Angebot", "Lieferung", "Rechnung"],
        ["Zufriedenheit (1-10)", 7.1, 8.0, "?"],
        ["Volumen", 120, 410, 980],
    ]
    found = points(rows)
    assert found.rows["touchpoint"].tolist() == ["Angebot", "Lieferung", "Rechnung"]
    assert found.rows["satisfaction"].tolist()[:2] == [7.1, 8.0]
    assert found.rows["volume"].tolist() == [120, 410, 980]
    assert [
        (one.details["n"], one.details["measures"]) for one in of_code(found.findings, "turned_touchpoints")
    ] == [(3, 2)]
    assert [one.cell for one in of_code(found.findings, "text_in_number")] == ["D2"]
    assert found.cells["Sheet1", 3, "volume"] == "C3"


def test_rows_that_keep_to_sizes_of_their_own_need_no_known_names():
    text = "Показатель;Сайт;Офис;Доставка\nОценка;4,1;3,2;4,8\nОбращения;1200;5300;800\n"
    found = intake.touchpoints(csv(text))
    assert found.rows["touchpoint"].tolist() == ["Сайт", "Офис", "Доставка"]
    assert found.rows["satisfaction"].tolist() == [4.1, 3.2, 4.8]


def test_respondents_across_the_top():
    rows = [["Item", *(f"R{one}" for one in range(1, 25))]]
    rows += [
        [name, *((at * step) % 5 + 1 for at in range(24))]
        for step, name in enumerate(["Website", "Phone", "Shop"], 1)
    ]
    seen = intake.understand(table(rows))
    assert seen.shape == "responses"
    found = points(rows)
    assert set(found.rows["touchpoint"]) == {"Website", "Phone", "Shop"}
    assert [one.details["n"] for one in of_code(found.findings, "turned_respondents")] == [24]


@pytest.mark.parametrize(
    "rows",
    [
        [["Touchpoint", "Satisfaction", "Volume"], ["Invoice", 7.1, 100], ["Call", 6.2, 50]],
        [
            ["Touchpoint", "Satisfaction", "Volume", "Cost"],
            ["Volume discount", 7.1, 100, 3],
            ["Cost estimate", 6.2, 50, 4],
        ],
        [["Name", "Score", "Impact"], ["Impact day", 7.1, 3], ["Score card", 6.2, 2]],
    ],
)
def test_other_tables_are_left(rows):
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [7.1, 6.2]
    assert not of_code(found.findings, "turned_touchpoints")


def test_periods_down_the_side_become_periods():
    text = "Monat;Web;App;Filiale\nJan 2026;7,1;6,2;8,0\nFeb 2026;7,2;6,3;8,1\nMrz 2026;7,3;6,4;8,2\n"
    found = intake.touchpoints(csv(text))
    assert found.periods == ("Jan 2026", "Feb 2026", "Mrz 2026")
    latest = found.rows[found.rows["period"] == "Mrz 2026"]
    assert dict(zip(latest["touchpoint"], latest["satisfaction"], strict=True)) == {
        "Web": 7.3,
        "App": 6.4,
        "Filiale": 8.2,
    }
    assert found.cells["", 2, "touchpoint"] == "B1"


def test_groups_of_a_net_promoter_score_down_the_side():
    found = points([["", "Web", "App"], ["Promoters", 60, 20], ["Passives", 10, 20], ["Detractors", 30, 40]])
    assert found.rows["satisfaction"].tolist() == [30.0, -25.0]
    assert found.rows["n"].tolist() == [100, 80]
