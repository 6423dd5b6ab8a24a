"""Expectations of people, paired with their ratings of the same touchpoint."""

import numpy as np
import pytest

from cx import impact, intake
from cx.records import Choices
from cx.statistics import paired_means
from tests.made.intake_files import csv, of_code, roles

RANDOM = np.random.default_rng(5)
N = 60


def survey(asked, rated, scale=7):
    """A survey whose ratings and expectations follow one mood, and its answers by header."""
    mood = RANDOM.normal(size=N)
    answers = {"ID": np.arange(1, N + 1)}
    for header in asked:
        answers[header] = np.clip(np.rint(0.8 * scale + 0.4 * mood + RANDOM.normal(0, 0.7, N)), 1, scale)
    for header in rated:
        answers[header] = np.clip(np.rint(0.6 * scale + mood + RANDOM.normal(0, 1, N)), 1, scale)
    answers["Would recommend (0-10)"] = np.clip(np.rint(6 + 2 * mood + RANDOM.normal(0, 1, N)), 0, 10)
    lines = [
        ";".join(answers),
        *(";".join(f"{v:g}" for v in row) for row in zip(*answers.values(), strict=True)),
    ]
    return csv("\n".join(lines)), answers


@pytest.mark.parametrize(
    ("asked", "rated", "names"),
    [
        (
            ["Verwacht: Factuur", "Verwacht: Telefoon", "Verwacht: App"],
            ["Ervaren: Factuur", "Ervaren: Telefoon", "Ervaren: App"],
            ["Factuur", "Telefoon", "App"],
        ),
        (["Invoice wish", "Call wish", "App wish"], ["Invoice", "Call", "App"], ["Invoice", "Call", "App"]),
    ],
)
def test_each_expectation_is_paired_with_the_rating_of_the_same_thing(asked, rated, names):
    book, answers = survey(asked, rated)
    choices = Choices(roles=dict.fromkeys(asked, "expectation"))
    table = intake.touchpoints(book, choices)
    for name, expected, got in zip(names, asked, rated, strict=True):
        pair, truth = table.paired[name], paired_means(answers[got], answers[expected])
        assert (pair.experience, pair.expectation) == pytest.approx((truth.first, truth.second))
        assert (pair.error, pair.freedom, pair.n) == pytest.approx((truth.error, N - 1, N))
    assert table.rows["expectation"].tolist() == pytest.approx([answers[one].mean() for one in asked])


def test_an_expectation_is_never_a_driver_and_goes_along_with_derived_impact():
    asked, rated = ["Expected: bill", "Expected: call"], ["Got: bill", "Got: call"]
    book, answers = survey(asked, rated)
    choices = Choices(roles=dict.fromkeys(asked, "expectation"))
    found = impact.drivers(intake.responses(book, choices), "Would recommend (0-10)")
    table = impact.touchpoints(found)
    assert table.rows["touchpoint"].tolist() == ["bill", "call"]
    truth = paired_means(answers["Got: call"], answers["Expected: call"])
    assert table.paired["call"].error == pytest.approx(truth.error)


def test_an_expectation_without_a_rating_is_told():
    asked = ["Expected: bill", "Expected: call", "Expected: garden"]
    book, _ = survey(asked, ["Got: bill", "Got: call", "Got: shop"])
    seen = intake.understand(book, Choices(roles=dict.fromkeys(asked, "expectation")))
    assert roles(seen)["Expected: garden"] == "expectation"
    table = intake.touchpoints(book, Choices(roles=dict.fromkeys(asked, "expectation")))
    assert set(table.paired) == {"bill", "call"}
    assert [one.column for one in of_code(table.findings, "expectation_unpaired")] == ["Expected: garden"]
