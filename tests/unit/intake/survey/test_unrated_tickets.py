"""Tickets with a good or a bad answer, or none: ratings by group, and what is no answer is said."""

import pytest

from cx import intake
from cx.intake.digest import digest
from cx.records import Choices, Scale
from tests.made.intake_files import csv, of_code, roles

HEADERS = {
    "en": ("Ticket ID", "Ticket group", "Ticket satisfaction rating", "First reply time (min)"),
    "nl": ("Ticketnummer", "Categorie", "Beoordeling", "Reactietijd (min)"),
    "de": ("Ticketnummer", "Kategorie", "Zufriedenheit", "Antwortzeit (min)"),
    "fr": ("Numéro", "Catégorie", "Note de satisfaction", "Délai (min)"),
}
GROUPS = ("Billing", "Repair", "Moving")
TWO_SILENT = {
    "en": ("Good", "Bad", "Offered", "Unoffered"),
    "nl": ("Goed", "Slecht", "Aangeboden", "Niet aangeboden"),
    "de": ("Gut", "Schlecht", "Angeboten", "Nicht angeboten"),
    "fr": ("Bon", "Mauvais", "Proposé", "Non proposé"),
}
CODED = (
    ("Positive", "Negative", "None"),
    ("Thumbs up", "Thumbs down", "Not rated"),
    ("zufrieden", "unzufrieden", "keine Angabe"),
    ("Positief", "Negatief", "Niet beoordeeld"),
    ("Positif", "Négatif", "Pas de réponse"),
)


def _tickets(headers, answers, rows=240):
    """Of ten tickets of a group three are good, one is bad, six hold the other texts in turn."""
    good, bad, *rest = answers
    lines = [";".join(headers)]
    for at in range(rows):
        turn = at // len(GROUPS) % 10
        answer = good if turn < 3 else bad if turn == 3 else rest[turn % len(rest)]
        lines.append(f"{4000 + 7 * at};{GROUPS[at % 3]};{answer};{31 + at * 17 % 700}")
    return csv("\n".join(lines) + "\n")


def _rows(book, choices=None):
    return digest(book, choices or Choices()).content.rows


@pytest.mark.parametrize("language", HEADERS)
def test_a_rating_beside_texts_that_are_none_is_read_by_group(language):
    headers = HEADERS[language]
    book = _tickets(headers, TWO_SILENT[language])
    found = intake.understand(book)
    assert found.shape == "ratings"
    assert (roles(found)[headers[1]], roles(found)[headers[2]]) == ("touchpoint", "rating")
    rows = _rows(book)
    assert rows["touchpoint"].tolist() == list(GROUPS)
    assert rows["n"].tolist() == [32, 32, 32]
    assert rows["satisfaction"].tolist() == [1.75, 1.75, 1.75]
    assert found.scales[headers[2]] == Scale(1, 2)
    (told,) = of_code(found.findings, "words_unrated")
    assert told.details["n"] == 144
    assert found.questions == ()


@pytest.mark.parametrize("answers", CODED)
def test_codes_in_words_beside_two_answers_are_no_answers(answers):
    book = _tickets(("Ticket", "Topic", "Customer rating", "Minutes"), answers)
    assert intake.understand(book).shape == "ratings"
    rows = _rows(book)
    assert rows["touchpoint"].tolist() == list(GROUPS)
    assert rows["n"].tolist() == [32, 32, 32]
    assert rows["satisfaction"].tolist() == pytest.approx([1.75] * 3)


def test_a_lone_text_is_asked_about_with_both_readings():
    headers = HEADERS["en"]
    book = _tickets(headers, ("Good", "Bad", "Offered"))
    found = intake.understand(book)
    (asked,) = found.questions
    assert asked.finding.code == "words_unrated_ambiguous"
    silent, between = asked.readings
    assert (silent.chosen, between.chosen) == (True, False)
    assert _rows(book)["n"].tolist() == [32, 32, 32]
    assert _rows(book, silent.choices)["n"].tolist() == [32, 32, 32]
    rated = _rows(book, between.choices)
    assert rated["n"].tolist() == [80, 80, 80]
    assert rated["satisfaction"].tolist() == pytest.approx([(24 * 3 + 48 * 2 + 8) / 80] * 3)
    for reading in (silent, between):
        assert intake.understand(book, reading.choices).questions == ()


def test_remarks_beside_good_and_bad_are_no_ratings():
    lines = ["Ticket;Topic;Remark"]
    lines += [
        f"{at};{GROUPS[at % 3]};{('good', 'bad', f'the queue was long {at}')[at // 3 % 3]}"
        for at in range(90)
    ]
    found = intake.understand(csv("\n".join(lines) + "\n"))
    assert "rating" not in roles(found).values()
    assert not of_code(found.findings, "words_unrated")


def test_categories_that_happen_to_hold_good_are_no_ratings():
    lines = ["Ticket;Product condition;Score"]
    words = ("Good", "Bad", "Used", "New")
    lines += [f"{at};{words[at % 4]};{at * 7 % 10 + 1}" for at in range(120)]
    found = intake.understand(csv("\n".join(lines) + "\n"))
    assert roles(found)["Product condition"] == "touchpoint"
    assert not of_code(found.findings, "words_unrated")
