"""Pivot tables: the count of what the score is the mean of is its base, whatever the language."""

import pytest

from cx import intake
from tests.made.intake_files import csv, roles

FRENCH = "Étiquettes de lignes;Moyenne de Note;Nombre de Note;Écartype de Note\n"
GERMAN = "Zeilenbeschriftungen;Mittelwert von Note;Anzahl von Note;Standardabweichung von Note\n"
DUTCH = "Rijlabels;Gemiddelde van Cijfer;Aantal van Cijfer;Stdev van Cijfer\n"
ENGLISH = "Row Labels;Average of Score;Count of Score;StdDev of Score\n"
RUSSIAN = "Названия строк;Среднее по полю Оценка;Количество по полю Оценка;Стандартное отклонение Оценка\n"
QUERY = "topic;AVG(score);COUNT(score);STDDEV(score)\n"
FRAME = "topic;score_mean;score_count;score_std\n"
BODY = "Rechnung;7,5;120;1,25\nUmzug;6,25;220;1,75\nHilfe;5,5;90;2,5\n"


def _table(header, body=BODY):
    return intake.touchpoints(csv(header + body))


@pytest.mark.parametrize("header", [FRENCH, GERMAN, DUTCH, ENGLISH, RUSSIAN, QUERY, FRAME])
def test_the_count_of_the_scored_thing_is_its_base(header):
    found = _table(header)
    assert found.rows["satisfaction"].tolist() == [7.5, 6.25, 5.5]
    assert found.rows["n"].tolist() == [120, 220, 90]
    assert found.rows["sd"].tolist() == [1.25, 1.75, 2.5]
    assert found.rows["volume"].isna().all()


@pytest.mark.parametrize(
    "header",
    [
        "Row Labels;Average of Score;Count of Tickets\n",
        "Rijlabels;Gemiddelde van Cijfer;Aantal van Tickets\n",
        "Étiquettes de lignes;Moyenne de Satisfaction;Nombre de Tickets\n",
    ],
)
def test_a_count_of_another_thing_stays_the_volume(header):
    found = _table(header, "Bill;7,5;120\nMove;6,25;220\nHelp;5,5;90\n")
    assert found.rows["volume"].tolist() == [120, 220, 90]
    assert found.rows["n"].isna().all()


def test_both_counts_stand_side_by_side_and_the_extremes_of_the_score_are_left():
    header = "Rijlabels;Gemiddelde van Cijfer;Aantal van Cijfer;Aantal van Tickets;Max van Cijfer\n"
    text = header + "Balie;7,5;120;900;10\nApp;6,25;220;1200;9\nBrief;5,5;90;300;10\n"
    found = intake.touchpoints(csv(text))
    assert found.rows["n"].tolist() == [120, 220, 90]
    assert found.rows["volume"].tolist() == [900, 1200, 300]
    assert roles(intake.understand(csv(text)))["Max van Cijfer"] == "ignore"


def test_the_base_and_spread_of_another_measure_are_not_those_of_the_score():
    header = "Row Labels;Average of Wait;Count of Wait;StdDev of Wait;Average of CSAT;Count of CSAT\n"
    found = _table(header, "Bill;12,5;400;3,5;4,25;120\nMove;8,5;500;2,5;3,5;220\nHelp;9,5;300;4,5;3,25;90\n")
    assert found.rows["satisfaction"].tolist() == [4.25, 3.5, 3.25]
    assert found.rows["n"].tolist() == [120, 220, 90]
    assert found.rows["sd"].isna().all()
    assert found.rows["volume"].isna().all()


def test_a_column_that_says_the_base_itself_stays_the_base():
    found = _table("Touchpoint;Average of CSAT;Count of CSAT;n\n", "Bill;7,5;120;110\nMove;6,25;220;200\n")
    assert found.rows["n"].tolist() == [110, 200]
