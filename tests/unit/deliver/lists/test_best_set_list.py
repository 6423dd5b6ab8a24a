"""The improvements that a budget buys, as a CSV file."""

import csv
import io

import numpy as np
import pytest

from cx import impact
from cx.deliver import best_set_csv
from cx.impact import Change
from cx.matrix.strategy.budget import Measure, plan
from tests.made.responses import journey, names


def rows_of(content, delimiter):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def planned(**columns):
    table = journey(rows=300, touchpoints=3).rename(columns=columns)
    drivers = [columns.get(name, name) for name in names(journey(rows=4, touchpoints=3))]
    result = impact.drivers(table, "outcome", drivers, draws=0)
    measures = [Measure(drivers[0], 100, Change(0.5, 0.1)), Measure(drivers[1], 60.5, Change(0.5))]
    return plan(result, measures, 120), result


def test_the_list_says_what_is_bought_and_what_it_brings():
    found, result = planned()
    heads, first, second, total = rows_of(best_set_csv(found, result, None, "en"), ",")
    assert heads[:5] == [
        "Touchpoint",
        "Bought",
        "Cost (£)",
        "Points of satisfaction",
        "Reach, percentage points",
    ]
    assert heads[-1] == "In the best set"
    assert len(heads) == 9
    assert first[:5] == ["t1", "Yes", "100", "0.5", "10"]
    assert second[:3] == ["t2", "No", "60.5"]
    assert total[0] == "Best set"
    assert float(total[5]) == pytest.approx(found.gain.value)


def test_worth_follows_the_factor_and_dutch_writes_decimal_commas():
    found, result = planned()
    heads, first, _, total = rows_of(best_set_csv(found, result, 1000.0, "nl"), ";")
    assert heads[-1] == "Waarde"
    assert float(total[-1].replace(",", ".")) == pytest.approx(1000 * found.gain.value)
    assert first[3] == "0,5"


def test_gains_of_a_share_are_in_percentage_points():
    table = journey(rows=300, touchpoints=3)
    table["Churned"] = np.where(table["outcome"] < 7, "yes", "no")
    result = impact.drivers(table, "Churned", names(table), draws=0)
    found = plan(result, [Measure("t1", 1, Change(0.5))], 1)
    total = rows_of(best_set_csv(found, result, None, "en"), ",")[-1]
    assert float(total[5]) == pytest.approx(100 * found.gain.value)


def test_a_name_that_looks_like_a_formula_is_text():
    found, result = planned(t1="=HYPERLINK(1)")
    assert rows_of(best_set_csv(found, result, None, "en"), ",")[1][0] == "'=HYPERLINK(1)"
