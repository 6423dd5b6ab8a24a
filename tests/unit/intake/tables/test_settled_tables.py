"""What the columns of a table of touchpoints are, where headers say nothing or what cells are not."""

import numpy as np
import pytest

from cx import intake
from cx.intake.survey.evidence import touchpoint_weights
from cx.intake.tables.settle import KINDS
from cx.records import Choices
from tests.made.intake_files import csv, of_code, roles

NAMES = {
    "en": ("Order", "Parcel", "Invoice", "Complaint", "Return", "Call", "Visit", "App"),
    "nl": ("Bestelling", "Pakket", "Factuur", "Klacht", "Retour", "Telefoon", "Bezoek", "App"),
    "tr": ("Sipariş", "Kargo", "Fatura", "Şikâyet", "İade", "Arama", "Ziyaret", "Uygulama"),
    "el": ("Παραγγελία", "Δέμα", "Τιμολόγιο", "Παράπονο", "Επιστροφή", "Κλήση", "Επίσκεψη", "Εφαρμογή"),
}
SCORES = (7.1, 6.4, 5.9, 5.2, 6.8, 6.1, 7.7, 7.4)
VOLUMES = (52000, 18400, 9100, 2300, 3700, 640, 30500, 88000)
SHARES = (0.21, 0.18, 0.15, 0.14, 0.12, 0.09, 0.07, 0.04)
BASES = (410, 290, 180, 95, 120, 60, 350, 460)
SPREADS = (1.4, 1.6, 1.7, 1.9, 1.5, 1.6, 1.3, 1.4)
LEVELS = ("high", "low", "medium", "high", "low", "low", "high", "medium")
RANKS = (3, 8, 1, 5, 2, 7, 4, 6)


def made(headers, *columns, mark="."):
    rows = [";".join(map(str, row)).replace(".", mark) for row in zip(*columns, strict=True)]
    return csv("\n".join([";".join(headers), *rows]) + "\n")


def asked(understanding):
    return {question.finding.column for question in understanding.questions if question.kind == "role"}


def test_every_witness_about_tables_speaks_of_roles_that_there_are():
    for name, said in touchpoint_weights().items():
        assert said.keys() <= {*KINDS, "other"}, name


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("headers", ["ABCDEF", ("kol1", "kol2", "kol3", "kol4", "kol5", "kol6"),
                                     ("x_1", "x_2", "x_3", "x_4", "x_5", "x_6")])  # fmt: skip
def test_cells_say_what_silent_headers_do_not(names, headers):
    found = intake.understand(made(headers, names, SCORES, VOLUMES, SHARES, BASES, SPREADS))
    assert list(roles(found).values()) == ["touchpoint", "satisfaction", "volume", "impact", "n", "sd"]
    assert all(column.because for column in found.columns)
    assert asked(found) <= {headers[4], headers[5]}


@pytest.mark.parametrize("order", [(5, 4, 3, 2, 1, 0), (2, 0, 4, 1, 5, 3)])
def test_the_order_of_the_columns_changes_nothing(order):
    columns = (NAMES["nl"], SCORES, VOLUMES, SHARES, BASES, SPREADS)
    heads = ("q1", "q2", "q3", "q4", "q5", "q6")
    first = roles(intake.understand(made(heads, *columns, mark=",")))
    turned = roles(intake.understand(made([heads[at] for at in order], *(columns[at] for at in order))))
    assert turned == first


def test_what_is_asked_of_silent_headers_can_be_answered():
    book = made(
        ("c1", "c2", "c3", "c4"), NAMES["en"], SCORES, VOLUMES, (0.4, 0.1, 0.9, 0.3, 0.8, 0.2, 0.6, 0.5)
    )
    found = intake.understand(book)
    (question,) = [one for one in found.questions if one.finding.column == "c4"]
    assert [reading.choices.roles for reading in question.readings] == [
        {"c4": "impact"}, {"c4": "satisfaction"},
    ]  # fmt: skip
    assert question.finding.message("en") != question.finding.message("nl")
    for reading in question.readings:
        again = intake.understand(book, reading.choices)
        assert asked(again).isdisjoint({"c4"})
        assert roles(again)["c2"] == ("satisfaction" if reading.chosen else "ignore")


