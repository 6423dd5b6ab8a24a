"""Answers in words that are known, that are not, and codes: other languages, layouts and numbers."""

import numpy as np
import pytest

from cx import intake
from cx.intake.words import spoken
from cx.records import Choices
from tests.made.intake_files import of_code
from tests.made.surveys import book, codes, rows_of

NAMES = ["Yksi", "Kaksi", "Kolme", "Neljä"]


def given(count, columns, steps, seed=7, shift=0.4):
    """Answers 1 up, which one mood per respondent moves together; the first columns the best."""
    random = np.random.default_rng(seed)
    mood = random.normal(size=count)[:, None]
    own = random.normal(size=(count, columns))
    drift = np.linspace(shift + 0.6, shift - 0.6, columns)
    return np.digitize(0.7 * mood + 0.7 * own + drift, np.linspace(-1.1, 1.1, steps - 1)) + 1


def survey(ladder, count=90, columns=4, more=(), seed=7):
    """A workbook of columns in words, the truth behind it, and further columns."""
    numbers = given(count, columns, len(ladder), seed)
    spoken = [[ladder[step - 1] for step in column] for column in numbers.T]
    headers = ["ID", *NAMES[:columns], *(name for name, _ in more)]
    extra = [values(numbers) for _, values in more]
    return book(rows_of(headers, range(1, count + 1), *spoken, *extra)), numbers.mean(axis=0)


def satisfaction(workbook, choices=None):
    rows = intake.touchpoints(workbook, choices or Choices()).rows
    return rows["satisfaction"].tolist()


def asked(workbook):
    return [code for code in codes(intake.understand(workbook).findings) if code.startswith("answer_")]


KNOWN = [
    ["Muy malo", "Malo", "Regular", "Bueno", "Muy bueno"],
    ["Nada satisfecho", "Poco satisfecho", "Algo satisfecho", "Bastante satisfecho", "Muy satisfecho"],
    ["Molto insoddisfatto", "Insoddisfatto", "Né l'uno né l'altro", "Soddisfatto", "Molto soddisfatto"],
    ["Discordo totalmente", "Discordo", "Não concordo nem discordo", "Concordo", "Concordo totalmente"],
    ["Mycket missnöjd", "Missnöjd", "Varken eller", "Nöjd", "Mycket nöjd"],
    ["Svært misfornøyd", "Misfornøyd", "Verken eller", "Fornøyd", "Svært fornøyd"],
    ["Bardzo niezadowolony", "Raczej niezadowolony", "Raczej zadowolony", "Bardzo zadowolony"],
    ["Очень недоволен", "Недоволен", "Нейтрально", "Доволен", "Очень доволен"],
    ["非常不满意", "不满意", "一般", "满意", "非常满意"],
    ["非常に不満", "不満", "どちらともいえない", "満足", "非常に満足"],
    ["غير راض جدا", "غير راض", "محايد", "راض", "راض جدا"],
    ["Very high effort", "High effort", "Neither low nor high", "Low effort", "Very low effort"],
]  # fmt: skip


@pytest.mark.parametrize("ladder", KNOWN, ids=lambda ladder: ladder[0])
def test_known_words_settle_it_without_a_question(ladder):
    workbook, truth = survey(ladder)
    assert satisfaction(workbook) == pytest.approx(truth.tolist())
    assert asked(workbook) == []


UNKNOWN = {
    "form": ["Sera ónøgdur", "Ónøgdur", "Hvørki ella", "Nøgdur", "Sera nøgdur"],
    "other_alphabet": ["ძალიან უბრილო", "უბრილო", "საშულო", "ბრილო", "ძალიან ბრილო"],
    "no_spaces": ["很不爽", "不爽", "还行", "爽", "很爽"],
}


@pytest.mark.parametrize("ladder", UNKNOWN.values(), ids=UNKNOWN)
def test_the_form_of_unknown_words_proposes_their_order_and_asks(ladder):
    workbook, truth = survey(ladder)
    assert satisfaction(workbook) == pytest.approx(truth.tolist())
    assert asked(workbook) == ["answer_order_ambiguous_form"]
    told = of_code(intake.understand(workbook).findings, "answer_order_ambiguous_form")[0]
    assert told.details["mapping"] == ", ".join(f"{text} = {at}" for at, text in enumerate(ladder, 1))


