"""Headers in languages without word lists of their own, and columns that only their cells tell."""

import numpy as np
import pytest

from cx import intake
from cx.intake.words.headers import counts, explained, named
from cx.intake.words.headers.further import letters
from tests.made.surveys import book, ratings, rows_of

COUNT = 200


def moody(seed=3, columns=5):
    """Ratings from 1 to 5, and an answer from 1 to 10 that follows them, as to recommend does."""
    items = ratings(COUNT, columns, seed=seed)
    noise = np.random.default_rng(seed).normal(0, 0.8, COUNT)
    return items.T, np.clip(np.rint(2 * items.mean(axis=1) + 1 + noise), 1, 10)


def read(headers, *columns):
    understanding = intake.understand(book(rows_of(headers, *columns)))
    return {column.header: column.role for column in understanding.columns}, understanding


@pytest.mark.parametrize(
    ("whole", "share"),
    [
        ("Общая удовлетворённость", 1.0),
        ("Övergripande nöjdhet", 1.0),
        ("Συνολική ικανοποίηση", 1.0),
        ("総合満足度", 1.0),
        ("الرضا العام", 1.0),
        ("Celková spokojenost", 1.0),
        ("Общение с водителем", 0.0),
        ("التوصيل", 0.0),
        ("Kontakt med kundtjänst", 0.0),
        ("地域サービス窓口", 0.0),
    ],
)
def test_words_for_all_together_are_known_in_their_own_alphabet(whole, share):
    assert explained(whole, "outcome") == share


@pytest.mark.parametrize("header", ["Konsultation", "Yaşam alanı", "Korrektur", "Etage", "Nemo"])
def test_short_words_for_traits_explain_no_longer_word(header):
    assert explained(header, "trait") == 0.0


def test_names_of_roles_are_known_without_latin_letters():
    assert [named(one)[0] for one in ("満足度", "Удовлетворенность (1-10)", "العدد", "Επίδραση")] == [
        "satisfaction",
        "satisfaction",
        "volume",
        "impact",
    ]
    assert letters("  Nöjdhet_(1–5)  ") == "nojdhet"


def test_a_unit_in_brackets_says_that_something_was_measured():
    assert counts("Wartezeit (Minuten)")
    assert counts("Delivery time [days]")
    assert not counts("Delivery time (satisfaction)")
    assert not counts("Visit (1-5)")


def test_to_ten_in_a_question_beside_one_to_five_is_an_outcome_in_any_language():
    items, goal = moody()
    headers = ["Varaus", "Nouto", "Lasku", "Huolto", "Puhelin"]
    roles, _ = read([*headers, "Mitä luulet, palaisitko meille?"], *items, goal)
    assert [roles[header] for header in headers] == ["rating"] * 5
    assert roles["Mitä luulet, palaisitko meille?"] == "outcome"
    plainly, _ = read([*headers, "Istuin"], *items, goal)
    assert plainly["Istuin"] == "rating"


def test_a_class_of_customers_beside_ratings_on_the_same_steps_is_none():
    items, _ = moody()
    random = np.random.default_rng(8)
    level = random.choice([1, 2, 3, 4, 5], COUNT, p=[0.4, 0.3, 0.15, 0.1, 0.05])
    roles, _ = read(["Bonusklasse", "Abholung", "Rechnung", "Montage", "Hotline", "Portal"], level, *items)
    assert roles["Bonusklasse"] == "ignore"
    assert list(roles.values())[1:] == ["rating"] * 5


def test_how_often_things_went_well_is_a_rating_where_nothing_else_is_rated():
    items, _ = moody()
    words = ["Never", "Sometimes", "Usually", "Always", "Always"]
    told = [[words[int(value) - 1] for value in column] for column in items[:4]]
    asked = [f"How often did the {who} listen?" for who in ("nurses", "doctors", "porters", "cooks")]
    roles, understanding = read(asked, *told)
    assert list(roles.values()) == ["rating"] * 4
    assert [(one.minimum, one.maximum) for one in understanding.scales.values()] == [(1, 4)] * 4


def test_quarters_that_begin_with_a_number_are_periods():
    items, _ = moody()
    quarters = [f"{1 + at // 100}. Quartal 2026" for at in range(COUNT)]
    roles, _ = read(["Quartal", "Abholung", "Rechnung", "Montage", "Hotline", "Portal"], quarters, *items)
    assert roles["Quartal"] == "period"


def test_a_low_item_of_five_steps_stays_there_beside_items_of_ten():
    random = np.random.default_rng(5)
    mood = random.normal(0, 1, COUNT)

    def asked(middle, width, low, high):
        return np.clip(np.rint(middle + width * (mood + random.normal(0, 0.8, COUNT))), low, high)

    five = [asked(3.2, 0.8, 1, 5) for _ in range(3)]
    ten = [asked(6, 1.8, 1, 10) for _ in range(4)]
    rare = np.minimum(asked(2.2, 0.7, 1, 5), 4)
    rare[0] = 5
    headers = ["A desk", "B desk", "C desk", "Rare desk", "K line", "L line", "M line", "N line"]
    _, understanding = read(headers, *five, rare, *ten)
    ends = {name: (one.minimum, one.maximum) for name, one in understanding.scales.items()}
    assert [ends[name] for name in headers] == [(1, 5)] * 4 + [(1, 10)] * 4


@pytest.mark.parametrize("score", ["Note", "Ocena", "Оценка"])
def test_tickets_take_the_only_answer_as_score_and_words_as_what_it_is_about(score):
    random = np.random.default_rng(4)
    ids = [f"T-{at}" for at in range(COUNT)]
    version = random.choice(["4.1.0", "4.2.1", "4.3.0"], COUNT)
    topic = random.choice(["Retour", "Livraison", "Compte", "Panne"], COUNT)
    rows = rows_of(["Ticket", "Version", "Sujet", score], ids, version, topic, random.integers(1, 6, COUNT))
    assert intake.understand(book(rows)).shape == "ratings"
    assert sorted(set(intake.touchpoints(book(rows)).rows["touchpoint"])) == sorted(set(topic))
