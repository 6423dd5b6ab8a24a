"""Numbers with labels, letters, legends, grades, recoded numbers, and texts that are no answers."""

import numpy as np
import pytest

from cx import intake
from cx.intake.words import climbs, legend_of, school_grades, unnumbered
from cx.records import Choices
from tests.made.intake_files import of_code
from tests.made.surveys import book, codes, ratings, rows_of

NAMES = ["Portal", "Mortgage talk", "Letter"]


def numbers(high=5, count=80):
    return ratings(count, 3, high).astype(int)


def labelled(ladder, count=80):
    """A workbook of labels, 1 up, and the numbers behind them."""
    found = numbers(len(ladder), count)
    return book(rows_of(NAMES, *([ladder[one - 1] for one in column] for column in found.T))), found


def satisfaction(workbook):
    return intake.touchpoints(workbook).rows["satisfaction"].tolist()


def scale(workbook, name=NAMES[0]):
    found = intake.understand(workbook).scales[name]
    return found.minimum, found.maximum, found.direction


@pytest.mark.parametrize(
    ("ladder", "direction"),
    [
        (["1=very good", "2=good", "3=average", "4=poor", "5=very poor"], "lower"),
        (["1 (sehr gut)", "2 (gut)", "3 (befriedigend)", "4 (ausreichend)", "5 (mangelhaft)"], "lower"),
        (["1 - Muy satisfecho", "2 - Satisfecho", "3 - Insatisfecho", "4 - Muy insatisfecho"], "lower"),
        (["1. Molto insoddisfatto", "2. Insoddisfatto", "3. Soddisfatto", "4. Molto soddisfatto"], "higher"),
        (["(1) helemaal eens", "(2) eens", "(3) neutraal", "(4) oneens", "(5) helemaal oneens"], "lower"),
        (["1: dårligt", "2: middel", "3: godt"], "higher"),
    ],
)
def test_the_numbers_give_the_order_and_the_words_the_good_end(ladder, direction):
    workbook, found = labelled(ladder)
    assert scale(workbook) == (1, len(ladder), direction)
    better = found if direction == "higher" else len(ladder) + 1 - found
    assert satisfaction(workbook) == pytest.approx(better.mean(axis=0).tolist())


@pytest.mark.parametrize(
    ("ladder", "best"),
    [
        (["a) Excellent", "b) Good", "c) Acceptable", "d) Poor", "e) Very poor"], "first"),
        (["A. Goed", "B. Matig", "C. Slecht"], "first"),
        (["a - muy malo", "b - malo", "c - bueno", "d - muy bueno"], "last"),
    ],
)
def test_letters_give_the_order_and_the_words_the_good_end(ladder, best):
    workbook, found = labelled(ladder)
    expected = len(ladder) + 1 - found if best == "first" else found
    assert satisfaction(workbook) == pytest.approx(expected.mean(axis=0).tolist())
    assert scale(workbook) == (1, len(ladder), "higher")


def test_letters_without_words_that_tell_are_not_read_as_known():
    assert climbs({"a) red": 1.0, "b) blue": 2.0}) == 0


@pytest.mark.parametrize(
    ("low", "high", "top"),
    [("1 (very poor)", "10 (excellent)", 10), ("0 = molto insoddisfatto", "10 = molto soddisfatto", 10),
     ("1 – Zeer ontevreden", "7 – Zeer tevreden", 7)],
)  # fmt: skip
def test_labelled_ends_and_bare_numbers_are_one_scale_and_every_answer_counts(low, high, top):
    found = numbers(top)
    found[0, 0] = int(low[0])
    columns = [[{int(low[0]): low, top: high}.get(one, one) for one in column] for column in found.T]
    workbook = book(rows_of(NAMES, *columns))
    assert satisfaction(workbook) == pytest.approx(found.mean(axis=0).tolist())
    assert intake.touchpoints(workbook).rows["n"].tolist() == [80, 80, 80]


def test_a_rare_label_far_from_the_rest_is_an_answer_and_no_code():
    found = numbers(3)
    found[5, 0] = 6
    columns = [[{1: "1 = very satisfied", 6: "6 = not at all satisfied"}.get(one, one) for one in column]
               for column in found.T]  # fmt: skip
    workbook = book(rows_of(NAMES, *columns))
    assert intake.touchpoints(workbook).rows["n"].tolist() == [80, 80, 80]
    assert scale(workbook) == (1, 6, "lower")
    assert intake.understand(workbook).missing_codes == {}


def test_labels_without_numbers_stand_at_the_ends_of_bare_ones():
    found = numbers(7)
    columns = [[{1: "Very poor", 7: "Excellent"}.get(one, one) for one in column] for column in found.T]
    workbook = book(rows_of(NAMES, *columns))
    assert satisfaction(workbook) == pytest.approx(found.mean(axis=0).tolist())
    assert scale(workbook) == (1, 7, "higher")


