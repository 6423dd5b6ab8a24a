"""Lenses in words: conclusions, further sentences, cells and tables, in both languages."""

import pytest

from cx.matrix import lens_claim
from cx.matrix.telling import lenses as telling
from cx.picture import lens_picture
from cx.records.lenses import LENSES, Coverage, KnowledgeGap, Lenses, LensResult, Reading
from tests.made.lenses import lens_results
from tests.unit.deliver import cases

MATRIX = cases.matrix()
LENS = {one.lens: one for one in lens_results.lenses().results}
TITLES = {
    "knowledge_gap": "The room is furthest off on Invoice +1.0 and App −0.8",
    "expectation_gap": "Customers get less than they expect of Claims −2.0 and Invoice −0.5",
    "specification": ("Standards cover 45% of the impact, but not Invoice, where impact is high"),
    "delivery": "Standards are met in 80% of measured contacts, and less often at Invoice",
    "pyramid": "High impact, level 2 or less: Invoice",
    "proactivity": "25% of contacts are negative, and more than that at Claims",
    "moments": "The advice is to invest in 1 moment that everyone has and in 1 that is yours",
    "coverage": "Nothing fresh is measured at Nobody asks and Claims",
}
DUTCH = {
    "knowledge_gap": "De zaal zit er het verst naast bij Invoice +1,0 en App −0,8",
    "pyramid": "Hoge impact, niveau 2 of lager: Invoice",
    "moments": "Het advies is te investeren in 1 moment dat iedereen heeft en in 1 dat van jou is",
}


def title(lens, lang="en", invested=None):
    return telling.title(lens_claim(LENS[lens], MATRIX, invested), LENS[lens], lang)


@pytest.mark.parametrize("lens", LENSES)
def test_the_conclusion_is_the_title(lens):
    assert title(lens) == TITLES[lens]


@pytest.mark.parametrize("lens", DUTCH)
def test_a_dutch_conclusion(lens):
    assert title(lens, "nl") == DUTCH[lens]


def test_what_was_decided_is_said_of_you():
    assert title("moments", invested={"Invoice", "News"}) == (
        "You invest in 2 moments that everyone has and in 0 that are yours"
    )
    assert title("moments", "nl", {"Invoice", "News", "App"}) == (
        "Je investeert in 2 momenten die iedereen heeft en in 1 dat van jou is"
    )


def more(lens, lang="en"):
    return telling.more(lens_claim(LENS[lens], MATRIX), LENS[lens], lang)


def test_further_sentences_have_the_other_end_of_the_lens():
    assert more("knowledge_gap") == (
        "Agreement of the order: Kendall's τ 0.33 (1: the same order, 0: none).",
    )
    assert more("expectation_gap")[1] == (
        "Customers get more than they expect of Meter, where impact is low: a reason to minimise the cost."
    )
    assert more("pyramid") == ("Low impact, level 4 or more: Meter.",)
    assert more("proactivity")[0].startswith("7 contacts of the last seven days could not be followed")
    assert more("moments") == (
        "Moments of truth: Invoice and News.",
        "Candidates for branded individual moments: App.",
    )
    assert more("delivery") == ()


def test_more_than_three_names_are_counted():
    rows = tuple(Reading(name, 1) for name in ("Invoice", "Claims", "App", "Visit"))
    found = LensResult("pyramid", rows)
    said = telling.title(lens_claim(found, MATRIX), found, "en")
    assert said == "High impact, level 2 or less: Claims, App, Invoice and 1 other"


def test_nothing_is_claimed_where_chance_does_it():
    found = LensResult("expectation_gap", (lens_results.gap("App", 8.0, 8.1),))
    said = telling.title(lens_claim(found, MATRIX), found, "en")
    assert said == "What customers get lies within chance of what they expect"


CELLS = {
    "knowledge_gap": ("Invoice", "+1.0"),
    "expectation_gap": ("Claims", "−2.0"),
    "specification": ("Invoice", "no"),
    "delivery": ("Invoice", "50%"),
    "pyramid": ("App", "5"),
    "proactivity": ("Claims", "50%"),
    "moments": ("App", "yours"),
    "coverage": ("Nobody asks", "blind"),
}


@pytest.mark.parametrize("lens", LENSES)
def test_a_cell_has_few_signs_and_a_card_a_sentence(lens):
    name, words = CELLS[lens]
    assert telling.cells(LENS[lens], "en")[name] == words
    (line,) = telling.lines(Lenses((LENS[lens],)), name, "nl")
    assert (line.lens, line.name) == (lens, telling.lens_name(lens, "nl"))
    assert len(line.words) > len(words)
    assert line.shares == ((0.5, 0.5, 0.0) if lens == "proactivity" else ())


def test_of_a_touchpoint_that_a_lens_does_not_know_it_says_nothing():
    assert telling.lines(lens_results.lenses(), "Nowhere", "en") == ()
    assert telling.cells(LENS["specification"], "en")["App"] == ""


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("lens", LENSES)
def test_a_table_has_every_touchpoint_and_no_empty_column(lens, lang):
    found = telling.table(LENS[lens], lang)
    assert list(dict.fromkeys(row[0] for row in found.rows)) == [one.name for one in LENS[lens].touchpoints]
    for at, key in enumerate(found.columns):
        assert any(row[at] not in (None, "") for row in found.rows), key


def test_a_table_of_coverage_has_a_row_for_everything_that_is_measured():
    found = telling.table(LENS["coverage"], "en")
    assert found.rows[0] == ("Invoice", "Letter", "satisfaction", 200, "1 Nov 2026", 0.0)
    assert found.rows[-1] == ("Nobody asks", None, None, None, None, 0.05)


def test_only_what_reads_otherwise_is_a_change():
    before = Lenses((LensResult("pyramid", (Reading("App", 4), Reading("News", 1), Reading("Gone", 2))),))
    after = Lenses((LensResult("pyramid", (Reading("App", 5), Reading("News", 1))), LENS["coverage"]))
    found = telling.changes(before, after, "en")
    assert [(one.lens, one.touchpoint, one.before, one.after) for one in found] == [
        ("Pyramid", "App", "4", "5"),
        ("Pyramid", "Gone", "2", "–"),
        ("Coverage", "Invoice", "–", "1"),
        ("Coverage", "Claims", "–", "1"),
        ("Coverage", "Nobody asks", "–", "blind"),
    ]


def test_a_blind_spot_without_a_weight_says_what_is_not_measured():
    one = Coverage("A", None)
    assert telling.in_words(LENS["coverage"], one, "en") == "Nothing is measured here"


def test_guesses_of_impact_that_is_a_share_are_told_in_percentages():
    rows = (KnowledgeGap("Invoice", 0.031, 0.01, 0.05, 12, guess=0.131, truth=0.1),)
    found = LensResult("knowledge_gap", rows, {"tau_b": None}, "impact", of_shares=True)
    claim = lens_claim(found, MATRIX)
    assert telling.title(claim, found, "en") == "The room is furthest off on Invoice +3.1%"
    assert telling.cell(found, rows[0], "nl") == "+3,1%"
    said = telling.in_words(found, rows[0], "nl")
    assert said == "Kenniskloof van impact: geschat op 13%, is 10%, +3,1% (95%-interval +1,0% tot +5,0%)"
    assert set(telling.table(found, "en").columns.values()) == {"name", "percent", "whole"}
    drawn = lens_picture(found, MATRIX, lang="en", title="x")
    assert "+3.1%" in [block.text for block in drawn.texts]
