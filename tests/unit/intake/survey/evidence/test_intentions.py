"""How likely somebody is to stay or to recommend is a goal, also where two such questions stand together."""

import pytest

from cx import intake
from cx.intake.words.headers import intends
from tests.made.intake_files import roles
from tests.made.surveys import book, ratings, rows_of

RECOMMENDS = {"en": "recommend us", "nl": "ons aanbeveelt", "de": "uns weiterempfehlen"}
STAYS = {"en": "renew your plan", "nl": "klant blijft", "de": "Kunde bleiben"}
FRAMES = {
    "en": ("How satisfied are you with {}?", "How likely are you to {}?"),
    "nl": ("Hoe tevreden ben je met {}?", "Hoe waarschijnlijk is het dat je {}?"),
    "de": ("Wie zufrieden sind Sie mit {}?", "Wie wahrscheinlich ist es, dass Sie {}?"),
}
THINGS = ("A1 shop", "B2 bill", "C3 van", "D4 app")


def roles_of(headers):
    return roles(intake.understand(book(rows_of(headers, *ratings(200, len(headers), high=10).T))))


@pytest.mark.parametrize("lang", sorted(FRAMES))
def test_two_intentions_that_are_asked_alike_are_outcomes_and_the_ratings_stay(lang):
    rated, meant = FRAMES[lang]
    goals = [meant.format(RECOMMENDS[lang]), meant.format(STAYS[lang])]
    found = roles_of([*map(rated.format, THINGS), *goals])
    assert [found[goal] for goal in goals] == ["outcome", "outcome"]
    assert all(found[rated.format(thing)] == "rating" for thing in THINGS)


def test_what_is_asked_of_many_things_rates_them():
    headers = [f"How likely are you to use {thing} again?" for thing in THINGS]
    assert set(roles_of(headers).values()) == {"rating"}


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Quelle est la probabilité que vous restiez client ?", True),
        ("¿Qué probabilidad hay de que renueve?", True),
        ("Willingness of staff to help you", False),
        ("Problem resolution", False),
        ("Speed of delivery", False),
    ],
)
def test_a_header_asks_how_likely_something_is_or_does_not(header, said):
    assert intends(header) is said
