"""The groups of a banner as segments: what adds up, what is suppressed, what is another breakdown."""

import pytest

from cx import intake, matrix
from cx.records import Filters, Settings
from tests.made.intake_files import csv, of_code, points

HEADERS = {
    "en": ("Touchpoint", "Total (mean)", "Total (n)", "Home (mean)", "Home (n)", "Office (mean)",
           "Office (n)"),
    "nl": ("Contactmoment", "Totaal - cijfer", "Totaal - n", "Thuis - cijfer", "Thuis - n",
           "Kantoor - cijfer", "Kantoor - n"),
    "de": ("Kontaktpunkt", "Gesamt (Note)", "Gesamt (Basis)", "Privat (Note)", "Privat (Basis)",
           "Firma (Note)", "Firma (Basis)"),
    "fr": ("Point de contact", "Ensemble (note)", "Ensemble (base)", "Maison (note)", "Maison (base)",
           "Bureau (note)", "Bureau (base)"),
}  # fmt: skip
ROWS = [
    ["Parcel", 7.2, 100, 7.0, 60, 7.5, 40],
    ["Invoice", 6.4, 200, 6.0, 100, 6.8, 100],
    ["Helpdesk", 5.5, 80, 5.2, 20, 5.6, 60],
    ["App", 8.1, 120, 8.3, 90, 7.5, 30],
]


@pytest.mark.parametrize("lang", HEADERS)
def test_each_group_is_a_segment_and_together_they_are_all(lang):
    found = points([HEADERS[lang], *ROWS])
    assert found.rows["satisfaction"].tolist() == [7.0, 7.5, 6.0, 6.8, 5.2, 5.6, 8.3, 7.5]
    assert found.rows["n"].tolist() == [60, 40, 100, 100, 20, 60, 90, 30]
    names = [header.split(" ")[0] for header in HEADERS[lang][3::2]]
    assert found.rows["segment"].tolist() == names * 4
    drawn = matrix.build(found).bubbles
    assert [round(one.satisfaction, 2) for one in drawn] == [7.2, 6.4, 5.5, 8.1]
    one = matrix.build(found, Settings(filters=Filters(segments=(names[1],)))).bubbles
    assert [bubble.satisfaction for bubble in one] == [7.5, 6.8, 5.6, 7.5]


def test_a_cell_is_found_at_its_own_address():
    rows = [[row[0], *row[3:]] for row in (*ROWS, ["Visit", None, None, 7.1, 40, 75, 30])]
    found = points([[HEADERS["en"][0], *HEADERS["en"][3:]], *rows])
    assert [one.cell for one in of_code(found.findings, "out_of_scale")] == ["D6"]


@pytest.mark.parametrize(("sign", "base"), [("*", 8), ("-", "<10"), ("n<30", None), (None, 8)])
def test_a_suppressed_cell_leaves_the_touchpoint_its_total(sign, base):
    rows = [*ROWS, ["Visit", 6.9, 48, 7.1, 40, sign, base]]
    found = points([HEADERS["en"], *rows])
    visit = found.rows[found.rows["touchpoint"] == "Visit"]
    assert visit[["satisfaction", "n", "segment"]].to_numpy().tolist() == [[6.9, 48, ""]]
    assert len(found.rows) == 9
    (told,) = of_code(found.findings, "banner_suppressed")
    assert (told.details["cells"], told.details["n"]) == ("F6", 1)
    assert "F6" in told.message("nl")


def test_of_two_breakdowns_the_first_is_kept():
    rows = [
        ["Touchpoint", *(f"{group} ({part})" for group in ("Total", "Men", "Women", "Young", "Old")
                         for part in ("mean", "n"))],
        ["Parcel", 7.2, 100, 7.0, 60, 7.5, 40, 7.4, 50, 7.0, 50],
        ["Invoice", 6.4, 200, 6.0, 100, 6.8, 100, 6.4, 80, 6.4, 120],
        ["App", 8.1, 120, 8.3, 90, 7.5, 30, 8.1, 60, 8.1, 60],
    ]  # fmt: skip
    found = points(rows)
    assert found.rows["segment"].tolist() == ["Men", "Women"] * 3
    assert of_code(found.findings, "banner_further")[0].details["groups"] == "Young, Old"


def test_a_volume_beside_a_banner_counts_once():
    rows = [[*row, volume] for row, volume in zip(ROWS, (1000, 2000, 800, 400), strict=True)]
    found = points([[*HEADERS["en"], "Volume"], *rows])
    assert found.rows["volume"].tolist() == [600, 400, 1000, 1000, 200, 600, 300, 100]
    assert [one.volume for one in matrix.build(found).bubbles] == [1000, 2000, 800, 400]


def test_weighted_totals_and_periods_are_no_segments():
    text = "Punkt;Gesamt (Note);Gesamt (n);Nord (Note);Nord (n);Sued (Note);Sued (n)\n"
    text += "A;6,0;100;7,0;60;7,5;40\nB;6,9;200;6,0;100;6,8;100\nC;5,0;80;5,2;20;5,6;60\n"
    found = intake.touchpoints(csv(text))
    assert found.rows["satisfaction"].tolist() == [6.0, 6.9, 5.0]
    assert set(found.rows["segment"]) == {""}
    rows = [["Touchpoint", "2025 - Mean", "2025 - n", "2026 - Mean", "2026 - n"], ["A", 7.1, 10, 7.3, 20],
            ["B", 6.1, 10, 6.3, 20], ["C", 5.1, 10, 5.3, 20]]  # fmt: skip
    assert set(points(rows).rows["segment"]) == {""}
