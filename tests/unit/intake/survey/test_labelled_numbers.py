"""What files of SPSS, Stata and SAS say of their numbers: codes, groups, scales, and which end is good."""

from dataclasses import replace

import numpy as np
import pytest

from cx import intake
from cx.intake import touchpoints, understand
from cx.intake.sheet.legends import in_words
from cx.records import Choices
from cx.records.file import CellEdit, column_of
from cx.records.file.workbook import Cell
from tests.made.intake_files import of_code
from tests.made.odd.statistics_files import bytes_of, labelled

N = 240
FINNISH = {1.0: "erittäin tyytymätön", 2.0: "tyytymätön", 3.0: "siltä väliltä", 4.0: "tyytyväinen",
           5.0: "erittäin tyytyväinen"}  # fmt: skip


def ratings(names, levels=5, seed=1):
    """Return answers that one mood moves, as those of people are."""
    chance = np.random.default_rng(seed)
    mood = chance.normal(0, 1, N)
    return {
        name: np.clip(np.rint((levels + 1) / 2 + 0.8 * mood + 0.9 * chance.normal(0, 1, N)), 1, levels)
        for name in names
    }


def read(content, name="answers.sav"):
    return intake.read(content, name)


def roles(content):
    return {column.header: column.role for column in understand(read(content)).columns}


def test_labels_that_say_which_end_is_good_turn_the_scale():
    columns = ratings(["a", "b", "c"])
    ends = {1.0: "sehr zufrieden", 5.0: "sehr unzufrieden"}
    found = touchpoints(read(labelled(columns, {}, dict.fromkeys(columns, ends))))
    assert (found.scale.minimum, found.scale.maximum, found.scale.direction) == (1, 5, "lower")
    assert found.rows["satisfaction"].tolist() == pytest.approx([6 - one.mean() for one in columns.values()])


def test_one_labelled_end_says_which_is_good():
    columns = ratings(["a", "b", "c"], levels=7)
    top = touchpoints(read(labelled(columns, {}, {name: {1.0: "très satisfait"} for name in columns})))
    assert (top.scale.maximum, top.scale.direction) == (7, "lower")


