"""Which columns share a mood: ratings do, traits do not, and chance is silent."""

import numpy as np
import pytest

from cx.intake.survey.evidence.mood import Mood, moods
from tests.made.surveys import profiles, ratings

ROWS = 300


def named(count):
    return [f"Column {chr(65 + at // 26)}{chr(65 + at % 26)}" for at in range(count)]


def heard(*columns):
    found = profiles(named(len(columns)), *columns)
    return moods([found], len(columns[0]))


def noise(columns, seed, rows=ROWS):
    return np.random.default_rng(seed).integers(1, 6, (rows, columns)).T


@pytest.mark.parametrize("seed", range(4))
def test_sixty_columns_of_noise_say_nothing(seed):
    assert heard(*noise(60, seed)) == {}


def test_a_shared_mood_speaks_for_every_rating():
    found = heard(*ratings(ROWS, 5).T)
    assert sorted(found) == [0, 1, 2, 3, 4]
    assert all(0.6 < one.r < 0.9 and one.n == ROWS for one in found.values())
    assert [one.evidence > 2 for one in found.values()] == [True] * 5
    assert not any(one.runs_against for one in found.values())


def test_a_trait_beside_ratings_goes_alone():
    found = heard(*ratings(ROWS, 5).T, noise(1, 8)[0])
    assert found[5].evidence < -1
    assert abs(found[5].r) < 0.12
    assert min(found[place].evidence for place in range(5)) > 2


def test_an_item_that_runs_against_the_others_is_told():
    columns = ratings(ROWS, 5).T
    found = heard(*columns[:4], 6 - columns[4])
    assert [one.runs_against for one in found.values()] == [False] * 4 + [True]
    assert found[4].r == pytest.approx(-heard(*columns)[4].r, abs=1e-9)


def test_the_order_of_rows_and_of_columns_changes_nothing():
    columns = np.vstack([ratings(ROWS, 5).T, noise(2, 3)])
    found = heard(*columns)
    rows = np.random.default_rng(1).permutation(ROWS)
    places = np.random.default_rng(2).permutation(7)
    by_rows, by_columns = heard(*columns[:, rows]), heard(*columns[places])
    for place in range(7):
        assert by_rows[place].r == pytest.approx(found[place].r, abs=1e-9)
        assert by_columns[int(np.flatnonzero(places == place)[0])].r == pytest.approx(
            found[place].r, abs=1e-9
        )


def test_a_blank_counts_for_nobody():
    columns = ratings(ROWS, 5).T
    columns[2, ::3] = np.nan
    assert [one.n for one in heard(*columns).values()] == [300, 300, 200, 300, 300]


@pytest.mark.parametrize(("rows", "columns"), [(300, 2), (0, 5)])
def test_too_few_columns_or_rows_have_no_mood(rows, columns):
    found = profiles(named(columns), *ratings(ROWS, columns).T)
    assert moods([found], rows) == {}


def test_evidence_is_nothing_of_few_rows_and_bounded_of_many():
    assert Mood(0.9, 7, 0.6).evidence == 0
    assert Mood(0.9, 500, 0.1).evidence == 0
    assert Mood(0.6, 5_000, 0.6).evidence == 4.0
    assert Mood(0.0, 5_000, 0.6).evidence < -2
    assert Mood(-0.6, 5_000, 0.6).evidence == Mood(0.6, 5_000, 0.6).evidence


def star(rows, seed):
    """Three columns that know nothing of each other, and one that follows all of them."""
    draw = np.random.default_rng(seed)
    usage, tickets, waited = draw.integers(1, 6, rows), draw.integers(0, 6, rows), draw.uniform(1, 5, rows)
    told = 6 - waited + 0.3 * usage - 0.3 * tickets + 0.4 * draw.normal(size=rows)
    return usage, tickets, waited.round(1), np.clip(np.round(told), 1, 5)


@pytest.mark.parametrize("seed", range(6))
def test_a_mood_that_one_column_alone_holds_together_is_none(seed):
    found = heard(*star(400, seed))
    assert [place for place, one in found.items() if one.evidence > 0] == []


def test_what_remains_without_the_strongest_column_may_stand_by_itself():
    columns = ratings(ROWS, 5).T
    overall = np.clip(np.round(columns.mean(axis=0)), 1, 5)
    found = heard(*columns, overall)
    assert [one.evidence > 2 for one in found.values()] == [True] * 6


@pytest.mark.parametrize("rows", [100, 400])
def test_batteries_of_three_with_an_outcome_are_still_known(rows):
    """Three items that load .55, and an outcome that is half made of what they say."""
    known = 0
    for seed in range(40):
        draw = np.random.default_rng((rows, seed))
        mood = draw.normal(size=(rows, 1))
        items = 0.55 * mood + (1 - 0.55**2) ** 0.5 * draw.normal(size=(rows, 3))
        outcome = items.mean(axis=1) / items.mean(axis=1).std() + draw.normal(size=rows)
        columns = np.clip(np.round(3.4 + np.column_stack([items, outcome / 2**0.5])), 1, 5)
        found = heard(*columns.T)
        known += sum(found[place].evidence > 0 for place in range(3)) == 3 if found else 0
    assert known == 40
