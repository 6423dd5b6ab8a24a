"""What a title says of the knowledge gap, and assessments under the names of today."""

import datetime as dt

import pytest

from cx import matrix
from cx.lenses import assessed_words, gap_words, knowledge_gap
from cx.records import Settings
from cx.records.lenses import ASSESSED, Assessment, KnowledgeGap, LensResult
from tests.made import sessions as samples

NOON = dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)


def result(*gaps):
    return LensResult("knowledge_gap", gaps, {"tau_b": 0.5})


def test_the_three_largest_gaps_that_guesses_can_tell_from_none_stand_in_the_title():
    found = result(
        KnowledgeGap("A", 0.4, 0.1, 0.7),
        KnowledgeGap("B", -2.0, -3.0, -1.0),
        KnowledgeGap("C", 3.0, -0.1, 6.1),
        KnowledgeGap("D", 1.0, 0.5, 1.5),
        KnowledgeGap("E", -0.9, -1.0, -0.8),
        KnowledgeGap("F", None, guess=6.0),
    )
    assert [one.name for one in gap_words.gaps(found)] == ["C", "B", "D", "E", "A"]
    assert gap_words.title(found, "en") == (
        "The room is furthest off on B (2.0 too low), D (1.0 too high) and E (0.9 too low)"
    )
    assert gap_words.title(result(KnowledgeGap("A", 0.12, 0.1, 0.14)), "nl", share=True) == (
        "De zaal zit er het verst naast bij A (12 procentpunten te hoog)"
    )
    bare = gap_words.title(result(KnowledgeGap("A", 0.5)), "en")
    assert bare == "The room is furthest off on A (0.5 too high); how certain that is, is not known"
    assert gap_words.agreement(found, "nl") == "overeenkomst van de volgorde (Kendalls τ-b): +0,50"


def test_a_room_within_chance_is_said_to_be_so_and_without_figures_nothing_is():
    for lang in ("en", "nl"):
        unsure = gap_words.title(result(KnowledgeGap("A", 2.0, -1.0, 5.0)), lang)
        unknown = gap_words.title(result(KnowledgeGap("A", None, guess=6.0)), lang)
        assert "A" not in unsure.split() and len({unsure, unknown}) == 2


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_answer_has_words(lang):
    for asked in ASSESSED:
        assert assessed_words.name(asked, lang)
        assert assessed_words.value(asked, 1.0, lang) and assessed_words.choice(asked, 1.0, lang)
    assert assessed_words.value("moment", 7.0, lang) == "7"


def test_what_was_said_follows_its_touchpoint_to_another_name():
    table = samples.table()
    drawn = matrix.build(table, Settings())
    app = next(one for one in drawn.bubbles if one.name == "App")
    said = (Assessment(app.id, "Our old app", "guess_satisfaction", 9.0, NOON, way="room", n=5, sd=1.0),)
    found = knowledge_gap.of(matrix.material(drawn, table, assessments=said))
    assert [(one.name, one.value) for one in found.touchpoints] == [("App", 1.0)]