@pytest.mark.parametrize("ladder", [["blip", "wonk", "zarf", "quim"], ["za", "zebo", "zicu", "zodu", "zufe"]])
def test_without_any_known_form_respondents_order_the_words(ladder):
    workbook, truth = survey(ladder, count=200)
    assert satisfaction(workbook) == pytest.approx(truth.tolist())
    assert asked(workbook) == ["answer_order_ambiguous_usual"]


def test_other_ratings_tell_which_end_of_unknown_words_is_good():
    def overall(numbers):
        return [round(10 - 2.4 * mean) for mean in 5 - numbers.mean(axis=1)]

    def fallen(numbers):
        return [max(0, one) for one in overall(numbers)]

    workbook, truth = survey(["quim", "zarf", "wonk", "blip"], count=150, more=[("NPS", fallen)])
    assert satisfaction(workbook) == pytest.approx(truth.tolist())
    assert asked(workbook) == ["answer_order_ambiguous_outcome"]


def test_a_frequent_unknown_answer_among_known_ones_stands_in_the_middle_and_is_asked():
    ladder = ["Erittäin tyytymätön", "Tyytymätön", "Siltä väliltä", "Tyytyväinen", "Erittäin tyytyväinen"]
    workbook, truth = survey(ladder)
    assert satisfaction(workbook) == pytest.approx(truth.tolist())
    assert asked(workbook) == ["answer_order_ambiguous_words"]


def test_a_question_has_the_order_both_ways_and_its_answer_settles_it():
    ladder = ["za", "zebo", "zicu", "zodu", "zufe"]
    workbook, truth = survey(ladder, count=200)
    question = next(one for one in intake.understand(workbook).questions if one.kind == "words")
    first, second, *swapped = question.readings
    assert (first.chosen, second.chosen) == (True, False)
    assert first.label("en") == "From bad to good: za, zebo, zicu, zodu, zufe"
    assert second.label("nl") == "Van slecht naar goed: zufe, zodu, zicu, zebo, za"
    assert satisfaction(workbook, first.choices) == pytest.approx(truth.tolist())
    assert satisfaction(workbook, second.choices) == pytest.approx((6 - truth).tolist())
    assert [one.label("en").partition(": ")[2] for one in swapped] == [
        "zebo, za, zicu, zodu, zufe",
        "za, zicu, zebo, zodu, zufe",
        "za, zebo, zodu, zicu, zufe",
        "za, zebo, zicu, zufe, zodu",
    ]
    settled = intake.understand(workbook, second.choices)
    assert [code for code in codes(settled.findings) if code.startswith("answer_")] == []


def test_a_person_gives_one_column_its_numbers_and_the_others_theirs():
    workbook, truth = survey(["za", "zebo", "zicu"], count=120)
    every = {"*": {"za": 1.0, "zebo": 2.0, "zicu": 3.0}}
    own = {**every, "Kaksi": {"za": 3.0, "zebo": 2.0, "zicu": 1.0}}
    assert satisfaction(workbook, Choices(text_scales=every)) == pytest.approx(truth.tolist())
    turned = [truth[0], 4 - truth[1], *truth[2:]]
    assert satisfaction(workbook, Choices(text_scales=own)) == pytest.approx(turned)


@pytest.mark.parametrize(
    ("ladder", "good"),
    [
        (["A1", "A2", "A3", "A4", "A5"], "A5"),
        (["SQ001", "SQ002", "SQ003", "SQ004"], "SQ004"),
        (["k 1", "k 2", "k 3", "k 4", "k 5", "k 6", "k 7"], "k 7"),
    ],
)
def test_answer_codes_are_steps_and_their_good_end_is_asked(ladder, good):
    workbook, truth = survey(ladder)
    assert satisfaction(workbook) == pytest.approx(truth.tolist())
    assert asked(workbook) == ["answer_codes_ambiguous_usual"]
    assert (
        of_code(intake.understand(workbook).findings, "answer_codes_ambiguous_usual")[0].details["best"]
        == good
    )


def test_single_letters_are_codes_of_which_the_first_is_taken_for_the_best():
    workbook, truth = survey(["E", "D", "C", "B", "A"])
    assert satisfaction(workbook) == pytest.approx(truth.tolist())
    assert asked(workbook) == ["answer_codes_ambiguous_usual"]


