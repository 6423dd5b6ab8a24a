"""Shapley, Johnson and R² against relaimpo, rwa and base R; see tests/reference."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from cx import impact
from cx.impact.model import johnson, shapley

FOLDER = Path(__file__).parents[3] / "reference"
SWISS = ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"]
FOUR = np.array(
    [
        [1, 0.8, 0.1, 0.3, 0.6],
        [0.8, 1, 0.1, 0.1, 0.3],
        [0.1, 0.1, 1, 0.5, 0.4],
        [0.3, 0.1, 0.5, 1, 0.5],
        [0.6, 0.3, 0.4, 0.5, 1],
    ]
)
TWO = np.array([[1, 0.5, 0.6], [0.5, 1, 0.4], [0.6, 0.4, 1]])


def printed(name):
    """The rows of numbers of an output, with how many decimals each was printed with."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows = [re.findall(r"(?<![\w\[])\d*\.\d+", line) for line in lines]
    return [[(float(n), len(n.split(".")[1])) for n in row] for row in rows if row]


RELAIMPO, RWA = printed("relaimpo.out"), printed("rwa.out")


def same(values, expected):
    return [round(float(v), d) for v, (_, d) in zip(values, expected, strict=True)] == [
        n for n, _ in expected
    ]


def swiss():
    table = pd.read_csv(FOLDER / "swiss.csv")
    return table.assign(w=1 + np.arange(1, len(table) + 1) % 3)


def mtcars():
    return pd.read_csv(FOLDER / "mtcars.csv")


@pytest.mark.parametrize(
    ("table", "outcome", "drivers", "weight", "place"),
    [
        (swiss, "Fertility", SWISS, None, 0),
        (swiss, "Fertility", SWISS, "w", 2),
        (mtcars, "mpg", ["cyl", "disp", "hp", "gear"], None, 4),
        (mtcars, "mpg", ["am", "vs", "cyl"], None, 6),
    ],
)
def test_shapley_and_r2_are_those_of_relaimpo(table, outcome, drivers, weight, place):
    result = impact.drivers(table(), outcome, drivers, weight=weight, draws=0)
    assert same([driver.impact for driver in result.drivers], RELAIMPO[place])
    assert same([result.r2], RELAIMPO[place + 1])


@pytest.mark.parametrize(("matrix", "place"), [(FOUR, 8), (TWO, 10)])
def test_shapley_of_a_correlation_matrix(matrix, place):
    values = shapley.values(matrix)
    assert same(values, RELAIMPO[place])
    assert same([values.sum()], RELAIMPO[place + 1])


@pytest.mark.parametrize(
    ("table", "outcome", "drivers", "place"),
    [
        (mtcars, "mpg", ["cyl", "disp", "hp", "gear"], 0),
        (mtcars, "mpg", ["cyl", "disp", "hp", "wt"], 1),
        (swiss, "Fertility", SWISS, 2),
    ],
)
def test_johnson_is_that_of_rwa(table, outcome, drivers, place):
    result = impact.drivers(table(), outcome, drivers, method="johnson", draws=0)
    assert same([driver.impact for driver in result.drivers], RWA[place])


def test_with_two_drivers_johnson_equals_shapley():
    assert johnson.weights(TWO) == pytest.approx(shapley.values(TWO), abs=1e-14)


def test_agriculture_is_suppressed_and_negative():
    result = impact.drivers(swiss(), "Fertility", SWISS, draws=0)
    codes = {(finding.code, finding.column) for finding in result.findings}
    assert ("suppression", "Agriculture") in codes
    assert ("negative_driver", "Agriculture") in codes
    assert result.driver("Agriculture").sign == -1


def test_coefficients_and_vif_are_those_of_ordinary_regression():
    table = swiss()
    result = impact.drivers(table, "Fertility", SWISS, draws=0)
    X = np.column_stack([np.ones(len(table)), table[SWISS]])
    slopes = np.linalg.lstsq(X, table["Fertility"], rcond=None)[0][1:]
    inflation = np.diag(np.linalg.inv(np.corrcoef(table[SWISS].T)))
    assert [driver.effect for driver in result.drivers] == pytest.approx(slopes, rel=1e-10)
    assert [driver.vif for driver in result.drivers] == pytest.approx(inflation, rel=1e-9)
    assert result.r2_adjusted == pytest.approx(1 - (1 - 0.706735001593) * 46 / 41, abs=1e-10)
