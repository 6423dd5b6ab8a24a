"""Counts per answer with a row a day, an hour or a device: added up by what was rated."""

import pytest

from cx import intake
from cx.records import Choices
from tests.made.intake_files import csv, of_code

DUTCH = ("Datum;Weekdag;Uur;Locatie;Heel blij;Blij;Ontevreden;Heel ontevreden;Totaal", "Ingang", "Kassa")
GERMAN = (
    "Datum;Wochentag;Uhrzeit;Standort;Sehr zufrieden;Zufrieden;Unzufrieden;Sehr unzufrieden;Summe",
    "Eingang",
    "Kasse",
)
FRENCH = (
    "Jour;Semaine;Heure;Lieu;Très satisfait;Satisfait;Insatisfait;Très insatisfait;Total",
    "Accueil",
    "Caisse",
)
FACES = ("Date;Weekday;Hour;Location;😀;🙂;🙁;😡;Total", "Entrance", "Till")
DAYS = {
    DUTCH: ("maandag", "dinsdag"),
    GERMAN: ("Montag", "Dienstag"),
    FRENCH: ("2026-W10", "2026-W11"),
    FACES: ("Mon", "Tue"),
}
COUNTS = ((9, 5, 3, 3), (2, 2, 8, 8))
"""By hand: 20 answers with mean (36 + 15 + 6 + 3) / 20 = 3, and 20 with mean (8 + 6 + 16 + 8) / 20 = 1.9."""


def _hourly(kind):
    header, *places = kind
    lines = [header]
    for day in range(1, 5):
        for hour in (9, 14):
            for place, counts in zip(places, COUNTS, strict=True):
                cells = [f"2026-03-{day:02d}", DAYS[kind][day % 2], f"{hour}:00", place, *counts, sum(counts)]
                lines.append(";".join(map(str, cells)))
    return csv("\n".join(lines) + "\n")


@pytest.mark.parametrize("kind", [DUTCH, GERMAN, FRENCH, FACES])
def test_rows_of_days_and_hours_are_added_up_by_place(kind):
    found = intake.touchpoints(_hourly(kind))
    assert found.rows["touchpoint"].tolist() == list(kind[1:])
    assert found.rows["satisfaction"].tolist() == pytest.approx([3.0, 1.9])
    assert found.rows["n"].tolist() == [160, 160]
    squares = 8 * (9 * 1 + 5 * 0 + 3 * 1 + 3 * 4)
    assert found.rows["sd"][0] == pytest.approx((squares / 159) ** 0.5)
    (told,) = of_code(found.findings, "answers_added")
    assert (told.details["n"], told.details["count"]) == (16, 2)


def test_months_stay_apart_and_days_of_many_months_do_not():
    head = "{};Lieu;Satisfait;Neutre;Insatisfait\n"
    months = "".join(
        f"2026-{m:02d};{p};{m};0;{k}\n" for m in (1, 2, 3) for p in ("Bar", "Spa") for k in (4, 6)
    )
    found = intake.touchpoints(csv(head.format("Mois") + months))
    assert found.periods == ("2026-01", "2026-02", "2026-03")
    assert found.rows["n"].tolist() == [12, 12, 14, 14, 16, 16]
    days = "".join(
        f"{d:02d}-{m:02d}-2026;{p};3;0;1\n" for m in (1, 2, 3) for d in (3, 14) for p in ("Bar", "Spa")
    )
    found = intake.touchpoints(csv(head.format("Jour") + days))
    assert found.periods == ()
    assert found.rows["n"].tolist() == [24, 24]


def test_a_person_says_what_was_rated():
    head = "Location;Device;Very happy;Happy;Unhappy;Very unhappy\n"
    rows = "".join(f"{p};{d};8;4;2;{n}\n" for p in ("Hall", "Shop") for d in ("Pole", "Wall") for n in (1, 2))
    assert intake.touchpoints(csv(head + rows)).rows["touchpoint"].tolist() == ["Hall", "Shop"]
    chosen = intake.touchpoints(csv(head + rows), Choices(roles={"Device": "touchpoint"}))
    assert chosen.rows["touchpoint"].tolist() == ["Pole", "Wall"]
    assert chosen.rows["n"].tolist() == [62, 62]


def test_one_row_a_touchpoint_stays_as_it_is():
    rows = "".join(f"Place {at};{at + 5};4;2;1\n" for at in range(8))
    found = intake.touchpoints(csv("Location;Very happy;Happy;Unhappy;Very unhappy\n" + rows))
    assert len(found.rows) == 8
    assert not of_code(found.findings, "answers_added")


def test_rows_by_segment_are_no_rows_of_days():
    rows = "".join(f"{p};{s};8;4;2;1\n" for p in ("Hall", "Shop", "Site") for s in ("Young", "Old"))
    found = intake.touchpoints(csv("Touchpoint;Segment;Very happy;Happy;Unhappy;Very unhappy\n" + rows))
    assert found.rows["segment"].tolist() == ["Young", "Old"] * 3
    assert not of_code(found.findings, "answers_added")
