"""Respondents who did not finish are counted and said, by a column that says so or by their cells."""

import numpy as np
import pytest

from cx import intake
from tests.made.intake_files import of_code
from tests.made.surveys import book, ratings, rows_of

COUNT, STOPPED = 100, 20
NAMES = ["App", "Phone", "Shop", "Letter", "Desk", "Bill", "Recommend us (0-10)"]
STOPS = np.where(np.arange(COUNT) % 5 == 2, np.arange(COUNT) // 5 % 5, 7)
"""How many questions each answered: every fifth respondent from none to four."""
UNFINISHED = ("respondents_unfinished", "respondents_nearly_blank", "respondents_without_rating")


def answers(stops=STOPS):
    values = ratings(COUNT, 7).T
    values[6] *= 2
    return [
        [float(value) if at < stop else None for value, stop in zip(column, stops, strict=True)]
        for at, column in enumerate(values)
    ]


def seen(header, values, stops=STOPS):
    return intake.understand(
        book(rows_of(["Nr", header, *NAMES], np.arange(COUNT) + 1, values, *answers(stops)))
    )


def told(found):
    return [one.code for one in found.findings if one.code in UNFINISHED]


def marks(done, undone, stops=STOPS):
    return [done if stop == 7 else undone for stop in stops]


@pytest.mark.parametrize(
    ("header", "values", "value"),
    [
        ("Finished", marks(True, False), "0"),
        ("Finished", marks("Yes", "No"), "No"),
        ("Progress", [round(100 * stop / 7) for stop in STOPS], "0, 14, 29 …"),
        ("Laatste pagina", [float(max(stop, 1)) for stop in STOPS], "1, 2, 3 …"),
        ("Status", marks("Complete", "Partial"), "Partial"),
        ("Voortgang", marks("Afgerond", "Bezig"), "Bezig"),
        ("Abgeschlossen", marks("Ja", "Nein"), "Nein"),
        ("Estado", marks("Completo", "En curso"), "En curso"),
        ("Dokončeno", marks(1, 0), "0"),
        ("Tila", marks("Valmis", "Kesken"), "Kesken"),
        ("Date envoi", [f"2026-03-{1 + at % 28:02d} 10:00" if stop == 7 else None
                        for at, stop in enumerate(STOPS)], "–"),
    ],
)  # fmt: skip
def test_a_column_says_who_did_not_finish(header, values, value):
    found = seen(header, values)
    assert told(found) == ["respondents_unfinished"]
    (finding,) = of_code(found.findings, "respondents_unfinished")
    assert (finding.severity, finding.column, finding.value) == ("error", header, None)
    assert finding.details == {"letter": "B", "value": value, "n": STOPPED, "silent": STOPPED // 5}
    (read,) = of_code(found.findings, "responses_read")
    assert read.details["n"] == COUNT


def test_answers_of_who_did_not_finish_count_where_they_gave_them():
    workbook = book(rows_of(["Finished", *NAMES], marks(1, 0), *answers()))
    assert intake.touchpoints(workbook).rows["n"].tolist() == [96, 92, 88, 84, 80, 80]


def test_where_all_who_stopped_rated_something_nothing_is_left_out():
    stops = np.maximum(STOPS, 2)
    (finding,) = of_code(seen("Finished", marks(1, 0), stops).findings, "respondents_unfinished")
    assert (finding.severity, finding.details["n"], finding.details["silent"]) == ("info", STOPPED, 0)


def test_rows_with_hardly_an_answer_show_it_without_a_column():
    stops = np.where(STOPS < 7, np.where(np.arange(COUNT) < 50, 0, 1), 7)
    found = seen("Town", [f"Town {at % 7}" for at in range(COUNT)], stops)
    (finding,) = of_code(found.findings, "respondents_nearly_blank")
    assert (finding.severity, finding.details) == ("error", {"n": 20, "silent": 10})


def test_rows_without_any_rating_are_said_where_most_rate_little():
    random = np.random.default_rng(3)
    where = random.random((COUNT, 6)) < 0.35
    where[:5] = False
    where[5:, 0] |= ~where[5:].any(axis=1)
    columns = [
        [float(value) if there else None for value, there in zip(column, own, strict=True)]
        for column, own in zip(ratings(COUNT, 6).T, where.T, strict=True)
    ]
    found = intake.understand(book(rows_of(["Nr", *NAMES[:6]], np.arange(COUNT) + 1, *columns)))
    assert told(found) == ["respondents_without_rating"]
    (finding,) = of_code(found.findings, "respondents_without_rating")
    assert (finding.severity, finding.details["n"]) == ("error", 5)


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Finished", [True] * COUNT),
        ("Status", ["Gold" if at % 3 else "Silver" for at in range(COUNT)]),
        ("Owns a car", ["yes" if at % 4 else "no" for at in range(COUNT)]),
        ("Progress", [float(at % 4) for at in range(COUNT)]),
        ("Town", [f"Town {at % 5}" for at in range(COUNT)]),
        ("Next visit", [f"2026-03-{1 + at % 28:02d}" if at % 3 else None for at in range(COUNT)]),
    ],
)
def test_where_everybody_finished_nothing_is_said(header, values):
    assert told(seen(header, values, np.full(COUNT, 7))) == []