def test_the_labelled_range_is_the_scale_where_the_answers_fit_it():
    columns = {name: np.minimum(values, 3.0) for name, values in ratings(["a", "b", "c"]).items()}
    ends = {1.0: "zeer slecht", 7.0: "zeer goed"}
    assert touchpoints(read(labelled(columns, {}, dict.fromkeys(columns, ends)))).scale.maximum == 7
    wide = {name: np.tile(np.arange(1.0, 11), N // 10) for name in "abc"}
    assert touchpoints(read(labelled(wide, {}, dict.fromkeys(wide, ends)))).scale.maximum == 10


def test_words_of_a_language_that_is_not_known_turn_nothing():
    columns = ratings(["a", "b", "c"])
    found = touchpoints(read(labelled(columns, {}, dict.fromkeys(columns, FINNISH))))
    assert (found.scale.minimum, found.scale.maximum, found.scale.direction) == (1, 5, "higher")
    assert found.rows["satisfaction"].tolist() == pytest.approx([one.mean() for one in columns.values()])


@pytest.mark.parametrize(
    ("label", "code", "volume"),
    [("does not apply", "words_not_met", 200), ("weet niet", "words_no_answer", 240)],
)
def test_a_number_that_is_labelled_as_a_code_is_one(label, code, volume):
    columns = ratings(["a", "b", "c"])
    columns["a"][:40] = 6.0
    labels = {**dict.fromkeys(columns, FINNISH), "a": {**FINNISH, 6.0: label}}
    found = touchpoints(read(labelled(columns, {}, labels)))
    row = found.rows.iloc[0]
    assert (row["satisfaction"], row["n"], row["volume"]) == (columns["a"][40:].mean(), 200, volume)
    assert of_code(found.findings, code)[0].details["n"] == 40


def test_what_the_file_calls_missing_is_a_code_whatever_its_words():
    columns = ratings(["a", "b", "c"])
    columns["a"][:30], columns["b"][:10] = 7.0, 8.0
    labels = {name: {**FINNISH, 7.0: "en osaa sanoa"} for name in columns}
    content = labelled(columns, {}, labels, {"a": [7.0], "b": [{"lo": 7.0, "hi": 9.0}]})
    found = touchpoints(read(content))
    assert found.rows["n"].tolist() == [210, 230, 240]
    told = of_code(found.findings, "words_missing")
    assert [(one.details["n"], one.details["texts"]) for one in told] == [
        (30, "“en osaa sanoa”"),
        (10, "“[8]”"),
    ]


def test_groups_are_read_as_their_words_and_are_no_ratings():
    chance = np.random.default_rng(4)
    columns = ratings(["a", "b", "c"])
    columns |= {"alue": chance.integers(1, 5, N) * 1.0, "suku": chance.integers(1, 3, N) * 1.0}
    labels = {**dict.fromkeys("abc", FINNISH), "suku": {1.0: "mies", 2.0: "nainen"},
              "alue": {1.0: "Etelä", 2.0: "Länsi", 3.0: "Itä", 4.0: "Pohjoinen"}}  # fmt: skip
    content = labelled(columns, {}, labels)
    assert roles(content) == {"a": "rating", "b": "rating", "c": "rating", "alue": "ignore", "suku": "ignore"}
    table = touchpoints(read(content), Choices(roles={"alue": "segment"}))
    assert set(table.rows["segment"]) == {"Etelä", "Länsi", "Itä", "Pohjoinen"}


def made(values, labels):
    return replace(column_of([Cell("number", float(value)) for value in values]), labels=labels)


def test_labels_that_go_along_with_the_ratings_are_a_rating():
    known = made(ratings(["a"])["a"], {1.0: "very bad", 5.0: "very good"})
    own = {1.0: "rossz", 2.0: "gyenge", 3.0: "megfelel", 4.0: "jó", 5.0: "kitűnő"}
    along = made(np.clip(known.numbers + np.tile([0, 1, -1], N // 3), 1, 5), own)
    apart = made(np.tile([1, 2, 3, 4, 5], N // 5), own)
    rating, groups = in_words([known, along])[1], in_words([known, apart])[1]
    assert rating.numbers.tolist() == along.numbers.tolist()
    assert [groups.cell(row).shown for row in range(5)] == list(own.values())


def test_a_battery_of_usage_that_goes_along_with_no_rating_is_none():
    known = made(ratings(["a"])["a"], {1.0: "very bad", 5.0: "very good"})
    usage = {1.0: "soha", 2.0: "ritkán", 3.0: "naponta"}
    chance = np.random.default_rng(9)
    others = [made(chance.permutation(np.tile([1, 2, 3], N // 3)), usage) for _ in range(3)]
    assert [one.cell(0).kind for one in in_words([known, *others])] == ["number", "text", "text", "text"]


def test_one_known_word_makes_no_rating_of_what_goes_along_with_none():
    known = made(ratings(["a"])["a"], {1.0: "very bad", 5.0: "very good"})
    usage = {1.0: "never", 2.0: "on holidays", 3.0: "on weekdays"}
    chance = np.random.default_rng(9)
    others = [made(chance.permutation(np.tile([1, 2, 3], N // 3)), usage) for _ in range(4)]
    assert [one.cell(0).kind for one in in_words([known, *others])] == ["number", *["text"] * 4]
    assert [one.cell(0).kind for one in in_words(others)] == ["number"] * 4


def test_ticks_and_unlabelled_numbers_stay_what_they_are():
    ticks = made([0, 1, 1, 0], {0.0: "not mentioned", 1.0: "mentioned"})
    ages = made([34, 51, 28, 70], {99.0: "no answer"})
    assert [one.cell(1).value for one in in_words([ticks, ages])] == [1.0, 51.0]


def test_yes_and_no_are_read_as_such_whatever_their_numbers():
    columns = {**ratings(["a", "b", "c"]), "known": np.tile([1.0, 2.0], N // 2)}
    labels = {**dict.fromkeys("abc", FINNISH), "known": {1.0: "ja", 2.0: "nein"}}
    sheet = read(labelled(columns, {}, labels)).sheets[0]
    table = in_words(sheet.columns)[3]
    assert [table.cell(row).shown for row in (1, 2)] == ["ja", "nein"]


def test_a_person_may_name_a_column_by_its_variable():
    columns = ratings(["v7", "v8", "v9"])
    content = labelled(columns, {"v7": "Zadowolenie: faktura", "v8": "Zadowolenie: infolinia"}, {})
    found = touchpoints(read(content), Choices(roles={"v7": "ignore"}))
    assert found.rows["touchpoint"].tolist() == ["infolinia", "v9"]


@pytest.mark.parametrize(
    ("labels", "direction"),
    [
        ({1.0: "zeer waarschijnlijk", 5.0: "zeer onwaarschijnlijk"}, "lower"),
        ({1.0: "very unlikely", 5.0: "very likely"}, "higher"),
        ({1.0: "inola ere ez", 5.0: "ziur baietz"}, None),
    ],
)
def test_labels_say_which_end_of_an_outcome_is_good(labels, direction):
    columns = ratings(["a", "b", "c", "nps"])
    columns["nps"][:7] = 9.0
    known = {**dict.fromkeys("abc", FINNISH), "nps": {**labels, 9.0: "don't know"}}
    found = intake.responses(read(labelled(columns, {"nps": "Recommendation"}, known)))
    assert found.outcomes == ("Recommendation",)
    assert found.outcome_directions.get("Recommendation") == direction
    assert found.rows["Recommendation"].isna().sum() == 7
    told = [one.code for one in found.findings if one.code.startswith("outcome_labelled")]
    assert told == ([f"outcome_labelled_{direction}"] if direction else [])


def test_an_edited_cell_leaves_the_labels_what_they_are():
    columns = ratings(["a", "b", "c"])
    ends = {1.0: "sehr zufrieden", 5.0: "sehr unzufrieden"}
    book = read(labelled(columns, {}, dict.fromkeys(columns, ends), {"a": [5.0]}))
    changed = intake.edited(book, [CellEdit("", 2, "A", "3"), CellEdit("", 2, "E", "note")])
    sheet = changed.sheets[0]
    assert (sheet.columns[0].labels, sheet.columns[0].missing) == (ends, ((5.0, 5.0),))
    assert sheet.names == ("a", "b", "c", "", "")
    assert touchpoints(changed).scale.direction == "lower"


def test_a_person_may_say_that_labels_rate():
    columns = {**ratings(["a", "b", "c"]), "hyvä": np.tile([1.0, 2.0, 3.0, 4.0], N // 4)}
    columns["hyvä"][:4] = 9.0
    own = {1.0: "huono", 2.0: "välttävä", 3.0: "hyvä", 4.0: "kiitettävä", 9.0: "n/a"}
    content = labelled(columns, {}, {**dict.fromkeys("abc", FINNISH), "hyvä": own})
    assert roles(content)["hyvä"] == "ignore"
    found = touchpoints(read(content), Choices(roles={"hyvä": "rating"}))
    row = found.rows.set_index("touchpoint").loc["hyvä"]
    assert (row["n"], row["satisfaction"]) == (236, pytest.approx(1 + 4 * 1.5 / 3))


def test_missing_letters_of_stata_do_not_count():
    values = [*range(1, 6)] * 10
    content = bytes_of({"a": [*values, "a", "b"], "b": [*values, 1, 2], "c": [*values, 3, 4]}, ".dta",
                       variable_value_labels={"a": {"a": "não se aplica"}},
                       missing_user_values={"a": ["a", "b"]})  # fmt: skip
    found = touchpoints(read(content, "a.dta"))
    assert found.rows["n"].tolist() == [50, 52, 52]
