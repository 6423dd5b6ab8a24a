"""PMVD against R's sensitivity, and the mood behind all answers against populations where it is known.

Long are further moods of ``test_a_mood_lifts_shares_and_leaves_contrasts_as_they_are``.
"""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from cx import impact
from cx.impact.model import mood, pmvd, shapley
from cx.impact.study import prepare
from tests.made.responses import journey, names
from tests.project import tiers

DATA = Path(__file__).parents[3] / "reference"


@pytest.mark.parametrize(
    ("file", "outcome", "drivers", "known"),
    [
        (
            "swiss.csv",
            "Fertility",
            ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"],
            [0.0447851709784, 0.0444686839772, 0.3798187697949, 0.1343317375769, 0.1033306392653],
        ),
        (
            "mtcars.csv",
            "mpg",
            ["cyl", "disp", "hp", "gear"],
            [0.3297538129799, 0.2937129711624, 0.1262973940972, 0.0294254607436],
        ),
    ],
)
def test_pmvd_of_data_that_r_computed(file, outcome, drivers, known):
    table = pd.read_csv(DATA / file)
    matrix = table[[*drivers, outcome]].corr().to_numpy()
    assert pmvd.values(matrix) == pytest.approx(known, abs=1e-11)


def test_the_r2_of_all_sets_has_each_set_at_its_bits():
    table = pd.read_csv(DATA / "mtcars.csv")[["cyl", "disp", "hp", "gear", "mpg"]]
    found = pmvd.r2_of_all(table.corr().to_numpy())
    for taken in ([0], [1, 3], [0, 1, 2, 3]):
        columns = np.column_stack([np.ones(len(table)), table.iloc[:, taken]])
        rest = table["mpg"] - columns @ np.linalg.lstsq(columns, table["mpg"])[0]
        assert found[sum(1 << j for j in taken)] == pytest.approx(1 - rest.var() / table["mpg"].var())
    assert found[0] == 0


@pytest.mark.parametrize("width", [1, 2])
def test_pmvd_sums_to_r2_and_gives_nothing_to_what_adds_nothing(width):
    table = journey(rows=500, touchpoints=6, missing=0.0 if width == 1 else 0.4)
    study = prepare(table, "outcome", names(table))
    matrix = np.corrcoef(np.column_stack([table[names(table)].fillna(0), table["outcome"]]).T)
    found = pmvd.values(matrix)
    assert found.sum() == pytest.approx(shapley.values(matrix).sum())
    assert (found > 0).all()
    assert study.model.widths.max() == width
    third = matrix.copy()
    third = np.insert(np.insert(third, 1, third[0], axis=0), 1, np.insert(third[0], 1, 1.0), axis=1)
    twice = pmvd.values(third)
    assert twice[0] == pytest.approx(twice[1], rel=1e-6)
    assert twice.sum() == pytest.approx(found.sum())


def population(lift, pull, rows=40_000):
    """Return ratings of true experiences lifted by a mood, and an outcome that the mood pulls too."""
    random = np.random.default_rng(8)
    feeling = random.normal(size=(rows, 1))
    truth = random.normal(size=(rows, 8))
    effects = np.array([0.4, 0.3, 0.2, 0.1, 0, 0, 0, 0])
    table = pd.DataFrame(truth + lift * feeling, columns=[f"t{j + 1}" for j in range(8)])
    table["outcome"] = truth @ effects + pull * feeling[:, 0] + 0.5 * random.normal(size=rows)
    return table


@pytest.mark.parametrize(
    ("lift", "pull", "nothing"),
    tiers.first([(0.5, 0, 0.08), (1, 1, 0.27)], (0, 0, 0.0), (1, 0.5, 0.16), rows=True),
)
def test_a_mood_lifts_shares_and_leaves_contrasts_as_they_are(lift, pull, nothing):
    table = population(lift, pull)
    result = impact.drivers(table, "outcome", names(table), draws=0)
    assert result.mood == pytest.approx(lift**2 / (1 + lift**2), abs=0.02)
    share = sum(driver.share for driver in result.drivers[4:])
    assert share == pytest.approx(nothing, abs=0.01)
    effects = np.array([driver.effect for driver in result.drivers])
    assert effects - effects.mean() == pytest.approx(
        np.array([0.4, 0.3, 0.2, 0.1, 0, 0, 0, 0]) - 0.125, abs=0.02
    )
    sd = np.array([driver.sd for driver in result.drivers])
    told = [contrast.value for contrast in result.contrasts]
    assert told == pytest.approx(effects * sd - (effects * sd).mean())


def test_two_ratings_show_no_factor():
    assert mood.first_factor(np.array([[0, 0.9], [0.9, 0]])) is None
