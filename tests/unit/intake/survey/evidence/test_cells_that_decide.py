"""Evidence in cells that no header carries: counts that fall off, promoters, a handful of values."""

import numpy as np
import pytest

from cx.intake.survey.evidence import settled, weights
from tests.made.surveys import ENDLESS, profiles, ratings

ROWS = 240
NAMES = ["Levering", "Factuur", "Telefoon", "Bezoek"]


def kinds(headers, *columns):
    found = settled(profiles(headers, *columns), len(columns[0]), frozenset(), ENDLESS)
    return [one.kind for one in found.values()]


def rated():
    return ratings(ROWS, 4).T


@pytest.mark.parametrize("kind", ["importance", "expectation", "frequency"])
def test_what_is_asked_as_ratings_are_gains_nothing_by_silence(kind):
    for name, said in weights().items():
        if said.get("rating", 0) < 0:
            assert kind in said, name


def test_decimals_that_fall_where_ratings_rise_are_no_importance():
    waited = np.round(6 - rated().mean(axis=0) / 2 + np.random.default_rng(1).normal(size=ROWS) / 3, 1)
    assert kinds([*NAMES, "Response_Time"], *rated(), waited)[-1] not in {"importance", "expectation"}


@pytest.mark.parametrize("header", ["attendance", "Attending physician", "nr of attendees"])
def test_who_attends_expects_nothing(header):
    came = np.random.default_rng(2).integers(0, 5, ROWS)
    assert kinds([*NAMES, header], *rated(), came)[-1] != "expectation"


@pytest.mark.parametrize("header", ["Survey ID", "Projectnummer", "Customer"])
def test_two_numbers_in_all_rows_are_no_respondents(header):
    two = np.where(np.arange(ROWS) % 3 == 0, 16, 18)
    assert "respondent" not in kinds([header, *NAMES], two, *rated())


def test_people_who_answered_a_few_times_each_are_respondents():
    people = 5_000 + np.arange(ROWS) // 4 * 7
    assert kinds(["Customer ID", *NAMES], people, *rated())[0] == "respondent"


@pytest.mark.parametrize("header", ["thumbsUpCount", "Reacties aantal", "Claps"])
def test_counts_that_fall_off_from_nought_are_no_ratings(header):
    liked = np.minimum(np.random.default_rng(3).poisson(0.9, ROWS), 5)
    assert kinds([*NAMES, header], *rated(), liked)[-1] in {"count", "trait"}


def test_a_rating_that_goes_along_with_two_others_only_stays_one():
    """The position of a gate: answered apart from the meals, like the ways to it, all on the same scale."""
    meals, ways = ratings(600, 6, seed=4).T, ratings(600, 3, seed=5).T
    names = [f"Meal {at}" for at in range(6)] + ["Booking", "Timing", "Gate"]
    assert kinds(names, *meals, *ways) == ["rating"] * 9


def test_a_rating_of_which_nearly_all_say_the_same_stays_one():
    same = np.where(np.arange(ROWS) % 40 == 0, 4, 5)
    assert kinds([*NAMES, "Parkeren"], *rated(), same)[-1] == "rating"


def test_a_rating_that_few_like_stays_one():
    low = np.maximum(rated()[0] - 3, 1)
    assert kinds([*NAMES, "Parkeren"], *rated(), low)[-1] == "rating"


@pytest.mark.parametrize(
    "names", [("Promoter", "Passive", "Detractor"), ("Ja", "Kanske", "Nej"), ("A", "B", "C")]
)
def test_answers_to_ten_that_texts_cut_at_seven_and_nine_are_the_outcome(names):
    score = np.clip(np.rint(rated().mean(axis=0) * 2 - 1), 0, 10)
    score[:11] = range(11)
    group = [names[0] if one > 8 else names[1] if one > 6 else names[2] for one in score]
    assert kinds([*NAMES, "Rating", "Kind"], *rated(), score, group)[-2] == "outcome"


def test_texts_that_cut_elsewhere_say_nothing_of_promoters():
    score = np.clip(rated()[0] * 2 - np.arange(ROWS) % 2, 1, 10)
    group = ["high" if one > 7 else "middle" if one > 5 else "low" for one in score]
    found = kinds([*NAMES, "Rating", "Kind"], *rated(), score, group)
    assert found[-2] == "rating"


def test_a_mark_and_blanks_are_a_choice_where_many_gave_it():
    random = np.random.default_rng(6)
    mark = np.where(random.random(ROWS) < 0.3, 1.0, np.nan)
    code = np.where(random.random(ROWS) < 0.3, 4.0, np.nan)
    few = np.full(ROWS, np.nan)
    few[:5] = 4
    found = kinds([*NAMES, "Folder", "Vriend", "Klacht"], *rated(), mark, code, few)
    assert found[:6] == ["rating"] * 4 + ["choice", "choice"]
    assert found[6] != "choice"


def test_what_is_wanted_of_the_things_that_are_rated_is_an_expectation():
    headers = [f"{thing}: {said}" for thing in NAMES[:3] for said in ("minimaal", "wenselijk", "ervaren")]
    found = kinds(headers, *ratings(ROWS, 9, 9).T)
    assert found == ["expectation", "expectation", "rating"] * 3
    assert kinds(["Minimaal", *NAMES], *ratings(ROWS, 5, 9).T)[0] == "rating"


def test_groups_of_the_steps_of_another_column_rate_nothing():
    ten = np.clip(np.rint(rated().mean(axis=0) * 2), 0, 10)
    group = 1.0 + (ten > 6) + (ten > 8)
    assert kinds([*NAMES, "Recommend", "Group"], *rated(), ten, group)[-1] == "recode"
    chance = np.random.default_rng(8).permutation(group)
    assert kinds([*NAMES, "Recommend", "Group"], *rated(), ten, chance)[-1] != "recode"


def test_people_who_recommend_each_of_several_things_rate_them():
    asked = [
        f"How likely are you to recommend our {name} to a friend?"
        for name in ["shop", "app", "desk", "tyre service"]
    ]
    assert kinds(asked, *(2 * rated())) == ["rating"] * 4
