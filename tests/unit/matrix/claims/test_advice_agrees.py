"""What a deck begins with, headings and cards call for the same; each says what would prove it wrong."""

from dataclasses import replace

import pytest

from cx import matrix
from cx.deliver.told import comparison, what_to_do
from cx.deliver.told import touchpoints as told
from cx.records import Comparison, Contrast, Crosshair, Estimate, Evidence, Movement, Settings, Standing
from tests.made.tables import row, touchpoints

NOBODY = Evidence(Estimate(0.5, 0.3, 0.7), None, 1, outcome_sd=2.0)
MET = replace(NOBODY, exposure_effect=Estimate(0.5, 0.2, 0.8))


def made(evidence, **more):
    rows = [
        row("Good", 8.5, 0.5, n=90, sd=1.5, **more),
        row("Cheap", 8.0, 0.1, n=90, sd=1.5, **more),
        row("Bad", 6.0, 0.4, n=90, sd=1.5, **more),
    ]
    table = touchpoints(rows, impact_kind="derived")
    said = {"Good": evidence, "Cheap": NOBODY, "Bad": NOBODY}
    table = replace(table, evidence=said if evidence else {}, impact_claim="shown")
    return matrix.build(table, Settings(crosshair_rule="fixed", fixed=(7.0, 0.25)))


@pytest.mark.parametrize(
    ("evidence", "start", "heading"),
    [(NOBODY, "protect Good", "Protect it"), (MET, "let more people", "Let more people experience it")],
)
def test_more_reach_is_called_for_where_the_card_calls_for_it(evidence, start, heading):
    built = made(evidence)
    assert any(one.start.startswith(start) for one in what_to_do(built, "en"))
    assert matrix.heading(built, "expand_reach", "en").name == heading
    assert [block.name for block in told.strategies(built, "en")][1] == heading
    assert matrix.so_far(built, ("fix_first", "expand_reach"), "en").startswith(heading)
    assert matrix.decided_name(built, built.bubbles[0].id, "expand_reach", "en") == heading


def test_what_has_a_high_volume_is_protected_as_its_card_says():
    built = made(None, volume=500)
    assert "protect it" in " ".join(matrix.advice(built.bubbles[0], built, "en"))
    assert any(one.start == "protect Good" for one in what_to_do(built, "en"))


def test_nothing_is_saved_on_what_costs_much_where_it_fails():
    loss, gain, more = Estimate(-2.0, -3.0, -1.0), Estimate(0.1, -0.2, 0.4), Estimate(-0.9, -1.0, -0.8)
    hygiene = replace(NOBODY, contrast=Contrast(loss, gain, more, "hygiene", 30, 30))
    built = made(NOBODY, volume=500)
    assert any(one.start == "make Cheap cheaper" for one in what_to_do(built, "en"))
    bubbles = [replace(one, evidence=hygiene) if one.name == "Cheap" else one for one in built.bubbles]
    assert not any("Cheap" in one.start for one in what_to_do(replace(built, bubbles=tuple(bubbles)), "en"))


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("evidence", [None, NOBODY, MET])
def test_every_advice_says_what_would_prove_it_wrong(evidence, lang):
    built = made(evidence)
    for bubble in built.bubbles:
        said = matrix.proof(bubble, built, lang)
        assert len(said) >= 2
        assert said[-1].startswith(("A trial settles it", "Een proef geeft uitsluitsel"))


def test_a_trial_of_more_reach_looks_at_the_outcome():
    # 2 (1.95996 + 0.84162)² (2 / 0.5)² = 251.2 answers in each group
    built = made(MET)
    assert "252 answers of customers who are brought to it" in matrix.proof(built.bubbles[0], built, "en")[-1]


def test_where_impact_was_given_the_interval_is_that_of_satisfaction():
    # 8.5 ± t(89) 1.5 / sqrt(90) = 8.1858 to 8.8142
    built = made(None)
    assert matrix.proof(built.bubbles[0], built, "en")[0].endswith("runs from 8.2 to 8.8 (95%).")


@pytest.mark.parametrize(("lang", "words"), [("en", "These data do not say"), ("nl", "Deze gegevens zeggen")])
def test_where_nothing_says_how_exact_it_is_that_is_said(lang, words):
    for rows in ([row("a", 6.0, 4)], [row("a", 7.0, 4)]):
        built = matrix.build(touchpoints(rows), Settings(crosshair_rule="fixed", fixed=(7.0, 2.0)))
        said = matrix.proof(built.bubbles[0], built, lang)
        assert said
        assert any(one.startswith((words, "How large", "Hoe groot")) for one in said)


def test_low_impact_is_doubted_by_a_larger_effect_and_not_by_none():
    unclear = replace(NOBODY, effect=Estimate(0.02, -0.05, 0.09))
    table = touchpoints(
        [row("Low", 6.0, 0.2, n=90, sd=1.5), row("High", 6.0, 0.8, n=90, sd=1.5)], impact_kind="derived"
    )
    table = replace(table, evidence={"Low": unclear, "High": unclear}, impact_claim="shown")
    low, high = (built := matrix.build(table, Settings(crosshair_rule="fixed", fixed=(7.0, 0.5)))).bubbles
    assert matrix.proof(low, built, "en")[0].startswith("If one point more of it did more than it seems")
    assert matrix.proof(high, built, "en")[0].startswith("Nothing more is needed to doubt it")


@pytest.mark.parametrize(
    ("significant", "words"),
    [
        ((False, False, False), "no difference is more than chance"),
        ((None, None, None), "whether they differ by chance is not known"),
        ((True, False, False), "1 of 3 touchpoints scores higher in b than in a beyond chance, none lower"),
        ((True, False, True), "1 of 3 touchpoints scores higher in b than in a beyond chance, 1 lower"),
    ],
)
def test_the_slide_of_changes_counts_what_is_more_than_chance(significant, words):
    stood = Standing(7.0, None, None)
    changes = zip("xyz", (0.4, 0.3, -0.5), significant, strict=True)
    movements = tuple(
        Movement(name, name, "stayed", stood, stood, change, significant=told)
        for name, change, told in changes
    )
    found = Comparison("period", "a", "b", Crosshair("mean", 7.0, None), movements)
    assert comparison.changes_title(found, "en").endswith(words)
