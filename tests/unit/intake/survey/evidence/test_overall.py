"""A question about everything that stands among ratings in words nobody knows is asked about.

Long are further draws of ``test_an_ordinary_rating_that_goes_along_well_is_not``, and further languages of
``test_it_is_asked_whether_it_is_the_outcome``.
"""

import numpy as np
import pytest

from cx import intake
from cx.intake.survey.evidence.overall import _some
from cx.records import Choices
from tests.made.intake_files import of_code, roles
from tests.made.surveys import book, rows_of
from tests.project import tiers

COUNT, ITEMS = 300, 6
THINGS = ["aaaa", "bbbb", "cccc", "dddd", "eeee", "ffff"]


def ratings(loadings, seed=1, steps=7):
    random = np.random.default_rng(seed)
    loadings = np.array(loadings)
    mood = random.normal(size=(COUNT, 1))
    noise = random.normal(size=(COUNT, len(loadings)))
    return steps, loadings * mood + np.sqrt(1 - loadings**2) * noise


def answered(steps, values):
    return np.clip(np.rint((steps + 1) / 2 + values * (steps - 1) / 4), 1, steps)


def with_overall(seed=1):
    steps, items = ratings([0.6] * ITEMS, seed)
    whole = items.mean(axis=1) / items.mean(axis=1).std()
    random = np.random.default_rng(seed + 100)
    judged = 0.9 * whole + 0.44 * random.normal(size=COUNT)
    return answered(steps, items), answered(steps, judged)


def seen(headers, columns, choices=None):
    return intake.understand(book(rows_of(headers, *columns)), choices)


@pytest.mark.parametrize(
    ("frame", "name"),
    tiers.first(
        [("Miten arvioit: {}", "Kokonaisuutena asiointi meillä")],
        ("Kuidas hindate {}", "Üldiselt võttes"),
        ("Kaip vertinate {}", "Viskas kartu sudėjus"),
        rows=True,
    ),
)
@pytest.mark.parametrize("first", [True, False])
def test_it_is_asked_whether_it_is_the_outcome(frame, name, first):
    items, judged = with_overall()
    headers, columns = [frame.format(one) for one in THINGS], list(items.T)
    headers, columns = (
        ([name, *headers], [judged, *columns]) if first else ([*headers, name], [*columns, judged])
    )
    found = seen(headers, columns)
    assert [one.column for one in of_code(found.findings, "overall_ambiguous")] == [name]
    (question,) = [one for one in found.questions if one.finding.code == "overall_ambiguous"]
    now, other = question.readings
    assert (now.choices.roles, now.chosen) == ({name: "rating"}, True)
    assert (other.choices.roles, other.chosen) == ({name: "outcome"}, False)
    assert roles(found)[name] == "rating"
    settled = seen(headers, columns, other.choices)
    assert roles(settled)[name] == "outcome"
    assert not of_code(settled.findings, "overall_ambiguous")
    assert not of_code(seen(headers, columns, now.choices).findings, "overall_ambiguous")


@pytest.mark.parametrize("seed", tiers.first([0, 1], *range(2, 8)))
@pytest.mark.parametrize("strong", [0, ITEMS - 1])
@pytest.mark.parametrize("frame", ["Miten arvioit: {}", "{}"])
def test_an_ordinary_rating_that_goes_along_well_is_not(seed, strong, frame):
    loadings = [0.85 if at == strong else 0.6 for at in range(ITEMS)]
    found = seen([frame.format(one) for one in THINGS], answered(*ratings(loadings, seed)).T)
    assert not of_code(found.findings, "overall_ambiguous")


def test_where_an_outcome_is_there_nothing_is_asked():
    items, judged = with_overall()
    headers = [*(f"Miten arvioit: {one}" for one in THINGS), "Kaikki yhteensä"]
    recommend = np.clip(np.rint(judged * 1.4), 0, 10)
    found = seen([*headers, "NPS (0-10)"], [*items.T, judged, recommend])
    assert roles(found)["NPS (0-10)"] == "outcome"
    assert not of_code(found.findings, "overall_ambiguous")
    by_hand = Choices(roles={headers[-1]: "ignore"})
    assert not of_code(seen(headers, [*items.T, judged], by_hand).findings, "overall_ambiguous")


def test_of_very_many_ratings_the_ends_and_some_between_are_compared():
    seen = _some(range(16_384))
    assert (len(seen), seen[0], seen[-1], list(_some(range(300)))) == (300, 0, 16_383, list(range(300)))
    assert len(set(seen)) == 300


def test_the_only_question_among_names_is_asked_about():
    items, judged = with_overall()
    asked = "How content are you to live around here?"
    found = seen([*THINGS, asked], [*items.T, judged])
    assert [one.column for one in of_code(found.findings, "overall_ambiguous")] == [asked]
    plain = seen([*(f"How good is {one}?" for one in THINGS), asked], [*items.T, items[:, 0][::-1]])
    assert not of_code(plain.findings, "overall_ambiguous")
