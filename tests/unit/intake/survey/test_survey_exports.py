"""Exports as survey programs write them, against means and counts computed here from the same answers."""

import json

import numpy as np
import pytest

from cx import intake
from cx.records import Choices
from tests.made.surveys import book, codes, ratings

NAMES = ["Invoice", "Call centre", "App", "Visit"]
DUTCH = ["Zeer ontevreden", "Ontevreden", "Neutraal", "Tevreden", "Zeer tevreden"]
COUNT = 120


@pytest.fixture(scope="module")
def answers():
    """Ratings 1 to 5 of four touchpoints; one in five was not met."""
    found = ratings(COUNT, 4, seed=4)
    found[np.random.default_rng(4).random(found.shape) < 0.2] = np.nan
    return found


def means(found, headers):
    return {
        header: (float(np.nanmean(found[:, place])), int(np.count_nonzero(~np.isnan(found[:, place]))))
        for place, header in enumerate(headers)
    }


def drawn(workbook, choices=None):
    rows = intake.touchpoints(workbook, choices).rows
    return {row.touchpoint: (row.satisfaction, row.n) for row in rows.itertuples()}


def assert_same(workbook, expected, choices=None):
    found = drawn(workbook, choices)
    assert list(found) == list(expected)
    for name, (mean, n) in expected.items():
        assert found[name] == (pytest.approx(mean, abs=1e-9), n)


def lines(found, say=lambda value: value):
    return [[None if np.isnan(value) else say(value) for value in row] for row in found]


def in_words(words):
    return lambda value: words[int(value) - 1]


def test_three_header_rows_with_codes_questions_and_import_identifiers(answers):
    codes_row = ["ResponseId", "Progress", "Q1", *(f"Q2_{place}" for place in range(1, 5))]
    questions = [f"How satisfied are you with: - {name}" for name in NAMES]
    texts = ["Response ID", "Progress", "How likely are you to recommend us?", *questions]
    imported = [json.dumps({"ImportId": f"QID{place}"}) for place in range(len(texts))]
    body = [[f"R_{place}x", 100, place % 11, *row] for place, row in enumerate(lines(answers))]
    workbook = book([codes_row, texts, imported, *body])
    seen = intake.understand(workbook)
    assert (seen.shape, seen.header_rows) == ("responses", (1, 2, 3))
    assert [column.header for column in seen.columns_of("outcome")] == ["How likely are you to recommend us?"]
    assert seen.columns[2].aliases == ("Q1", "How likely are you to recommend us?", imported[2])
    assert_same(workbook, means(answers, NAMES))


def test_a_column_answers_to_the_code_in_its_first_header_row(answers):
    imported = [json.dumps({"ImportId": f"QID{place}"}) for place in range(5)]
    body = [[place % 11, *row] for place, row in enumerate(lines(answers))]
    workbook = book([["Q1", "Q2_1", "Q2_2", "Q2_3", "Q2_4"], ["Recommend", *NAMES], imported, *body])
    seen = intake.understand(workbook, Choices(roles={"Q2_4": "ignore"}))
    assert [column.header for column in seen.columns_of("rating")] == NAMES[:3]


def test_a_question_above_its_items_and_response_below_a_single_one(answers):
    words = [
        "Very dissatisfied",
        "Dissatisfied",
        "Neither satisfied nor dissatisfied",
        "Satisfied",
        "Very satisfied",
    ]
    head = ["Respondent ID", "How satisfied were you with:", None, None, None, "Any comments?"]
    below = [None, *NAMES, "Open-Ended Response"]
    body = [[118_000 + place, *row, None] for place, row in enumerate(lines(answers, in_words(words)))]
    body[0][5] = "Fine"
    workbook = book([head, below, *body])
    assert intake.understand(workbook).header_rows == (1, 2)
    assert_same(workbook, means(answers, NAMES))


def test_a_form_with_a_time_and_questions_in_dutch(answers):
    headers = [f"Hoe tevreden ben je over [{name}]" for name in NAMES]
    times = [f"{1 + place % 28:02d}-02-2026 10:{place % 60:02d}:00" for place in range(COUNT)]
    body = [[time, *row] for time, row in zip(times, lines(answers, in_words(DUTCH)), strict=True)]
    workbook = book([["Tijdstempel", *headers], *body])
    seen = intake.understand(workbook)
    assert (seen.shape, seen.columns[0].role) == ("responses", "time")
    assert seen.text_scales[headers[0]]["Zeer tevreden"] == 5
    assert_same(workbook, means(answers, NAMES))


def test_identifiers_in_letters_are_no_touchpoints(answers):
    workbook = book([["resp", *NAMES], *([f"r{place}", *row] for place, row in enumerate(lines(answers)))])
    seen = intake.understand(workbook)
    assert (seen.shape, seen.columns[0].role) == ("responses", "respondent")
    assert_same(workbook, means(answers, NAMES))


