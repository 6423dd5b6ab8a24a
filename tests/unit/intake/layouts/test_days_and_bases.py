"""Counts with a column for each day, banners with a row of bases, and the score of now beside others."""

import pytest

from cx import intake
from tests.made.intake_files import csv, of_code, points

DAYS = "Lunes;Martes;Miércoles;Jueves;Viernes"


def test_counts_by_day_of_the_week_are_added_up_before_answers_are_read():
    lines = [
        f"{name};{answer};{';'.join(str(count + day) for day in range(5))}"
        for name in ("Taquilla", "Bar")
        for answer, count in (("Malo", 2), ("Regular", 9), ("Bueno", 20))
    ]
    found = intake.touchpoints(csv("\n".join([f"Punto de contacto;Respuesta;{DAYS}", *lines])))
    sums = [5 * count + 10 for count in (2, 9, 20)]
    mean = sum(step * count for step, count in enumerate(sums, 2)) / sum(sums)
    assert found.rows["satisfaction"].tolist() == pytest.approx([mean, mean])
    assert found.rows["n"].tolist() == [sum(sums)] * 2


def test_ratings_by_day_of_the_week_are_never_added():
    lines = [f"P{at};{at % 5 + 1};{at % 4 + 1};{at % 3 + 2};{at % 5 + 1};{at % 2 + 3}" for at in range(30)]
    found = intake.understand(csv("\n".join([f"Nombre;{DAYS}", *lines])))
    assert not of_code(found.findings, "moments_added")


def test_the_row_of_bases_tells_who_is_all_and_is_no_touchpoint():
    text = (
        "Vraag\tNL+BE\tNL\tBE\nGewogen basis\t900\t600\t300\nBalie\t7,3\t7,5\t6,9\n"
        "Brief\t6,2\t6,0\t6,6\nApp\t8,1\t8,2\t7,9\n"
    )
    found = intake.touchpoints(csv(text))
    assert found.rows["touchpoint"].tolist() == ["Balie", "Brief", "App"]
    assert found.rows["satisfaction"].tolist() == [7.3, 6.2, 8.1]
    assert found.rows["n"].tolist() == [900, 900, 900]


def test_letters_of_significance_are_no_part_of_a_score():
    text = (
        "Item;Totaal;Man;Vrouw\nBasis;500;260;240\nA-lijn;7,2;7,5 B;6,9\n"
        "B-lijn;6,4;6,1;6,7 a\nC-lijn;8,0;8,1;7,9 A\nD-lijn;5,5;5,0;6,0 A\n"
    )
    found = intake.understand(csv(text))
    (said,) = of_code(found.findings, "letters_away")
    assert said.details["n"] == 2  # the one letter under Man is taken off as well as those under Vrouw
    assert intake.touchpoints(csv(text)).rows["satisfaction"].tolist() == [7.2, 6.4, 8.0, 5.5]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1.2 mln", "12k", "900"], [1_200_000, 12_000, 900]),
        (["1.5M", "2.5M", "700"], [1_500_000, 2_500_000, 700]),
    ],
)
def test_thousands_and_millions_are_no_letters_of_significance(cells, values):
    rows = zip(["Web", "Desk", "App"], ["7.1", "6.2", "8.1"], cells, strict=True)
    text = "Touchpoint;Satisfaction;Volume\n" + "".join(";".join(row) + "\n" for row in rows)
    assert intake.touchpoints(csv(text)).rows["volume"].tolist() == values
    assert of_code(intake.understand(csv(text)).findings, "letters_away") == []


@pytest.mark.parametrize("unit", ["kg", "cm", "g", "PB", "s"])
def test_units_are_no_letters_of_significance(unit):
    text = f"Part;Width;Price;Length\nRod;4.1 {unit};7;3\nBar;6.2 {unit};9;4\nNut;3.3 {unit};8;5\n"
    assert of_code(intake.understand(csv(text)).findings, "letters_away") == []


@pytest.mark.parametrize("now", ["Actual", "Realisatie", "Aktuell", "Huidig"])
@pytest.mark.parametrize("before", ["Previous year", "Vorig jaar", "Vorjahr"])
def test_the_score_of_now_is_the_one_beside_a_target_and_an_earlier_score(now, before):
    text = (
        f"Contactmoment,Target,{now},{before}\nBalie,80,71.5,70.2\nBrief,80,64.8,66.1\n"
        "App,80,88.2,85.0\nChat,80,79.1,75.4\n"
    )
    assert intake.touchpoints(csv(text)).rows["satisfaction"].tolist() == [71.5, 64.8, 88.2, 79.1]