@pytest.mark.parametrize(
    ("headers", "column", "values", "now"),
    [
        (("Touchpoint", "Satisfaction", "Importance"), 2, VOLUMES, "volume"),
        (("Contactmoment", "Tevredenheid", "Belang"), 2, VOLUMES, "volume"),
        (("Touchpoint", "Satisfaction", "SD"), 2, VOLUMES, "volume"),
        (("Touchpoint", "Satisfaction", "Volume"), 2, tuple(-at for at in VOLUMES), "ignore"),
        (("Kontaktpunkt", "Zufriedenheit", "Impact"), 2, LEVELS, "ignore"),
    ],
)
def test_cells_that_contradict_a_name_win_or_ask(headers, column, values, now):
    found = intake.understand(made(headers, NAMES["en"], SCORES, values))
    assert roles(found)[headers[column]] == now
    told = {one.code for one in found.findings if one.column == headers[column]}
    assert told & {"role_ambiguous", "cells_against_name", "no_numbers"}
    assert ("role_ambiguous" in told) == (headers[column] in asked(found))
    assert roles(found)[headers[1]] == "satisfaction"


def test_ranks_are_no_scores_where_other_scores_stand_beside_them():
    ranks = tuple(int(one) for one in np.random.default_rng(3).permutation(24) + 1)
    scores = tuple(round(5 + at / 9, 1) for at in range(24))
    names = tuple(f"Step {chr(65 + at)}" for at in range(24))
    found = intake.understand(made(("Touchpoint", "Satisfaction", "Score B"), names, ranks, scores))
    assert roles(found) == {"Touchpoint": "touchpoint", "Satisfaction": "ignore", "Score B": "satisfaction"}
    (told,) = of_code(found.findings, "cells_against_name")
    assert "Satisfaction" in told.message("en")
    assert "Tevredenheid" in told.message("nl")
    alone = intake.understand(made(("Touchpoint", "Satisfaction"), names, ranks))
    assert asked(alone) == {"Satisfaction"}


def test_n_beyond_volume_is_asked():
    found = intake.understand(
        made(("Touchpoint", "Satisfaction", "Volume", "n"), NAMES["en"], SCORES, BASES, VOLUMES)
    )
    assert "n" in asked(found)


@pytest.mark.parametrize(
    ("headers", "columns"),
    [
        (
            ("Touchpoint", "Satisfaction", "Impact", "Volume", "n", "SD"),
            (SCORES, SHARES, VOLUMES, BASES, SPREADS),
        ),
        (("Contactmoment", "Tevredenheid", "Impact", "Aantal contacten"), (SCORES, RANKS, VOLUMES)),
        (("Touchpoint", "Satisfaction", "Complaints"), (SCORES, VOLUMES)),
        (("Touchpoint", "Satisfaction", "Target", "n"), (SCORES, (7.0, 7.5) * 4, BASES)),
        (("Touchpoint", "Satisfaction", "Volume"), (SCORES, (-5, *VOLUMES[1:]))),
        (("Touchpoint", "NPS", "Volume"), ((-12, 24, 41, -30, 5, 8, 17, -2), VOLUMES)),
    ],
)
def test_names_that_cells_bear_out_stay_without_a_question(headers, columns):
    found = intake.understand(made(headers, NAMES["en"], *columns))
    assert not asked(found)
    assert not [one for one in found.findings if one.code in ("cells_against_name", "role_by_cells")]


@pytest.mark.parametrize(
    "headers",
    [("TP ID", "Touchpoint ID", "Touchpoint"), ("No", "Contactmoment-ID", "Contactmoment"),
     ("Key", "Touchpoint code", "Touchpoint name")],
)  # fmt: skip
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_codes_of_touchpoints_give_way_to_their_names_without_a_question(headers, order):
    columns = [range(1, 9), [f"TP-{100 + 7 * at}" for at in range(8)], NAMES["en"]]
    workbook = made(
        [*(headers[at] for at in order), "Satisfaction", "Volume"],
        *(columns[at] for at in order),
        SCORES,
        VOLUMES,
    )
    found = intake.understand(workbook)
    assert [one.header for one in found.columns if one.role == "touchpoint"] == [headers[2]]
    assert asked(found) == set()
    assert intake.touchpoints(workbook).rows["touchpoint"].tolist() == list(NAMES["en"])