@pytest.mark.parametrize(
    ("legend", "direction"),
    [
        ("1 = zeer tevreden, 5 = zeer ontevreden", "lower"),
        ("Skala: 1 = sehr gut bis 5 = sehr schlecht", "lower"),
        ("1: muy malo; 5: muy bueno", "higher"),
    ],
)
def test_a_legend_above_the_table_tells_the_good_end(legend, direction):
    found = numbers()
    rows = rows_of(NAMES, *(column.tolist() for column in found.T))
    above = [[f"Onderzoek; {legend}", None, None], [None, None, None]]
    workbook = book([*above, *rows])
    assert scale(workbook) == (1, 5, direction)


def test_a_legend_that_the_answers_do_not_fit_is_no_scale():
    found = numbers(10)
    rows = rows_of(NAMES, *(column.tolist() for column in found.T))
    workbook = book([["1 = very good, 5 = very poor", None, None], [None, None, None], *rows])
    assert scale(workbook) == (1, 10, "higher")


@pytest.mark.parametrize(
    ("text", "name", "direction"),
    [
        ("(1 = gar nicht, 5 = sehr)", "Zufriedenheit", "higher"),
        ("(1 = gar nicht, 5 = sehr)", "Ärger", "lower"),
        ("(1 = not at all, 7 = extremely)", "How annoyed were you", "lower"),
        ("(1 = pas du tout, 4 = totalement)", "Clarté", "higher"),
        ("(1 = low effort, 5 = high effort)", "", "lower"),
        ("(1 = north, 2 = south)", "", None),
    ],
)
def test_labels_that_say_how_much_leave_the_good_end_to_what_is_rated(text, name, direction):
    assert legend_of(text).direction(name) == direction


@pytest.mark.parametrize(
    ("header", "yes"),
    [("Used (1 = ja, 2 = nee)", 1.0), ("Usado: 0 = no; 1 = sí", 1.0), ("1 = poor, 2 = good", None)],
)
def test_two_numbers_can_stand_for_yes_and_no(header, yes):
    assert legend_of(header).yes == yes


def test_yes_and_no_in_a_header_are_no_rating():
    found = numbers()
    met = (np.arange(80) % 3 == 0).astype(int) + 1
    rows = rows_of([*NAMES, "Shop used (1 = oui, 2 = non)"], *(c.tolist() for c in found.T), met.tolist())
    assert intake.touchpoints(book(rows)).rows["touchpoint"].tolist() == NAMES


@pytest.mark.parametrize("header", ["Tariff 2: gold", "1-2. Delivery", "Q1 is it clear", "24/7 desk"])
def test_other_numbers_in_headers_are_no_legend(header):
    assert legend_of(header) is None


def test_school_grades_have_1_as_the_best():
    found = numbers(6)
    headers = [f"{name} (Schulnote 1-6)" for name in NAMES]
    workbook = book(rows_of(headers, *(column.tolist() for column in found.T)))
    assert scale(workbook, headers[0]) == (1, 6, "lower")
    assert [school_grades(one) is not None for one in ("Schulnote", "Rapportcijfer", "Note sur 20")] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(("first", "steps"), [(21, 5), (101, 5), (11, 7), (31, 10)])
def test_recoded_numbers_side_by_side_are_one_scale_and_it_is_said(first, steps):
    found = numbers(steps) + first - 1
    headers = ["Q4_1", "Q4_2", "Q4_3"]
    workbook = book(rows_of(headers, *(column.tolist() for column in found.T)))
    assert scale(workbook, "Q4_1") == (first, first + steps - 1, "higher")
    assert satisfaction(workbook) == pytest.approx(found.mean(axis=0).tolist())
    told = of_code(intake.understand(workbook).findings, "recoded_scale")
    assert [(one.details["low"], one.details["high"]) for one in told] == [(first, first + steps - 1)]


@pytest.mark.parametrize(
    ("headers", "values"),
    [(["Age"], [21, 22, 23, 24, 25]), (["Joined", "Last order"], [2019, 2020, 2021, 2022]),
     (["Floor", "Desk"], [21, 22, 23, 24])],
)  # fmt: skip
def test_other_numbers_beyond_the_scales_are_none(headers, values):
    found = numbers()
    random = np.random.default_rng(4)
    others = [[values[at] for at in random.integers(0, len(values), 80)] for _ in headers]
    workbook = book(rows_of([*NAMES, *headers], *(column.tolist() for column in found.T), *others))
    assert satisfaction(workbook) == pytest.approx(found.mean(axis=0).tolist())
    assert "recoded_scale" not in codes(intake.understand(workbook).findings)