@pytest.mark.parametrize("total", ["Gesamtergebnis", "Итого", "Genel Toplam", "総計"])
def test_the_last_row_of_a_pivot_table_is_no_touchpoint(total):
    text = (
        f"Kontaktpunkt;Zufriedenheit;Kunden\nEmpfang;7,2;400\nBrief;6,1;900\nApp;8,3;150\n{total};7,0;1450\n"
    )
    assert intake.touchpoints(csv(text)).rows["touchpoint"].tolist() == ["Empfang", "Brief", "App"]


def test_german_grades_in_a_pivot_are_good_when_low_and_it_is_asked():
    text = (
        "Zeilenbeschriftungen;Mittelwert von Note;Anzahl von Note\nEmpfang;1,8;40\nKasse;2,9;90\n"
        "App;3,4;15\nChat;2,2;70\n"
    )
    found = intake.understand(csv(text))
    (question,) = [one for one in found.questions if one.finding.code == "grades_direction"]
    assert [one.chosen for one in question.readings] == [False, True]
    scale = found.scales["Mittelwert von Note"]
    assert (scale.minimum, scale.maximum, scale.direction) == (1, 6, "lower")


@pytest.mark.parametrize("corner", ["Dienst", "Service public", "Палуба"])
def test_one_word_before_a_run_of_years_is_no_title(corner):
    rows = "A-lijn,7.1,7.4,7.9\nB-lijn,6.2,6.0,6.6\nC-lijn,8.1,8.2,7.9\n"
    found = intake.touchpoints(csv(f"{corner},2021,2022,2023\n{rows}"))
    assert found.rows["touchpoint"].unique().tolist() == ["A-lijn", "B-lijn", "C-lijn"]
    assert found.rows["period"].unique().tolist() == ["2021", "2022", "2023"]


def test_scores_by_day_of_the_week_become_their_mean_and_that_is_said():
    rows = "Quầy;8,5;7,5;9,5\nKho;6,5;6,1;7,5"
    found = intake.touchpoints(csv(f"Điểm;Montag;Dienstag;Mittwoch\n{rows}"))
    assert found.rows["satisfaction"].tolist() == pytest.approx([8.5, 6.7])
    (told,) = of_code(found.findings, "moments_averaged")
    assert (told.details["n"], told.details["first"], told.details["last"]) == (3, "Montag", "Mittwoch")


def test_the_score_of_the_week_beside_its_days_is_the_score():
    rows = "Kiosk;8,5;7,5;9,5;8,4\nLager;6,5;6,1;7,5;6,6"
    found = intake.touchpoints(csv(f"Bereich;Montag;Dienstag;Mittwoch;Gesamt\n{rows}"))
    assert found.rows["satisfaction"].tolist() == [8.4, 6.6]


@pytest.mark.parametrize(("header", "guessed"), [("Employee", 1), ("Touchpoint", 0)])
def test_means_of_days_under_no_name_are_called_a_guess(header, guessed):
    text = f"{header};Mon;Tue;Wed;Thu\nAnn;7.5;8.2;7.1;6.9\nBen;6.5;7.2;8.1;7.7\nCas;7.1;6.6;5.9;8.3\n"
    assert len(of_code(intake.understand(csv(text)).findings, "guessed_satisfaction")) == guessed


def test_a_mark_out_of_five_has_its_base_behind_it():
    rows = [
        ["Department", "Rating"],
        ["Passports", "4.2/5 (1,204)"],
        ["Waste", "3.8/5 (388)"],
        ["Pool", "2.9/5 (95)"],
    ]
    found = points(rows)
    assert found.rows["satisfaction"].tolist() == [4.2, 3.8, 2.9]
    assert found.rows["n"].tolist() == [1204, 388, 95]


def test_two_rows_of_bases_are_no_touchpoints():
    rows = [["", "Total", "18-34", "35-54", "55+"], ["Unweighted base", 1203, 390, 410, 403]]
    rows += [
        ["Weighted base", 1203, 352, 455, 396],
        ["Library", 3.9, 3.8, 4.0, 3.9],
        ["Pool", 4.2, 4.3, 4.1, 4.2],
    ]
    rows += [["Parking", 3.1, 3.0, 3.2, 3.1], ["Desk", 4.5, 4.4, 4.6, 4.5]]
    found = points(rows)
    assert found.rows["touchpoint"].tolist() == ["Library", "Pool", "Parking", "Desk"]
    assert found.rows["satisfaction"].tolist() == [3.9, 4.2, 3.1, 4.5]


def test_codes_beside_names_are_no_names():
    rows = [["Code", "Site", "Very good", "Good", "Poor", "Very poor"]]
    rows += [
        [f"RA{at}", name, 40 + at, 30, 20, 10]
        for at, name in enumerate(["North", "Hill", "Valley", "Harbour"])
    ]
    assert points(rows).rows["touchpoint"].tolist() == ["North", "Hill", "Valley", "Harbour"]