THOUSANDS = ("1.234", "250", "3.120", "12.875", "980", "6.430", "2.210", "5.005")
WHOLE = [1234, 250, 3120, 12875, 980, 6430, 2210, 5005]


@pytest.mark.parametrize("volume", ["Volume", "Number of contacts"])
def test_counts_with_points_beside_scores_with_points_are_thousands_and_asked_about(volume):
    workbook = csv(
        f"Touchpoint;Satisfaction;{volume}\n"
        + "".join(f"{row[0]};{row[1]};{row[2]}\n" for row in zip(NAMES["en"], SCORES, THOUSANDS, strict=True))
    )
    (question,) = intake.understand(workbook).questions
    assert (question.kind, [one.chosen for one in question.readings]) == ("decimal", [True, False])
    assert intake.touchpoints(workbook).rows["volume"].tolist() == WHOLE
    point = question.readings[1].choices
    assert [one for one in intake.understand(workbook, point).questions if one.kind == "decimal"] == []
    assert intake.touchpoints(workbook, point).rows["volume"].tolist()[:2] == pytest.approx([1.234, 250])


def test_where_the_scores_have_a_comma_nothing_is_asked():
    scores = [str(one).replace(".", ",") for one in SCORES]
    workbook = csv(
        "Touchpoint;Satisfaction;Volume\n"
        + "".join(f"{row[0]};{row[1]};{row[2]}\n" for row in zip(NAMES["en"], scores, THOUSANDS, strict=True))
    )
    assert intake.understand(workbook).questions == ()
    assert intake.touchpoints(workbook).rows["volume"].tolist() == WHOLE


def test_two_columns_of_names_are_asked_about_and_one_of_them_is_the_touchpoint():
    other = [f"{name} at the desk" for name in NAMES["en"]]
    found = intake.understand(
        made(["Touchpoint", "Touchpoint name", "Satisfaction", "Volume"], NAMES["en"], other, SCORES, VOLUMES)
    )
    assert [one.header for one in found.columns if one.role == "touchpoint"] == ["Touchpoint"]
    assert len(asked(found)) == 1


def test_other_tables_are_still_refused():
    found = intake.understand(
        made(("Article", "Price", "Stock"), NAMES["en"], (1.2, 99.5, 14, 3.3, 250, 7.8, 19.9, 4), BASES)
    )
    assert "satisfaction" not in roles(found).values()
    assert not asked(found)


def test_a_person_has_the_last_word():
    book = made("ABCD", NAMES["en"], SCORES, VOLUMES, SHARES)
    found = intake.understand(book, Choices(roles={"D": "satisfaction", "B": "expectation"}))
    assert list(roles(found).values()) == ["touchpoint", "expectation", "volume", "satisfaction"]


@pytest.mark.parametrize("change", [1, -1])
def test_what_a_difference_is_of_is_satisfaction(change):
    own, other = ("7.4", "6.2", "5.8", "7.0", "7.9"), ("7.1", "6.4", "6.1", "6.9", "7.7")
    gap = [f"{change * (float(a) - float(b)):.1f}" for a, b in zip(own, other, strict=True)]
    book = made(("Subject", "We", "They", "Gap"), NAMES["en"][:5], own, other, gap)
    found = roles(intake.understand(book))
    assert found[("We", "They")[change < 0]] == "satisfaction"
    assert found["Gap"] == "ignore"


def test_numbers_of_lines_name_rows_that_nothing_else_names():
    book = made(("Line", "Satisfied"), (10, 11, 14, 22, 35), ("78%", "71%", "84%", "66%", "59%"))
    assert list(intake.touchpoints(book).rows["touchpoint"]) == ["10", "11", "14", "22", "35"]
    running = made(("Nr", "Satisfied"), (1, 2, 3, 4, 5), ("78%", "71%", "84%", "66%", "59%"))
    assert roles(intake.understand(running))["Nr"] != "touchpoint"


def test_a_score_in_words_leaves_satisfaction_to_the_numbers():
    levels = ("مرتفعة", "متوسطة", "مرتفعة", "منخفضة")
    book = made(("العبارة", "المعدل", "الرضا"), ("أ ب", "ت ث", "ج ح", "خ د"), (4.21, 3.4, 4.4, 3.9), levels)
    assert roles(intake.understand(book))["المعدل"] == "satisfaction"