def kinds(count, columns, values, seed=5):
    random = np.random.default_rng(seed)
    return [[values[at] for at in random.integers(0, len(values), count)] for _ in range(columns)]


@pytest.mark.parametrize(
    "values",
    [["Phone", "Shop", "E-mail", "Chat"], ["NJ", "NY", "CA"], ["R1", "R2", "R3"]],
)
def test_one_column_of_groups_beside_ratings_is_no_scale(values):
    numbers = given(90, 4, 5)
    columns = [list(map(int, column)) for column in numbers.T]
    rows = rows_of([*NAMES, "Kind"], *columns, kinds(90, 1, values)[0])
    assert satisfaction(book(rows)) == pytest.approx(numbers.mean(axis=0).tolist())
    assert asked(book(rows)) == []


def test_the_same_names_in_several_columns_are_no_scale_where_ratings_stand_beside_them():
    numbers = given(150, 4, 5)
    random = np.random.default_rng(2)
    usual = random.integers(0, 4, 150)
    places = [[["Oslo", "Bergen", "Tromsø", "Bodø"][at if random.random() < 0.7 else random.integers(0, 4)]
               for at in usual] for _ in range(3)]  # fmt: skip
    columns = [list(map(int, column)) for column in numbers.T]
    rows = rows_of([*NAMES, "Home", "Work", "Shop"], *columns, *places)
    assert satisfaction(book(rows)) == pytest.approx(numbers.mean(axis=0).tolist())
    assert asked(book(rows)) == []


def test_shuffled_rows_change_no_order():
    workbook, _ = survey(["za", "zebo", "zicu", "zodu", "zufe"], count=200)
    cells = [[column.cell(row).shown for column in workbook.sheets[0].columns] for row in range(201)]
    head, rest = cells[0], cells[1:]
    order = np.random.default_rng(1).permutation(len(rest))
    other = book([head, *(rest[at] for at in order)])
    assert satisfaction(other) == pytest.approx(satisfaction(workbook))


def test_importance_in_words_is_not_satisfaction():
    steps = ["Onbelangrijk", "Niet zo belangrijk", "Neutraal", "Belangrijk", "Zeer belangrijk"]
    numbers, wanted = given(90, 3, 5), given(90, 3, 5, seed=9)
    headers = [*(f"Q1_{at}" for at in range(3)), *(f"Q2_{at}" for at in range(3))]
    spoken = [[steps[one - 1] for one in column] for column in wanted.T]
    workbook = book(rows_of(headers, *(column.tolist() for column in numbers.T), *spoken))
    assert intake.touchpoints(workbook).rows["touchpoint"].tolist() == headers[:3]
    roles = {column.header: column.role for column in intake.understand(workbook).columns}
    assert [roles[header] for header in headers[3:]] == ["importance"] * 3


def test_lists_of_several_choices_are_no_answers_of_a_scale():
    numbers = given(90, 4, 5)
    random = np.random.default_rng(6)
    values = ["This month", "This year", "This month;This year"]
    choices = [[values[at] for at in random.integers(0, 3, 90)] for _ in range(3)]
    rows = rows_of([*NAMES, "Last [a]", "Last [b]", "Last [c]"], *(c.tolist() for c in numbers.T), *choices)
    assert satisfaction(book(rows)) == pytest.approx(numbers.mean(axis=0).tolist())
    assert asked(book(rows)) == []


def test_degrees_of_importance_are_one_step_apart():
    found = spoken([["Zeer belangrijk", "Belangrijk", "Neutraal", "Niet zo belangrijk", "Onbelangrijk"]])[0]
    assert (found.family, sorted(found.numbers.values())) == ("importance", [1, 2, 3, 4, 5])


def test_no_step_of_a_ladder_is_an_answer_that_says_nothing():
    from cx.intake.words.answers import code_kind
    from cx.intake.words.languages import CLIMBING

    steps = [
        text.strip() for some in CLIMBING.values() for one in some for step in one for text in step.split("|")
    ]
    assert len(steps) > 500
    assert [text for text in steps if code_kind(text)] == []
    assert {code_kind(text) for text in ("trudno powiedzieć", "nevím")} == {"no_answer"}
