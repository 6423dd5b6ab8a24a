"""One thing has one name on every screen and in every file, and Dutch is what Dutch people say."""

import re

import pytest

from tests.catalogue import LANGUAGES, words

SAME = {
    "rank": ("score.head.rank", "card.rank", "deliver.column.rank", "cli.table.rank", "room.list.rank"),
    "priority": ("score.head.priority", "deliver.column.priority", "formula.priority", "term.priority"),
    "cumulative": ("score.head.cumulative", "deliver.column.cumulative", "journeys.column.covered"),
    "median place in a path": (
        *("journeys.column.place", "cli.journeys.table.place", "deliver.column.paths.median_position"),
    ),
    "crosshair set by hand": ("view.rule.fixed", "crosshair.fixed"),
}
"""A thing, and the messages that name it and nothing else."""
OTHER = {
    "en": {
        "Let more people experience it": r"expand (the |its )?reach",
        "Minimise the cost of this touchpoint": r"minimise (the )?costs?$|lower (the )?costs?$",
        "Cumulative": r"^together$",
        "Priority": r"^score$|priority score",
        "Rank": r"^(place|position)$",
        "Finding": r"\bissues?\b",
        "Crosshair": r"\bcross-?hairs\b|\bcross lines?\b",
        "Touchpoint": r"\btouch[- ]points?\b",
    },
    "nl": {
        "Meer mensen laten meemaken": r"bereik vergroten",
        "Kosten van dit contactmoment minimaliseren": r"kosten omlaag|kosten (minimaliseren|verlagen)$",
        "Opgeteld": r"^(samen|cumulatief)$",
        "Prioriteit": r"^score$|prioriteitsscore",
        "Rang": r"^(plaats|positie)$",
        "Zelf ingesteld": r"met de hand (gezet|ingesteld)",
        "Contactmoment": r"\btouchpoints?\b(?!=)|\bcontactpunt(en)?\b",
        "Bol": r"\bbel(len)?\b",
        "Assenkruis": r"\bcrosshair\b|\bkruislijnen\b",
        "Ongedaan maken": r"^(terug|terugdraaien)$",
        "Opnieuw": r"^vooruit$",
        "Beginstand": r"^(herstellen|reset(ten)?)$",
    },
}
"""The name of a thing, and other words for it that stand nowhere."""
MEANS = {
    "deliver.template.call.name": "to call somebody",
    "stage.back": "a step back on the stage, and nothing undone",
    "large.close": "from the clock or the code back to the page, and nothing undone",
    "tour.back": "a step back in the tour, and nothing undone",
    "deliver.column.paths.place": "where in a path a touchpoint stands, which is no rank",
}
"""Messages that say such words of another thing."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_names_one_thing_says_one_word(lang):
    said = {thing: {words(lang)[key][0].lower() for key in keys} for thing, keys in SAME.items()}
    assert {thing: names for thing, names in said.items() if len(names) > 1} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_other_word_stands_for_a_thing_that_has_a_name(lang):
    found = [
        f"{key}: {said!r} for {name!r}"
        for key, texts in words(lang).items()
        for said in texts
        for name, other in OTHER[lang].items()
        if key not in MEANS and re.search(other, without_holes(said), re.IGNORECASE)
    ]
    assert found == []


def without_holes(said):
    return re.sub(r"\{[^}]*\}", "", said)


def test_the_exceptions_are_still_there():
    assert [key for key in MEANS if key not in words("en")] == []


def test_dutch_takes_back_as_dutch_people_say():
    said = {key: words("nl")[f"view.{key}"][0] for key in ("undo", "redo", "reset")}
    assert said == {"undo": "Ongedaan maken", "redo": "Opnieuw", "reset": "Beginstand"}
