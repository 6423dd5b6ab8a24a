"""Which rows are the header, by what stands below them: questions, digits, dates, answers in any language."""

import csv
import datetime as dt
import io

import numpy as np
import openpyxl
import pytest

from cx import intake
from cx.errors import NothingUsable
from cx.intake.sheet import table_of
from tests.made.intake_files import saved

WORDS = {
    "pl": ["bardzo zadowolony", "zadowolony", "ani tak, ani nie", "niezadowolony"],
    "ru": ["очень доволен", "доволен", "нейтрально", "недоволен", "очень недоволен"],
    "ja": ["とても満足", "満足", "どちらともいえない", "不満"],
    "ar": ["راض جدا", "راض", "محايد", "غير راض"],
    "en": ["Excellent", "Good", "Fair", "Poor"],
}
NAMES = {
    "pl": [
        (
            "Biorąc pod uwagę wszystkie rozmowy z naszym działem obsługi w ciągu ostatnich dwunastu miesięcy,"
            " jak ocenia Pan lub Pani sposób, w jaki odpowiadaliśmy na pytania o rachunki, umowy i usterki?"
        ),
        "Czy jest Pan zadowolony z aplikacji mobilnej?",
        "Jak ocenia Pan infolinię?",
    ],
    "ru": ["Насколько вы довольны оформлением заказа?", "Насколько вы довольны доставкой?", "Поддержка"],
    "ja": [
        "ご注文の手続きについてどの程度満足していますか。",
        "配送についてどの程度満足していますか。",
        "サポート",
    ],
    "ar": ["الطلب", "التوصيل", "الدعم"],
    "en": ["Ordering", "Delivery", "Help"],
}
LANGUAGES = sorted(WORDS)
HEIGHTS = (5, 8, 20, 150)


def table(rows):
    target = io.StringIO()
    csv.writer(target, delimiter=";").writerows(rows)
    return table_of(intake.read(target.getvalue().encode(), "answers.csv").sheets[0])


def header_rows(rows):
    found = table(rows)
    return found.header_rows if found else ()


def answers(language, height, wide=3, seed=5):
    chance = np.random.default_rng(seed)
    return [[str(chance.choice(WORDS[language])) for _ in range(wide)] for _ in range(height)]


def numbers(height, wide=3, seed=5):
    chance = np.random.default_rng(seed)
    return [[int(chance.integers(1, 6)) for _ in range(wide)] for _ in range(height)]


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_above_answers_in_words_are_the_header(language, height):
    names, body = NAMES[language], answers(language, height)
    assert table([names, *body]).headers == tuple(names)
    stamped = [[f"02.03.2026 0{at % 10}:15:0{at % 7}", *row, f"Guest {at}"] for at, row in enumerate(body)]
    assert table([["T", *names, "N"], *stamped]).headers == ("T", *names, "N")
    addressed = [[at + 1, *row, f"guest{at}@example.org"] for at, row in enumerate(body)]
    assert table([["№", *names, "@"], *addressed]).headers == ("№", *names, "@")


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_are_no_header(language, height):
    body = answers(language, height, 4)
    assert header_rows(body) == ()
    assert header_rows([[f"guest{at}@example.org", *row] for at, row in enumerate(body)]) == ()
    assert header_rows([[f"Guest {at}", *row] for at, row in enumerate(numbers(height))]) == ()