def test_names_of_people_are_no_touchpoints_and_it_is_asked(answers):
    people = ["".join(chr(97 + (place // 26**step) % 26) for step in range(3)) for place in range(COUNT)]
    workbook = book(
        [["Naam", *NAMES], *([who, *row] for who, row in zip(people, lines(answers), strict=True))]
    )
    seen = intake.understand(workbook)
    assert seen.shape == "responses"
    assert [question.key for question in seen.questions if question.kind == "shape"] == ["shape"]


def test_the_overall_item_and_what_a_program_notes_are_no_touchpoints(answers):
    body = [[52.1 + place / 1000, *row, 1 + place % 5] for place, row in enumerate(lines(answers))]
    workbook = book([["Location Latitude", *(f"Cijfer {name}" for name in NAMES), "Cijfer totaal"], *body])
    seen = intake.understand(workbook)
    assert [column.header for column in seen.columns_of("outcome")] == ["Cijfer totaal"]
    assert [(column.header, column.reason) for column in seen.set_aside] == [
        ("Location Latitude", "survey_program")
    ]


def test_a_mean_rounded_to_whole_numbers_is_set_aside():
    found = ratings(COUNT, 4, seed=4)
    body = [[*row, round(sum(row) / 4)] for row in found.tolist()]
    seen = intake.understand(book([[*NAMES, "Average score"], *body]))
    assert [(column.header, column.reason) for column in seen.set_aside] == [
        ("Average score", "survey_average")
    ]


def test_years_of_birth_group_nobody(answers):
    body = [[1940 + place % 60, *row] for place, row in enumerate(lines(answers))]
    workbook = book([["Year of birth", *NAMES], *body])
    assert_same(workbook, means(answers, NAMES))


def coded(found, every, code):
    changed = found.copy()
    changed[np.random.default_rng(9).random(found.shape) < every] = code
    return changed


def test_eight_and_nine_above_seven_are_codes_where_their_groups_answer_otherwise():
    found = ratings(240, 5, 7, seed=3)
    mixed = coded(found, 0.1, 8)
    mixed[np.random.default_rng(8).random(found.shape) < 0.1] = 9
    seen = intake.understand(book([[*NAMES, "Shop"], *mixed.tolist()]))
    assert {frozenset(found) for found in seen.missing_codes.values()} == {frozenset({"8", "9"})}
    assert {(scale.minimum, scale.maximum) for scale in seen.scales.values()} == {(1, 7)}
    expected = np.where(mixed > 7, np.nan, mixed)
    assert_same(book([[*NAMES, "Shop"], *mixed.tolist()]), means(expected, [*NAMES, "Shop"]))


def test_eight_and_nine_are_ratings_of_one_to_nine():
    found = ratings(300, 5, 9, seed=3)
    workbook = book([[*NAMES, "Shop"], *found.tolist()])
    assert intake.understand(workbook).missing_codes == {}
    assert_same(workbook, means(found, [*NAMES, "Shop"]))


def test_nps_items_are_ratings_where_nothing_else_rates():
    found = np.clip(ratings(COUNT, 4, 10, seed=5), 0, 10)
    headers = [f"NPS {name}" for name in NAMES]
    mixed = coded(found, 0.1, 11)
    workbook = book(
        [
            [*headers, "Overall satisfaction"],
            *([*row, 7 + place % 3] for place, row in enumerate(mixed.tolist())),
        ]
    )
    kept = np.where(mixed == 11, np.nan, mixed)
    expected = {
        header: 100
        * ((kept[:, place] >= 9).sum() - (kept[:, place] <= 6).sum())
        / (~np.isnan(kept[:, place])).sum()
        for place, header in enumerate(headers)
    }
    found_nps = {name: value for name, (value, _) in drawn(workbook, Choices(score="nps")).items()}
    assert found_nps == pytest.approx(expected)


@pytest.mark.parametrize(
    "words",
    [
        ["Not at all satisfied", "Slightly satisfied", "Moderately satisfied", "Very satisfied",
         "Extremely satisfied"],
        ["Pas du tout satisfait", "Plutôt pas satisfait", "Ni satisfait ni insatisfait", "Plutôt satisfait",
         "Tout à fait satisfait"],
        ["überhaupt nicht zufrieden", "wenig zufrieden", "mittelmäßig zufrieden", "ziemlich zufrieden",
         "sehr zufrieden"],
        ["Helemaal mee oneens", "Mee oneens", "Niet mee eens, niet mee oneens", "Mee eens",
         "Helemaal mee eens"],
        ["trifft gar nicht zu", "trifft eher nicht zu", "teils/teils", "trifft eher zu", "trifft voll zu"],
        ["★☆☆☆☆", "★★☆☆☆", "★★★☆☆", "★★★★☆", "★★★★★"],
        ["1/5", "2/5", "3/5", "4/5", "5/5"],
    ],
)  # fmt: skip
def test_answers_in_words_and_signs_become_one_to_five(answers, words):
    workbook = book(
        [
            ["resp", *NAMES],
            *([f"r{place}", *row] for place, row in enumerate(lines(answers, in_words(words)))),
        ]
    )
    assert_same(workbook, means(answers, NAMES))


def test_neutral_can_be_said_by_denying_both_ends():
    found = ratings(COUNT, 4, 3, seed=6)
    words = ["(zeer) ontevreden", "niet tevreden, niet ontevreden", "(zeer) tevreden"]
    workbook = book(
        [["resp", *NAMES], *([f"r{place}", *row] for place, row in enumerate(lines(found, in_words(words))))]
    )
    assert_same(workbook, means(found, NAMES))


@pytest.mark.parametrize(
    ("header", "ends"),
    [
        ("Klantinspanning (1=makkelijk, 7=moeilijk)", (1, 7, "lower")),
        ("Customer effort (1 = very easy, 7 = very difficult)", (1, 7, "lower")),
        ("Ease (1 = very difficult, 7 = very easy)", (1, 7, "higher")),
        ("Aufwand (1 = geringer Aufwand, 5 = hoher Aufwand)", (1, 5, "lower")),
        ("Zufriedenheit (1 = sehr gut, 6 = ungenügend)", (1, 6, "lower")),
        ("Tevredenheid: 1 = zeer ontevreden, 10 = zeer tevreden", (1, 10, "higher")),
    ],
)
def test_ends_in_words_give_the_scale_and_which_end_is_good(header, ends):
    rows = [
        ["Contactmoment", header, "Volume"],
        *([name, 2.5 + place / 2, 10] for place, name in enumerate(NAMES)),
    ]
    seen = intake.understand(book(rows))
    scale = seen.scales[header]
    assert (scale.minimum, scale.maximum, scale.direction) == ends
    assert not {"ces_direction", "scale_ambiguous"} & set(codes(seen.findings))
    first = intake.touchpoints(book(rows)).rows["satisfaction"].iloc[0]
    assert first == (2.5 if ends[2] == "higher" else ends[0] + ends[1] - 2.5)


def test_effort_without_ends_in_words_is_asked_with_both_readings():
    rows = [["Contactmoment", "Klantinspanning", "Volume"], *([name, 2.5, 10] for name in NAMES)]
    (question,) = [one for one in intake.understand(book(rows)).questions if one.kind == "direction"]
    assert [(reading.chosen, reading.kind) for reading in question.readings] == [
        (True, "direction_higher"), (False, "direction_lower"),
    ]  # fmt: skip
    turned = intake.understand(book(rows), question.readings[1].choices)
    assert turned.scales["Klantinspanning"].direction == "lower"
    assert not [one for one in turned.questions if one.kind == "direction"]


def test_ratings_in_words_under_a_header_that_says_little():
    words = ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"]
    rows = [["customer_id", "touchpoint", "answer"]]
    expected = {name: [] for name in NAMES}
    for place in range(160):
        name, value = NAMES[place % 4], 1 + (place * 7) % 5
        rows.append([f"c{place // 2}", name, "N/A" if place % 10 == 0 else words[value - 1]])
        if place % 10:
            expected[name].append(value)
    seen = intake.understand(book(rows))
    assert (seen.shape, seen.columns[2].role) == ("ratings", "rating")
    assert_same(
        book(rows), {name: (float(np.mean(values)), len(values)) for name, values in expected.items()}
    )


def test_days_of_ratings_become_quarters():
    rows = [["klantnr", "contactmoment", "cijfer", "datum"]]
    rows += [
        [place, NAMES[place % 4], 5 + place % 5, f"{1 + place % 28:02d}-0{1 + place % 3}-2026"]
        for place in range(120)
    ]
    workbook = book(rows)
    assert "periods_from_time" in codes(intake.understand(workbook).findings)
    assert intake.touchpoints(workbook).periods == ("Q1 2026",)


@pytest.mark.parametrize(
    ("headers", "roles"),
    [
        (["Kontaktpunkt", "Zufr.", "Wichtigkeit", "Menge"],
         ["touchpoint", "satisfaction", "importance", "volume"]),
        (["Point de contact", "Satisfaction moyenne", "Effectif", "Canal"],
         ["touchpoint", "satisfaction", "n", "channel"]),
        (["Contactmom.", "Tev.", "Anz.", "Parcours"], ["touchpoint", "satisfaction", "volume", "journey"]),
        (["touchpoint_name", "avg_csat_score", "contact_volume", "n_responses"],
         ["touchpoint", "satisfaction", "volume", "n"]),
        (["Row Labels", "Average of CSAT", "Count of Case ID", "Gem. n"],
         ["touchpoint", "satisfaction", "volume", "n"]),
        (["Contactmomnet", "Klantevredenheid", "Vollume", "Belangrijkhied"],
         ["touchpoint", "satisfaction", "volume", "importance"]),
    ],
)  # fmt: skip
def test_roles_by_abbreviation_language_and_typing_error(headers, roles):
    rows = [headers]
    for place, name in enumerate(NAMES):
        scores = {"satisfaction": 6.5 + place / 4, "importance": 4 + place / 4}
        values = {**scores, "channel": "Web", "journey": "Achat", "touchpoint": name}
        rows.append([values.get(role, 100 + place) for role in roles])
    assert [column.role for column in intake.understand(book(rows)).columns] == roles
