"""More reach is advised only where those who met a touchpoint clearly fare better."""

from dataclasses import replace

import pytest

from cx import matrix as building
from cx.deliver.told import touchpoints as told
from cx.matrix import advice, protected, strategy_of, strategy_words
from cx.records import BORDERLINE, QUADRANTS, Claim, Estimate, Evidence, Settings
from tests.made.tables import row, touchpoints

BETTER, UNCLEAR, WORSE = Estimate(0.5, 0.2, 0.8), Estimate(0.1, -0.2, 0.4), Estimate(-0.5, -0.8, -0.2)


def matrix_of(numbers):
    """Return a matrix of names with satisfaction, impact and volume."""
    return building.build(
        touchpoints([row(name, s, i, volume=v) for name, (s, i, v) in numbers.items()]), Settings()
    )


def evidence(exposure, good=1):
    return Evidence(effect=BETTER, exposure_effect=exposure, good=good, outcome="NPS")


@pytest.mark.parametrize(
    ("exposure", "good", "kept"),
    [
        (BETTER, 1, True),
        (WORSE, -1, True),
        (WORSE, 1, False),
        (BETTER, -1, False),
        (UNCLEAR, 1, False),
        (Estimate(0.5), 1, False),
        (None, 1, False),
    ],
)
@pytest.mark.parametrize("volume", [True, False, None])
def test_more_reach_needs_a_clear_exposure_effect_for_the_better(exposure, good, kept, volume):
    matrix = matrix_of({"App": (9, 3, 10), "Call": (5, 1, 20)})
    bubble = replace(
        matrix.bubbles[0],
        quadrant="expand_reach",
        evidence=evidence(exposure, good),
        high_volume=volume,
    )
    for lang, more, less in (("en", "more customers", "Protect it"), ("nl", "meer klanten", "Beschermen")):
        words = " ".join(advice(bubble, matrix, lang))
        named = strategy_of(bubble, matrix.settings, lang).name
        assert (named != less) is kept
        assert (more in words) is kept
        assert ("more people" in words or "meer mensen" in words) is (kept and volume is False)
    assert protected("expand_reach", bubble.evidence) is not kept


def test_a_table_without_responses_keeps_the_strategy_of_the_quadrant():
    matrix = matrix_of({"App": (9, 3, 10), "Call": (5, 1, 20)})
    bubble = replace(matrix.bubbles[0], quadrant="expand_reach")
    assert strategy_of(bubble, matrix.settings, "en") == building.strategy(
        matrix.settings, "expand_reach", "en"
    )


def test_own_words_stay_and_the_protection_is_said_beside_them():
    settings = Settings(strategies={("en", "expand_reach"): ("Grow", "Grow it.")})
    matrix = replace(matrix_of({"App": (9, 3, 10), "Call": (5, 1, 20)}), settings=settings)
    bubble = replace(matrix.bubbles[0], quadrant="expand_reach", evidence=evidence(None))
    assert strategy_of(bubble, settings, "en").name == "Grow"
    assert advice(bubble, matrix, "en")[:2] == (
        "Grow it.",
        "Protect it rather than extend it: the responses do not show that those who meet it fare better.",
    )


def test_it_is_never_called_a_cause():
    matrix = matrix_of({"App": (9, 3, 10), "Call": (5, 1, 20)})
    bubble = replace(matrix.bubbles[0], quadrant="expand_reach", evidence=evidence(BETTER))
    assert "never a cause" in advice(bubble, matrix, "en")[-1]
    assert "nooit een oorzaak" in advice(bubble, matrix, "nl")[-1]


@pytest.mark.parametrize(
    ("second", "head"), [(None, "Protect it"), (BETTER, "Let more people experience it")]
)
def test_the_slide_of_a_strategy_says_which_ones_to_protect(second, head):
    matrix = matrix_of({"App": (9, 3, 10), "Shop": (8, 4, 10), "Call": (5, 1, 20)})
    bubbles = tuple(
        replace(bubble, evidence=evidence({"App": None, "Shop": second}.get(bubble.name)))
        for bubble in matrix.bubbles
    )
    blocks = {block.quadrant: block for block in told.strategies(replace(matrix, bubbles=bubbles), "en")}
    block = blocks["expand_reach"]
    assert block.name == head
    marked = {entry.name: "Protect it" in entry.numbers for entry in block.entries}
    assert marked == {"App": second is not None, "Shop": False}


@pytest.mark.parametrize("quadrant", QUADRANTS)
def test_a_negative_driver_is_looked_into_first_whatever_its_quadrant_says(quadrant):
    own = Settings(strategies={("en", quadrant): ("Cut", "Cut it.")})
    matrix = replace(matrix_of({"App": (9, 3, 10), "Call": (5, 1, 20)}), settings=own)
    claim = Claim("App", quadrant_claim=False, direction="negative")
    bubble = replace(matrix.bubbles[0], quadrant=quadrant, claim=claim, certainty=0.6)
    assert bubble.certainty < BORDERLINE and not bubble.borderline
    for lang, said in (("en", "Look into it first"), ("nl", "Eerst uitzoeken")):
        assert strategy_of(bubble, own, lang).name == strategy_words(bubble, own, lang) == said
        assert strategy_of(bubble, own, lang).text == advice(bubble, matrix, lang)[0]