def test_a_message_about_a_table_without_header_repeats_no_answer():
    body = [[f"guest{at}@example.org", *row] for at, row in enumerate(answers("en", 8))]
    content = "\n".join(";".join(row) for row in body).encode()
    with pytest.raises(NothingUsable) as caught:
        intake.touchpoints(intake.read(content, "answers.csv"))
    assert caught.value.values == {"file": "answers.csv"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_below_codes_name_the_columns(language):
    codes, names = ["Q1_1", "Q1_2", "Q1_3", "Q2"], [*NAMES[language], "Uwagi / remarks"]
    body = [[*row, words[0]] for row, words in zip(numbers(20), answers(language, 20), strict=True)]
    found = table([codes, names, *body])
    assert (found.header_rows, found.headers) == ((1, 2), tuple(names))
    assert found.aliases[0] == ("Q1_1", names[0])
    assert table([codes, names, *answers(language, 20, 4)]).header_rows == (1, 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_question_is_about_stands_below_it(language):
    body = [[at + 9_000, *row, at % 11] for at, row in enumerate(answers(language, 20))]
    found = table([["ID", "How was it?", "", "", "NPS"], ["", *NAMES[language], ""], *body])
    assert (found.header_rows, found.headers) == ((1, 2), ("ID", *NAMES[language], "NPS"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_and_legends_are_no_header(language):
    body = [[at + 1, *row] for at, row in enumerate(numbers(20))]
    names = ["№", *NAMES[language]]
    legend = ["1 = bad", "2 = so so", "4 = ok", "5 = good"]
    assert header_rows([["Survey 2026", "", "", ""], names, *body]) == (2,)
    assert header_rows([legend, names, *body]) == (2,)
    assert header_rows([["Survey 2026", "", "", ""], ["1 = bad", "5 = good", "", ""], names, *body]) == (3,)


@pytest.mark.parametrize(
    "run", [[1, 2, 3, 4, 5], [5, 4, 3, 2, 1], [0, 25, 50, 75, 100], [2022, 2023, 2024, 2025, 2026]]
)
@pytest.mark.parametrize("first", ["Moment", ""])
def test_digits_and_years_above_counts_are_a_header(run, first):
    body = [[f"Moment {letter}", *row] for letter, row in zip("ABCDEF", numbers(6, 5), strict=True)]
    assert table([[first, *run], *body]).headers == (first or "A", *map(str, run))


def test_digits_in_steps_below_a_header_are_data():
    rows = [
        ["Krok", "Ocena", "Liczba", "Koszt"],
        ["Faktura", 1, 2, 3],
        ["Wizyta", 4, 9, 1],
        ["Sklep", 2, 8, 5],
    ]
    assert header_rows(rows) == (1,)


def test_real_dates_above_scores_are_a_header():
    made = openpyxl.Workbook()
    made.active.append(["Kanal", *(dt.datetime(2026, month, 1) for month in (1, 2, 3))])
    for letter, row in zip("ABCDE", numbers(5), strict=True):
        made.active.append([f"Punkt {letter}", *row])
    found = table_of(intake.read(saved(made), "a.xlsx").sheets[0])
    assert found.header_rows == (1,)
    assert [header[:10] for header in found.headers] == ["Kanal", "2026-01-01", "2026-02-01", "2026-03-01"]


def test_dates_above_dates_are_data():
    days = [[dt.datetime(2026, 3, day, 9), dt.datetime(2026, 3, day, 10), day % 5 + 1] for day in range(1, 9)]
    made = openpyxl.Workbook()
    for row in days:
        made.active.append(row)
    assert table_of(intake.read(saved(made), "a.xlsx").sheets[0]) is None


def test_a_header_that_comes_back_is_found_at_its_first_place():
    body = answers("en", 30)
    rows = [NAMES["en"], *body[:10], NAMES["en"], *body[10:20], NAMES["en"], *body[20:]]
    found = table(rows)
    assert (found.header_rows, found.repeated, found.height) == ((1,), (12, 23), 30)
    assert found.rows.tolist() == [*range(2, 12), *range(13, 23), *range(24, 34)]


def test_who_ticked_all_choices_is_no_header():
    rows = [["App", "Shop"], *(["App", ""], ["App", "Shop"], ["", "Shop"]) * 6]
    found = table(rows)
    assert (found.repeated, found.height) == ((), 18)


def test_ticked_choices_named_by_themselves_are_no_answers_to_hide_a_header():
    rows = [
        ["App" if at % 2 else "", "Winkel" if at % 3 else "", *row]
        for at, row in enumerate(answers("en", 20))
    ]
    assert header_rows([["App", "Winkel", *NAMES["en"]], *rows]) == (1,)