def test_a_remark_goes_and_its_cell_is_said_without_repeating_it():
    ladder = ["Muy malo", "Malo", "Regular", "Bueno", "Muy bueno"]
    found = numbers()
    columns = [[ladder[one - 1] for one in column] for column in found.T]
    columns[1][7] = "me llamo Ana y no entendí nada"
    workbook = book(rows_of(NAMES, *columns))
    told = of_code(intake.understand(workbook).findings, "text_in_ratings")[0]
    assert (told.details["first"], told.details["n"]) == ("B9", 1)
    assert "Ana" not in told.message("en") + told.message("nl")
    assert intake.touchpoints(workbook).rows["n"].tolist() == [80, 79, 80]


def test_every_answer_of_the_scale_stays_however_rare():
    found = numbers(5, 400)
    found[found == 1] = 2
    found[3, 0] = 1
    ladder = [
        "1. Totalmente en desacuerdo",
        "2. En desacuerdo",
        "3. Neutral",
        "4. De acuerdo",
        "5. Totalmente de acuerdo",
    ]
    columns = [[ladder[one - 1] for one in column] for column in found.T]
    columns[0][9] = columns[0][10] = columns[0][11] = "no aplica en mi caso, gracias"
    workbook = book(rows_of(NAMES, *columns))
    assert intake.touchpoints(workbook).rows["n"].tolist() == [397, 400, 400]
    assert scale(workbook) == (1, 5, "higher")


def test_a_header_among_the_answers_is_nobodys_answer():
    found = numbers()
    columns = [column.tolist() for column in found.T]
    for place, name in enumerate(NAMES):
        columns[place][40 + place] = name  # in one row they would be the header once more, and skipped
    workbook = book(rows_of(NAMES, *columns))
    told = of_code(intake.understand(workbook).findings, "header_again")
    assert [(one.column, one.details["first"]) for one in told] == list(
        zip(NAMES, ["A42", "B43", "C44"], strict=True)
    )
    assert intake.touchpoints(workbook).rows["volume"].tolist() == [79, 79, 79]


def test_a_number_with_a_remark_counts_and_the_remark_is_not_repeated():
    columns = [column.tolist() for column in numbers().T]
    columns[2][5] = "4 (but Mr Smith was slow)"
    workbook = book(rows_of(NAMES, *columns))
    seen = intake.understand(workbook)
    assert of_code(seen.findings, "number_with_remark")[0].details["first"] == "C7"
    assert not any("Smith" in one.message("en") for one in seen.findings)
    assert intake.touchpoints(workbook).rows["n"].tolist() == [80, 80, 80]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 (sehr gut)", "sehr gut"),
        ("5 - Très bien", "Très bien"),
        ("good (4)", "good"),
        ("7", "7"),
        ("C. Poor", "Poor"),
    ],
)
def test_the_words_beside_a_number(text, words):
    assert unnumbered(text) == words


def test_choices_of_codes_stay_by_hand():
    columns = [column.tolist() for column in numbers().T]
    workbook = book(rows_of(NAMES, *columns))
    assert intake.understand(workbook, Choices(missing_codes=("5",))).missing_codes[NAMES[0]] == ("5",)


def test_labels_that_end_in_the_number_they_stand_for_close_a_scale_of_bare_numbers():
    rows = [["Liking", "Spend"]]
    steps = ["I hate it!-5", *range(-4, 5), "I love it!+5"]
    rows += [[steps[at * 7 % 11], 30 + at % 9] for at in range(220)]
    found = intake.understand(book(rows), Choices(shape="responses"))
    scale = found.scales["Liking"]
    assert (scale.minimum, scale.maximum, scale.direction) == (-5, 5, "higher")


def test_texts_that_end_in_numbers_without_bare_numbers_beside_them_are_names():
    rows = [["Store", "Shop", "Call"]]
    rows += [[f"Store{1 + at % 9}", 1 + at % 5, 1 + at * 3 % 5] for at in range(90)]
    found = intake.understand(book(rows), Choices(shape="responses"))
    assert "Store" not in found.scales


EFFORT = "Team effort in understanding requests"


def test_an_effort_that_rises_with_ratings_whose_good_end_is_known_is_not_asked():
    told = intake.understand(book(rows_of([*NAMES, EFFORT], *ratings(120, 4, 10).T)))
    assert not of_code(told.findings, "direction_higher_ambiguous")
    assert scale_of(told, EFFORT) == (1, 10, "higher")


def test_efforts_alone_are_asked():
    efforts = [f"Effort of {name}" for name in NAMES]
    told = intake.understand(book(rows_of(efforts, *ratings(120, 3, 7).T)))
    assert len(of_code(told.findings, "direction_higher_ambiguous")) == 1


def scale_of(told, name):
    return told.scales[name].minimum, told.scales[name].maximum, told.scales[name].direction
